import type { Expression } from "../../syntax/expressions.js";
import type { Model } from "../model.js";
import { eachStatement } from "../code/visit.js";
import { alternatives, type Entity, type Value } from "../values.js";

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
export function leavesOut(step: Entity, columns: readonly string[]): boolean {
  const { origin } = step;
  switch (origin.how) {
    case "index": {
      const taken = namesOf(step.from[1]);
      return taken !== undefined && !columns.some((column) => taken.includes(column));
    }
    case "attribute":
      return !/^(i?loc|i?at|values|T|columns|index|shape|str|dt)$/.test(origin.name) && !columns.includes(origin.name);
    case "call": {
      if (origin.method !== "drop") return false;
      const dropped = namesOf(origin.args.named.get("columns") ?? origin.args.positional[0]);
      return dropped !== undefined && columns.every((column) => dropped.includes(column));
    }
    default:
      return false;
  }
}

function namesOf(value: Value | undefined): readonly string[] | undefined {
  const [only, ...others] = alternatives(value);
  if (only === undefined || others.length > 0) return undefined;
  if (only.kind === "literal") return typeof only.value === "string" ? [only.value] : undefined;
  const items = only.kind === "entity" ? only.items : only.kind === "tuple" ? only.items : undefined;
  if (items === undefined) return undefined;
  const names = items.map((item) => (item.kind === "literal" && typeof item.value === "string" ? item.value : ""));
  return names.includes("") ? undefined : names;
}
