import { promises, promisingMethods } from "../../knowledge/tfjs.js";
import type { Call, Expression } from "../../syntax/expressions.js";
import { perModel } from "../code/per-model.js";
import { scopeOf, surroundingsOf } from "../code/surroundings.js";
import { uniqueCalls } from "../code/unique.js";
import { eachExpression } from "../code/visit.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { alternatives } from "../values.js";
import { isTfjsFit, isTfjsModel } from "./fits.js";
import { isTensor } from "./tensors.js";

/** A promise that nobody waits for: dropped, or taken for what it will give. */
export interface LoosePromise {
  readonly event: CallEvent;
  /** The expression that takes the promise for its result; none where it is dropped. */
  readonly usedAt: Expression | undefined;
}

export const loosePromises = perModel((model): readonly LoosePromise[] =>
  uniqueCalls(model.calls.filter(givesPromise)).flatMap((event): readonly LoosePromise[] => {
    const end = endOf(model, event.call);
    if (end === "waited for") return [];
    return [{ event, usedAt: end === "dropped" ? undefined : end }];
  }),
);

/** Does a call give a promise of something that the program needs? */
export function givesPromise(event: CallEvent): boolean {
  const { path, method, receiver, args } = event;
  if (path !== undefined) return promises.test(path);
  if (method === undefined) return false;
  if (method === "data" || method === "array")
    return args.positional.length === 0 && alternatives(receiver).some((one) => one.kind === "entity" && isTensor(one));
  if (isTfjsFit(event)) return true;
  if (!promisingMethods.has(method)) return false;
  const [target] = args.positional;
  const isStore =
    target?.kind === "literal" && /^(downloads|localstorage|indexeddb|file|https?):\/\//.test(String(target.value));
  return alternatives(receiver).some(isTfjsModel) || (method === "save" && isStore);
}

/** What becomes of a promise: who waits for it, nobody, or the expression that takes it for its result. */
type End = "waited for" | "dropped" | Expression;

const waits = new Set(["then", "catch", "finally"]);

function endOf(model: Model, expression: Expression): End {
  const { parents, statements } = surroundingsOf(model.form);
  const parent = parents.get(expression);
  switch (parent?.kind) {
    case undefined:
      break;
    case "Attribute":
      return waits.has(parent.name) ? "waited for" : parent;
    case "Subscript":
      return parent.object === expression ? parent : "waited for";
    case "Conditional":
      return parent.test === expression ? parent : endOf(model, parent);
    case "Operation":
      if (["and", "or", "??"].includes(parent.operator)) return endOf(model, parent);
      return parent.operator === "void" || parent.operator === "not" ? "waited for" : parent;
    case "Comparison":
    case "Template":
      return parent;
    case "Spread":
      return parents.get(parent)?.kind === "Sequence" ? parent : "waited for";
    case "Call":
      return reads(parent, expression) ? parent : "waited for";
    default:
      return "waited for";
  }
  const statement = statements.get(expression);
  if (statement?.kind === "ExpressionStatement") return "dropped";
  if (statement?.kind === "Loop" && statement.iterable === expression) return expression;
  if (statement?.kind !== "Assign" || statement.value !== expression || statement.targets.length !== 1)
    return "waited for";
  return endOfTarget(model, statement.targets[0]!);
}

/** `Math.max(...scores.data())`, `Array.from(scores.data())`. */
function reads({ callee, args }: Call, given: Expression): boolean {
  const root = callee.kind === "Attribute" && callee.object.kind === "Name" ? callee.object.id : "";
  return /^(Math|Array|Number|JSON|console)$/.test(root) && args.some(({ value }) => value === given);
}

/** What is done with the variable or field that holds the promise. */
function endOfTarget(model: Model, target: Expression): End {
  const { statements } = surroundingsOf(model.form);
  // A part of a promise is nothing yet.
  if (target.kind === "Mapping" || target.kind === "Sequence") return target;
  const ends: End[] = [];
  for (const reference of referencesTo(model, target)) {
    const statement = statements.get(reference);
    if (statement?.kind === "Assign" && statement.targets.includes(reference)) {
      // Another way may put the result there.
      if (statement.value !== undefined && reference !== target && !isNothing(statement.value)) return "waited for";
    } else ends.push(endOf(model, reference));
  }
  if (ends.includes("waited for")) return "waited for";
  return ends.find((end) => end !== "dropped") ?? (target.kind === "Name" ? "dropped" : "waited for");
}

function isNothing(value: Expression): boolean {
  return value.kind === "Literal" || (value.kind === "Name" && value.id === "undefined");
}

function referencesTo(model: Model, target: Expression): readonly Expression[] {
  const { form } = model;
  if (target.kind === "Name") {
    const scope = scopeOf(form, target);
    return (surroundingsOf(form).names.get(target.id) ?? []).filter((name) => scopeOf(form, name) === scope);
  }
  const text = model.text(target);
  const found: Expression[] = [];
  eachExpression(form.body, (expression) => {
    if (expression.kind === target.kind && model.text(expression) === text) found.push(expression);
  });
  return found;
}
