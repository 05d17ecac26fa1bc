import type { Expression } from "../../syntax/expressions.js";
import { callsOn } from "../code/calls-on.js";
import type { Model } from "../model.js";
import { alternatives, argument, type Entity, type Value } from "../values.js";

/** A list of column names as far as it is known: these and no others, or all of a frame's but these. */
export type ColumnNames =
  | { readonly only: readonly string[] }
  /** `lastLeftOut` is set where the last column is left out by its position. */
  | { readonly without: readonly string[]; readonly lastLeftOut?: boolean };

/** The column names that a value holds; undefined where that is unknown. `until` is the id of what they are used for. */
export function columnNames(
  model: Model,
  value: Value | undefined,
  until = Infinity,
  depth = 0,
): ColumnNames | undefined {
  const [only, ...others] = alternatives(value);
  if (only === undefined || others.length > 0 || depth > 8) return undefined;
  if (only.kind === "literal") return typeof only.value === "string" ? { only: [only.value] } : undefined;
  if (only.kind === "tuple") return namesOfItems(only.items);
  if (only.kind !== "entity") return undefined;
  const found = ownNames(model, only, until, depth);
  return found === undefined ? undefined : afterChanges(model, only, found, until, depth);
}

function namesOfItems(items: readonly Value[]): ColumnNames | undefined {
  const names = items.map((item) => (item.kind === "literal" && typeof item.value === "string" ? item.value : ""));
  return names.includes("") ? undefined : { only: names };
}

function ownNames(model: Model, entity: Entity, until: number, depth: number): ColumnNames | undefined {
  const { origin, site } = entity;
  const inner = (value: Value | undefined): ColumnNames | undefined => columnNames(model, value, until, depth + 1);
  if (entity.items !== undefined && (origin.how === "container" || entity.items.length > 0))
    return namesOfItems(entity.items);
  switch (origin.how) {
    case "attribute":
      return origin.name === "columns" ? { without: [] } : origin.name === "values" ? inner(origin.of) : undefined;
    case "slice": {
      const all = inner(origin.of);
      return all !== undefined && "without" in all && isAllButLast(origin.by)
        ? { ...all, lastLeftOut: true }
        : undefined;
    }
    case "operation":
      return combined(origin.operator, entity, inner);
    case "container":
      return site?.kind === "Comprehension" ? comprehended(model, entity, site, inner) : undefined;
    case "call":
      return called(entity, inner);
    default:
      return undefined;
  }
}

type Inner = (value: Value | undefined) => ColumnNames | undefined;

/** `a - b`, `a + b`, `columns != "y"`, `~columns.isin([...])`. */
function combined(operator: string, { from }: Entity, inner: Inner): ColumnNames | undefined {
  const [left, right] = [inner(from[0]), inner(from[1])];
  if (operator === "~") return left !== undefined && "only" in left ? undefined : negated(from[0], inner);
  if (left === undefined || right === undefined || !("only" in right)) return undefined;
  if (operator === "-" || operator === "!=") return leaveOut(left, right.only);
  return operator === "+" && "only" in left ? { only: [...left.only, ...right.only] } : undefined;
}

function negated(value: Value | undefined, inner: Inner): ColumnNames | undefined {
  const [test] = alternatives(value);
  if (test?.kind !== "entity" || test.origin.how !== "call" || test.origin.method !== "isin") return undefined;
  const [all, names] = [inner(test.origin.receiver), inner(test.origin.args.positional[0])];
  return all !== undefined && names !== undefined && "only" in names ? leaveOut(all, names.only) : undefined;
}

function called({ origin }: Entity, inner: Inner): ColumnNames | undefined {
  if (origin.how !== "call") return undefined;
  const [first, second] = origin.args.positional;
  if (/^builtins\.(list|sorted|set|tuple)$/.test(origin.path ?? ""))
    return inner(first) ?? (isFrame(first) ? { without: [] } : undefined);
  if (origin.path === "numpy.setdiff1d") return difference(inner(first), inner(second));
  switch (origin.method) {
    case "tolist":
    case "to_list":
    case "copy":
    case "to_numpy":
      return inner(origin.receiver);
    case "keys":
      return isFrame(origin.receiver) ? { without: [] } : undefined;
    case "difference":
    case "drop":
      return difference(inner(origin.receiver), inner(argument(origin.args, 0, "labels")));
    default:
      return undefined;
  }
}

