import { isAutocast } from "../../knowledge/torch-training.js";
import type { Call } from "../../syntax/expressions.js";
import { statementsAround } from "../code/statements-around.js";
import { isClearedAndNext } from "./clearing.js";
import { forwardPasses } from "./forward-passes.js";
import { ancestors } from "./graph.js";
import { excludeEachOther, leadsTo, placesOf } from "./guards.js";
import type { Model } from "../model.js";
import type { CallEvent } from "../follow/run.js";
import { backwardsBefore, feeds, isSameOptimizer, steppedIn, stepsBack, stepsBetween, turnOf } from "./turns.js";
import { backwardsOf, isScaler, isUpdateStep, stepsOf, updatesOf, type Step, type Update } from "./training-loop.js";
import { alternatives, argument, type Value } from "../values.js";

/** A part of loss scaling that does not fit the others. */
export interface ScalingMistake {
  readonly kind: "loss-not-scaled" | "stepped-directly" | "never-updated" | "no-scaler";
  readonly event: CallEvent;
  /** The call that it does not fit. */
  readonly other: CallEvent | undefined;
}

/** Was a loss multiplied by a scaler before the backward? Undefined where its making is out of sight. */
export function isScaled(model: Model, { event, losses }: Step): boolean | undefined {
  const isEngine = event.args.positional.some((given) => given.kind === "entity");
  const [loss] = losses;
  if (isEngine || loss === undefined) return undefined;
  const answers = new Set(alternatives(loss).map((option) => isScaledValue(model, option, 0)));
  return answers.size === 1 ? [...answers][0] : undefined;
}

function isScaledValue(model: Model, value: Value, depth: number): boolean | undefined {
  if (value.kind !== "entity" || depth > 8) return undefined;
  const { origin, from } = value;
  switch (origin.how) {
    case "call": {
      if (origin.method === "scale" || origin.method === "get_scale") return true;
      // Apex scales in a context of its own, and its optimizers divide again.
      if (origin.call.callee.kind === "Attribute" && origin.call.callee.name === "scale_loss") return undefined;
      const isComputed =
        origin.path !== undefined || origin.call.callee.kind !== "Attribute" || origin.method === undefined;
      const parts = from.map((part) => isScaledValue(model, part, depth + 1));
      if (parts.includes(true)) return true;
      return isComputed || origin.receiver !== undefined ? false : undefined;
    }
    case "operation":
      return from.some((part) => alternatives(part).some((option) => isScaledValue(model, option, depth + 1) === true));
    case "attribute":
      return /^(loss|scale)$/.test(origin.name) ? origin.name === "scale" : undefined;
    case "index":
    case "element":
      return alternatives(origin.of).some((option) => option.kind === "entity" && option.origin.how === "call")
        ? false
        : undefined;
    default:
      return undefined;
  }
}

/** A scaler that is made in sight and is not switched off for good. */
export function isActiveScaler(value: Value | undefined): boolean {
  const options = alternatives(value).filter((option) => option.kind === "entity");
  return (
    options.length > 0 &&
    options.every((option) => {
      if (!isScaler(option, "scaler") || option.origin.how !== "call")
        return isScaler(option, "scaler") && option.origin.how === "parameter";
      const enabled = option.origin.args.named.get("enabled");
      return !(enabled?.kind === "literal" && enabled.value === false);
    })
  );
}

/** Every mistake in the loss scaling of a file's training. */
export function scalingMistakes(model: Model): readonly ScalingMistake[] {
  return [...updatesOf(model).flatMap((update) => [...mistakesOf(model, update)]), ...unscaledHalves(model)];
}

function* mistakesOf(model: Model, update: Update): Iterable<ScalingMistake> {
  if (update.scaler === undefined) {
    const cause = scaledFor(model, update) ?? alreadyStepped(model, update);
    if (cause !== undefined) yield { kind: "stepped-directly", event: update.event, other: cause.event };
    return;
  }
  if (!isActiveScaler(update.scaler)) return;
  const backwards = backwardsBefore(model, update);
  for (const backward of backwards) {
    const isFor = isCertainlyFor(model, backward, update) && leadsTo(backward.event, update.event);
    if (isFor && isScaled(model, backward) === false)
      yield { kind: "loss-not-scaled", event: backward.event, other: update.event };
  }
  // A step on its own leaves the update of the scale to its callers.
  if (backwards.length > 0 && !updatesScale(model, update))
    yield { kind: "never-updated", event: update.event, other: undefined };
}

function updatesScale(model: Model, { event }: Update): boolean {
  if (stepsOf(model).some(({ kind }) => kind === "rescale")) return true;
  return /scaler?\w*(\[.*\])?\.update\b/i.test(event.unit.form.text);
}

