import type { Expression } from "../../syntax/expressions.js";
import type { FunctionForm } from "../../syntax/form.js";
import type { CallEvent } from "../follow/run.js";
import type { Entity } from "../values.js";
import { eachStatementInScope, pushParts } from "./visit.js";

/** Does the function in which a call happens hand something back, to callers that nobody in sight knows? */
export function returnsSomething({ frame }: CallEvent): boolean {
  if (frame.closure === undefined || !frame.isRoot) return false;
  let found = false;
  eachStatementInScope(frame.closure.form.body, (statement) => {
    found ||= statement.kind === "Return" && statement.value !== undefined;
  });
  return found;
}

/** Does that function hand on the object whose method is called: by returning it, or by keeping it in another object? */
export function handsOn({ frame, call }: CallEvent, object: Entity): boolean {
  if (frame.closure === undefined || !frame.isRoot) return false;
  const { callee } = call;
  if (callee.kind === "Attribute" && callee.object.kind === "Attribute") return true;
  const form = frame.closure.form;
  const names = namesOf(form, [call, ...(object.site === undefined ? [] : [object.site])]);
  if (callee.kind === "Attribute" && callee.object.kind === "Name") names.add(callee.object.id);
  let found = names.has("");
  eachStatementInScope(form.body, (statement) => {
    if (statement.kind !== "Return" || statement.value === undefined) return;
    found ||= mentions(statement.value, names) || covers(statement.value, call);
  });
  return found;
}

/** The names that one of these expressions is assigned to; "" where that is no plain name. */
function namesOf(form: FunctionForm, made: readonly Expression[]): Set<string> {
  const names = new Set<string>();
  eachStatementInScope(form.body, (statement) => {
    if (statement.kind !== "Assign" || statement.value === undefined) return;
    const { value } = statement;
    if (!made.some((expression) => covers(value, expression))) return;
    for (const target of statement.targets) names.add(target.kind === "Name" ? target.id : "");
  });
  return names;
}

function covers(outer: Expression, inner: Expression): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** By itself: `model.coef_` and `model.score(X, y)` hand on something else. */
function mentions(expression: Expression, names: ReadonlySet<string>): boolean {
  const pending = [expression];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === "Name" && names.has(next.id)) return true;
    if (next.kind === "Attribute" && next.object.kind === "Name") continue;
    pushParts(next, pending);
  }
  return false;
}
