import type { Expression } from "../../syntax/expressions.js";
import type { Model } from "../model.js";
import { eachStatement } from "../code/visit.js";
import { argument, type Entity } from "../values.js";
import { columnNames } from "./column-names.js";

/** The column that a value was written to (`frame["age"] = ...`), by the expression that made it. */
export function writtenColumns(model: Model): ReadonlyMap<Expression, readonly string[]> {
  const known = columnsOfModels.get(model);
  if (known !== undefined) return known;
  const found = new Map<Expression, readonly string[]>();
  eachStatement(model.form.body, (statement) => {
    if (statement.kind !== "Assign" || statement.value === undefined) return;
    for (const target of statement.targets) {
      const names = target.kind === "Subscript" ? literalNames(target.index) : undefined;
      if (names !== undefined) found.set(statement.value, names);
    }
  });
  columnsOfModels.set(model, found);
  return found;
}

const columnsOfModels = new WeakMap<Model, ReadonlyMap<Expression, readonly string[]>>();

function literalNames(index: Expression): readonly string[] | undefined {
  if (index.kind === "Literal") return typeof index.value === "string" ? [index.value] : undefined;
  if (index.kind !== "Sequence" || index.form !== "list") return undefined;
  const names = index.items.map((item) =>
    item.kind === "Literal" && typeof item.value === "string" ? item.value : "",
  );
  return names.includes("") ? undefined : names;
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