/** The scaled backward whose gradients an optimizer uses without anybody dividing them again. */
function scaledFor(model: Model, update: Update): Step | undefined {
  const cause = backwardsBefore(model, update).findLast(
    (backward) =>
      isScaled(model, backward) === true &&
      isCertainlyFor(model, backward, update) &&
      leadsTo(backward.event, update.event),
  );
  const scalers = cause === undefined ? [] : scalersOf(model, cause);
  if (cause === undefined || scalers.length === 0 || !scalers.every(isActiveScaler)) return undefined;
  const isUnscaled = stepsBetween(model, cause.order, update.order).some(
    ({ kind, event }) => kind === "unscale" && !excludeEachOther(event, update.event),
  );
  return isUnscaled ? undefined : cause;
}

function scalersOf(model: Model, { losses }: Step): readonly Value[] {
  return [...ancestors(model, losses)].flatMap(({ origin }) =>
    origin.how === "call" && origin.method === "scale" && origin.receiver !== undefined ? [origin.receiver] : [],
  );
}

/** `scaler.step(optimizer)` has stepped already, and the same gradients are used once more. */
function alreadyStepped(model: Model, update: Update): Step | undefined {
  const before = lastBefore(model, update);
  if (before === undefined || before.scaler === undefined || before.event.loops !== update.event.loops)
    return undefined;
  return isActiveScaler(before.scaler) && leadsTo(before.event, update.event) ? before : undefined;
}

function lastBefore(model: Model, update: Update): Step | undefined {
  for (const step of stepsBack(model, update.order)) {
    if (
      (step.kind === "backward" || (isUpdateStep(step) && isSameOptimizer(step, update))) &&
      turnOf(step.event, update.event) !== undefined &&
      !excludeEachOther(step.event, update.event)
    )
      return step;
  }
  return undefined;
}

/** Do the gradients go to this optimizer, as its parameters say or because there is no other? */
function isCertainlyFor(model: Model, backward: Step, update: Update): boolean {
  const answer = feeds(model, backward, update);
  if (answer !== undefined) return answer;
  if (isClearedAndNext(model, backward, update)) return true;
  const turn = turnOf(backward.event, update.event);
  return (
    turn !== undefined && steppedIn(model, turn).every((object) => object !== undefined && object === update.object)
  );
}

/** Backwards in half precision without any loss scaling. */
function unscaledHalves(model: Model): readonly ScalingMistake[] {
  const halves = halfPrecisionContexts(model);
  if (halves.size === 0 || model.mentions(/scaler|scale_loss|accelerat|fabric|deepspeed|lightning/i)) return [];
  return backwardsOf(model).flatMap(({ event, losses }) => {
    // An optimizer of one's own that goes backward may scale as well.
    if (event.receiver === undefined || !losses.some((loss) => alternatives(loss).includes(event.receiver!))) return [];
    if (!updatesOf(model).some((update) => turnOf(update.event, event) !== undefined)) return [];
    const made = ancestors(model, losses);
    const pass = forwardPasses(model).find(
      ({ event: call, trains }) =>
        trains && call.result.kind === "entity" && made.has(call.result) && contextOf(call, halves) !== undefined,
    );
    return pass === undefined ? [] : [{ kind: "no-scaler", event, other: contextOf(pass.event, halves) }];
  });
}

/** The calls that make autocast contexts of float16 on a GPU. */
function halfPrecisionContexts(model: Model): ReadonlyMap<Call, CallEvent> {
  const contexts = model.allCalls.filter(
    (event) => event.path !== undefined && isAutocast(event.path) && isHalf(event),
  );
  return new Map(contexts.map((event) => [event.call, event]));
}

function isHalf({ path, args }: CallEvent): boolean {
  const isCuda = path === "torch.cuda.amp.autocast" || path === "torch.cuda.amp.autocast_mode.autocast";
  const enabled = args.named.get("enabled") ?? (isCuda ? args.positional[0] : undefined);
  if (args.open || (enabled?.kind === "literal" && enabled.value === false)) return false;
  const dtype = argument(args, 1, "dtype");
  if (dtype !== undefined) return dtype.kind === "symbol" && /^torch\.(float16|half)$/.test(dtype.path);
  const device = argument(args, 0, "device_type");
  return isCuda || (device?.kind === "literal" && device.value === "cuda");
}

function contextOf(event: CallEvent, contexts: ReadonlyMap<Call, CallEvent>): CallEvent | undefined {
  for (const { unit, place } of placesOf(event)) {
    for (const statement of statementsAround(unit.form, place)) {
      if (statement.kind !== "With") continue;
      for (const { context } of statement.items) {
        const found = context.kind === "Call" ? contexts.get(context) : undefined;
        if (found !== undefined) return found;
      }
    }
  }
  return undefined;
}
