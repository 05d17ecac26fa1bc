import type { FindingRow, Lifecycle, StageFindings } from "../../protocol.js";
import { nothingFound } from "./check-words.js";
import { countText } from "./count-text.js";
import { groupRow } from "./group-row.js";
import type { Row, RowIcon, Translate } from "./row.js";

/** The findings of a stage as a group; it says so when there are none. */
export function findingsRow(
  findings: StageFindings | undefined,
  check: Lifecycle["check"],
  parent: string,
  t: Translate,
): Row {
  const id = `${parent}/findings`;
  const total = findingTotal(findings);
  const rows = findings === undefined ? [] : findingRows(findings, id, t);
  const description = total === 0 ? nothingFound(check, t) : String(total);
  const group = groupRow({ id, label: t("Findings"), icon: "search", rows, description });
  return total === 0 ? group : { ...group, icon: stageIcon(findings, false) };
}

/** So many findings are read at a glance; more stand under their rules. */
const mostAtOnce = 10;

/** A row a finding, in order of place, while there are few; else a row a rule, the one with the most findings first. */
export function findingRows(stage: StageFindings, parent: string, t: Translate): readonly Row[] {
  const rules = Object.entries(stage.rules);
  if (findingTotal(stage) <= mostAtOnce) return placeRows(stage.findings, parent, t);
  return rules
    .toSorted(([a, left], [b, right]) => right - left || (a < b ? -1 : 1))
    .map(([rule, count]) => ruleRow(rule, count, stage.findings, parent, t));
}

function ruleRow(rule: string, count: number, all: readonly FindingRow[], parent: string, t: Translate): Row {
  const id = `${parent}/rule/${rule}`;
  const found = all.filter((finding) => finding.rule === rule);
  const rows = placeRows(found, id, t);
  const more = count - rows.length;
  const words = countText(count, t("1 finding"), t("{0} findings", count));
  const gravest = levels.find((level) => found.some(({ severity }) => severity === level)) ?? "hint";
  return {
    ...{ id, label: rule },
    description: String(count),
    tooltip: `**${rule}**\n\n${words}`,
    spoken: `${severityWord(gravest, t)}, ${rule}: ${words}`,
    icon: severityIcon(gravest),
    context: "finding",
    subject: { kind: "finding", rule },
    children: more <= 0 ? rows : [...rows, moreRow(more, id, t)],
  };
}

function placeRows(findings: readonly FindingRow[], parent: string, t: Translate): readonly Row[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    // The line is not part of the id: a line added above moves a finding, and does not make it another one.
    const key = `${parent}/${finding.path}/${finding.rule}/${finding.message}`;
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return findingRow(finding, `${key}/${count}`, t);
  });
}

function findingRow({ uri, path, cell, range, rule, severity, message }: FindingRow, id: string, t: Translate): Row {
  const start = range?.start ?? { line: 0, character: 0 };
  const line = start.line + 1;
  const name = path.split("/").at(-1) ?? path;
  return {
    id,
    label: message.replaceAll("`", ""),
    description: cell === undefined ? `${name}:${line}` : t("{0} cell {1}:{2}", name, cell, line),
    tooltip: `${message}\n\n${cell === undefined ? `${path}:${line}` : t("{0} cell {1}:{2}", path, cell, line)} · \`${rule}\``,
    spoken:
      cell === undefined
        ? t("{0}, {1}, {2} line {3}", severityWord(severity, t), message.replaceAll("`", ""), path, line)
        : t(
            "{0}, {1}, {2} cell {3} line {4}",
            severityWord(severity, t),
            message.replaceAll("`", ""),
            path,
            cell,
            line,
          ),
    icon: severityIcon(severity),
    context: "finding",
    opens: { kind: "place", uri, ...(cell === undefined ? {} : { cell }), line: start.line, column: start.character },
    subject: { kind: "finding", rule },
  };
}

/** The command line lists them all; a view of hundreds of rows helps nobody. */
function moreRow(more: number, parent: string, t: Translate): Row {
  const label = countText(more, t("1 more"), t("{0} more", more));
  return { id: `${parent}/more`, label, spoken: label, context: "more" };
}

export function findingTotal(findings: StageFindings | undefined): number {
  if (findings === undefined) return 0;
  const { error, warning, info, hint } = findings.counts;
  return error + warning + info + hint;
}

const levels = ["error", "warning", "info", "hint"] as const;

/** The state of a stage: the gravest of its findings, else whether all of its readings are read. */
export function stageIcon(findings: StageFindings | undefined, isAllRead: boolean): RowIcon {
  const gravest = gravestIcon(findings === undefined ? [] : [findings]);
  if (gravest !== undefined) return gravest;
  return isAllRead ? { name: "pass", color: "testing.iconPassed" } : { name: "circle-large-outline" };
}

/** Undefined when nothing was found. */
export function gravestIcon(stages: readonly StageFindings[]): RowIcon | undefined {
  const gravest = levels.find((level) => stages.some(({ counts }) => counts[level] > 0));
  return gravest === undefined ? undefined : severityIcon(gravest);
}

function severityIcon(severity: FindingRow["severity"]): RowIcon {
  const icons: Readonly<Record<FindingRow["severity"], RowIcon>> = {
    error: { name: "error", color: "problemsErrorIcon.foreground" },
    warning: { name: "warning", color: "problemsWarningIcon.foreground" },
    info: { name: "info", color: "problemsInfoIcon.foreground" },
    hint: { name: "lightbulb" },
  };
  return icons[severity];
}

function severityWord(severity: FindingRow["severity"], t: Translate): string {
  return { error: t("Error"), warning: t("Warning"), info: t("Information"), hint: t("Hint") }[severity];
}
