import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import type { Entity } from "../values.js";

/** The calls of an object's methods, in order of execution. */
export function callsOn(model: Model, object: Entity): readonly CallEvent[] {
  let byReceiver = known.get(model);
  if (byReceiver === undefined) {
    byReceiver = new Map();
    for (const event of model.allCalls) {
      if (event.receiver?.kind !== "entity") continue;
      const calls = byReceiver.get(event.receiver);
      if (calls === undefined) byReceiver.set(event.receiver, [event]);
      else calls.push(event);
    }
    known.set(model, byReceiver);
  }
  return byReceiver.get(object) ?? none;
}

const known = new WeakMap<Model, Map<Entity, CallEvent[]>>();
const none: readonly CallEvent[] = [];
