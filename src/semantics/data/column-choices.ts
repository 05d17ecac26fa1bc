import type { Expression } from "../../syntax/expressions.js";
import { scoresColumns, worthOfColumns } from "../../knowledge/supervised-transformers.js";
import { callsGiving } from "../code/calls-giving.js";
import { pushParts } from "../code/visit.js";
import type { BranchFrame, CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { alternatives, type Entity, type Value } from "../values.js";
import { ancestorsOfHeldOut, isOneSide, type HeldOut } from "./held-out.js";
import { leakCollector, leaksIn, type Leak } from "./leaks.js";
import { sharesAllRows } from "./rows.js";
import { targetColumns } from "./target-columns.js";
import { isFit, usesByObjects } from "./uses.js";

/** Every choice of columns by what they say about the target in all rows, before a split parts these. */
export function columnChoicesIn(model: Model): readonly Leak[] {
  const fitted = leaksIn(model, "selector");
  const found = leakCollector(model);
  for (const { entity, heldOut } of ancestorsOfHeldOut(model)) {
    const chosen = chosenBy(entity);
    if (chosen === undefined) continue;
    for (const score of scoresBehind(model, chosen.by)) {
      if (!isOneSide(model, score.data, heldOut) && isOfSplitRows(model, score.data, chosen.rows, heldOut))
        found.add(score.event, heldOut);
    }
  }
  const known = new Set(fitted.map(({ call }) => call));
  return [...fitted, ...found.leaks().filter(({ call }) => !known.has(call))];
}

function isOfSplitRows(model: Model, data: Value, rows: Value, { source }: HeldOut): boolean {
  return sharesAllRows(model, data, rows) || sharesAllRows(model, data, source);
}

/** What tells which columns (or, `rows[:, chosen]`) of some rows are taken. */
function chosenBy(entity: Entity): { readonly by: readonly Value[]; readonly rows: Value } | undefined {
  const { origin } = entity;
  if (origin.how === "index" || origin.how === "slice")
    return entity.from[1] === undefined ? undefined : { by: [entity.from[1]], rows: origin.of };
  if (origin.how !== "call" || origin.receiver === undefined) return undefined;
  return /^(drop|filter|reindex|get|select)$/.test(origin.method ?? "")
    ? { by: [...origin.args.positional, ...origin.args.named.values()], rows: origin.receiver }
    : undefined;
}

interface Score {
  readonly event: CallEvent;
  readonly data: Value;
}

const mostSteps = 120;

/** The calls that told the worth of columns, on the way to a list of them. */
function scoresBehind(model: Model, values: readonly Value[]): readonly Score[] {
  const found: Score[] = [];
  const seen = new Set<Entity>();
  const pending: Value[] = [...values];
  for (let next = pending.pop(); next !== undefined && seen.size < mostSteps; next = pending.pop()) {
    if (next.kind === "tuple") pending.push(...next.items);
    else if (next.kind === "union") pending.push(...next.options);
    if (next.kind !== "entity" || seen.has(next)) continue;
    seen.add(next);
    const scores = scoresAt(model, next);
    found.push(...scores);
    if (scores.length > 0) continue;
    // Rows are no names of columns, so what they are made of decides nothing.
    if (next.origin.how === "call" && next.origin.path !== undefined && /^pandas\.read_/.test(next.origin.path))
      continue;
    pending.push(...next.from, ...model.heldBy(next), ...conditionsOf(model, next));
  }
  return found;
}

function scoresAt(model: Model, entity: Entity): readonly Score[] {
  const { origin } = entity;
  if (origin.how === "attribute" && worthOfColumns.has(origin.name)) return fitOf(model, origin.of);
  if (origin.how === "index") {
    const correlations = correlationTable(origin.of);
    const isByTarget =
      targetColumns(model).size > 0 && alternatives(entity.from[1]).some((key) => isTarget(model, key));
    return correlations !== undefined && isByTarget ? scoreOf(model, correlations) : [];
  }
  if (origin.how !== "call") return [];
  const { path, method, receiver, args } = origin;
  if (path !== undefined && scoresColumns(path)) return scoreOf(model, entity);
  if (method === "corrwith") return scoreOf(model, entity);
  if (method === "corr" && args.positional[0]?.kind === "entity") return scoreOf(model, entity);
  if (method !== undefined && worthOfColumns.has(method) && receiver !== undefined) return fitOf(model, receiver);
  return path !== undefined && /\.permutation_importance$/.test(path) && args.positional[0] !== undefined
    ? fitOf(model, args.positional[0])
    : [];
}

/** `frame.corr()`, its absolute values, and rows or columns of it. */
function correlationTable(value: Value, depth = 0): Entity | undefined {
  const [only] = alternatives(value);
  if (only?.kind !== "entity" || depth > 4) return undefined;
  const { origin } = only;
  if (origin.how === "attribute") return correlationTable(origin.of, depth + 1);
  if (origin.how !== "call") return undefined;
  if (origin.method === "corr" && origin.args.positional[0]?.kind !== "entity") return only;
  if (origin.path === "builtins.abs" || origin.path === "numpy.abs")
    return origin.args.positional[0] === undefined ? undefined : correlationTable(origin.args.positional[0], depth + 1);
  return origin.method === "abs" && origin.receiver !== undefined
    ? correlationTable(origin.receiver, depth + 1)
    : undefined;
}

function isTarget(model: Model, key: Value): boolean {
  return key.kind === "literal" && targetColumns(model).has(String(key.value));
}

/** A call whose receiver or first argument is the rows. */
function scoreOf(model: Model, entity: Entity): readonly Score[] {
  const event = callsGiving(model, entity).at(-1);
  const data = event?.receiver?.kind === "entity" ? event.receiver : event?.args.positional[0];
  return event === undefined || data === undefined ? [] : [{ event, data }];
}

/** The last fit of the object that is asked about columns. */
function fitOf(model: Model, object: Value): readonly Score[] {
  const options = alternatives(object);
  const fit = usesByObjects(model).findLast(({ object, use }) => isFit(use) && options.includes(object));
  return fit === undefined ? [] : [fit.use];
}

/** What decides which members a list gets: the conditions of a comprehension, the branches around an `append`. */
function conditionsOf(model: Model, { site, origin, facts }: Entity): readonly Value[] {
  if (site === undefined || origin.how !== "container") return [];
  if (site.kind === "Comprehension") {
    const conditions = site.clauses.flatMap((clause) => clause.conditions);
    return operandsIn(conditions).flatMap((operand) => model.valueOf(operand) ?? []);
  }
  if (!facts.has("contents")) return [];
  const found: Value[] = [];
  for (const { receiver, method, branches } of model.allCalls) {
    if (receiver?.kind !== "entity" || receiver.site !== site || !/^(append|add|extend)$/.test(method ?? "")) continue;
    for (let branch: BranchFrame | undefined = branches; branch !== undefined; branch = branch.parent)
      found.push(branch.test);
  }
  return found;
}

/** The operands of all comparisons, which the model remembers. */
function operandsIn(conditions: readonly Expression[]): readonly Expression[] {
  const found: Expression[] = [];
  const pending = [...conditions];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === "Comparison") found.push(...next.operands);
    pushParts(next, pending);
  }
  return found;
}
