import type { Finding, Rule, Severity } from "../rules/rule.js";
import type { SkippedFile } from "../project/skipped.js";
import { LineIndex } from "../syntax/line-index.js";
import { codeFrame, printable } from "./text-frame.js";

/** How words are coloured; `picocolors` has this shape. */
export type Colors = Readonly<
  Record<"bold" | "dim" | "red" | "yellow" | "blue" | "cyan" | "green" | "underline", (text: string) => string>
>;

export interface TextOptions {
  readonly colors: Colors;
  /** For what to do about a finding. */
  readonly rules: readonly Rule[];
}

/** The findings of one file, for people to read in a terminal. */
export function textFindings(path: string, text: string, findings: readonly Finding[], options: TextOptions): string {
  if (findings.length === 0) return "";
  const lines = new LineIndex(text);
  const blocks = findings.map((finding) => textFinding(finding, text, lines, options));
  return `${options.colors.underline(printable(path))}\n${blocks.join("\n")}\n`;
}

function textFinding(finding: Finding, text: string, lines: LineIndex, { colors, rules }: TextOptions): string {
  const { start, severity, message, rule, guide, related } = finding;
  const fix = rules.find(({ meta }) => meta.id === rule)?.meta.fix;
  const note = (label: string, body: string): string => `    ${colors.cyan(label)} ${body}`;
  return [
    `  ${colors.bold(`${start.line}:${start.column}`)}  ${paint(severity, colors)(severity)}  ${printable(message)}  ${colors.dim(rule)}`,
    indent(codeFrame(text, lines, finding, colors)),
    ...related.map((place) =>
      note("see:", `${printable(place.path)}:${place.start.line}:${place.start.column} ${printable(place.message)}`),
    ),
    ...(fix === undefined ? [] : [note("fix:", fix)]),
    note("guide:", guide),
    "",
  ].join("\n");
}

/** The last lines: what was skipped and why, and how much there was of everything. */
export function textSummary(
  counts: {
    readonly findings: Readonly<Record<Severity, number>>;
    readonly filesWithFindings: number;
    readonly checked: number;
  },
  skipped: readonly SkippedFile[],
  { colors }: TextOptions,
): string {
  const total = severities.reduce((sum, severity) => sum + counts.findings[severity], 0);
  const kinds = severities
    .filter((severity) => counts.findings[severity] > 0)
    .map((severity) => paint(severity, colors)(plural(counts.findings[severity], severity)));
  const found =
    total === 0
      ? colors.green("No findings")
      : `${colors.bold(plural(total, "finding"))} (${kinds.join(", ")}) in ${plural(counts.filesWithFindings, "file")}`;
  const reasons = [...new Set(skipped.map(({ reason }) => reason))].sort();
  const parts = [
    `${plural(counts.checked, "file")} checked`,
    ...reasons.map((reason) => `${skipped.filter((entry) => entry.reason === reason).length} skipped as ${reason}`),
  ];
  const list = skipped.map(
    ({ path, reason, detail }) => `  ${printable(path)}  ${colors.yellow(reason)}  ${printable(detail)}\n`,
  );
  const heading = skipped.length === 0 ? "" : `${colors.bold("Skipped")}\n${list.join("")}\n`;
  return `${heading}${found}; ${parts.join(", ")}.\n`;
}

const severities: readonly Severity[] = ["error", "warning", "info", "hint"];

function paint(severity: Severity, colors: Colors): (text: string) => string {
  return { error: colors.red, warning: colors.yellow, info: colors.blue, hint: colors.cyan }[severity];
}

/** `info` has no plural. */
function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 || word === "info" ? "" : "s"}`;
}

function indent(block: string): string {
  return block
    .split("\n")
    .map((line) => `    ${line}`)
    .join("\n");
}
