import { ancestors } from "./graph.js";
import type { Model } from "./model.js";
import type { AccumulateEvent } from "./run.js";
import type { Entity } from "./values.js";

/** Updates that are written out, `weight -= rate * weight.grad`, of tensors that keep their gradient. */
export function handUpdates(model: Model): readonly AccumulateEvent[] {
  return model.accumulations.filter(({ operator, added, before, loops }) => {
    if (loops === undefined || before === undefined || (operator !== "-" && operator !== "+")) return false;
    const usesGradient = [...ancestors(model, [added])].some(
      ({ origin }) => origin.how === "attribute" && origin.name === "grad",
    );
    return usesGradient && [...ancestors(model, [before])].some(keepsGradient);
  });
}

function keepsGradient({ origin }: Entity): boolean {
  if (origin.how !== "call") return false;
  const flag = origin.args.named.get("requires_grad");
  return flag?.kind === "literal" && flag.value === true;
}