function difference(all: ColumnNames | undefined, some: ColumnNames | undefined): ColumnNames | undefined {
  return all !== undefined && some !== undefined && "only" in some ? leaveOut(all, some.only) : undefined;
}

function isFrame(value: Value | undefined): boolean {
  return alternatives(value).every((option) => option.kind === "entity" && option.type === "pandas.DataFrame");
}

function leaveOut(names: ColumnNames, out: readonly string[]): ColumnNames {
  if ("only" in names) return { only: names.only.filter((name) => !out.includes(name)) };
  return { ...names, without: [...names.without, ...out] };
}

/** `[c for c in frame.columns if c not in ("id", TARGET)]`. */
function comprehended(
  model: Model,
  entity: Entity,
  site: Expression & { kind: "Comprehension" },
  inner: Inner,
): ColumnNames | undefined {
  const [clause] = site.clauses;
  if (clause?.target.kind !== "Name" || site.element.kind !== "Name" || site.element.id !== clause.target.id)
    return undefined;
  const source = entity.from[1];
  let names = inner(source) ?? (isFrame(source) ? { without: [] } : undefined);
  for (const condition of clause.conditions) {
    const out = namesExcluded(model, condition, clause.target.id, inner);
    if (out === undefined || names === undefined) return undefined;
    names = leaveOut(names, out);
  }
  return names;
}

/** The names for which a condition on a name is false; undefined where it says something else. */
function namesExcluded(model: Model, condition: Expression, name: string, inner: Inner): readonly string[] | undefined {
  if (condition.kind === "Operation" && condition.operator === "and") {
    const parts = condition.operands.map((part) => namesExcluded(model, part, name, inner));
    return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? []);
  }
  if (condition.kind !== "Comparison" || condition.operands.length !== 2) return undefined;
  const [left, right] = condition.operands;
  if (left?.kind !== "Name" || left.id !== name || right === undefined) return undefined;
  if (condition.operators[0] !== "!=" && condition.operators[0] !== "not in") return undefined;
  const names = inner(model.valueOf(right));
  return names !== undefined && "only" in names ? names.only : undefined;
}

/** `columns[:-1]`. */
function isAllButLast(by: Expression): boolean {
  if (by.kind !== "Slice" || by.step !== undefined || by.upper === undefined) return false;
  const from = by.lower;
  const isFromStart = from === undefined || (from.kind === "Literal" && from.value === 0);
  return isFromStart && isMinusOne(by.upper);
}

export function isMinusOne(expression: Expression): boolean {
  if (expression.kind === "Literal") return expression.value === -1;
  if (expression.kind !== "Operation" || expression.operator !== "-" || expression.operands.length !== 1) return false;
  const [operand] = expression.operands;
  return operand?.kind === "Literal" && operand.value === 1;
}

/** `names.remove("y")` and `names.append("y")` before the names were used. */
function afterChanges(
  model: Model,
  list: Entity,
  names: ColumnNames,
  until: number,
  depth: number,
): ColumnNames | undefined {
  if (!list.methodsCalled.has("remove") && !list.methodsCalled.has("append") && !list.methodsCalled.has("extend"))
    return names;
  let found = names;
  for (const { method, args, result } of callsOn(model, list)) {
    if (result.kind === "entity" && result.id > until) continue;
    const given = columnNames(model, args.positional[0], until, depth + 1);
    if (method !== "remove" && method !== "append" && method !== "extend") continue;
    if (given === undefined || !("only" in given)) return undefined;
    if (method === "remove") found = leaveOut(found, given.only);
    else found = "only" in found ? { only: [...found.only, ...given.only] } : found;
  }
  return found;
}
