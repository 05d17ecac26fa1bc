import { isScoringFunction, scoringMethods } from "../../knowledge/torch-training.js";
import { forwardPasses, hasSyntheticInput, type ForwardPass } from "./forward-passes.js";
import { loops } from "../code/frames.js";
import { ancestors, graphOf } from "./graph.js";
import type { Model } from "../model.js";
import { holds } from "./modules.js";
import { Grad, type Value } from "../values.js";

/**
 * Does a pass score or predict, rather than train? Gradients are off, or its output is scored outside the loop that trains.
 * What is drawn from noise, run on made-up data or fed back into training is no evaluation.
 */
export function isEvaluation(model: Model, pass: ForwardPass): boolean {
  if (pass.feedsTraining || hasSyntheticInput(model, pass.event)) return false;
  return pass.event.grad === Grad.off || (isApartFromTraining(model, pass) && isScored(model, pass.event.result));
}

/** A loop of its own in which nothing goes backward, or after training where there is no loop. */
function isApartFromTraining(model: Model, { event, module }: ForwardPass): boolean {
  const innermost = event.loops;
  const { backwards } = graphOf(model);
  if (innermost !== undefined)
    return !backwards.some((backward) => [...loops(backward.event.loops)].includes(innermost));
  const position = model.allCalls.indexOf(event);
  return forwardPasses(model).some(
    (other) =>
      other.trains &&
      other.event.loops !== undefined &&
      holds(model, other.module, module) &&
      model.allCalls.indexOf(other.event) < position,
  );
}

/** Is a class taken, a number read or a metric computed from an output? */
export function isScored(model: Model, output: Value): boolean {
  const outputs = new Set([...ancestorsOfSelf(output)]);
  return model.allCalls.some(({ method, path, receiver, args }) => {
    const scores = method !== undefined && scoringMethods.has(method);
    if (!scores && !(path !== undefined && isScoringFunction(path))) return false;
    const given = scores && receiver !== undefined ? [receiver] : [...args.positional, ...args.named.values()];
    return [...ancestors(model, given)].some((entity) => outputs.has(entity));
  });
}

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
