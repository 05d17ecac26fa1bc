import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import type { Entity } from "../values.js";
import { perModel } from "./per-model.js";
import { spend } from "./work.js";

/** The calls of an object's methods, in order of execution. */
export function callsOn(model: Model, object: Entity): readonly CallEvent[] {
  const found = callsByReceiver(model).get(object) ?? none;
  spend(model, found.length);
  return found;
}

const callsByReceiver = perModel((model) => {
  const found = new Map<Entity, CallEvent[]>();
  for (const event of model.allCalls) {
    if (event.receiver?.kind !== "entity") continue;
    const calls = found.get(event.receiver);
    if (calls === undefined) found.set(event.receiver, [event]);
    else calls.push(event);
  }
  return found;
});

const none: readonly CallEvent[] = [];
