import type { Expression } from "../../syntax/expressions.js";
import type { Statement } from "../../syntax/form.js";
import { frames } from "../code/frames.js";
import { statementsAround } from "../code/statements-around.js";
import { eachExpression } from "../code/visit.js";
import type { CallEvent, Frame } from "../follow/run.js";
import type { Model } from "../model.js";

/** Does the first call certainly happen before the second whenever that does, given that it was seen to come first? */
export function certainlyBefore(model: Model, first: CallEvent, second: CallEvent): boolean {
  return (
    rootOf(first.frame) === rootOf(second.frame) &&
    encloses(first.branches, second.branches) &&
    !isDeferred(first.frame, second.frame) &&
    !isChosen(model, first, second)
  );
}

function rootOf(frame: Frame): Frame {
  const chain = [...frames(frame)];
  return chain.find(({ isRoot }) => isRoot) ?? chain.at(-1) ?? frame;
}

export function encloses<F extends { readonly parent: F | undefined }>(
  outer: F | undefined,
  inner: F | undefined,
): boolean {
  if (outer === undefined) return true;
  for (let at = inner; at !== undefined; at = at.parent) if (at === outer) return true;
  return false;
}

const immediate = /^(tidy|forEach|map|reduce|filter|time|profile)$/;

/** In a function that is handed to others, which may call it at any time. */
function isDeferred(frame: Frame, other: Frame): boolean {
  const shared = new Set(frames(other));
  for (const { closure, call } of [...frames(frame)].filter((inner) => !shared.has(inner))) {
    if (closure === undefined || call === undefined) continue;
    const isHandedOver = call.args.some(
      ({ value }) =>
        (value.kind === "FunctionExpression" && value.function === closure.form) ||
        (value.kind === "Name" && value.id === closure.form.name),
    );
    if (isHandedOver && !immediate.test(nameOf(call.callee))) return true;
  }
  return false;
}

function nameOf(callee: Expression): string {
  return callee.kind === "Attribute" ? callee.name : callee.kind === "Name" ? callee.id : "";
}

/** In an arm of a `switch`, a handler, or a part of an expression that is not always evaluated, and the other is elsewhere. */
function isChosen(model: Model, first: CallEvent, second: CallEvent): boolean {
  if (first.unit.path !== model.path) return false;
  const isIn = (block: readonly Statement[], { call }: CallEvent): boolean =>
    block.some(({ start, end }) => start <= call.start && call.end <= end);
  const around = statementsAround(model.form, first.call);
  return around.some((statement) => {
    if (statement.kind === "Match") return statement.arms.some(({ body }) => isIn(body, first) && !isIn(body, second));
    if (statement.kind === "Try")
      return statement.handlers.some(({ body }) => isIn(body, first) && !isIn(body, second));
    return statement === around.at(-1) && isPartOfChoice(statement, first);
  });
}

/** `done ? x.dispose() : x.print()`, `done && x.dispose()`. */
function isPartOfChoice(statement: Statement, { call }: CallEvent): boolean {
  let found = false;
  eachExpression([statement], (expression) => {
    const isChoice =
      expression.kind === "Conditional" ||
      (expression.kind === "Operation" && ["and", "or", "??"].includes(expression.operator));
    found ||= isChoice && expression.start <= call.start && call.end <= expression.end;
  });
  return found;
}
