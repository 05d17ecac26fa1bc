import type { Comprehension, Expression } from "../../syntax/expressions.js";
import type { FormModule } from "../../syntax/form.js";
import { eachExpression } from "./visit.js";

/** The comprehension that works an expression out once for each item. */
export function comprehensionAround(form: FormModule, place: Expression): Comprehension | undefined {
  let all = known.get(form);
  if (all === undefined) {
    const found: Comprehension[] = [];
    eachExpression(form.body, (expression) => {
      if (expression.kind === "Comprehension") found.push(expression);
    });
    all = found;
    known.set(form, all);
  }
  return all.find(({ element }) => element.start <= place.start && place.end <= element.end);
}

const known = new WeakMap<FormModule, readonly Comprehension[]>();
