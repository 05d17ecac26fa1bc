import { callsBetween } from "../code/call-order.js";
import { perModel } from "../code/per-model.js";
import { clearingOf, clearsFor, isMadeAnew } from "./clearing.js";
import { isManaged } from "./forward-passes.js";
import { accumulationGuard, excludeEachOther, leadsTo } from "./guards.js";
import { graphOf } from "./graph.js";
import { clearsByHand, setsGradients } from "./hand-updates.js";
import type { Model } from "../model.js";
import {
  backwardsBefore,
  feeds,
  isInTurn,
  isSameOptimizer,
  mayGoBackward,
  stepsBetween,
  stepsIn,
  turnOf,
} from "./turns.js";
import { swappedSteps } from "./swapped-steps.js";
import { sharedLoop, updatesOf, type Step, type Update } from "./training-loop.js";

/** A clearing of gradients where it does harm, with the backward whose gradients it is about and the update that uses them. */
export interface MisplacedClear {
  /** Between the two; in each turn while gradients add up over several; outside the loop of both. */
  readonly place: "between" | "while-adding" | "once";
  readonly clear: Step;
  readonly backward: Step;
  readonly update: Update;
}

/** Every such clearing in the file, each once. */
export function misplacedClears(model: Model): readonly MisplacedClear[] {
  const found = new Map<unknown, MisplacedClear>();
  const updates = updatesOf(model);
  if (updates.length === 0 || setsGradients(model.form)) return [];
  for (const update of updates) {
    if (isManaged(update.event.frame)) continue;
    const misplaced = between(model, update) ?? whileAdding(model, update) ?? once(model, update);
    if (misplaced === undefined || misplaced.clear.event.unit.path !== model.path) continue;
    const { call } = misplaced.clear.event;
    if (!found.has(call)) found.set(call, misplaced);
  }
  return [...found.values()];
}

function between(model: Model, update: Update): MisplacedClear | undefined {
  const backwards = backwardsBefore(model, update);
  const [first] = backwards;
  if (first === undefined) return undefined;
  const clear = stepsBetween(model, first.order, update.order).find(
    (step) =>
      step !== first &&
      clearsFor(model, step, update) &&
      turnOf(step.event, update.event) !== undefined &&
      leadsTo(step.event, update.event) &&
      backwards.some((backward) => backward.order < step.order && isUsedHere(model, backward, step, update)),
  );
  if (clear === undefined || computesAgain(model, clear, update)) return undefined;
  return { place: "between", clear, backward: first, update };
}

/** The backward, the clearing and the step are parts of one turn, and no other optimizer uses the gradients in between. */
function isUsedHere(model: Model, backward: Step, clear: Step, update: Update): boolean {
  if (excludeEachOther(backward.event, clear.event)) return false;
  const turn = turnOf(backward.event, update.event);
  // What stands in an inner loop is cleared and computed again there, turn by turn.
  if (
    turn === undefined ||
    turnOf(clear.event, update.event)?.loop !== turn.loop ||
    clear.event.loops !== update.event.loops
  )
    return false;
  return !stepsBetween(model, backward.order, clear.order).some(
    (step) =>
      step.kind === "update" &&
      isInTurn(step.event, turn) &&
      (isSameOptimizer(step, update) || feeds(model, backward, update) !== true),
  );
}

/** May gradients be computed anew between a clearing and the update? */
function computesAgain(model: Model, clear: Step, update: Update): boolean {
  const backwards = backwardCalls(model);
  return callsBetween(model, clear.order + 1, Math.ceil(update.order)).some(
    (event) => (event.call !== update.event.call && mayGoBackward(event)) || backwards.has(event),
  );
}

const backwardCalls = perModel((model) => new Set(graphOf(model).backwards.map(({ event }) => event)));

/** Gradients add up until every so many turns the optimizer steps, but each turn clears them. */
function whileAdding(model: Model, update: Update): MisplacedClear | undefined {
  const backward = backwardsBefore(model, update).at(-1);
  if (backward === undefined || backward.event.loops === undefined) return undefined;
  const turn = turnOf(backward.event, update.event);
  if (turn?.loop === undefined || turn.loop !== backward.event.loops) return undefined;
  if (accumulationGuard(update.event, backward.event) === undefined) return undefined;
  const clear = stepsIn(model, turn).find(
    (step) =>
      clearsFor(model, step, update) &&
      step.event.loops === backward.event.loops &&
      !excludeEachOther(step.event, backward.event) &&
      leadsTo(step.event, step.order < backward.order ? backward.event : update.event) &&
      accumulationGuard(step.event, backward.event) === undefined &&
      step.event.branches === backward.event.branches,
  );
  return clear && { place: "while-adding", clear, backward, update };
}

/** Gradients are cleared outside the loop in which the optimizer steps, and nowhere in it. */
function once(model: Model, update: Update): MisplacedClear | undefined {
  const backward = backwardsBefore(model, update).at(-1);
  const loop = backward && sharedLoop(backward.event, update.event);
  if (backward === undefined || loop === undefined || loop !== update.event.loops) return undefined;
  if (accumulationGuard(update.event, backward.event) !== undefined || clearsByHand(model.form)) return undefined;
  // What steps there by a slip is to be cleared nowhere.
  if (swappedSteps(model).some((swapped) => swapped.update === update)) return undefined;
  const clear = clearingOf(model, update, loop);
  if (typeof clear === "string" || isMadeAnew(model, update, loop)) return undefined;
  return { place: "once", clear, backward, update };
}
