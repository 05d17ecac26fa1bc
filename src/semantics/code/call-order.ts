import type { CallEvent, LoopFrame } from "../follow/run.js";
import type { Model } from "../model.js";
import { loops } from "./frames.js";
import { perModel } from "./per-model.js";
import { spend } from "./work.js";

const ordersOf = perModel((model) => new Map(model.allCalls.map((event, order) => [event, order])));

/** The place of a call among all calls that were seen happening; -1 for one that is not among them. */
export function orderOf(model: Model, event: CallEvent): number {
  return ordersOf(model).get(event) ?? -1;
}

const eventsOf = perModel((model) => model.allCalls);

/** The calls from one place to before another one. */
export function callsBetween(model: Model, from: number, to: number): readonly CallEvent[] {
  const found = eventsOf(model).slice(Math.max(0, from), Math.max(0, to));
  spend(model, found.length);
  return found;
}

const none: readonly CallEvent[] = [];

const eventsOfLoops = perModel((model) => {
  const found = new Map<LoopFrame, CallEvent[]>();
  for (const event of model.allCalls) {
    for (const loop of loops(event.loops)) {
      spend(model, 1);
      const events = found.get(loop);
      if (events === undefined) found.set(loop, [event]);
      else events.push(event);
    }
  }
  return found;
});

/** The calls that happen in the turns of a loop, in order. */
export function callsWithin(model: Model, loop: LoopFrame): readonly CallEvent[] {
  const found = eventsOfLoops(model).get(loop) ?? none;
  spend(model, found.length);
  return found;
}
