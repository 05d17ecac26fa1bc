import type { Call, Expression } from "../../syntax/expressions.js";
import {
  changingMethods,
  isChangingFunction,
  isColumnExpression,
  isWholeScaling,
  statisticMethods,
} from "../../knowledge/statistics.js";
import { callsGiving } from "../code/calls-giving.js";
import { areExclusive } from "../code/exclusive.js";
import { statementsAround } from "../code/statements-around.js";
import { eachExpression } from "../code/visit.js";
import type { Model } from "../model.js";
import type { Closure, Entity, Value } from "../values.js";
import { writtenColumns } from "./columns.js";
import { ancestorsOfHeldOut, isOneSide, type Ancestor, type HeldOut } from "./held-out.js";
import { leakCollector, type Leak } from "./leaks.js";
import { writtenInto } from "./lineage.js";
import { isMadeUp } from "./made-up-rows.js";
import { isPerItem } from "./per-item.js";
import { sharesAllRows } from "./rows.js";
import { statisticsIn, type Statistic } from "./statistics.js";
import { usesOfData } from "./uses.js";

/** Every statistic of all rows that is worked into rows which a split parts: the first of each statement. */
export function selfStatisticsIn(model: Model): readonly Leak[] {
  const found = leakCollector(model);
  const isUsed = usesOfData(model).length > 0;
  const firsts = new Map<unknown, { readonly statistic: Entity; readonly heldOut: HeldOut }>();
  for (const ancestor of ancestorsOfHeldOut(model)) {
    const { entity, heldOut } = ancestor;
    for (const work of worksIn(model, ancestor)) {
      // Examples that a program makes up for others to try things on are nobody's results.
      if (!isOfAllRows(model, work, heldOut) || (!isUsed && isMadeUp(model, heldOut.source))) continue;
      const key = statementOf(entity);
      const first = firsts.get(key)?.statistic;
      const { statistic } = work;
      if (first === undefined || statistic.call.start < (first.site?.start ?? 0))
        firsts.set(key, { statistic: statistic.entity, heldOut });
    }
  }
  for (const { statistic, heldOut } of firsts.values()) found.add(callsGiving(model, statistic).at(-1), heldOut);
  return found.leaks();
}

/** A statistic that rows are filled, cut or scaled with. */
interface Work {
  readonly statistic: Statistic;
  readonly rows: readonly Value[];
}

/** What is worked into the rows at one step of their lineage. */
function worksIn(model: Model, { entity, step }: Ancestor): readonly Work[] {
  const { origin } = entity;
  const holder = step.below?.entity;
  if (isWrittenInto(model, entity, holder)) return works(model, [holder, entity]).filter(isUngrouped);
  // A difference of two statistics is one, which no row has met.
  if (origin.how === "operation")
    return /^[-+*/]$/.test(origin.operator) ? works(model, entity.from).filter(isUngrouped) : [];
  if (origin.how !== "call") return [];
  const { path, method, receiver, args, call } = origin;
  const given = [...args.positional, ...args.named.values()];
  const [first] = args.positional;
  if (path !== undefined && isWholeScaling(path)) {
    const axis = args.named.get("axis");
    const isRowWise = axis?.kind === "literal" && axis.value !== 0;
    if (first === undefined || isRowWise) return [];
    return [{ statistic: { entity, call, data: first, isGrouped: false }, rows: [first] }];
  }
  if (path !== undefined && isChangingFunction(path)) return works(model, given);
  if (method === undefined || receiver === undefined) return [];
  if (changingMethods.has(method)) return works(model, [receiver, ...given]);
  return /^(apply|transform|pipe)$/.test(method) ? appliedScaling(model, entity, receiver, given) : [];
}

function isUngrouped({ statistic }: Work): boolean {
  return !statistic.isGrouped;
}

/** The statistics among some values, each with the values that are more than statistics. */
function works(model: Model, values: readonly (Value | undefined)[]): readonly Work[] {
  const rows: Value[] = [];
  const statistics: Statistic[] = [];
  for (const value of values) {
    const within = value === undefined ? [] : statisticsIn(model, value);
    if (within !== undefined) statistics.push(...within);
    else if (value !== undefined) rows.push(value);
  }
  return rows.length === 0 ? [] : statistics.map((statistic) => ({ statistic, rows }));
}

/** `rows.apply(zscore)`, `rows.apply(lambda column: (column - column.mean()) / column.std())`. */
function appliedScaling(model: Model, entity: Entity, receiver: Value, given: readonly Value[]): readonly Work[] {
  if (entity.origin.how !== "call") return [];
  const { call, args } = entity.origin;
  const axis = args.named.get("axis");
  if (axis?.kind === "literal" && axis.value !== 0 && axis.value !== "index") return [];
  const work = (made: Entity, at: Call): Work => ({
    statistic: { entity: made, call: at, data: receiver, isGrouped: false },
    rows: [receiver],
  });
  for (const value of given) {
    if (value.kind === "symbol" && isWholeScaling(value.path)) return [work(entity, call)];
    const within = value.kind === "closure" ? statisticOfParameter(value) : undefined;
    const event = within === undefined ? undefined : model.calls.find((other) => other.call === within);
    if (within !== undefined && event?.result.kind === "entity") return [work(event.result, within)];
  }
  return [];
}

/** The first `column.mean()` in a function of one column. */
function statisticOfParameter({ form }: Closure): Call | undefined {
  const name = form.params[0]?.name;
  const found: Call[] = [];
  eachExpression(form.body, (expression: Expression) => {
    if (
      expression.kind === "Call" &&
      expression.callee.kind === "Attribute" &&
      statisticMethods.has(expression.callee.name) &&
      expression.callee.object.kind === "Name" &&
      expression.callee.object.id === name
    )
      found.push(expression);
  });
  return found.sort((a, b) => a.start - b.start)[0];
}

/** `rows.loc[rows.age.isna(), "age"] = rows.age.mean()`, `rows[np.isnan(rows)] = np.nanmean(rows)`; a column of its own is a feature. */
function isWrittenInto(model: Model, entity: Entity, holder: Entity | undefined): boolean {
  if (holder === undefined || (statisticsIn(model, entity) ?? []).length === 0) return false;
  const isHeld = writtenInto(model, holder).includes(entity);
  return isHeld && entity.site !== undefined && !writtenColumns(model).has(entity.site);
}

/** Are the rows that a statistic sums up those of both sides, and not those of one item? */
function isOfAllRows(model: Model, { statistic: { entity, data }, rows }: Work, heldOut: HeldOut): boolean {
  const isShared = (own: Value): boolean => (isOfFrame(data) ? isOfFrame(own) : sharesAllRows(model, data, own));
  if (isOneSide(model, data, heldOut) || !rows.some(isShared)) return false;
  const event = callsGiving(model, entity).at(-1);
  return event !== undefined && !isPerItem(event, data, heldOut.event) && !areExclusive(event, heldOut.event);
}

/** An expression of polars is of all rows of the frame that it is given to. */
function isOfFrame(value: Value): boolean {
  let at: Value | undefined = value;
  for (let depth = 0; at?.kind === "entity" && at.origin.how === "call" && depth < 6; depth++) {
    if (isColumnExpression(at.origin.path ?? "")) return true;
    at = at.origin.receiver;
  }
  return false;
}

function statementOf({ site, unit }: Entity): unknown {
  return site === undefined ? undefined : (statementsAround(unit.form, site).at(-1) ?? site);
}
