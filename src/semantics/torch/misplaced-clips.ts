import { clearsFor, isClearedAndNext } from "./clearing.js";
import { isManaged } from "./forward-passes.js";
import { excludeEachOther } from "./guards.js";
import { isActiveScaler, isScaled } from "./mixed-precision.js";
import type { Model } from "../model.js";
import { holds } from "./modules.js";
import { optimizersOf } from "./optimizers.js";
import { parametersIn, type ParameterSet } from "./parameters.js";
import { feeds, isSameOptimizer, mayGoBackward, stepsIn, turnOf, type Turn } from "./turns.js";
import { backwardsOf, isUpdateStep, stepsOf, updatesOf, type Step, type Update } from "./training-loop.js";
import { alternatives, argument, type Value } from "../values.js";
import { perModel } from "../code/per-model.js";
import { callsBetween } from "../code/call-order.js";
import { spend } from "../code/work.js";

/** Gradients that are limited too early, too late, or while they are multiplied by a scaler's factor. */
export interface MisplacedClip {
  readonly place: "before-backward" | "after-step" | "scaled";
  readonly clip: Step;
  readonly update: Update;
}

export function misplacedClips(model: Model): readonly MisplacedClip[] {
  const found = new Map<unknown, MisplacedClip>();
  for (const clip of stepsOf(model)) {
    if (clip.kind !== "clip" || clip.event.unit.path !== model.path || isMeasurement(clip)) continue;
    if (found.has(clip.event.call) || isManaged(clip.event.frame)) continue;
    const misplaced = misplacementOf(model, clip);
    if (misplaced !== undefined) found.set(clip.event.call, misplaced);
  }
  return [...found.values()];
}

/** A limit without a bound only measures the norm, for the log. */
function isMeasurement({ event: { args } }: Step): boolean {
  const limit = argument(args, 1, "max_norm") ?? args.named.get("clip_value");
  return alternatives(limit).some((option) => {
    if (option.kind === "literal") return typeof option.value === "number" && option.value >= 1e6;
    if (option.kind === "symbol") return /\.inf(inity)?$/i.test(option.path);
    return option.kind === "entity" && option.origin.how === "call" && option.origin.path === "builtins.float";
  });
}

function misplacementOf(model: Model, clip: Step): MisplacedClip | undefined {
  const update = updateFor(model, clip);
  const turn = update && turnOf(clip.event, update.event);
  if (update === undefined || turn === undefined) return undefined;
  const around = stepsAbout(model, turn, clip, update);
  if (!around.some(({ kind }) => kind === "backward")) return undefined;
  const before = around.findLast(({ order }) => order < clip.order);
  // What is last in a turn is before the first of the next one.
  const last = before ?? around.at(-1);
  if (last === undefined || isHidden(model, before, clip)) return undefined;
  if (last.kind === "backward") {
    const next = around.find((step): step is Update => isUpdateStep(step) && step.order > clip.order);
    return next !== undefined && isStillScaled(model, last, clip, next)
      ? { place: "scaled", clip, update: next }
      : undefined;
  }
  // Gradients that were cleared on their way to the step are lost for another reason.
  const used = around.findLast(({ kind, order }) => kind !== "clear" && order < clip.order);
  if (last.kind === "clear" && used?.kind === "backward") return undefined;
  const stepped = around.some(({ kind, order }) => kind === "update" && order < clip.order);
  return { place: stepped ? "after-step" : "before-backward", clip, update };
}

/** The step that the clipped gradients are for: of an optimizer with some of these parameters, or the only one there is. */
function updateFor(model: Model, clip: Step): Update | undefined {
  spend(model, updatesOf(model).length);
  const updates = updatesOf(model).filter(
    (update) => turnOf(clip.event, update.event) !== undefined && !excludeEachOther(clip.event, update.event),
  );
  const near = updates.filter(({ event }) => event.loops === clip.event.loops);
  const among = near.length > 0 ? near : updates;
  const clipped = parametersIn(model, clippedBy(clip));
  const certain = among.filter((update) => isAbout(model, clipped, update) === true);
  if (certain.length > 0) return certain.find(({ order }) => order > clip.order) ?? certain[0];
  const possible = among.filter((update) => isAbout(model, clipped, update) === undefined);
  const next = possible.find((update) => isClearedAndNext(model, clip, update));
  if (next !== undefined) return next;
  return possible.every((update) => isSameOptimizer(update, possible[0]!)) && possible.length === among.length
    ? possible[0]
    : undefined;
}

/** Are the clipped parameters the optimizer's? Undefined where that cannot be seen. */
function isAbout(model: Model, clipped: ParameterSet, { optimizer }: Update): boolean | undefined {
  const trained = optimizer && optimizersOf(model).get(optimizer)?.parameters;
  if (trained === undefined || clipped.sources.length + clipped.tensors.length === 0) return undefined;
  const shares =
    clipped.sources.some(({ module }) =>
      trained.sources.some((other) => holds(model, module, other.module) || holds(model, other.module, module)),
    ) || clipped.tensors.some((tensor) => trained.tensors.includes(tensor));
  return shares || (trained.isComplete && clipped.isComplete ? false : undefined);
}

/** `model.clip_grad_norm_(1.0)` clips its own parameters; other methods are given them. */
function clippedBy({ object, event }: Step): Value | undefined {
  return object?.kind === "literal" ? event.receiver : object;
}

/** The backwards, steps and clearings in a turn that are about the same parameters, in order. */
function stepsAbout(model: Model, turn: Turn, clip: Step, update: Update): readonly Step[] {
  const steps = stepsIn(model, turn);
  spend(model, steps.length);
  return steps.filter((step) => {
    if (excludeEachOther(step.event, clip.event)) return false;
    if (step.kind === "backward") return feeds(model, step, update) !== false;
    if (step.kind === "update") return isSameOptimizer(step, update);
    return clearsFor(model, step, update);
  });
}

/** May somebody out of sight have gone backward just before? */
function isHidden(model: Model, before: Step | undefined, clip: Step): boolean {
  const known = knownBackwards(model);
  const from = before === undefined ? clip.order - 40 : before.order + 1;
  return callsBetween(model, Math.ceil(from), clip.order).some(
    (event) => mayGoBackward(event) && !known.has(event) && turnOf(event, clip.event)?.loop === clip.event.loops,
  );
}

const knownBackwards = perModel((model) => new Set(backwardsOf(model).map(({ event }) => event)));

/** Are the gradients of a scaled loss clipped before `unscale_` has divided them? */
function isStillScaled(model: Model, backward: Step, clip: Step, next: Update): boolean {
  if (clip.scaler !== undefined || !isActiveScaler(next.scaler) || isScaled(model, backward) === false) return false;
  return !stepsOf(model).some(
    ({ kind, order, event }) =>
      kind === "unscale" && order > backward.order && order < clip.order && !excludeEachOther(event, clip.event),
  );
}
