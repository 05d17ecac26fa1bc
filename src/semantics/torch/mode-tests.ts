import type { Expression } from "../../syntax/expressions.js";
import type { FormModule, Statement } from "../../syntax/form.js";
import type { Span } from "../../syntax/span.js";
import { frames } from "../code/frames.js";
import { perModel } from "../code/per-model.js";
import { eachExpression, eachStatementInScope } from "../code/visit.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";

/** Does the code look at the mode before a call, or for one of its arguments: `if self.training:`, here or in a caller? */
export function asksForMode(model: Model, event: CallEvent): boolean {
  const { branches, call } = event;
  for (let at = branches; at !== undefined; at = at.parent) {
    if (isAboutMode(at.frame.unit.form, at.branch.test)) return true;
  }
  return choicesByMode(model).some((choice) => isIn(call, choice) || isIn(choice, call)) || isBehindReturn(event);
}

/** `0.3 if self.training else 0.0` */
const choicesByMode = perModel((model) => {
  const found: Expression[] = [];
  eachExpression(model.form.body, (expression) => {
    if (expression.kind === "Conditional" && isAboutMode(model.form, expression.test)) found.push(expression);
  });
  return found;
});

/** Behind `if not self.training: return x`. */
function isBehindReturn({ frame, call }: CallEvent): boolean {
  let place: Span | undefined = call;
  for (const { closure, unit, call: site } of frames(frame)) {
    if (place !== undefined && closure !== undefined && returnsBefore(unit.form, closure.form.body, place)) return true;
    place = site;
  }
  return false;
}

function returnsBefore(form: FormModule, body: readonly Statement[], place: Span): boolean {
  let found = false;
  eachStatementInScope(body, (statement) => {
    if (statement.kind !== "Branch" || statement.otherwise.length > 0 || statement.end > place.start) return;
    found ||= statement.body.at(-1)?.kind === "Return" && isAboutMode(form, statement.test);
  });
  return found;
}

function isAboutMode({ text }: FormModule, { start, end }: Span): boolean {
  return /train|mode|eval|infer/i.test(text.slice(start, end));
}

function isIn(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
