import type { Comprehension } from "../../syntax/expressions.js";
import type { Value } from "../values.js";
import { assign } from "./assign.js";
import { elementOf } from "./elements.js";
import { environment, targetNames, type Environment } from "./environment.js";
import { evaluate } from "./evaluate.js";
import { makeEntity, setFact, type Run } from "./run.js";
import { cell } from "./store.js";

/** A comprehension: a scope of its own, and a container of what its element is. */
export function comprehension(run: Run, scope: Environment, expression: Comprehension): Value {
  const names = new Set<string>();
  for (const clause of expression.clauses) targetNames(clause.target, names);
  const inner = environment(names, scope);
  const sources: Value[] = [];
  for (const clause of expression.clauses) {
    const iterable = evaluate(run, inner, clause.iterable);
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
