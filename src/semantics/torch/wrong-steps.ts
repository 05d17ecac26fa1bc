import { uniqueBy } from "../code/unique.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { isManaged } from "./forward-passes.js";
import { backwardsSinceLast, gradientSteps } from "./gradient-steps.js";
import { swappedSteps } from "./swapped-steps.js";
import type { Update } from "./training-loop.js";
import { feeds } from "./turns.js";

/** A step of an optimizer that the gradients are not for. */
export interface WrongStep {
  readonly event: CallEvent;
  readonly update: Update;
  /** Where the gradients come from. */
  readonly backward: CallEvent;
  /** The clearing of another optimizer, where that alone tells. */
  readonly clear: CallEvent | undefined;
}

/** Every such step in the file, each once. */
export function wrongSteps(model: Model): readonly WrongStep[] {
  // Gradients that are written by hand come from wherever the code takes them.
  if (model.writes.some(({ name }) => name === "grad" || name === "_grad")) return [];
  const proven = gradientSteps(model).flatMap((step): readonly WrongStep[] => {
    const { event, update } = step;
    if (event.unit.path !== model.path || isManaged(event.frame)) return [];
    const backwards = backwardsSinceLast(model, step);
    const last = backwards.every((backward) => feeds(model, backward, update) === false) && backwards.at(-1);
    return last ? [{ event, update, backward: last.event, clear: undefined }] : [];
  });
  const swapped = swappedSteps(model)
    .filter(({ update }) => update.event.unit.path === model.path)
    .map(({ update, clear, backward }) => ({
      event: update.event,
      update,
      backward: backward.event,
      clear: clear.event,
    }));
  return uniqueBy([...proven, ...swapped], ({ event }) => event.call);
}
