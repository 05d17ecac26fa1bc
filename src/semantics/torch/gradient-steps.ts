import { perModel } from "../code/per-model.js";
import { spend } from "../code/work.js";
import type { Model } from "../model.js";
import type { BackwardCall } from "./graph.js";
import { gradientEvents, shareTurn, type GradientEvent } from "./reach.js";

/** A step of an optimizer among the backwards and steps of a file. */
export type GradientStep = GradientEvent & { readonly kind: "step" };

/** Every step of an optimizer, in order of execution. */
export const gradientSteps = perModel((model): readonly GradientStep[] =>
  gradientEvents(model).filter((event): event is GradientStep => event.kind === "step"),
);

/** The backwards of the same turn since the optimizer stepped before: what filled the gradients that it may use. */
export function backwardsSinceLast(model: Model, step: GradientStep): readonly BackwardCall[] {
  const events = gradientEvents(model);
  const found: BackwardCall[] = [];
  for (let at = events.indexOf(step) - 1; at >= 0; at--) {
    spend(model, 1);
    const event = events[at]!;
    if (event.position === step.position || !shareTurn(event.event, step.event)) continue;
    if (event.kind === "backward") found.push(event.backward);
    else if (event.update.optimizer === step.update.optimizer) break;
  }
  return found.reverse();
}
