import { perModel } from "../code/per-model.js";
import type { LoopFrame } from "../follow/run.js";
import type { Model } from "../model.js";
import { clearingOf, isMadeAnew } from "./clearing.js";
import { isManaged } from "./forward-passes.js";
import { clearsByHand, handUpdates } from "./hand-updates.js";
import { neverClears, neverClearsInTurns } from "./inherited-clearing.js";
import { isCalledModule } from "./modules.js";
import { reachesModule, reachOf } from "./reach.js";
import {
  backwardsOf,
  isWithin,
  rootOf,
  sharedLoop,
  stepsOf,
  updatesOf,
  type Step,
  type Update,
} from "./training-loop.js";
import { feeds } from "./turns.js";

/** An update whose gradients are those of all turns so far, and the backward that adds to them. */
export interface UnclearedUpdate {
  readonly backward: Step;
  readonly update: Update;
}

/** The steps of optimizers whose gradients nothing sets to zero, in the loop around them or in the class that others call. */
export const unclearedUpdates = perModel((model): readonly UnclearedUpdate[] => {
  const updates = updatesOf(model);
  if (updates.length === 0 || clearsByHand(model.form)) return [];
  return updates.flatMap((update) => {
    const isByHand = neverClearsInTurns(model, update);
    const backward = isManaged(update.event.frame) && !isByHand ? undefined : backwardFor(model, update);
    if (backward === undefined || isEngine(backward, update)) return [];
    const loop = sharedLoop(backward.event, update.event);
    const isUncleared =
      loop === undefined
        ? isByHand || neverClears(model, backward, update)
        : clearingOf(model, update, loop) === "never" &&
          !isMadeAnew(model, update, loop) &&
          !(feeds(model, backward, update) === undefined && clearsWhatItReaches(model, backward, loop)) &&
          !isCallersChoice(model, update);
    return isUncleared ? [{ backward, update }] : [];
  });
});

/** A module that the loss comes through is cleared in each turn: what it trains starts from nothing, whichever the optimizer holds. */
function clearsWhatItReaches(model: Model, backward: Step, loop: LoopFrame): boolean {
  return stepsOf(model).some(
    ({ kind, event, object }) =>
      kind === "clear" &&
      isWithin(event, loop) &&
      object?.kind === "entity" &&
      isCalledModule(object) &&
      reachesModule(model, reachOf(model, backward), object),
  );
}

/** The same lines clear where another caller asks for it: `fit(net, keep_gradients=True)` is meant. */
function isCallersChoice(model: Model, update: Update): boolean {
  return updatesOf(model).some((other) => {
    const { call, loops } = other.event;
    if (call !== update.event.call || other === update || loops === undefined) return false;
    return clearingOf(model, other, loops) === "each-turn";
  });
}

/** The same of updates that are written out: the backwards whose gradients they use. */
export const unclearedByHand = perModel((model): readonly Step[] => {
  const updates = handUpdates(model);
  if (updates.length === 0 || clearsByHand(model.form)) return [];
  return updates.flatMap(
    ({ loops }) => backwardsOf(model).findLast(({ event }) => sharedLoop(event, { loops }) !== undefined) ?? [],
  );
});

/** The backward whose gradients an update uses: the last one before it in the loop, or the one in its closure. */
function backwardFor(model: Model, update: Update): Step | undefined {
  const { event, order } = update;
  const backwards = backwardsOf(model);
  const isNear = (backward: Step): boolean =>
    (event.loops === undefined
      ? event.frame === backward.event.frame ||
        (rootOf(event.frame) !== undefined && rootOf(event.frame) === rootOf(backward.event.frame))
      : sharedLoop(backward.event, event) !== undefined) && feeds(model, backward, update) !== false;
  return backwards.findLast((backward) => backward.order < order && isNear(backward)) ?? backwards.find(isNear);
}

/** An engine that goes backward and steps by itself also clears by itself. */
function isEngine({ event }: Step, update: Update): boolean {
  return event.receiver !== undefined && event.receiver === update.event.receiver;
}
