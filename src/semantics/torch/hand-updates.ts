import { ancestors } from "./graph.js";
import type { Model } from "../model.js";
import type { AccumulateEvent } from "../follow/run.js";
import type { Entity } from "../values.js";

/** Updates that are written out, `weight -= rate * weight.grad`, of tensors that keep their gradient. */
export function handUpdates(model: Model): readonly AccumulateEvent[] {
  return model.accumulations.filter(({ statement, value, added, loops, unit }) => {
    if (loops === undefined || statement.kind !== "Assign") return false;
    if (!unit.form.text.slice(value.start, value.end).includes(".grad")) return false;
    if (statement.operator !== "-" && statement.operator !== "+") return false;
    const made = [...ancestors(model, [added])];
    return made.some(({ origin }) => origin.how === "attribute" && origin.name === "grad") && made.some(keepsGradient);
  });
}

function keepsGradient({ origin }: Entity): boolean {
  if (origin.how !== "call") return false;
  const flag = origin.args.named.get("requires_grad");
  return flag?.kind === "literal" && flag.value === true;
}
