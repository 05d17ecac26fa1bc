import type { Expression } from "../../syntax/expressions.js";
import { keepsColumns } from "../../knowledge/frames.js";
import { pairSplitters } from "../../knowledge/sklearn.js";
import { columnNames, type ColumnNames } from "./column-names.js";
import type { Model } from "../model.js";
import { viewed } from "./rows.js";
import { alternatives, argument, type Entity, type Value } from "../values.js";
import { perModel } from "../code/per-model.js";
import type { CallEvent } from "../follow/run.js";

/** A column of a frame, by name or by position. */
export interface Column {
  readonly frame: Entity;
  readonly name: string | number;
}

/** How a column came along from its frame to a value: the places on the way, the value itself first, the frame last. */
export type Way = readonly Entity[];

/** The way by which a column is certainly among the columns of a value; undefined where it is left out, or nobody knows. */
export function wayOfColumn(model: Model, value: Value | undefined, column: Column): Way | undefined {
  let found: Way | undefined;
  for (const option of alternatives(value)) {
    const way = option.kind === "entity" ? follow(model, option, column, Infinity, 0) : undefined;
    if (way === undefined) return undefined;
    found ??= way;
  }
  return found;
}

function follow(model: Model, entity: Entity, column: Column, until: number, depth: number): Way | undefined {
  if (depth > 30 || !keepsInPlace(model, entity, column, until)) return undefined;
  if (entity === column.frame) return [entity];
  const sources = sourcesWith(model, entity, column);
  for (const source of sources) {
    let found: Way | undefined;
    for (const option of alternatives(source)) {
      found = option.kind === "entity" ? follow(model, option, column, entity.id, depth + 1) : undefined;
      if (found === undefined) break;
    }
    if (found !== undefined) return [entity, ...found];
  }
  return undefined;
}

/** Is the column still there after what was dropped in place, popped or deleted before? */
export function keepsInPlace(model: Model, frame: Entity, { name }: Column, until: number): boolean {
  const isDeleted = model.deletions.some(({ from, key, id }) => from === frame && key === name && id <= until);
  if (isDeleted) return false;
  if (!frame.methodsCalled.has("drop") && !frame.methodsCalled.has("pop") && !frame.methodsCalled.has("set_index"))
    return true;
  return (droppings(model).get(frame) ?? []).every(({ args, result }) => {
    if (result.kind === "entity" && result.id > until) return true;
    return typeof name === "string" && keepsAfterDrop(model, args, name, until);
  });
}

/** The calls that take columns out of a frame in place. */
const droppings = perModel((model) => {
  const found = new Map<Entity, CallEvent[]>();
  for (const event of model.allCalls) {
    const { method, args, receiver } = event;
    const isInPlace = method === "pop" || isTrue(args.named.get("inplace"));
    if (!isInPlace || (method !== "drop" && method !== "pop" && method !== "set_index")) continue;
    if (receiver?.kind === "entity") found.set(receiver, [...(found.get(receiver) ?? []), event]);
  }
  return found;
});

function isTrue(value: Value | undefined): boolean {
  return value !== undefined && !(value.kind === "literal" && value.value === false);
}

function keepsAfterDrop(model: Model, args: Parameters<typeof argument>[0], name: string, until: number): boolean {
  if (args.named.has("index")) return true;
  const dropped = columnNames(model, args.named.get("columns") ?? argument(args, 0, "labels"), until);
  if (dropped !== undefined && "only" in dropped) return !dropped.only.includes(name);
  // Rows are dropped by numbers and by an index.
  return dropped === undefined && isRowDrop(args);
}

function isRowDrop(args: Parameters<typeof argument>[0]): boolean {
  const axis = argument(args, 1, "axis");
  if (axis?.kind === "literal" && (axis.value === 1 || axis.value === "columns")) return false;
  const [labels] = alternatives(argument(args, 0, "labels"));
  if (labels?.kind === "literal") return typeof labels.value === "number";
  if (labels?.kind !== "entity") return false;
  const { origin } = labels;
  if (origin.how === "attribute") return origin.name === "index";
  return origin.how === "call" && origin.path === "builtins.range";
}

/** What a value was made from with the column still in it. */
function sourcesWith(model: Model, entity: Entity, { name }: Column): readonly Value[] {
  const { origin } = entity;
  switch (origin.how) {
    case "attribute":
      return /^(values|i?loc|T)$/.test(origin.name) ? [origin.of] : [];
    case "index": {
      if (entity.site?.kind !== "Subscript") return [];
      const { index } = entity.site;
      if (index.kind === "Sequence" && index.form === "tuple") return chosenIn(model, entity, name, index.items[1]);
      const isRows = isRowIndex(entity.from[1]) || isView(origin.of);
      if (isRows) return [viewed(origin.of)];
      return keeps(columnNames(model, entity.from[1], entity.id), name) ? [origin.of] : [];
    }
    case "slice":
      if (origin.by.kind !== "Sequence") return [viewed(origin.of)];
      return chosenIn(model, entity, name, origin.by.items[1]);
    case "call":
      return calledWith(model, entity, name);
    case "element":
      return resampled(entity);
    default:
      return [];
  }
}

/** `X_few, y_few = make_imbalance(X, y)`, `X_more, y_more = sampler.fit_resample(X, y)`: some rows, or some twice. */
export function resampled({ origin }: Entity): readonly Value[] {
  if (origin.how !== "element" || origin.index === undefined) return [];
  const [call, ...others] = alternatives(origin.of);
  if (call?.kind !== "entity" || call.origin.how !== "call" || others.length > 0) return [];
  const { path, method, args } = call.origin;
  const isResampling = method === "fit_resample" || /\.(make_imbalance|utils\.(shuffle|resample))$/.test(path ?? "");
  const given = isResampling ? args.positional[origin.index] : undefined;
  return given === undefined ? [] : [given];
}

