import type { Colors } from "../text.js";
import { displayWidth } from "../text-frame.js";
import type { ChecklistReport } from "./checklist-report.js";
import { type Terminal, textItems } from "./text-items.js";
import * as words from "./words.js";
import { hang, padTo } from "./wrap.js";

/** A run for people to read in a terminal: the items first, and last, where one looks first, what they come to. */
export function checklistText(report: ChecklistReport, terminal: Terminal): string {
  const lines = [
    ...textItems(report, terminal),
    ...changesText(report, terminal),
    ...actionsText(report, terminal),
    ...faultsText(report, terminal),
    ...numbersText(report, terminal),
    ...gateText(report, terminal),
  ];
  return `${lines.join("\n")}\n`;
}

function changesText({ changes }: ChecklistReport, { colors, columns }: Terminal): readonly string[] {
  if (changes === undefined) return [];
  const { better, worse, moved, added, removed } = changes.comparison;
  const kinds = [
    ["worse", worse, colors.red],
    ["better", better, colors.green],
    ["otherwise", moved, colors.yellow],
  ] as const;
  const lists = [
    ["new", added],
    ["gone", removed],
  ] as const;
  const lines = [
    ...kinds.flatMap(([label, list, paint]) =>
      list.flatMap((change) => painted(label, `${change.id}: ${words.changeText(change)}`, paint, columns)),
    ),
    ...lists.flatMap(([label, ids]) => (ids.length === 0 ? [] : painted(label, ids.join(", "), colors.dim, columns))),
  ];
  return section(`Changes since ${changes.since}`, lines.length === 0 ? ["  none"] : lines, colors);
}

function painted(label: string, text: string, paint: (text: string) => string, columns: number): readonly string[] {
  const head = `  ${padTo(label, widestLabel)}  `;
  return hang(head, text, columns).map((line, index) =>
    index === 0 ? paint(line.slice(0, head.length)) + line.slice(head.length) : line,
  );
}

const widestLabel = "otherwise".length;

function actionsText(report: ChecklistReport, { colors, columns }: Terminal): readonly string[] {
  const [shown, left] = words.firstOf(report.result.nextActions, mostActions);
  const lines = shown.flatMap((action, index) => [
    ...hang(`  ${index + 1}. `, `${action.id}${action.byPerson ? " (a person)" : ""}: ${action.todo}`, columns),
    ...hang("     ", words.gainText(action, report), columns).map(colors.dim),
  ]);
  const more = left === 0 ? [] : [`     and ${left} more`];
  return shown.length === 0 ? [] : section("Next actions", [...lines, ...more], colors);
}

const mostActions = 5;

/** What is wrong with what people said, what could not be read, and what the team left out. */
function faultsText(report: ChecklistReport, { colors, columns }: Terminal): readonly string[] {
  const { attestationProblems, unreadable } = report.result;
  const list = (title: string, texts: readonly string[]): readonly string[] => {
    const [shown, left] = words.firstOf(texts, mostFaults);
    const lines = shown.flatMap((text) => hang("  ", text, columns));
    return texts.length === 0 ? [] : section(title, [...lines, ...(left === 0 ? [] : [`  and ${left} more`])], colors);
  };
  return [
    ...list(
      "Attestations",
      attestationProblems.map(({ start, message }) => `line ${start.line}: ${message}`),
    ),
    ...list("Could not be read", unreadable.map(words.unreadableText)),
    ...list("Left out by the team", words.leftOut(report).map(words.leftOutText)),
  ];
}

const mostFaults = 10;

/** The three numbers, each by itself. */
function numbersText(report: ChecklistReport, { colors, columns }: Terminal): readonly string[] {
  const { mlTestScore, openQuestions, overall } = report.result;
  const stages = words.stagesOf(report);
  const widest = Math.max(
    ...[...stages, ...mlTestScore.sections].map(({ title }) => displayWidth(title)),
    "Overall".length,
  );
  const row = (title: string, number: string, share: number | undefined, more = ""): string =>
    `  ${padTo(title, widest)}  ${number.padStart(5)}  ${bar(share, colors)}${more === "" ? "" : `  ${colors.dim(more)}`}`;
  const sections = mlTestScore.sections.map((one) => {
    const reached = words.sectionScore(one, mlTestScore);
    return row(one.title, words.numberText(reached), reached === undefined ? undefined : reached / one.tests);
  });
  return [
    ...section(
      "Stages",
      [
        ...stages.map(({ title, score, applicable }) =>
          row(title, words.shareText(score), score, `${applicable} ${applicable === 1 ? "item" : "items"}`),
        ),
        row("Overall", words.shareText(overall), overall, "the lowest of five stages"),
      ],
      colors,
    ),
    ...section("ML Test Score", [...hang("  ", words.mlTestScoreText(mlTestScore), columns), ...sections], colors),
    ...section(
      "Open questions",
      hang("  ", openQuestions.length === 0 ? "none" : `${openQuestions.length}: ${openQuestions.join(", ")}`, columns),
      colors,
    ),
  ];
}

function bar(share: number | undefined, colors: Colors): string {
  if (share === undefined) return colors.dim("not applicable");
  const full = Math.min(barWidth, Math.max(0, Math.floor(share * barWidth + 1e-9)));
  return colors.blue("█".repeat(full)) + colors.dim("░".repeat(barWidth - full));
}

const barWidth = 20;

function gateText(report: ChecklistReport, { colors, columns }: Terminal): readonly string[] {
  const { gate, items } = report.result;
  const paint = gate.ready ? colors.green : colors.red;
  const head = `${words.headline(report)}; `;
  const [first = "", ...rest] = hang(head, `${items.length} items: ${words.countsText(report)}.`, columns);
  return [
    paint(colors.bold(head)) + first.slice(head.length),
    ...rest,
    ...gate.obstacles.flatMap(({ text }) => hang("  ✘ ", text, columns)),
    ...gate.waivedBlockers.flatMap(({ id, reason }) =>
      hang("  – ", `${id}, a blocker, is left out: ${reason}`, columns),
    ),
  ];
}

function section(title: string, lines: readonly string[], colors: Colors): readonly string[] {
  return [colors.bold(title), ...lines, ""];
}
