import type { Expression } from "../../syntax/expressions.js";
import { perModel } from "../code/per-model.js";
import type { Model } from "../model.js";
import { alternatives, argument, type Entity } from "../values.js";
import { columnNames } from "./column-names.js";

/** The columns that a value was written to (`frame["age"] = ...`), by the expression that made it; none where nobody knows which. */
export const writtenColumns = perModel((model): ReadonlyMap<Expression, readonly string[]> => {
  const found = new Map<Expression, readonly string[]>();
  for (const { name, key, value, target } of model.writes) {
    if (name !== "[]" || key === undefined) continue;
    const names = columnNames(model, key.kind === "tuple" && isWholeColumn(target) ? key.items[1] : key);
    if (names === undefined || !("only" in names)) continue;
    for (const option of alternatives(value)) {
      if (option.kind !== "entity" || option.site === undefined) continue;
      const before = found.get(option.site) ?? [];
      found.set(option.site, [...before, ...names.only.filter((column) => !before.includes(column))]);
    }
  }
  return found;
});

/** `frame.loc[:, "age"] = ...`; in a part of the rows, it is no column of its own. */
function isWholeColumn(target: Expression): boolean {
  const index = target.kind === "Subscript" ? target.index : undefined;
  const rows = index?.kind === "Sequence" ? index.items[0] : undefined;
  return rows?.kind === "Slice" && rows.lower === undefined && rows.upper === undefined;
}

/** Does a step down from a frame (`frame[["a", "b"]]`, `frame.y`, `frame.drop(columns="id")`) leave out all of these columns? */
export function leavesOut(model: Model, step: Entity, columns: readonly string[]): boolean {
  const { origin } = step;
  switch (origin.how) {
    case "slice":
    case "index": {
      const by = step.from[1];
      const taken = columnNames(model, by?.kind === "tuple" ? by.items[1] : by, step.id);
      if (taken === undefined) return false;
      return "only" in taken
        ? !columns.some((column) => taken.only.includes(column))
        : columns.every((column) => taken.without.includes(column));
    }
    case "attribute":
      return !/^(i?loc|i?at|values|T|columns|index|shape|str|dt)$/.test(origin.name) && !columns.includes(origin.name);
    case "call": {
      if (origin.method !== "drop") return false;
      const dropped = columnNames(model, argument(origin.args, 0, "columns"), step.id);
      return dropped !== undefined && "only" in dropped && columns.every((column) => dropped.only.includes(column));
    }
    default:
      return false;
  }
}