/** `frame.loc[mask]` chooses rows. */
export function isView(value: Value): boolean {
  return (
    viewed(value) !== value &&
    !alternatives(value).some(
      (one) => one.kind === "entity" && one.origin.how === "attribute" && one.origin.name === "values",
    )
  );
}

/** A mask or positions; names of columns are strings. */
export function isRowIndex(index: Value | undefined): boolean {
  return alternatives(index).every((option) => {
    if (option.kind !== "entity" || option.items !== undefined) return false;
    const { origin } = option;
    if (origin.how === "operation") return /^([<>]=?|[!=]=|[&|~]|in|not in)$/.test(origin.operator);
    if (origin.how === "element") return true;
    return (
      origin.how === "call" &&
      /^(all|any|isin|notna|notnull|isna|isnull|between|duplicated|argsort|permutation)$/.test(
        origin.method ?? origin.path?.replace(/.*\./, "") ?? "",
      )
    );
  });
}

/** The second part of `frame.loc[rows, columns]`, `frame.iloc[:, 1:]` or `rows[:, :8]`. */
function chosenIn(model: Model, entity: Entity, name: string | number, by: Expression | undefined): readonly Value[] {
  const { origin } = entity;
  if (by === undefined || (origin.how !== "index" && origin.how !== "slice")) return [];
  const source = viewed(origin.of);
  if (by.kind === "Slice") {
    if (by.step !== undefined) return [];
    if (by.lower === undefined && by.upper === undefined) return [source];
    return typeof name === "number" && isInSlice(name, by.lower, by.upper) ? [source] : [];
  }
  const bounds = entity.from[1];
  const chosen = bounds?.kind === "tuple" ? bounds.items[1] : undefined;
  return typeof name === "string" && keeps(columnNames(model, chosen, entity.id), name) ? [source] : [];
}

function isInSlice(position: number, lower: Expression | undefined, upper: Expression | undefined): boolean {
  const from = lower === undefined ? 0 : lower.kind === "Literal" ? lower.value : undefined;
  if (typeof from !== "number") return false;
  if (position < 0) return upper === undefined;
  if (position < from) return false;
  return upper === undefined || (upper.kind === "Literal" && typeof upper.value === "number" && position < upper.value);
}

function keeps(names: ColumnNames | undefined, name: string | number): boolean {
  if (names === undefined || typeof name !== "string") return false;
  if ("only" in names) return names.only.includes(name);
  return names.lastLeftOut !== true && !names.without.includes(name);
}

function calledWith(model: Model, entity: Entity, name: string | number): readonly Value[] {
  const { origin } = entity;
  if (origin.how !== "call") return [];
  const { args, method, path, receiver } = origin;
  if (path !== undefined && pairSplitters.has(path)) return entity.from.slice(0, 1);
  if (method === "select" && receiver !== undefined)
    return keeps(columnNames(model, selected(args), entity.id), name) ? [receiver] : [];
  if (path === "polars.DataFrame.drop" && receiver !== undefined) {
    const dropped = columnNames(model, selected(args), entity.id);
    return dropped !== undefined && "only" in dropped && !dropped.only.includes(String(name)) ? [receiver] : [];
  }
  if (method === "drop" && receiver !== undefined)
    return typeof name === "string" && keepsAfterDrop(model, args, name, entity.id) ? [receiver] : [];
  if (method === "set_index" && receiver !== undefined)
    return typeof name === "string" && keepsAfterDrop(model, args, name, entity.id) ? [receiver] : [];
  const isKept = method !== undefined && (keepsColumns.has(method) || path === "polars.DataFrame.filter");
  if (isKept && receiver !== undefined) return [receiver];
  if (method !== undefined && /^(fit_)?transform$/.test(method))
    return keepsThrough(receiver) ? args.positional.slice(0, 1) : [];
  if (path === "pandas.get_dummies") {
    const encoded = columnNames(model, args.named.get("columns"), entity.id);
    const isEncoded = encoded !== undefined && "only" in encoded && encoded.only.includes(String(name));
    return isEncoded ? [] : args.positional.slice(0, 1);
  }
  if (path === "pandas.DataFrame" && args.named.has("columns")) return [];
  return path !== undefined && keepingFunctions.test(path) ? args.positional.slice(0, 1) : [];
}

/** polars takes names one by one, or a list of them. */
function selected({ positional }: Parameters<typeof argument>[0]): Value | undefined {
  return positional.length === 1 ? positional[0] : { kind: "tuple", items: positional };
}

/** Scalers and imputers hand every column on; what chooses columns or is not known may leave one out. */
function keepsThrough(transformer: Value | undefined): boolean {
  return alternatives(transformer).every(
    (option) =>
      option.kind === "entity" &&
      /^sklearn\.(preprocessing|impute)\.(\w+\.)*\w*(Scaler|Imputer|Normalizer|PowerTransformer|QuantileTransformer)$/.test(
        option.type ?? "",
      ),
  );
}

/** Functions that make another kind of array of the same columns. */
export const keepingFunctions =
  /^(numpy\.(array|asarray|ascontiguousarray|nan_to_num)|pandas\.(DataFrame|Series)|torch\.(tensor|from_numpy|as_tensor|FloatTensor|Tensor|LongTensor)|tensorflow\.(constant|convert_to_tensor))$/;
