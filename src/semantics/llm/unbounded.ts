import type { Call, Expression, FunctionExpression } from "../../syntax/expressions.js";
import type { FunctionStatement, Loop } from "../../syntax/form.js";
import { eachElement } from "../../knowledge/script-globals.js";
import { frames, loops } from "../code/frames.js";
import { perModel } from "../code/per-model.js";
import { statementsAround } from "../code/statements-around.js";
import { functionsAround, surroundingsOf } from "../code/surroundings.js";
import { isTestPath } from "../code/test-paths.js";
import { isUnitTestFile } from "../code/unit-tests.js";
import type { CallEvent, Frame } from "../follow/run.js";
import type { Model } from "../model.js";
import type { Value } from "../values.js";
import { isHandled } from "../serving/handlers.js";
import { completionCalls, settingOf, type Completion } from "./completions.js";

/** A completion that is asked for again and again, of which nothing says how long it may become or take. */
export interface UnboundedCall {
  readonly completion: Completion;
  readonly where: "loop" | "handler";
}

export const unboundedCalls = perModel((model): readonly UnboundedCall[] => {
  if (isTestPath(model.path) || isUnitTestFile(model.form)) return [];
  return completionCalls(model).flatMap((ways): readonly UnboundedCall[] => {
    const isOpen = ways.every((way) => isUnlimited(model, way));
    if (!isOpen) return [];
    for (const completion of ways) {
      const where = whereOf(completion.event);
      if (where !== undefined) return [{ completion, where }];
    }
    return [];
  });
});

function isUnlimited(model: Model, completion: Completion): boolean {
  if (completion.api.requiresLimit) return false;
  return (
    settingOf(model, completion, "limit").state === "absent" &&
    settingOf(model, completion, "timeout").state === "absent" &&
    !isTimed(completion.event)
  );
}

type Definition = FunctionExpression | FunctionStatement;

const timing = /time_?out|wait_?for|\brace\b|deadline|fail_after|move_on_after|time_?limit|maxDuration/i;

/** Something around the call ends it: `asyncio.wait_for`, `Promise.race`, `async with timeout(10)`, a decorator, the platform. */
function isTimed({ frame, call, unit }: CallEvent): boolean {
  const { text } = unit.form;
  if (unit.form.language === "typescript" && /\bexport const maxDuration\b/.test(text)) return true;
  for (const { at, of } of places(frame, call)) {
    const around = surroundingsOf(of.unit.form);
    const source = of.unit.form.text;
    for (
      let inner: Expression = at, outer = around.parents.get(at);
      outer !== undefined;
      outer = around.parents.get(inner)
    ) {
      if (
        outer.kind === "Call" &&
        outer.callee !== inner &&
        timing.test(source.slice(outer.callee.start, outer.callee.end))
      )
        return true;
      inner = outer;
    }
    for (const statement of statementsAround(of.unit.form, at))
      if (
        statement.kind === "With" &&
        statement.items.some(({ context }) => timing.test(source.slice(context.start, context.end)))
      )
        return true;
    for (const form of functionsAround(around, at)) {
      if (form.decorators.some((one) => timing.test(source.slice(one.start, one.end)))) return true;
      const parent = parentCall(around.parents, around.definitions.get(form)?.at);
      if (parent !== undefined && timing.test(source.slice(parent.callee.start, parent.callee.end))) return true;
    }
  }
  return false;
}

/** The call that a function expression is handed to. */
function parentCall(parents: ReadonlyMap<Expression, Expression>, at: Definition | undefined): Call | undefined {
  const parent = at?.kind === "FunctionExpression" ? parents.get(at) : undefined;
  return parent?.kind === "Call" ? parent : undefined;
}

/** The call, and the calls that led there, each in the function where it stands. */
function* places(frame: Frame, call: Call): Iterable<{ readonly at: Call; readonly of: Frame }> {
  yield { at: call, of: frame };
  for (const one of frames(frame))
    if (one.call !== undefined && one.caller !== undefined) yield { at: one.call, of: one.caller };
}

function whereOf(event: CallEvent): UnboundedCall["where"] | undefined {
  if (isHandled(event.frame)) return "handler";
  for (const { loop, iterable, frame } of loops(event.loops))
    if (!isExample(iterable) && isOverData(loop, frame.unit.form.text)) return "loop";
  for (const { at, of } of places(event.frame, event.call)) if (isForEach(at, of)) return "loop";
  return undefined;
}

/** A few texts that are written out. */
function isExample(iterable: Value | undefined): boolean {
  const items = iterable?.kind === "tuple" ? iterable.items : iterable?.kind === "entity" ? iterable.items : undefined;
  return items !== undefined && items.length > 0 && items.length <= 8 && items.every(({ kind }) => kind === "literal");
}

/** A loop over rows, not one that tries again, waits for the next question of a person, or goes through a few examples. */
function isOverData({ iterable, test, target, form }: Loop, text: string): boolean {
  const written = (at: Expression | undefined): string => (at === undefined ? "" : text.slice(at.start, at.end));
  if (form !== "each") return /\.(length|size)\b/.test(written(test));
  if (/attempt|retr(y|ies)|\btr(y|ies)\b|^_+$|turn|round|step/i.test(written(target))) return false;
  if (iterable === undefined || isShortList(iterable)) return false;
  const over = written(iterable);
  if (/^x?range\(/.test(over)) return /len\(/.test(over);
  return !/attempt|retr(y|ies)|max_steps|max_turns/i.test(over);
}

function isShortList(iterable: Expression): boolean {
  return iterable.kind === "Sequence" && iterable.items.every(({ kind }) => kind !== "Spread");
}

const mappers =
  /^(map|forEach|flatMap|imap|imap_unordered|starmap|map_async|apply|progress_apply|map_elements|pMap|mapLimit|eachLimit|mapSeries|eachSeries)$/;

/** In a comprehension, or in a function that is called for each of some rows: `rows.map(ask)`, `frame["text"].apply(ask)`. */
function isForEach(at: Call, { unit, closure }: Frame): boolean {
  const { text } = unit.form;
  const { parents, definitions } = surroundingsOf(unit.form);
  if (isMapper(at)) return true;
  for (let inner: Expression = at, outer = parents.get(at); outer !== undefined; outer = parents.get(inner)) {
    if (
      outer.kind === "Comprehension" &&
      outer.clauses.some(({ iterable }) => iterable !== inner && isRows(iterable, text))
    )
      return true;
    inner = outer;
  }
  const own = closure === undefined ? undefined : definitions.get(closure.form)?.at;
  const parent = parentCall(parents, own);
  return parent !== undefined && isMapper(parent);
}

function isRows(iterable: Expression, text: string): boolean {
  if (isShortList(iterable)) return false;
  const over = text.slice(iterable.start, iterable.end);
  return !/^x?range\(/.test(over) || /len\(/.test(over);
}

/** Does a call run a function for each of some rows? A few that are written out are an example. */
function isMapper({ callee, args }: Call): boolean {
  const name = callee.kind === "Attribute" ? callee.name : callee.kind === "Name" ? callee.id : "";
  if (!mappers.test(name) && !eachElement.has(name)) return false;
  if (callee.kind === "Attribute" && isShortList(callee.object)) return false;
  return args.length > 0;
}
