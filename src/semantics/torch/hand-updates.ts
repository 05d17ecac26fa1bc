import { ancestors } from "./graph.js";
import type { Model } from "../model.js";
import type { FormModule } from "../../syntax/form.js";
import { eachExpression, eachStatement } from "../code/visit.js";
import type { AccumulateEvent } from "../follow/run.js";
import type { Entity } from "../values.js";
import { memo } from "../code/memo.js";

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

/** Does a file clear gradients by hand: `p.grad = None`, `w.grad.zero_()`? */
export const clearsByHand = memo((form: FormModule) => assignsGradients(form) || zeroesGradients(form));

function assignsGradients(form: FormModule): boolean {
  let found = false;
  eachStatement(form.body, (statement) => {
    if (statement.kind !== "Assign" || statement.operator !== undefined) return;
    found ||= statement.targets.some((target) => target.kind === "Attribute" && target.name === "grad");
  });
  return found;
}

function zeroesGradients(form: FormModule): boolean {
  let found = false;
  eachExpression(form.body, (expression) => {
    if (expression.kind !== "Call" || expression.callee.kind !== "Attribute") return;
    const { object, name } = expression.callee;
    if (name === "zero_" || name === "fill_" || name === "copy_")
      found ||= /\.grad(\.data)?$/.test(sourceOf(form, object));
  });
  return found;
}

function sourceOf(form: FormModule, { start, end }: { readonly start: number; readonly end: number }): string {
  return form.text.slice(start, end);
}

/** Does a file write gradients itself, `p.grad = g` or `w.grad.copy_(g)`, so that they need not come from a backward? */
export const setsGradients = memo((form: FormModule) =>
  /\.grad(\.data)?(\.(copy_|add_|set_)\(|\s*\+?=(?!=)(?!\s*None))|["']grad["'],/.test(form.text),
);

/** Does a file divide gradients itself before they are used: `p.grad /= n`, `p.grad.div_(n)`? */
export function dividesGradients(form: FormModule): boolean {
  return /\.grad(\.data)?(\.(div_|mul_)\(|\s*[*/]=|\s*=.*\.grad\b.*[*/])/.test(form.text);
}

/** Does a file use gradients itself, other than to look at their size or to clear them? */
export function setsWeights(form: FormModule): boolean {
  const used =
    /(?<!autograd)\.grad\b(?!\s*=\s*None|\s*is\b|(\.data|\.detach\(\))?\.(norm|abs|zero_|mean|max|isnan|std)\b|\s*,\s*\w+\)\s*if)/;
  return used.test(form.text);
}
