import type { Fix } from "../../src/rules/rule.js";
import { LineIndex } from "../../src/syntax/line-index.js";

/** The program after a fix. Of a program of one file: places in cells count from the cell. */
export function applyFix(fix: Fix, code: string): string {
  const lines = new LineIndex(code);
  return fix.edits
    .map((edit) => ({ start: lines.offset(edit.start), end: lines.offset(edit.end), newText: edit.newText }))
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, newText }) => text.slice(0, start) + newText + text.slice(end), code);
}
