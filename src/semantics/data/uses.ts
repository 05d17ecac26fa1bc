import type { Expression } from "../../syntax/expressions.js";
import { orderOf } from "../code/call-order.js";
import { perModel } from "../code/per-model.js";
import type { Frame } from "../follow/run.js";
import type { Model } from "../model.js";
import { catalystUses } from "./catalyst-uses.js";
import { fastaiUses } from "./fastai-uses.js";
import { fitUses } from "./fit-uses.js";
import { hookUses } from "./hook-uses.js";
import { roleOfPlainName } from "./named-roles.js";
import type { DataUse, ObjectUse, RawUse } from "./data-use.js";
import { roleByName } from "./own-names.js";
import { rolesIn } from "./roles.js";
import { isForRowsOfCallers } from "./rows-of-callers.js";
import { scoreUses } from "./score-uses.js";

/** All that is done with rows in a file and in what it calls, in order of execution. */
export const usesOfData = perModel((model): readonly DataUse[] =>
  [...fitUses(model), ...scoreUses(model), ...hookUses(model), ...fastaiUses(model), ...catalystUses(model)]
    .filter(({ event }) => !isForRowsOfCallers(model, event))
    .map((use) => inOrder(model, use))
    .sort((a, b) => a.order - b.order),
);

/** A use with its place among all calls, and what its rows are for. */
export function inOrder(model: Model, use: RawUse): DataUse {
  return {
    ...use,
    order: use.order ?? Math.max(0, orderOf(model, use.event)),
    // Many who ask for uses look at a few of them.
    get roles() {
      return rolesIn(model, use.data);
    },
  };
}

/** The uses by known objects, once for each object that it may be. */
export const usesByObjects = perModel((model): readonly ObjectUse[] =>
  usesOfData(model).flatMap((use) => use.models.map((object) => ({ object, use }))),
);

/** Is something fitted on the rows, be it the best of several? */
export function isFit({ kind }: RawUse): boolean {
  return kind === "fit" || kind === "tune";
}

/** Does the checked file make a use itself, rather than a file that it imports? */
export function isInFile(model: Model, { event }: RawUse): boolean {
  return event.unit.path === model.path;
}

/**
 * The expression of the checked file to change where rows are used: the innermost one that calls them by the name of a part;
 * a helper's own parameter says nothing, so there it is what the caller hands in.
 */
export function placeOf(model: Model, { given }: RawUse): Expression | undefined {
  if (given === undefined) return undefined;
  let inFile: Expression | undefined;
  let { expression, frame }: { expression: Expression; frame: Frame | undefined } = given;
  for (let depth = 0; frame !== undefined && depth < 20; depth++) {
    const outer = handedIn(expression, frame);
    if (frame.unit.path === model.path) {
      inFile ??= expression;
      // A wrapper's `held_out` may be for validation; who calls it says what it is.
      const text = frame.unit.form.text.slice(expression.start, expression.end);
      if (isCalledTest(expression) && (/test/i.test(text) || outer === undefined || !isCalledTest(outer)))
        return expression;
    }
    if (outer === undefined) break;
    expression = outer;
    frame = frame.caller;
    if (frame?.unit.path === model.path) inFile = expression;
  }
  return inFile;
}

/** By itself, or the rows and the answers: `(X_test, y_test)`. */
function isCalledTest(expression: Expression): boolean {
  if (expression.kind === "Sequence")
    return expression.items.length > 0 && expression.items.every((item) => isCalledTest(item));
  return roleByName(expression) === "test" || roleOfPlainName(expression) === "test";
}

/** What the caller gives for the parameter that an expression names. */
function handedIn(expression: Expression, frame: Frame): Expression | undefined {
  const { closure, call, caller } = frame;
  if (closure === undefined || call === undefined || caller === undefined) return undefined;
  const names = new Set(plainNames(expression));
  const param = closure.form.params.find(({ name }) => names.has(name));
  if (param === undefined) return undefined;
  const named = call.args.find(({ name }) => name === param.name);
  if (named !== undefined) return named.value;
  const takesSelf = closure.self !== undefined && closure.unit.form.language === "python";
  const position = closure.form.params.indexOf(param) - (takesSelf ? 1 : 0);
  const plain = call.args.slice(0, position + 1);
  return plain.some(({ spread, name }) => spread !== "none" || name !== undefined) ? undefined : plain[position]?.value;
}

/** The variables that stand in an expression by themselves, in a tuple or list, or in what wraps them (`enumerate(loader)`). */
function plainNames(expression: Expression): readonly string[] {
  if (expression.kind === "Name") return [expression.id];
  if (expression.kind === "Call") return expression.args.flatMap(({ value }) => plainNames(value));
  return expression.kind === "Sequence" ? expression.items.flatMap((item) => plainNames(item)) : [];
}
