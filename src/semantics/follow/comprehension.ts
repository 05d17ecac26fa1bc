import type { Comprehension } from "../../syntax/expressions.js";
import { joinValues, type Value } from "../values.js";
import { assign, knownItems } from "./assign.js";
import { elementOf } from "./elements.js";
import { environment, targetNames, type Environment } from "./environment.js";
import { evaluate } from "./evaluate.js";
import { makeEntity, setFact, setField, subscriptField, type Run } from "./run.js";
import { cell } from "./store.js";

/** Over so few things each is taken by itself. */
const mostItems = 6;

/** A comprehension over a few things that are known one by one: `[to_tensor(part) for part in parts]` has as many items. */
function itemByItem(run: Run, inner: Environment, expression: Comprehension, iterable: Value): Value | undefined {
  const [clause, ...others] = expression.clauses;
  if (clause === undefined || others.length > 0 || clause.conditions.length > 0) return undefined;
  if (expression.form === "generator") return undefined;
  const given = knownItems(run, iterable);
  if (given === undefined || given.length === 0 || given.length > mostItems) return undefined;
  const fields: [key: Value, value: Value][] = [];
  const items = given.map((item) => {
    assign(run, inner, clause.target, item);
    const key = expression.key === undefined ? undefined : evaluate(run, inner, expression.key);
    const value = evaluate(run, inner, expression.element);
    if (key !== undefined) fields.push([key, value]);
    return value;
  });
  const isMapping = expression.form === "mapping";
  const type = `builtins.${isMapping ? "dict" : expression.form}`;
  const element = items.reduce(joinValues);
  const from = [element, iterable];
  if (!isMapping) return makeEntity(run, { how: "container" }, expression, from, { type, items });
  const made = makeEntity(run, { how: "container" }, expression, from, { type });
  for (const [key, value] of fields)
    if (key.kind === "literal") setField(made, subscriptField(run, key.value), cell(value));
  setFact(made, "contents", cell(element));
  return made;
}

/** A comprehension: a scope of its own, and a container of what its element is. */
export function comprehension(run: Run, scope: Environment, expression: Comprehension): Value {
  const names = new Set<string>();
  for (const clause of expression.clauses) targetNames(clause.target, names);
  const inner = environment(names, scope);
  const [first] = expression.clauses;
  const outermost = first === undefined ? undefined : evaluate(run, inner, first.iterable);
  const single = outermost === undefined ? undefined : itemByItem(run, inner, expression, outermost);
  if (single !== undefined) return single;
  const sources: Value[] = [];
  for (const clause of expression.clauses) {
    const iterable = clause === first && outermost !== undefined ? outermost : evaluate(run, inner, clause.iterable);
    sources.push(iterable);
    assign(run, inner, clause.target, elementOf(run, iterable, clause.iterable));
    for (const condition of clause.conditions) evaluate(run, inner, condition);
  }
  if (expression.key !== undefined) evaluate(run, inner, expression.key);
  const element = evaluate(run, inner, expression.element);
  const type = expression.form === "mapping" ? "dict" : expression.form;
  const made = makeEntity(run, { how: "container" }, expression, [element, ...sources], { type: `builtins.${type}` });
  setFact(made, "contents", cell(element));
  return made;
}
