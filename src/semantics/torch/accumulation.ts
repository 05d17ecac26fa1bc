import type { Expression } from "../../syntax/expressions.js";
import { uniqueCalls } from "../code/unique.js";
import { clearsFor } from "./clearing.js";
import { ancestors } from "./graph.js";
import { accumulationGuard } from "./guards.js";
import { dividesGradients } from "./hand-updates.js";
import { scaleOf } from "./loss-scale.js";
import type { Model } from "../model.js";
import type { CallEvent, LoopFrame } from "../follow/run.js";
import { backwardsBefore, feeds, stepsBetween, turnOf } from "./turns.js";
import { receiverText, updatesOf, type Step, type Update } from "./training-loop.js";
import type { Span } from "../../syntax/span.js";

/** A backward of a mean loss whose gradients add up over several batches, with the update that uses their sum. */
export interface UnscaledSum {
  readonly backward: Step;
  readonly update: Update;
  /** What says how many batches are added. */
  readonly guard: Span;
}

/** Every backward that adds up means without dividing them. */
export function unscaledSums(model: Model): readonly UnscaledSum[] {
  if (dividesGradients(model.form)) return [];
  const found = new Map<CallEvent, UnscaledSum>();
  for (const update of updatesOf(model)) {
    for (const backward of backwardsBefore(model, update)) {
      if (backward.event.unit.path !== model.path || dividesItself(backward)) continue;
      const guard = addsUp(backward, update);
      if (guard === undefined || isUsedAtOnce(model, backward) || isThrownAway(model, backward, update)) continue;
      if (
        scaleOf(backward.losses) !== "mean" ||
        knowsCount(update, guard) ||
        dividesByCount(model, backward, update, guard)
      )
        continue;
      if (!found.has(backward.event)) found.set(backward.event, { backward, update, guard });
    }
  }
  return uniqueCalls(found.keys()).map((event) => found.get(event)!);
}

/** Another optimizer steps on the gradients in each turn: the rarer one trains at its own pace. */
function isUsedAtOnce(model: Model, backward: Step): boolean {
  return updatesOf(model).some(
    (update) =>
      update.order > backward.order &&
      update.event.loops === backward.event.loops &&
      accumulationGuard(update.event, backward.event) === undefined &&
      feeds(model, backward, update) !== false,
  );
}

/** Whenever the optimizer steps, it was cleared since: what this backward left for it is gone. */
function isThrownAway(model: Model, backward: Step, update: Update): boolean {
  return stepsBetween(model, backward.order + 1, update.order).some(
    (step) =>
      clearsFor(model, step, update) &&
      step.event.loops === update.event.loops &&
      accumulationGuard(step.event, backward.event) !== undefined &&
      accumulationGuard(update.event, step.event) === undefined,
  );
}

/** Engines divide by the number of batches that they were told; Fabric and Lightning's manual mode do not. */
function dividesItself({ event }: Step): boolean {
  const isEngine = event.args.positional.some((given) => given.kind === "entity");
  return isEngine && event.method !== "manual_backward" && !/fabric/i.test(receiverText(event));
}

/** The condition under which the step uses what several turns have added, or the loop that counts them. */
function addsUp(backward: Step, update: Update): Expression | undefined {
  const turn = turnOf(backward.event, update.event);
  if (turn === undefined) return undefined;
  if (turn.loop === backward.event.loops) return accumulationGuard(update.event, backward.event);
  const { loops } = backward.event;
  return loops !== undefined && loops.parent === turn.loop && update.event.loops === turn.loop
    ? countingLoop(loops)
    : undefined;
}

/** `for micro_step in range(accumulation_steps)`. */
function countingLoop({ loop, frame }: LoopFrame): Expression | undefined {
  if (loop.iterable === undefined) return undefined;
  const text = frame.unit.form.text.slice(loop.iterable.start, loop.iterable.end);
  return /accum|micro/i.test(text) ? loop.iterable : undefined;
}

/** A learning rate that was divided by the same number does what dividing the loss would. */
function knowsCount({ optimizer, event }: Update, guard: Span): boolean {
  const count = countIn(event, guard);
  if (count === undefined || optimizer?.origin.how !== "call") return false;
  const made = optimizer.origin.call;
  return new RegExp(`\\b${count}\\b`).test(optimizer.unit.form.text.slice(made.start, made.end));
}

/** Something that the loss is made from is divided by the number of batches, be it a weight that the model is handed. */
function dividesByCount(model: Model, backward: Step, { event }: Update, guard: Span): boolean {
  const count = countIn(event, guard);
  if (count === undefined) return false;
  const divides = new RegExp(`(?<!/)/(?!/).*\\b${count}\\b`);
  return [...ancestors(model, backward.losses)].some(
    ({ origin, site, unit }) =>
      origin.how === "operation" && site !== undefined && divides.test(unit.form.text.slice(site.start, site.end)),
  );
}

/** The name of the number of batches in `(i + 1) % count == 0` or `range(count)`. */
function countIn({ unit }: CallEvent, guard: Span): string | undefined {
  const name = /(\w+)\W*(?:==.*|\))?$/.exec(unit.form.text.slice(guard.start, guard.end))?.[1] ?? "";
  return /^[A-Za-z_]\w*$/.test(name) ? name : undefined;
}
