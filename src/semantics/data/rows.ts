import { aboutRows, appliesFitted, argumentsOf, lineageOf } from "./lineage.js";
import type { Expression } from "../../syntax/expressions.js";
import type { Model } from "../model.js";
import { alternatives, type Entity, type Value } from "../values.js";

/** Does everything that the second value is made from include every row of the first: is a value with all the rows of the one an ancestor of the other? */
export function sharesAllRows(model: Model, one: Value, other: Value): boolean {
  const ancestors = new Set<unknown>(lineageOf(model, other).map((step) => step.entity));
  if (other.kind === "symbol") ancestors.add(other.path);
  return alternatives(one).every((option) => keepsRowsOf(option, ancestors, 0));
}

function keepsRowsOf(value: Value, ancestors: ReadonlySet<unknown>, depth: number): boolean {
  if (value.kind === "symbol") return ancestors.has(value.path);
  if (value.kind !== "entity" || depth > 20) return false;
  if (ancestors.has(value)) return true;
  return rowKeepingSources(value).some((source) =>
    alternatives(source).some((option) => keepsRowsOf(option, ancestors, depth + 1)),
  );
}

/** The sources of which a value has every row. */
export function rowKeepingSources(entity: Entity): readonly Value[] {
  const { origin } = entity;
  switch (origin.how) {
    case "attribute":
      return aboutRows.has(origin.name) || origin.name === "loc" || origin.name === "iloc" ? [] : [origin.of];
    case "index":
      return choosesColumns(entity) ? [origin.of] : [];
    case "slice":
      return origin.by.kind === "Sequence" && isEverything(origin.by.items[0]) ? [viewed(origin.of)] : [];
    case "call": {
      if (origin.method !== undefined && appliesFitted.has(origin.method)) return argumentsOf(entity);
      if (origin.receiver !== undefined && origin.method !== undefined && keepsRows.has(origin.method))
        return [origin.receiver];
      if (origin.method === "drop" && origin.receiver !== undefined && dropsColumns(entity)) return [origin.receiver];
      return origin.path !== undefined && keepingFunctions.test(origin.path) ? argumentsOf(entity) : [];
    }
    case "operation":
    case "container":
      return entity.from;
    case "parameter":
    case "instance":
    case "element":
    case "unknown":
      return [];
  }
}

/** `frame.loc[...]` looks at the frame itself. */
export function viewed(value: Value): Value {
  const [only, ...others] = alternatives(value);
  if (only?.kind !== "entity" || others.length > 0 || only.origin.how !== "attribute") return value;
  return ["loc", "iloc", "values"].includes(only.origin.name) ? only.origin.of : value;
}

function isEverything(expression: { readonly kind: string } | undefined): boolean {
  return (
    expression?.kind === "Slice" &&
    !("lower" in expression && expression.lower !== undefined) &&
    !("upper" in expression && expression.upper !== undefined)
  );
}

/** `frame["a"]`, `frame[["a", "b"]]`, `frame[FEATURES]`: columns, where a mask or positions would choose rows. */
function choosesColumns(entity: Entity): boolean {
  const index = entity.from[1];
  if (index === undefined) return false;
  return alternatives(index).every((option) => namesColumns(option, 0) ?? isCalledColumn(entity));
}

/** Is a value a column's name or a list of such? Undefined where nobody knows. */
function namesColumns(value: Value, depth: number): boolean | undefined {
  if (value.kind === "literal") return typeof value.value === "string";
  if (value.kind !== "entity") return false;
  if (value.items !== undefined)
    return value.items.every((item) => item.kind === "literal" && typeof item.value === "string");
  // A list that a comprehension makes of a frame's columns, and what a frame's `columns` were cut down to.
  if (value.type === "builtins.list" || comesFromColumns(value, 0)) return true;
  // `[f"band_{i}" for i in range(9)] + ["ph"]`.
  if (value.origin.how !== "operation" || value.origin.operator !== "+" || depth > 6) return undefined;
  return value.from.every((part) => alternatives(part).every((option) => namesColumns(option, depth + 1) === true))
    ? true
    : undefined;
}

/** What a caller hands in under such a name is nothing else. */
function isCalledColumn({ origin }: Entity): boolean {
  return origin.how === "index" && namesInPath(origin.by).some((name) => columnNames.test(name));
}

function namesInPath(expression: Expression): readonly string[] {
  if (expression.kind === "Name") return [expression.id];
  return expression.kind === "Attribute" ? [expression.name] : [];
}

const columnNames =
  /(^|_)(col|cols|columns?|col_?names?|features?|feats?|fields?|num|cat|numeric\w*|numerical|continuous|categorical|vars?|variables?|predictors)$/i;

function comesFromColumns(entity: Entity, depth: number): boolean {
  if (entity.origin.how === "attribute" && entity.origin.name === "columns") return true;
  return (
    depth < 6 &&
    entity.from.some((source) =>
      alternatives(source).some((option) => option.kind === "entity" && comesFromColumns(option, depth + 1)),
    )
  );
}

function dropsColumns(entity: Entity): boolean {
  const { origin } = entity;
  if (origin.how !== "call") return false;
  const axis = origin.args.named.get("axis") ?? origin.args.positional[1];
  if (origin.args.named.has("columns") || origin.path === "polars.DataFrame.drop") return true;
  return axis?.kind === "literal" && (axis.value === 1 || axis.value === "columns");
}

const keepsRows = new Set([
  "abs",
  "round",
  "dropna",
  "drop_duplicates",
  "sort_values",
  "batch",
  "shuffle",
  "cache",
  "prefetch",
  "astype",
  "copy",
  "fillna",
  "to_numpy",
  "reshape",
  "assign",
  "rename",
  "apply",
  "applymap",
  "map",
  "replace",
  "toarray",
  "todense",
  "to",
  "float",
  "reset_index",
  "clip",
  "squeeze",
  "ravel",
  "flatten",
  "ffill",
  "bfill",
  "interpolate",
  "join",
  "select_dtypes",
  "get",
  "pop",
  "tocsr",
  "tolist",
  "to_frame",
  "with_columns",
  "with_row_index",
  "with_row_count",
  "select",
  "get_column",
  "to_pandas",
  "to_series",
  "to_torch",
  "drop_nulls",
  "fill_null",
  "fill_nan",
  "cast",
  "sort",
  "collect",
  "lazy",
  "alias",
  "to_dummies",
]);
const keepingFunctions =
  /^(numpy\.(array|asarray|hstack|column_stack|log\w*|sqrt|nan_to_num|reshape|squeeze|expand_dims|float\w*|c_|ravel|abs)|pandas\.(DataFrame|Series|get_dummies|to_numeric)|builtins\.(list|tuple)|torch\.(tensor|from_numpy|as_tensor|FloatTensor))$/;
