import type { Call, Expression } from "../../syntax/expressions.js";
import type { Assign, Statement } from "../../syntax/form.js";
import { loops } from "../code/frames.js";
import { scopeOf, surroundingsOf } from "../code/surroundings.js";
import { eachExpression } from "../code/visit.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { fateOfName } from "./fates.js";

/** The assignment that takes a tensor its only name before anybody has given it back. */
export function overwriting(
  model: Model,
  statement: Statement,
  call: Call,
  events: readonly CallEvent[],
): Assign | undefined {
  if (statement.kind !== "Assign" || statement.operator !== undefined || valueOf(statement) !== call) return undefined;
  const [target] = statement.targets;
  if (target === undefined || statement.targets.length > 1) return undefined;
  if (target.kind === "Name") return nextInBlock(model, statement, target) ?? ofNextTurn(model, statement, events);
  return target.kind === "Attribute" ? ofNextTurn(model, statement, events) : undefined;
}

function valueOf({ value }: Assign): Expression | undefined {
  let at = value;
  while (at?.kind === "Await") at = at.value;
  return at;
}

/** `image = image.div(255)` a few lines below, in the same block, with nothing in between that gives the first one back. */
function nextInBlock(model: Model, statement: Assign, target: Expression & { kind: "Name" }): Assign | undefined {
  const { blocks } = surroundingsOf(model.form);
  const block = blocks.get(statement) ?? [];
  const after = block.slice(block.indexOf(statement) + 1);
  const next = after.find(
    (other): other is Assign =>
      other.kind === "Assign" && other.operator === undefined && other.targets.some((one) => isName(one, target.id)),
  );
  if (next === undefined || next.declares !== undefined) return undefined;
  const between = { start: statement.end, end: next.end };
  return fateOfName(model, model.form, target, between) === "lost" ? next : undefined;
}

function isName(expression: Expression, id: string): boolean {
  return expression.kind === "Name" && expression.id === id;
}

/** `state = state.add(step)` in a loop, or whenever a method is called: the one of the turn before is gone. */
function ofNextTurn(model: Model, statement: Assign, events: readonly CallEvent[]): Assign | undefined {
  const [target] = statement.targets;
  if (target === undefined || statement.declares !== undefined || statement.value === undefined) return undefined;
  const text = model.text(target);
  const loop = [...loops(events[0]?.loops)].find(
    ({ loop: one }) => one.start <= statement.start && statement.end <= one.end,
  )?.loop;
  const isDeclaredInside = loop !== undefined && target.kind === "Name" && isDeclaredIn(loop.body, target.id);
  const buildsOnItself = mentions(model, statement.value, text);
  if (isDeclaredInside || (loop === undefined && !(buildsOnItself && isOutside(model, target)))) return undefined;
  if (loop !== undefined && target.kind !== "Name" && !buildsOnItself) return undefined;
  const around = surroundingsOf(model.form);
  const definition = around.functions.get(target);
  const region = loop?.body ?? definition?.body ?? model.form.body;
  return isHandledIn(model, region, statement, text) ? undefined : statement;
}

/** Is it a variable or a field that outlives the function? */
function isOutside(model: Model, target: Expression): boolean {
  if (target.kind === "Attribute") return target.object.kind === "Name";
  if (target.kind !== "Name") return false;
  const own = surroundingsOf(model.form).functions.get(target);
  const scope = scopeOf(model.form, target);
  return own !== undefined && scope !== undefined && scope !== own;
}

function isDeclaredIn(body: readonly Statement[], id: string): boolean {
  return body.some(
    (one) => one.kind === "Assign" && one.declares !== undefined && one.targets.some((target) => isName(target, id)),
  );
}

function mentions(model: Model, value: Expression, text: string): boolean {
  return new RegExp(`(?<![\\w.$])${text.replace(/[.$]/g, "\\$&")}(?![\\w$])`).test(model.text(value));
}

/** Does the region dispose what was there before, or take it away by another name, or hand it on? */
function isHandledIn(model: Model, region: readonly Statement[], statement: Assign, text: string): boolean {
  const { parents, statements } = surroundingsOf(model.form);
  let found = false;
  eachExpression(region, (expression) => {
    if (found || model.text(expression) !== text) return;
    if (statement.start <= expression.start && expression.end <= statement.end) return;
    let parent = parents.get(expression);
    while (parent?.kind === "Sequence" || parent?.kind === "Mapping") parent = parents.get(parent);
    if (parent === undefined) {
      const by = statements.get(expression);
      found ||= by?.kind === "Return" || (by?.kind === "Assign" && by.value === expression);
    } else if (parent.kind === "Call") {
      found ||= !/\b(predict|fit|add|sub|mul|div|concat|stack)\($/.test(
        model.text({ start: parent.start, end: parent.args[0]?.start ?? parent.end }),
      );
    } else if (parent.kind === "Attribute") found ||= parent.name === "dispose";
    else found ||= parent.kind !== "Comparison" && parent.kind !== "Operation";
  });
  return found;
}
