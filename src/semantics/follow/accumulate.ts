import type { Expression } from "../../syntax/expressions.js";
import { findCell, type Environment } from "./environment.js";
import { evaluate } from "./evaluate.js";
import { subscriptField, type AccumulateEvent, type LoopFrame, type Run } from "./run.js";
import type { Cell } from "./store.js";
import { alternatives, type Value } from "../values.js";

type Accumulated = Omit<AccumulateEvent, "frame" | "unit" | "loops" | "carriedOver" | "owner">;

/** Records that a target grows by a value, before it is written. Only in a loop is that worth anything. */
export function noteAccumulation(run: Run, scope: Environment, accumulated: Accumulated): void {
  if (run.loops === undefined) return;
  const { place, owner } = heldIn(run, scope, accumulated.target);
  const carriedOver: LoopFrame[] = [];
  for (let loop: LoopFrame | undefined = run.loops; loop !== undefined; loop = loop.parent) {
    if (place !== undefined && run.store.isWrittenSince(loop.mark, place)) break;
    carriedOver.push(loop);
  }
  run.record.accumulations.push({
    ...accumulated,
    frame: run.frame,
    unit: run.frame.unit,
    loops: run.loops,
    carriedOver,
    owner,
  });
}

/** The cell that a target writes and the object that it belongs to, where finding them does nothing. */
function heldIn(
  run: Run,
  scope: Environment,
  target: Expression,
): { readonly place: Cell | undefined; readonly owner: Value | undefined } {
  if (target.kind === "Name") return { place: findCell(scope, target.id), owner: undefined };
  if ((target.kind !== "Attribute" && target.kind !== "Subscript") || !isPath(target.object))
    return { place: undefined, owner: undefined };
  const owner = evaluate(run, scope, target.object);
  const field =
    target.kind === "Attribute"
      ? target.name
      : target.index.kind === "Literal" && target.index.value !== undefined
        ? subscriptField(run, target.index.value)
        : undefined;
  const [object] = alternatives(owner);
  return { place: field === undefined || object?.kind !== "entity" ? undefined : object.fields.get(field), owner };
}

/** A name, or attributes of one: reading it again changes nothing. */
function isPath(expression: Expression): boolean {
  return expression.kind === "Name" || (expression.kind === "Attribute" && isPath(expression.object));
}

/** Is the target a term of the sum that it is assigned: `total = total + loss`, `mean = 0.9 * mean + 0.1 * loss`? */
export function buildsOn(text: string, target: Expression, value: Expression): boolean {
  if (value.kind === "Conditional")
    return buildsOn(text, target, value.then) || buildsOn(text, target, value.otherwise);
  if (value.kind !== "Operation" || !sums.has(value.operator)) return false;
  return value.operands.some((operand) => reads(text, target, operand) || buildsOn(text, target, operand));
}

const sums = new Set(["+", "-", "*", "/"]);

/** Is an expression what a target holds so far: spelled the same, or `totals.get(name, 0)` for `totals[name]`? */
export function reads(text: string, target: Expression, expression: Expression): boolean {
  const spelled = ({ start, end }: Expression): string => text.slice(start, end);
  if (spelled(expression) === spelled(target)) return true;
  if (target.kind !== "Subscript" || expression.kind !== "Call" || expression.callee.kind !== "Attribute") return false;
  const [key] = expression.args;
  return (
    ["get", "setdefault"].includes(expression.callee.name) &&
    spelled(expression.callee.object) === spelled(target.object) &&
    key !== undefined &&
    spelled(key.value) === spelled(target.index)
  );
}
