import { isScoringFunction, scoringMethods } from "../../knowledge/torch-training.js";
import { forwardPasses, hasSyntheticInput, isTrained, type ForwardPass } from "./forward-passes.js";
import { loops } from "../code/frames.js";
import { ancestors, graphOf } from "./graph.js";
import type { Model } from "../model.js";
import { holds } from "./modules.js";
import { Grad, Mode, type Value } from "../values.js";
import { orderOf } from "../code/call-order.js";
import { perModel } from "../code/per-model.js";

/**
 * Does a pass score or predict, rather than train? Gradients are off, or its output is scored outside the loop that trains.
 * What is drawn from noise, run on made-up data or fed back into training is no evaluation.
 */
export function isEvaluation(model: Model, pass: ForwardPass): boolean {
  if (pass.feedsTraining || hasSyntheticInput(model, pass.event)) return false;
  return pass.event.grad === Grad.off || (isApartFromTraining(model, pass) && isScored(model, pass.event.result));
}

/** Is a pass in eval mode on data, or is a model that is trained in sight scored in a loop of its own, its mode forgotten? */
export function isMeantAsEvaluation(model: Model, pass: ForwardPass): "by mode" | "by use" | undefined {
  const { mode } = pass.event;
  if (mode === Mode.eval) return hasSyntheticInput(model, pass.event) ? undefined : "by mode";
  const isScoredApart = (mode & Mode.unknown) === 0 && isTrained(model, pass.module) && isEvaluation(model, pass);
  return isScoredApart ? "by use" : undefined;
}

/** A loop of its own in which nothing goes backward, or after training where there is no loop. */
function isApartFromTraining(model: Model, { event, module }: ForwardPass): boolean {
  const innermost = event.loops;
  if (innermost !== undefined) return !loopsOfBackwards(model).has(innermost);
  const position = orderOf(model, event);
  return forwardPasses(model).some(
    (other) =>
      other.trains &&
      other.event.loops !== undefined &&
      holds(model, other.module, module) &&
      orderOf(model, other.event) < position,
  );
}

const loopsOfBackwards = perModel(
  (model) => new Set(graphOf(model).backwards.flatMap(({ event }) => [...loops(event.loops)])),
);

/** Is a class taken, a number read or a metric computed from an output? */
export function isScored(model: Model, output: Value): boolean {
  const scored = scoredValues(model);
  return ancestorsOfSelf(output).some((part) => part.kind === "entity" && scored.has(part));
}

/** What anything that is scored was made from. */
const scoredValues = perModel((model) => {
  const given = model.allCalls.flatMap(({ method, path, receiver, args }) => {
    const scores = method !== undefined && scoringMethods.has(method);
    if (!scores && !(path !== undefined && isScoringFunction(path))) return [];
    return scores && receiver !== undefined ? [receiver] : [...args.positional, ...args.named.values()];
  });
  return ancestors(model, given);
});

function ancestorsOfSelf(output: Value): readonly Value[] {
  if (output.kind === "tuple") return output.items.flatMap(ancestorsOfSelf);
  return output.kind === "union" ? output.options.flatMap(ancestorsOfSelf) : [output];
}

/** Does an agent act in an environment here? What it sees while it acts is its training data. */
export function actsInEnvironment(model: Model): boolean {
  const steps = model.allCalls.filter(({ method, args }) => method === "step" && args.positional.length > 0);
  return steps.some((step) =>
    model.allCalls.some(({ method, receiver }) => method === "reset" && receiver === step.receiver),
  );
}
