import { frames } from "../code/frames.js";
import type { Model } from "../model.js";
import { alternatives } from "../values.js";
import { excludeEachOther, guardsBetween } from "./guards.js";
import { isWithin, updatesOf, type Step, type Update } from "./training-loop.js";

/** The updates of the optimizer that a schedule was made for; all of them where that is not known. */
export function updatesUnder(model: Model, { object }: Step): readonly Update[] {
  const all = updatesOf(model);
  const [made, ...others] = alternatives(object);
  if (made?.kind !== "entity" || made.origin.how !== "call" || others.length > 0) return all;
  const { args } = made.origin;
  const optimizer = args.named.get("optimizer") ?? args.positional[0];
  return all.some((update) => update.optimizer === optimizer)
    ? all.filter((update) => update.optimizer === optimizer || update.optimizer === undefined)
    : all;
}

/** The update of its optimizer that the step of a schedule runs ahead of, from the first turn of a loop on. */
export function updateBehind(model: Model, schedule: Step): Update | undefined {
  const { event, order } = schedule;
  const loop = event.loops;
  if (loop === undefined) return undefined;
  const updates = updatesUnder(model, schedule);
  const later = updates.find(
    (update) => update.order > order && isWithin(update.event, loop) && !excludeEachOther(update.event, event),
  );
  // An update before it, in the loop or ahead of it, is all that the schedule asks for.
  if (later === undefined || updates.some((update) => update.order < order)) return undefined;
  // `if epoch > 0: scheduler.step()` is the right order, written at the start of the next turn; a condition on both says nothing.
  const { start, end } = loop.loop;
  const isGuarded = guardsBetween(event, later.event).some(({ branch, frame }) =>
    frame === loop.frame ? branch.start >= start && branch.end <= end : [...frames(frame)].includes(loop.frame),
  );
  return isGuarded ? undefined : later;
}
