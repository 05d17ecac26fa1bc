import type { CheckReport } from "./check-report.js";

/** The report as `--format json` prints it: one line, whose shape other tools rely on. */
export function jsonReport({ findings, checked, skipped }: CheckReport): string {
  return `${JSON.stringify({ version: 1, findings, files: { checked, skipped } })}\n`;
}
