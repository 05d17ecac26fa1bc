import { perModel } from "../code/per-model.js";
import type { Model } from "../model.js";
import type { Entity } from "../values.js";
import { isUpdateStep, stepsOf, type Step, type Update } from "./training-loop.js";

/** A step of one optimizer where gradients were cleared for another, by a slip. */
export interface SwappedStep {
  readonly update: Update;
  readonly clear: Step;
  readonly backward: Step;
}

/**
 * `a.zero_grad(); loss.backward(); b.step()` where each of the two is cleared and stepped together elsewhere, and neither is
 * both in this place. Whose parameters they hold need not be known.
 */
export const swappedSteps = perModel((model): readonly SwappedStep[] => {
  const triples = triplesIn(model);
  const whole = new Set(triples.flatMap(({ clear, update }) => (clear.object === update.object ? [clear.object] : [])));
  if (whole.size < 2) return [];
  return triples.filter(({ clear, update }) => {
    if (clear.object === update.object || !whole.has(clear.object) || !whole.has(update.object)) return false;
    const here = stepsOf(model).filter((step) => isBeside(step, update));
    return here.every(
      ({ kind, object }) =>
        !(kind === "update" && object === clear.object) && !(kind === "clear" && object === update.object),
    );
  });
});

/** A clearing, a backward and a step that follow one another in one block. */
function triplesIn(model: Model): readonly SwappedStep[] {
  const steps = stepsOf(model);
  return steps.flatMap((update, at): readonly SwappedStep[] => {
    const [clear, backward] = [steps[at - 2], steps[at - 1]];
    if (!isUpdateStep(update) || clear?.kind !== "clear" || backward?.kind !== "backward") return [];
    const isPlain = isEntity(clear) && isEntity(update) && isBeside(clear, update) && isBeside(backward, update);
    return isPlain ? [{ update, clear, backward }] : [];
  });
}

function isBeside({ event: a }: Step, { event: b }: Step): boolean {
  return a.frame === b.frame && a.loops === b.loops && a.branches === b.branches;
}

function isEntity(step: Step): step is Step & { readonly object: Entity } {
  return step.object?.kind === "entity";
}
