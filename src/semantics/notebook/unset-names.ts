import { isGivenName } from "../../knowledge/notebooks.js";
import type { Name } from "../../syntax/expressions.js";
import { perModel } from "../code/per-model.js";
import type { Model } from "../model.js";
import { codeCells } from "./cells.js";
import { namesOf } from "./names.js";
import { mayHaveOtherNames, otherWords } from "./unknown-names.js";

export interface UnsetName {
  readonly name: Name;
  /** The cell below that sets it, where one does. */
  readonly below: number | undefined;
}

/**
 * Names that a notebook reads before any of its code sets them, read from top to bottom; each where it is read first.
 * A name that no cell sets counts in cells that have run: another may still be being written.
 */
export const unsetNames: (model: Model) => readonly UnsetName[] = perModel((model) => {
  const cells = codeCells(model);
  if (cells.length === 0 || mayHaveOtherNames(model.form)) return [];
  /** By name, the first cell that sets it. */
  const setIn = new Map<string, number>();
  for (const { cell, statements } of cells)
    for (const name of statements.flatMap((statement) => [...namesOf(statement).sets.keys()]))
      if (!setIn.has(name)) setIn.set(name, cell);
  const unknown = otherWords(model.form);
  const set = new Set<string>();
  const found = new Map<string, UnsetName>();
  const note = (name: Name, below: number | undefined): void => {
    if (!found.has(name.id) && !unknown.has(name.id) && !isGivenName(name.id)) found.set(name.id, { name, below });
  };
  for (const { statements, outputs, executionCount, isEdited } of cells) {
    const hasRun = executionCount !== undefined && isEdited !== true;
    // A cell that shows its error says so itself, and in a lesson it may be meant to.
    const isShown = outputs.some((text) => /^\w*Error\b/.test(text));
    for (const statement of statements) {
      const { sets, reads, later } = namesOf(statement);
      if (!isShown) {
        for (const name of reads)
          if (!set.has(name.id) && (hasRun || setIn.has(name.id))) note(name, setIn.get(name.id));
        for (const name of later) if (!setIn.has(name.id) && hasRun) note(name, undefined);
      }
      for (const name of sets.keys()) set.add(name);
    }
  }
  return [...found.values()];
});
