import type { Expression } from "../../syntax/expressions.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { columnsOf } from "./column-values.js";
import { writtenColumns } from "./columns.js";
import { wayOfColumn, type Column, type Way } from "./frame-columns.js";
import { modelInputs } from "./model-inputs.js";
import { eachStatement } from "../code/visit.js";
import { writtenArgument } from "../code/written-arguments.js";
import { alternatives, type Entity, type Value } from "../values.js";
import { perModel } from "../code/per-model.js";
import type { Assign } from "../../syntax/form.js";

/** A target that is among the features of the model that is to predict it. */
export interface LeakedTarget {
  /** Where the features are chosen. */
  readonly at: Expression;
  readonly column: string | number;
  /** The fit, or what pairs the features with the target. */
  readonly fit: CallEvent;
}

/** Every place where features are taken with the target among them, once each. */
export function leakedTargets(model: Model): readonly LeakedTarget[] {
  const found = new Map<Expression, LeakedTarget>();
  for (const { event, features, target, written } of modelInputs(model)) {
    if (target === undefined || picksColumns(event.receiver)) continue;
    for (const column of targetColumns(model, features, target)) {
      const way = wayOfColumn(model, features, column);
      if (way === undefined) continue;
      const at = placeOf(model, way, event, written);
      if (at !== undefined && !found.has(at)) found.set(at, { at, column: column.name, fit: event });
      break;
    }
  }
  return [...found.values()];
}

/** A pipeline that chooses columns by name may leave the target out by itself. */
function picksColumns(receiver: Value | undefined, depth = 0): boolean {
  return alternatives(receiver).some((option) => {
    if (option.kind === "tuple") return option.items.some((item) => picksColumns(item, depth + 1));
    if (option.kind !== "entity" || depth > 6) return false;
    if (option.class !== undefined && depth > 0) return true;
    if (
      /(ColumnTransformer|column_transformer|FunctionTransformer|Selector|SelectKBest|SelectFromModel)$/.test(
        option.type ?? "",
      )
    )
      return true;
    const isHolder =
      /Pipeline|pipeline|SearchCV|Regressor|Classifier/.test(option.type ?? "") || option.origin.how === "container";
    return isHolder && [...option.from, ...(option.items ?? [])].some((part) => picksColumns(part, depth + 1));
  });
}

/** The columns that the target is, also of the frames that its own frame was made from; and those that it was written to. */
export function targetColumns(model: Model, features: Value, target: Value): readonly Column[] {
  const direct = columnsOf(model, target);
  const above = direct.flatMap(({ frame, name }) => ancestors(frame).map((older) => ({ frame: older, name })));
  return [...direct, ...above, ...writtenTo(model, features, target)];
}

function ancestors(frame: Entity): readonly Entity[] {
  const found: Entity[] = [];
  for (let at: Entity | undefined = frame; at !== undefined && found.length < 12;) {
    const { origin }: Entity = at;
    const source: Value | undefined =
      origin.how === "call" &&
      origin.method !== undefined &&
      /^(dropna|copy|reset_index|sample|sort_values|query|fillna|astype|drop_duplicates|drop)$/.test(origin.method)
        ? origin.receiver
        : undefined;
    const [next] = alternatives(source);
    at = next?.kind === "entity" ? next : undefined;
    if (at !== undefined) found.push(at);
  }
  return found;
}

/** `frame["y"] = labels` gives the frame a column that is the target. */
function writtenTo(model: Model, features: Value, target: Value): readonly Column[] {
  const targets = new Set(sameValues(target));
  const columns: Column[] = [];
  const seen = new Set<Entity>();
  const pending = [...alternatives(features)];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind !== "entity" || seen.has(next) || seen.size > 60) continue;
    seen.add(next);
    for (const held of model.heldBy(next)) {
      if (held.kind !== "entity" || held.site === undefined || !targets.has(held)) continue;
      for (const name of writtenColumns(model).get(held.site) ?? []) columns.push({ frame: next, name });
    }
    for (const source of next.from) pending.push(...alternatives(source));
  }
  return columns;
}

/** The value, and what it is a part or another kind of. */
function sameValues(value: Value): readonly Value[] {
  const found: Value[] = [];
  let at: Value | undefined = value;
  while (at?.kind === "entity" && found.length < 12) {
    found.push(at);
    const { origin }: Entity = at;
    if (origin.how === "attribute" && origin.name === "values") at = origin.of;
    else if (origin.how === "call" && /^(to_numpy|astype|ravel|copy)$/.test(origin.method ?? "")) at = origin.receiver;
    else if (origin.how === "call" && /(train_test_split|array|tensor|from_numpy)$/.test(origin.path ?? ""))
      at = at.from[0];
    else at = undefined;
  }
  return found;
}

/** The last choice of columns on the way, else the first thing that was made of the frame, else where the frame gets another name. */
function placeOf(model: Model, way: Way, event: CallEvent, written: Expression | undefined): Expression | undefined {
  const own = way.slice(0, -1).filter(({ unit, site }) => unit.form === model.form && site !== undefined);
  const chosen = own.find(choosesColumns) ?? own.findLast(takesValues);
  if (chosen?.site !== undefined) return chosen.site;
  const split = own.findLast(({ origin }) => origin.how === "call" && /train_test_split$/.test(origin.path ?? ""));
  const given =
    split?.site?.kind === "Call" && split.origin.how === "call"
      ? split.site.args[split.origin.args.positional.findIndex((value) => value === split.from[0])]?.value
      : written;
  if (given === undefined) return undefined;
  const { frame, expression } = writtenArgument(event.frame, given);
  if (frame.unit.form !== model.form) return undefined;
  return aliasOf(model, expression) ?? expression;
}

function choosesColumns({ origin }: Entity): boolean {
  if (origin.how === "index") return true;
  if (origin.how === "slice") return origin.by.kind === "Sequence";
  return origin.how === "call" && (origin.method === "drop" || /get_dummies$/.test(origin.path ?? ""));
}

function takesValues({ origin }: Entity): boolean {
  if (origin.how === "attribute") return origin.name === "values";
  return origin.how === "call" && /^(to_numpy|copy|astype)$/.test(origin.method ?? "");
}

/** `X = frame`. */
function aliasOf(model: Model, expression: Expression): Expression | undefined {
  if (expression.kind !== "Name") return undefined;
  const aliases = aliasesIn(model).filter(
    ({ targets, end }) =>
      end <= expression.start && targets.some((target) => target.kind === "Name" && target.id === expression.id),
  );
  return aliases.at(-1)?.value;
}

const aliasesIn = perModel((model) => {
  const found: Assign[] = [];
  eachStatement(model.form.body, (statement) => {
    if (statement.kind === "Assign" && statement.value?.kind === "Name") found.push(statement);
  });
  return found;
});
