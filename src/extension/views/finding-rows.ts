import type { FindingRow, StageFindings } from "../../protocol.js";
import { countText } from "./count-text.js";
import { groupRow } from "./group-row.js";
import type { Row, RowIcon, Translate } from "./row.js";

/** The findings of a stage as a group; it says so when there are none. */
export function findingsRow(findings: StageFindings | undefined, parent: string, t: Translate): Row {
  const id = `${parent}/findings`;
  const total = findingTotal(findings);
  const rows = findings === undefined ? [] : findingRows(findings, id, t);
  const description = total === 0 ? t("none in the open files") : String(total);
  const group = groupRow({ id, label: t("Findings"), icon: "search", rows, description });
  return total === 0 ? group : { ...group, icon: stageIcon(findings, false) };
}

/** A row a finding, in order of place. The server lists a few hundred; the last row says how many more there are. */
export function findingRows(stage: StageFindings, parent: string, t: Translate): readonly Row[] {
  const seen = new Map<string, number>();
  const rows = stage.findings.map((finding) => {
    // The line is not part of the id: a line added above moves a finding, and does not make it another one.
    const key = `${parent}/${finding.path}/${finding.rule}/${finding.message}`;
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return findingRow(finding, `${key}/${count}`, t);
  });
  const more = findingTotal(stage) - rows.length;
  return more <= 0 ? rows : [...rows, moreRow(more, parent, t)];
}

function findingRow({ uri, path, range, rule, severity, message }: FindingRow, id: string, t: Translate): Row {
  const start = range?.start ?? { line: 0, character: 0 };
  const line = start.line + 1;
  const name = path.split("/").at(-1) ?? path;
  return {
    id,
    label: message.replaceAll("`", ""),
    description: `${name}:${line}`,
    tooltip: `${message}\n\n${path}:${line} · \`${rule}\``,
    spoken: t("{0}, {1}, {2} line {3}", severityWord(severity, t), message.replaceAll("`", ""), path, line),
    icon: severityIcon(severity),
    context: "finding",
    opens: { kind: "place", uri, line: start.line, column: start.character },
    subject: { kind: "finding", rule },
  };
}

function moreRow(more: number, parent: string, t: Translate): Row {
  const label = countText(more, t("1 more"), t("{0} more", more));
  const description = t("see the Problems panel");
  return {
    ...{ id: `${parent}/more`, label, description },
    spoken: `${label}, ${description}`,
    context: "more",
    opens: { kind: "command", command: "workbench.actions.view.problems" },
  };
}

export function findingTotal(findings: StageFindings | undefined): number {
  if (findings === undefined) return 0;
  const { error, warning, info, hint } = findings.counts;
  return error + warning + info + hint;
}

/** The state of a stage: the gravest of its findings, else whether all of its readings are read. */
export function stageIcon(findings: StageFindings | undefined, isAllRead: boolean): RowIcon {
  const gravest = (["error", "warning", "info", "hint"] as const).find((level) => (findings?.counts[level] ?? 0) > 0);
  if (gravest !== undefined) return severityIcon(gravest);
  return isAllRead ? { name: "pass", color: "testing.iconPassed" } : { name: "circle-large-outline" };
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
