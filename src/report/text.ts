import type { AnyRule, Finding, Severity } from "../rules/rule.js";
import type { SkippedFile } from "../project/skipped.js";
import { hostedAddress, placePath, rulePath } from "./page-links.js";
import { LineIndex } from "../syntax/line-index.js";
import type { CellRange, CellSpan } from "../syntax/positions.js";
import { codeFrame, printable } from "./text-frame.js";

/** How words are coloured; `picocolors` has this shape. */
export type Colors = Readonly<
  Record<"bold" | "dim" | "red" | "yellow" | "blue" | "cyan" | "green" | "underline", (text: string) => string>
>;

export interface TextOptions {
  readonly colors: Colors;
  /** For what to do about a finding. */
  readonly rules: readonly AnyRule[];
  /** Where the guide is hosted, when it is. */
  readonly docsUrl?: string | undefined;
}

/** What findings point into: a file's text, with the cells where it is a notebook's. */
export interface Source {
  readonly text: string;
  readonly cells?: readonly CellSpan[];
}

/** The findings of one file, for people to read in a terminal. */
export function textFindings(path: string, source: Source, findings: readonly Finding[], options: TextOptions): string {
  if (findings.length === 0) return "";
  const blocks = findings.map((finding) => textFinding(finding, cellText(source, finding), options));
  return `${options.colors.underline(printable(path))}\n${blocks.join("\n")}\n`;
}

/** The text that a finding's lines count in. */
function cellText({ text, cells = [] }: Source, finding: Finding): string {
  const cell = cells.find(({ cell: number }) => number === finding.cell);
  return cell === undefined ? text : text.slice(cell.start, cell.end);
}

function textFinding(finding: Finding, text: string, { colors, rules, docsUrl }: TextOptions): string {
  const { severity, message, rule, guide, related } = finding;
  const fix = rules.find(({ meta }) => meta.id === rule)?.meta.fix;
  const note = (label: string, body: string): string => `    ${colors.cyan(label)} ${body}`;
  return [
    `  ${colors.bold(placeName(finding))}  ${paint(severity, colors)(severity)}  ${printable(message)}  ${colors.dim(rule)}`,
    indent(codeFrame(text, new LineIndex(text), finding, colors)),
    ...related.map((place) => note("see:", `${printable(place.path)}:${placeName(place)} ${printable(place.message)}`)),
    ...(fix === undefined ? [] : [note("fix:", fix)]),
    ...(docsUrl === undefined
      ? [note("guide:", guide)]
      : [
          note("rule:", hostedAddress(docsUrl, rulePath(rule))),
          note("guide:", hostedAddress(docsUrl, placePath(guide))),
        ]),
    "",
  ].join("\n");
}

/** Line and column, in a notebook after the number of the cell. */
function placeName({ cell, start }: CellRange): string {
  const place = `${start.line}:${start.column}`;
  return cell === undefined ? place : `cell ${cell}:${place}`;
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
