import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { alternatives, type Entity, type Value } from "../values.js";
import { perModel } from "./per-model.js";

/** The calls, those in imported files included, that gave an object: alone, among others, or as one of several. */
export function callsGiving(model: Model, object: Entity): readonly CallEvent[] {
  return callsByResult(model).get(object) ?? none;
}

const none: readonly CallEvent[] = [];

const callsByResult = perModel((model): ReadonlyMap<Entity, readonly CallEvent[]> => {
  const found = new Map<Entity, CallEvent[]>();
  const note = (value: Value, event: CallEvent): void => {
    for (const option of alternatives(value)) {
      if (option.kind === "tuple") for (const item of option.items) note(item, event);
      if (option.kind !== "entity") continue;
      const known = found.get(option);
      if (known === undefined) found.set(option, [event]);
      else known.push(event);
    }
  };
  for (const event of model.allCalls) note(event.result, event);
  return found;
});
