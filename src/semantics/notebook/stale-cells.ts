import type { Name } from "../../syntax/expressions.js";
import { perModel } from "../code/per-model.js";
import type { Model } from "../model.js";
import { type CodeCell, codeCells } from "./cells.js";
import { namesOf } from "./names.js";

/** A cell that was run before one above it was, on whose work it stands: what it shows is of an earlier state. */
export interface StaleCell {
  readonly cell: CodeCell;
  readonly name: Name;
  readonly by: CodeCell;
}

/**
 * By the counts that the kernel gave. Cells that share no work may run in any order, and imports change nothing when they
 * are repeated. A cell that was edited since is being worked on: its text and its count do not belong together.
 */
export const staleCells: (model: Model) => readonly StaleCell[] = perModel((model) => {
  const cells = codeCells(model);
  return cells.flatMap((cell, index): StaleCell[] => {
    if (cell.executionCount === undefined || cell.isEdited === true) return [];
    const above = cells.slice(0, index);
    for (const name of needs(cell)) {
      const by = laterWork(cell.executionCount, name.id, above);
      if (by !== undefined) return [{ cell, name, by }];
    }
    return [];
  });
});

/** What a cell reads before it sets it itself. */
function needs({ statements }: CodeCell): readonly Name[] {
  const own = new Set<string>();
  return statements.flatMap((statement) => {
    const { reads, sets } = namesOf(statement);
    const found = reads.filter(({ id }) => !own.has(id));
    for (const name of sets.keys()) own.add(name);
    return found;
  });
}

/** From below: the last cell above that gives the name a value hides what was done to it before. */
function laterWork(count: number, name: string, above: readonly CodeCell[]): CodeCell | undefined {
  for (const cell of above.toReversed()) {
    const uses = cell.statements.map(namesOf);
    const how = uses.map(({ sets }) => sets.get(name)).findLast((one) => one !== undefined);
    const isChanged = uses.some(({ changes }) => changes.has(name));
    if (how === undefined && !isChanged) continue;
    if (cell.executionCount === undefined || cell.isEdited === true || how === "import") return undefined;
    if (cell.executionCount >= count) return cell;
    if (how !== undefined) return undefined;
  }
  return undefined;
}
