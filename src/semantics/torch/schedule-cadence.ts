import { isManaged } from "./forward-passes.js";
import { countsTurns, guardsBetween, placesOf } from "./guards.js";
import type { Model } from "../model.js";
import type { CallEvent, LoopFrame } from "../follow/run.js";
import { paceOf, scheduleType, type Pace } from "./schedule-lengths.js";
import { isWithin, receiverText, stepsOf, updatesOf, type Step, type Update } from "./training-loop.js";
import { loops } from "../code/frames.js";
import { statementsAround } from "../code/statements-around.js";
import { pushExpressions, pushParts } from "../code/visit.js";
import type { Expression } from "../../syntax/expressions.js";
import { alternatives, type Entity, type Value } from "../values.js";

/** A schedule that counts one thing and is stepped at another. */
export interface WrongCadence {
  readonly event: CallEvent;
  readonly schedule: Entity;
  readonly counts: Pace;
}

export function wrongCadences(model: Model): readonly WrongCadence[] {
  const found = new Map<unknown, WrongCadence | undefined>();
  for (const step of stepsOf(model)) {
    if (step.kind !== "schedule" || step.event.unit.path !== model.path || isManaged(step.event.frame)) continue;
    const { call, loops: around } = step.event;
    if (around === undefined) continue;
    const wrong = wrongCadence(model, step);
    // Whichever schedule it is that steps here, all must be wrong.
    if (!found.has(call) || wrong === undefined) found.set(call, wrong);
  }
  return [...found.values()].filter((wrong) => wrong !== undefined);
}

function wrongCadence(model: Model, { event, object }: Step): WrongCadence | undefined {
  const schedule = scheduleOf(object);
  if (schedule === undefined || event.loops === undefined) return undefined;
  // A schedule that is told a fraction of an epoch keeps no count of its own.
  const isPlateau = scheduleType(schedule)?.endsWith("ReduceLROnPlateau") === true;
  if (event.args.positional.length + event.args.named.size > 0 && !isPlateau) return undefined;
  const updates = updatesOf(model).filter((update) => event.loops !== undefined && isWithin(update.event, event.loops));
  if (updates.length === 0) return undefined;
  const cadence = cadenceOf(event, event.loops, updates);
  if (cadence === undefined || !updates.some((update) => isUnconditional(event, update))) return undefined;
  const counts = paceOf(model, schedule, cadence.epochs);
  return counts === undefined || counts === cadence.pace ? undefined : { event, schedule, counts };
}

/** The one schedule that is meant; among several, nobody can say which. */
function scheduleOf(value: Value | undefined): Entity | undefined {
  const options = alternatives(value).filter((option) => option.kind !== "literal");
  const [only] = options;
  return options.length === 1 && only?.kind === "entity" && scheduleType(only) !== undefined ? only : undefined;
}

interface Cadence {
  readonly pace: Pace;
  readonly epochs: LoopFrame;
}

/** Is a loop gone through once for each batch, or once for each epoch? */
function cadenceOf(event: CallEvent, loop: LoopFrame, updates: readonly Update[]): Cadence | undefined {
  const isDirect = updates.some(({ event }) => event.loops === loop);
  if (isDirect) {
    if (isInComprehension(event)) return { pace: "batch", epochs: loop };
    const epochs = loop.parent;
    return epochs !== undefined && !isCounted(loop) ? { pace: "batch", epochs } : undefined;
  }
  // The loop right inside it, in which the weights change, must go over batches.
  const inner = updates.flatMap(({ event }) => [...loops(event.loops)].filter(({ parent }) => parent === loop));
  return inner.length > 0 && isEpochLoop(loop) && inner.every((batches) => !isEpochLoop(batches) || !isCounted(batches))
    ? { pace: "epoch", epochs: loop }
    : undefined;
}

/** `[step(x, y) for x, y in loader]` is a loop as well, inside the one that is written as such. */
function isInComprehension(event: CallEvent): boolean {
  for (const { unit, place } of placesOf(event)) {
    const parts: Expression[] = [];
    const statement = statementsAround(unit.form, place).at(-1);
    if (statement !== undefined) pushExpressions(statement, parts);
    for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
      if (part.start > place.start || part.end < place.end) continue;
      if (part.kind === "Comprehension") return !/range\(/.test(unit.form.text.slice(part.start, part.end));
      pushParts(part, parts);
    }
  }
  return false;
}

/** A loop over numbers that names epochs, or no batches: full-batch training, a count of its own. */
function isCounted(loop: LoopFrame): boolean {
  const text = headOf(loop);
  if (/epoch/i.test(text)) return true;
  return /range\(/.test(text) && !/batch|step|iter|len\(|loader/i.test(text);
}

function isEpochLoop(loop: LoopFrame): boolean {
  const text = headOf(loop);
  return /epoch|range\(|while/i.test(text) && !/loader|batch|len\(|steps?\b/i.test(text);
}

/** The head of a loop as it is written. */
function headOf({ loop, frame }: LoopFrame): string {
  const { text } = frame.unit.form;
  const [first] = loop.body;
  return text.slice(loop.start, first?.start ?? loop.end);
}

/** Does the schedule step whenever the optimizer does, but for tests of its own existence and of accumulated batches? */
function isUnconditional(event: CallEvent, update: Update): boolean {
  const name = receiverText(event);
  return guardsBetween(event, update.event).every(({ branch, frame, taken }) => {
    const text = frame.unit.form.text.slice(branch.test.start, branch.test.end);
    if (!taken) return false;
    if (text === name || text === `${name} is not None`) return true;
    return /accum|sync_grad/i.test(text) && countsTurns(frame.closure?.form.body ?? frame.unit.form.body, branch.test);
  });
}
