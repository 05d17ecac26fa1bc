import type { TextEdit } from "vscode-languageserver";
import type { Finding } from "../rules/rule.js";
import type { Position } from "../syntax/span.js";
import { toLspRange } from "./diagnostics.js";

type Edit = Finding["fixes"][number]["edits"][number];

/**
 * Every safe fix of one document that does not overlap one before it; what is left out comes with the next save.
 * In a notebook, those that stay in one of the cells named.
 */
export function fixAllEdits(
  findings: readonly Finding[],
  name: string,
  cell?: number,
): readonly (TextEdit & { readonly cell: number | undefined })[] {
  const taken: Edit[] = [];
  const isInside = (edit: Edit): boolean => edit.path === name && (cell === undefined || edit.cell === cell);
  for (const { fixes } of findings) {
    const fix = fixes.find(({ safety }) => safety === "safe");
    if (fix === undefined || !fix.edits.every(isInside)) continue;
    // Two findings may bring the same import; it is inserted once.
    const fresh = fix.edits.filter((edit) => !taken.some((other) => isSame(edit, other)));
    if (fresh.some((edit) => taken.some((other) => overlaps(edit, other)))) continue;
    taken.push(...fresh);
  }
  return taken.map((edit) => ({ cell: edit.cell, range: toLspRange(edit), newText: edit.newText }));
}

function isSame(a: Edit, b: Edit): boolean {
  return a.cell === b.cell && a.newText === b.newText && compare(a.start, b.start) === 0 && compare(a.end, b.end) === 0;
}

/** Two insertions at one place count as overlapping: their order would be chance. */
function overlaps(a: Edit, b: Edit): boolean {
  if (a.cell !== b.cell) return false;
  if (compare(a.start, b.start) === 0) return true;
  return compare(a.start, b.end) < 0 && compare(b.start, a.end) < 0;
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.column - b.column;
}
