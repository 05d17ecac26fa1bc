import type { ItemChange } from "../../checklist/compare.js";
import type { ItemResult } from "../../checklist/result.js";
import { escapeHtml } from "../html.js";
import { hostedAddress, itemPath } from "../page-links.js";
import { tableText } from "../markdown.js";
import type { ChecklistReport } from "./checklist-report.js";
import { markdownItem } from "./markdown-item.js";
import { markdownText } from "./markdown-text.js";
import * as words from "./words.js";

/**
 * A run as Markdown for a pull request: what it comes to, what changed and what to do next at first sight, and all else
 * folded. It is short enough for a comment: where there is much evidence, less of it is shown.
 */
export function checklistMarkdown(report: ChecklistReport): string {
  for (const mostPlaces of [5, 2, 1]) {
    const text = withPlaces(report, mostPlaces);
    if (text.length <= longestComment) return text;
  }
  return withPlaces(report, 0);
}

/** GitHub takes 65,536 characters; others take more. */
const longestComment = 60_000;

function withPlaces(report: ChecklistReport, mostPlaces: number): string {
  const parts = [
    ...summary(report),
    ...changes(report),
    ...actions(report),
    ...questions(report),
    numbers(report),
    ...words.stagesOf(report).map(({ title, score, items }) => {
      const counts = words.countsOf(items);
      const lines = [
        ...items.filter(applies).map((item) => markdownItem(item, mostPlaces, linkOf(report))),
        ...words.byReason(items.filter((item) => !applies(item))).map(leftOutLine(linkOf(report))),
      ];
      return folded(`${title}: ${words.shareText(score)} (${counts})`, lines.join("\n"));
    }),
    ...faults(report),
    `ML Preflight, ${report.date}. What an item asks for and why: \`ml-preflight explain ITEM\`.`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function applies({ verdict }: ItemResult): boolean {
  return verdict !== "n/a";
}

function leftOutLine(link: Link): (group: { readonly reason: string; readonly ids: readonly string[] }) => string {
  return ({ reason, ids }) =>
    `- ${words.verdictSigns["n/a"]} **n/a** ${ids.map(link).join(", ")}: ${markdownText(reason)}`;
}

type Link = (id: string) => string;

/** The id of an item, with its page where the guide is hosted. */
function linkOf({ docsUrl, result }: ChecklistReport): Link {
  const own = new Set(result.items.filter(({ custom }) => custom).map(({ id }) => id));
  return (id) => {
    const text = markdownText(id);
    return docsUrl === undefined || own.has(id) ? text : `[${text}](<${hostedAddress(docsUrl, itemPath(id))}>)`;
  };
}

function summary(report: ChecklistReport): readonly string[] {
  const { mlTestScore, overall, openQuestions, gate } = report.result;
  const sign = gate.ready ? "✔" : "✘";
  const numbers = [
    `- **ML Test Score** ${words.mlTestScoreText(mlTestScore)}`,
    `- **Overall readiness** ${words.shareText(overall)}, the lowest score of five stages`,
    `- **Open questions** ${openQuestions.length}`,
    `- **Items** ${words.countsText(report)}`,
  ];
  const obstacles = [
    ...gate.obstacles.map(({ text }) => `- ${markdownText(text)}`),
    ...gate.waivedBlockers.map(({ id, reason }) => `- ${id}, a blocker, is left out: ${markdownText(reason)}`),
  ];
  const [shown, left] = words.firstOf(obstacles, mostObstacles);
  const more = left === 0 ? [] : [folded(`${left} more`, obstacles.slice(mostObstacles).join("\n"))];
  return [
    `## ${sign} ${words.headline(report)}: ${markdownText(report.project)}`,
    numbers.join("\n"),
    ...(obstacles.length === 0 ? [] : ["What stands in the way:", shown.join("\n"), ...more]),
  ];
}

const mostObstacles = 6;

function changes(report: ChecklistReport): readonly string[] {
  if (report.changes === undefined) return [];
  const { since, comparison } = report.changes;
  const { better, worse, moved, added, removed } = comparison;
  const link = linkOf(report);
  const rows = (kind: string, list: readonly ItemChange[]): readonly (readonly string[])[] =>
    list.map((change) => [
      kind,
      link(change.id),
      markdownText(questionOf(report, change.id)),
      words.changeText(change),
    ]);
  const all = [...rows("✘ worse", worse), ...rows("✔ better", better), ...rows("otherwise", moved)];
  const ids = (title: string, list: readonly string[]): readonly string[] =>
    list.length === 0 ? [] : [`${title}: ${list.map(markdownText).join(", ")}.`];
  return [
    `### Changes since ${markdownText(since)}`,
    all.length === 0 ? "No item changed." : tableText(["", "Item", "Question", "Change"], all),
    ...ids("New items", added),
    ...ids("Items that are gone", removed),
  ];
}

function questionOf({ result }: ChecklistReport, id: string): string {
  return result.items.find((item) => item.id === id)?.question ?? "";
}

function actions(report: ChecklistReport): readonly string[] {
  const link = linkOf(report);
  const lines = report.result.nextActions.map(
    (action, index) =>
      `${index + 1}. ${link(action.id)}${action.byPerson ? " (a person)" : ""}: ${markdownText(action.todo)} _${words.gainText(action, report)}_`,
  );
  const [shown, left] = words.firstOf(lines, mostActions);
  const more = left === 0 ? [] : [folded(`${left} more`, lines.slice(mostActions).join("\n"))];
  return shown.length === 0 ? [] : ["### Next actions", shown.join("\n"), ...more];
}

const mostActions = 5;

function questions(report: ChecklistReport): readonly string[] {
  const open = report.result.items.filter(({ asks }) => asks.length > 0);
  const link = linkOf(report);
  const lines = open.map(({ id, asks }) => `- ${link(id)}: ${asks.map(markdownText).join(" ")}`);
  return lines.length === 0 ? [] : [folded(`Open questions: ${lines.length}`, lines.join("\n"))];
}

function numbers(report: ChecklistReport): string {
  const { mlTestScore } = report.result;
  const stages = words
    .stagesOf(report)
    .map(({ title, score, applicable }) => [title, words.shareText(score), String(applicable)]);
  const sections = mlTestScore.sections.map((section) => [
    section.title,
    `${words.numberText(words.sectionScore(section, mlTestScore))} of ${section.tests}`,
  ]);
  const tables = [tableText(["Stage", "Score", "Items"], stages), tableText(["ML Test Score", ""], sections)];
  return folded("Scores", tables.join("\n\n"));
}

function faults(report: ChecklistReport): readonly string[] {
  const { attestationProblems, unreadable } = report.result;
  const list = (title: string, texts: readonly string[]): readonly string[] =>
    texts.length === 0
      ? []
      : [folded(`${title}: ${texts.length}`, texts.map((text) => `- ${markdownText(text)}`).join("\n"))];
  return [
    ...list(
      "Problems of the attestations",
      attestationProblems.map(({ start, message }) => `line ${start.line}: ${message}`),
    ),
    ...list("Files that could not be read", unreadable.slice(0, mostFiles).map(words.unreadableText)),
    ...list("Left out by the team", words.leftOut(report).map(words.leftOutText)),
  ];
}

const mostFiles = 50;

function folded(title: string, body: string): string {
  return `<details>\n<summary>${escapeHtml(title)}</summary>\n\n${body}\n\n</details>`;
}
