import type { Expression } from "../../syntax/expressions.js";
import { pairSplitters } from "../../knowledge/sklearn.js";
import { columnNames, isMinusOne } from "./column-names.js";
import { isRowIndex, isView, keepingFunctions, resampled, type Column } from "./frame-columns.js";
import type { Model } from "../model.js";
import { viewed } from "./rows.js";
import { alternatives, type Entity, type Value } from "../values.js";

/** The columns that a target is, with the frames that it is a column of, nearest first; what was made of it by value counts as it. */
export function columnsOf(model: Model, value: Value | undefined, depth = 0): readonly Column[] {
  const [only, ...others] = alternatives(value);
  if (only?.kind !== "entity" || others.length > 0 || depth > 20) return [];
  const { origin } = only;
  const through = (source: Value | undefined): readonly Column[] => columnsOf(model, source, depth + 1);
  switch (origin.how) {
    case "index": {
      if (only.site?.kind !== "Subscript") return [];
      const { index } = only.site;
      if (index.kind === "Sequence" && index.form === "tuple") return columnAt(model, only, index.items[1]);
      const names = columnNames(model, only.from[1], only.id);
      if (names !== undefined && "only" in names) return inFrames(names.only, viewed(origin.of));
      return isRowIndex(only.from[1]) || isView(origin.of) ? through(viewed(origin.of)) : [];
    }
    case "slice":
      return origin.by.kind === "Sequence" ? columnAt(model, only, origin.by.items[1]) : through(viewed(origin.of));
    case "attribute":
      if (origin.name === "values") return through(origin.of);
      return isFrameLike(origin.of) && !frameAttributes.test(origin.name) ? inFrames([origin.name], origin.of) : [];
    case "operation": {
      const [one, other] = only.from;
      const isTest = /^([<>]=?|[!=]=)$/.test(origin.operator) && other?.kind === "literal";
      return isTest ? through(one) : [];
    }
    case "call": {
      const { args, method, path, receiver } = origin;
      if (path !== undefined && pairSplitters.has(path)) return through(only.from[0]);
      if (method === "pop" || method === "get_column") return poppedColumns(model, only, receiver);
      if (method === "select" && args.positional.length === 1) return poppedColumns(model, only, receiver);
      if (method === "map" || method === "replace")
        return args.positional[0]?.kind === "closure" ? [] : through(receiver);
      if (method !== undefined && keepsValues.has(method)) return through(receiver);
      if (method === "fit_transform" || method === "transform") return through(args.positional[0]);
      return path !== undefined && (keepingFunctions.test(path) || /^numpy\.log(1p|10|2)?$/.test(path))
        ? through(args.positional[0])
        : [];
    }
    case "element":
      return resampled(only).flatMap((source) => through(source));
    default:
      return [];
  }
}

/** `frame.pop("y")`, and polars' `frame.get_column("y")`: what was taken before still has it. */
function poppedColumns(model: Model, { origin, id }: Entity, receiver: Value | undefined): readonly Column[] {
  const names = origin.how === "call" ? columnNames(model, origin.args.positional[0], id) : undefined;
  return names !== undefined && "only" in names && receiver !== undefined ? inFrames(names.only, receiver) : [];
}

/** `frame.iloc[:, -1]`, `rows[:, 8]`, `frame.loc[:, "y"]`. */
function columnAt(model: Model, entity: Entity, by: Expression | undefined): readonly Column[] {
  const { origin } = entity;
  if (by === undefined || (origin.how !== "index" && origin.how !== "slice")) return [];
  const source = viewed(origin.of);
  if (by.kind === "Slice") return [];
  if (isMinusOne(by)) return inFrames([-1], source);
  if (by.kind === "Literal" && typeof by.value === "number") return inFrames([by.value], source);
  const bounds = entity.from[1];
  const names = columnNames(model, bounds?.kind === "tuple" ? bounds.items[1] : undefined, entity.id);
  return names !== undefined && "only" in names ? inFrames(names.only, source) : [];
}

function inFrames(names: readonly (string | number)[], frame: Value): readonly Column[] {
  return alternatives(frame).flatMap((option) =>
    option.kind === "entity" ? names.map((name) => ({ frame: option, name })) : [],
  );
}

function isFrameLike(value: Value): boolean {
  return alternatives(value).every(
    (option) => option.kind === "entity" && (option.type === "pandas.DataFrame" || option.methodsCalled.has("drop")),
  );
}

const frameAttributes = /^(i?loc|i?at|values|T|columns|index|shape|str|dt|cat|dtypes?|size|ndim|data|target)$/;
const keepsValues = new Set([
  "astype",
  "copy",
  "to_numpy",
  "ravel",
  "flatten",
  "reshape",
  "squeeze",
  "fillna",
  "dropna",
  "reset_index",
  "to_frame",
  "tolist",
  "to_list",
  "to_series",
  "cast",
  "clip",
  "ge",
  "gt",
  "le",
  "lt",
  "eq",
]);
