import type { Expression } from "../../syntax/expressions.js";
import type { Model } from "../model.js";
import { alternatives, joinValues, type Entity, type Value } from "../values.js";
import { loops } from "./frames.js";
import { givenArguments } from "./given-arguments.js";
import { eachStatement } from "./visit.js";
import { perModel } from "./per-model.js";

/** What the expressions of the checked file were found to be, all ways of getting there joined. */
export interface SeenValues {
  /** Undefined for what no event shows: it was given to no call, and nothing that was given to one is made from it. */
  of(expression: Expression): Value | undefined;
}

/** Reads off the events of a file what its expressions are: arguments, receivers, results, what loops go over, and what all of those were made from. */
export const seenValues = perModel(collect);

function collect(model: Model): SeenValues {
  const values = new Map<Expression, Value>();
  const seen = new Set<Value>();
  const note = (expression: Expression, value: Value): void => {
    const before = values.get(expression);
    values.set(expression, before === undefined ? value : joinValues(before, value));
  };
  const add = (start: Value): void => {
    const pending = [start];
    for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
      if (seen.has(value)) continue;
      seen.add(value);
      if (value.kind === "tuple") pending.push(...value.items);
      else if (value.kind === "union") pending.push(...value.options);
      else if (value.kind === "entity") {
        pending.push(...value.from, ...(value.items ?? []), ...model.heldBy(value));
        const { site } = value;
        if (site !== undefined && value.unit.path === model.path && isOf(value)) note(site, value);
      }
    }
  };
  const write = (expression: Expression | undefined, value: Value | undefined): void => {
    if (expression === undefined || value === undefined) return;
    note(expression, value);
    add(value);
  };
  for (const event of model.allCalls) {
    add(event.result);
    for (const { value } of givenArguments(event)) add(value);
    if (event.unit.path !== model.path) continue;
    const { call, receiver, callee, result } = event;
    write(call, result);
    if (call.callee.kind === "Attribute") write(call.callee.object, receiver);
    write(call.callee, callee);
    for (const { expression, value } of givenArguments(event)) write(expression, value);
    for (const { loop, iterable, target, frame } of loops(event.loops)) {
      if (frame.unit.path !== model.path) continue;
      write(loop.iterable, iterable);
      write(loop.target, target);
    }
  }
  for (const { target, value, unit } of model.writes) if (unit.path === model.path) write(target, value);
  for (const { target, result, unit } of model.accumulations) if (unit.path === model.path) write(target, result);
  return { of: (expression) => model.valueOf(expression) ?? values.get(expression) };
}

/** The site of what a loop takes out of a value is the loop's, and that of a parameter is its function. What is unpacked has its target. */
function isOf({ origin }: Entity): boolean {
  if (origin.how === "element") return origin.index !== undefined;
  return origin.how !== "parameter" && origin.how !== "unknown";
}

/** A name, attribute or element of the file that is given a value, with that value; undefined where nothing shows it. */
export interface Binding {
  readonly target: Expression;
  readonly value: Value | undefined;
}

/** What assignments and loops of a file give values to, in order; what stands there as a literal is left out. */
export function bindingsIn(model: Model): readonly Binding[] {
  const found: Binding[] = [];
  const seen = seenValues(model);
  const bind = (target: Expression, value: Value | undefined): void => {
    if (target.kind === "Sequence") {
      target.items.forEach((item, index) => bind(item, itemOf(value, index)));
    } else if (target.kind === "Name" || target.kind === "Attribute" || target.kind === "Subscript") {
      found.push({ target, value: value ?? seen.of(target) });
    }
  };
  eachStatement(model.form.body, (statement) => {
    if (statement.kind === "Loop" && statement.target !== undefined) bind(statement.target, seen.of(statement.target));
    if (statement.kind !== "Assign" || statement.value === undefined || statement.value.kind === "Literal") return;
    const { value } = statement;
    for (const target of statement.targets) {
      const isPairwise =
        target.kind === "Sequence" && value.kind === "Sequence" && target.items.length === value.items.length;
      if (isPairwise) target.items.forEach((item, index) => bind(item, seen.of(value.items[index]!)));
      else bind(target, statement.operator === undefined ? seen.of(value) : seen.of(target));
    }
  });
  return found;
}

function itemOf(value: Value | undefined, index: number): Value | undefined {
  const items = alternatives(value).flatMap((option) => (option.kind === "tuple" ? (option.items[index] ?? []) : []));
  return items.length === 0 ? undefined : items.reduce(joinValues);
}
