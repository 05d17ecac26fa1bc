import { callsGiving } from "../code/calls-giving.js";
import type { Model } from "../model.js";
import { alternatives, argument, type Entity, type Value } from "../values.js";
import { ancestorsOfHeldOut, isOneSide } from "./held-out.js";
import { leakCollector, leaksIn, type Leak } from "./leaks.js";
import type { Step } from "./lineage.js";
import { targetColumns } from "./target-columns.js";
import { sharesAllRows } from "./rows.js";
import { isGrouping } from "./statistics.js";
import { isColumnExpression, isStatisticFunction, statisticMethods } from "../../knowledge/statistics.js";

/** Every encoding of categories by the target of all rows, before a split parts these. */
export function targetEncodingsIn(model: Model): readonly Leak[] {
  const found = leakCollector(model);
  const targets = targetColumns(model);
  for (const { entity, step, heldOut } of targets.size === 0 ? [] : ancestorsOfHeldOut(model)) {
    const grouping = groupingOfTarget(entity, targets);
    if (grouping === undefined) continue;
    const { group, data } = grouping;
    if (isOneSide(model, data, heldOut) || !isBroughtBack(model, step, data)) continue;
    found.add(callsGiving(model, group).at(-1), heldOut);
  }
  const byHand = found.leaks();
  return [...leaksIn(model, "target-encoder"), ...byHand];
}

/** A `groupby` of rows of which the target's mean or the like is taken. */
function groupingOfTarget(
  entity: Entity,
  targets: ReadonlySet<string>,
): { readonly group: Entity; readonly data: Value } | undefined {
  const { origin } = entity;
  if (origin.how !== "call" || origin.method === undefined || origin.receiver === undefined) return undefined;
  const given = [...origin.args.positional, ...origin.args.named.values()];
  if (origin.method === "pivot_table") {
    const values = argument(origin.args, 0, "values");
    return isTarget(values, targets) ? { group: entity, data: origin.receiver } : undefined;
  }
  const isAggregate = /^(agg|aggregate|transform)$/.test(origin.method);
  if (!isAggregate && !summing.has(origin.method)) return undefined;
  if (isAggregate && !given.some((value) => namesStatistic(value, 0))) return undefined;
  const column = columnChosen(origin.receiver);
  if (column === undefined) return undefined;
  const { group, chosen } = column;
  const isOfTarget =
    chosen.length > 0
      ? chosen.some((name) => isTarget(name, targets))
      : given.some((value) => namesTarget(value, targets, 0));
  if (!isOfTarget || group.origin.how !== "call" || group.origin.receiver === undefined) return undefined;
  return { group, data: group.origin.receiver };
}

/** Do the groups' numbers come back to the rows that they were taken of? A table with one row for each group is no encoding. */
function isBroughtBack(model: Model, step: Step, data: Value): boolean {
  const { origin } = step.entity;
  if (origin.how === "call" && origin.method === "transform") return true;
  for (let at = step; at.below !== undefined; at = at.below) {
    const { entity } = at.below;
    const others = entity.from.includes(at.entity) ? entity.from.filter((other) => other !== at.entity) : [entity];
    if (others.some((other) => other.kind !== "literal" && sharesAllRows(model, other, data))) return true;
  }
  return false;
}

const summing: ReadonlySet<string> = new Set([...statisticMethods, "sum"]);
/** `"mean"`, `["mean", "count"]`, `np.mean`, `{"price": "mean"}`, `("price", "mean")`; a function of one's own may look back only. */
function namesStatistic(value: Value, depth: number): boolean {
  if (value.kind === "literal") return summing.has(String(value.value));
  if (value.kind === "symbol") return isStatisticFunction(value.path);
  if (value.kind === "tuple") return value.items.slice(1).some((item) => namesStatistic(item, depth + 1));
  if (value.kind !== "entity" || depth > 3) return false;
  // `pl.col("price").mean().alias("rate")`.
  const { origin } = value;
  if (origin.how === "call" && summing.has(origin.method ?? "") && expressionOf(value) !== undefined) return true;
  return value.from.some((part) => namesStatistic(part, depth + 1));
}

/** The `groupby` under a choice of columns, and those columns. */
function columnChosen(value: Value): { readonly group: Entity; readonly chosen: readonly Value[] } | undefined {
  const chosen: Value[] = [];
  for (let at: Value | undefined = value, depth = 0; at?.kind === "entity" && depth < 5; depth++) {
    const { origin }: Entity = at;
    if (origin.how === "call") {
      if (isGrouping(origin.method)) return { group: at, chosen };
      return undefined;
    }
    if (origin.how === "attribute") chosen.push({ kind: "literal", value: origin.name });
    else if (origin.how === "index" && at.from[1] !== undefined) chosen.push(at.from[1]);
    else return undefined;
    at = alternatives(origin.of)[0];
  }
  return undefined;
}

function isTarget(value: Value | undefined, targets: ReadonlySet<string>): boolean {
  return alternatives(value).some((option) => {
    if (option.kind === "literal") return targets.has(String(option.value));
    return option.kind === "entity" && (option.items ?? []).some((item) => isTarget(item, targets));
  });
}

/** The column of polars that an expression is worked out of: `"price"` of `pl.col("price").mean().alias("rate")`. */
function expressionOf(value: Value): Value | undefined {
  let at: Value | undefined = value;
  for (let depth = 0; at?.kind === "entity" && at.origin.how === "call" && depth < 6; depth++) {
    if (isColumnExpression(at.origin.path ?? "")) return at.origin.args.positional[0];
    at = alternatives(at.origin.receiver)[0];
  }
  return undefined;
}

/** `.agg({"price": "mean"})`, `.agg(rate=("price", "mean"))`. */
function namesTarget(value: Value, targets: ReadonlySet<string>, depth: number): boolean {
  if (value.kind === "tuple") return isTarget(value.items[0], targets);
  if (value.kind !== "entity" || depth > 2) return false;
  const column = expressionOf(value);
  if (column !== undefined) return isTarget(column, targets);
  if (value.type === "builtins.list") return (value.items ?? []).some((item) => namesTarget(item, targets, depth + 1));
  return [...value.fields.keys()].some((key) => targets.has(key.slice(1, -1)));
}
