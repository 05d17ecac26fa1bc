import type { Row } from "./row.js";

/**
 * What has to be drawn again when rows become others: the ids of the uppermost rows that changed, or `everything` when
 * the first level itself did. A row whose children came, went or moved has changed; one below which something changed has not.
 */
export function changedRows(before: readonly Row[], after: readonly Row[]): readonly string[] | "everything" {
  if (!sameIds(before, after)) return "everything";
  return after.flatMap((row, index) => changesOf(before[index]!, row));
}

function changesOf(before: Row, after: Row): readonly string[] {
  if (before === after) return [];
  if (look(before) !== look(after)) return [after.id];
  const [old, now] = [before.children ?? [], after.children ?? []];
  if (!sameIds(old, now)) return [after.id];
  return now.flatMap((row, index) => changesOf(old[index]!, row));
}

function sameIds(before: readonly Row[], after: readonly Row[]): boolean {
  return before.length === after.length && before.every(({ id }, index) => id === after[index]?.id);
}

/** All of a row but its children, as text. */
function look({ children, ...own }: Row): string {
  return JSON.stringify([own, children !== undefined]);
}
