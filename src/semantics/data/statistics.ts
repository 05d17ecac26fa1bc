import type { Call } from "../../syntax/expressions.js";
import {
  isReshapingFunction,
  isStatisticFunction,
  reshapingMethods,
  statisticMethods,
} from "../../knowledge/statistics.js";
import type { Model } from "../model.js";
import { alternatives, argument, type CallArguments, type Entity, type Value } from "../values.js";

/** A call that sums up rows in a few numbers. */
export interface Statistic {
  readonly entity: Entity;
  readonly call: Call;
  readonly data: Value;
  /** One for each group: `rows.groupby("city")["age"].median()`. */
  readonly isGrouped: boolean;
}

/** The statistic that an entity is, over all rows; what sums up each row by itself (`axis=1`) is none. */
export function statisticOf({ origin }: Entity): Omit<Statistic, "entity"> | undefined {
  if (origin.how !== "call") return undefined;
  const { path, method, receiver, args, call } = origin;
  if (path !== undefined && isStatisticFunction(path)) {
    const [data] = args.positional;
    const isOfTwo = path.startsWith("builtins.") && args.positional.length !== 1;
    if (data === undefined || isOfTwo || !goesDown(args, /quantile|percentile/.test(path) ? 2 : 1)) return undefined;
    return { call, data, isGrouped: false };
  }
  if (method === undefined || receiver === undefined) return undefined;
  const group = groupedRows(receiver);
  if (group !== undefined && /^(transform|agg|aggregate)$/.test(method)) return { call, data: group, isGrouped: true };
  if (!statisticMethods.has(method) || !goesDown(args, method === "quantile" ? 1 : 0)) return undefined;
  return group === undefined ? { call, data: receiver, isGrouped: false } : { call, data: group, isGrouped: true };
}

/** Along the rows (or over everything), not within each. */
function goesDown(args: CallArguments, position: number): boolean {
  const axis = argument(args, position, "axis") ?? args.named.get("dim");
  if (axis === undefined) return true;
  const axes = axis.kind === "tuple" ? axis.items : axis.kind === "entity" ? axis.items : [axis];
  if (axes === undefined) return false;
  return axes.some((one) => one.kind === "literal" && rowAxes.has(one.value));
}

const rowAxes: ReadonlySet<unknown> = new Set([0, null, "index", "rows"]);

/** The rows under a `groupby`, whose columns may have been chosen. */
export function groupedRows(value: Value, depth = 0): Value | undefined {
  const [only, ...others] = alternatives(value);
  if (only?.kind !== "entity" || others.length > 0 || depth > 4) return undefined;
  const { origin } = only;
  if (origin.how === "call") return isGrouping(origin.method) ? origin.receiver : undefined;
  return origin.how === "index" || origin.how === "attribute" ? groupedRows(origin.of, depth + 1) : undefined;
}

/** pandas and polars spell it differently. */
export function isGrouping(method: string | undefined): boolean {
  return method === "groupby" || method === "group_by";
}

/**
 * The statistics that a value is made of, as long as it is made of nothing else: `2 * rows.std() + 1e-8` is, what is
 * left of the rows after `rows - rows.mean()` is not.
 */
export function statisticsIn(model: Model, value: Value, depth = 0): readonly Statistic[] | undefined {
  if (value.kind === "literal" || value.kind === "symbol") return [];
  if (depth > 12) return undefined;
  const all = (values: readonly Value[]): readonly Statistic[] | undefined => {
    const found = values.map((one) => statisticsIn(model, one, depth + 1));
    return found.includes(undefined) ? undefined : found.flatMap((statistics) => statistics ?? []);
  };
  if (value.kind === "tuple") return all(value.items);
  if (value.kind === "union") return all(value.options);
  if (value.kind !== "entity") return undefined;
  const known = statisticOf(value);
  if (known !== undefined) return [{ ...known, entity: value }];
  const { origin } = value;
  switch (origin.how) {
    case "operation":
      return all(value.from);
    case "container": {
      const isComprehension = value.site?.kind === "Comprehension";
      const members = isComprehension ? value.from.slice(0, 1) : value.from;
      return all([...members, ...model.heldBy(value)]);
    }
    case "index":
    case "slice":
    case "element":
    case "attribute":
      return all([origin.of]);
    case "call": {
      const { path, method, receiver, args } = origin;
      const given = [...args.positional, ...args.named.values()];
      if (path === "numpy.take") return all(given.slice(0, 1));
      if (path !== undefined && isReshapingFunction(path)) return all(given);
      if (method !== undefined && reshapingMethods.has(method) && receiver !== undefined)
        return all([receiver, ...given]);
      return undefined;
    }
    default:
      return undefined;
  }
}
