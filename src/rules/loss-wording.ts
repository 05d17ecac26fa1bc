import type { Unit } from "../semantics/follow/unit.js";
import type { Model } from "../semantics/model.js";
import { activationInput } from "../semantics/outputs/activation-input.js";
import { logitsFlag, removable, type DoubleSoftmax } from "../semantics/outputs/double-softmax.js";
import type { LossCall } from "../semantics/outputs/loss-calls.js";
import type { Output } from "../semantics/outputs/outputs.js";
import type { Call } from "../syntax/expressions.js";
import type { Report, ReportEdit } from "./rule.js";
import { alsoAt, replace, shorten, suggest } from "./wording.js";

/** What the user calls a loss, without the arguments that make it: `nn.NLLLoss` of `nn.NLLLoss()(x, y)`. */
export function lossName({ event, given }: Pick<LossCall, "event" | "given">): string {
  const { start, end } = given ?? event.call.callee;
  return shorten(event.unit.form.text.slice(start, end).replace(/\([^]*$/, ""));
}

/** Where an output is made. */
export function madeAt({ site, unit }: Output, message: string): NonNullable<Report["related"]> {
  return alsoAt(site, unit, message);
}

/** The edit that takes an activation away from what it activates. */
export function leaveOut(model: Model, { site, unit }: Output): ReportEdit | undefined {
  const input = site.kind === "Call" && unit.path === model.path ? activationInput(site) : undefined;
  return input && replace(site, model.text(input));
}

/** Calls another function of the same module: `log_softmax` for `softmax`. */
export function callInstead(
  model: Model,
  { callee }: Call,
  { path }: Unit,
  others: ReadonlyMap<string, string>,
): NonNullable<Report["fixes"]> {
  if (callee.kind !== "Attribute" || path !== model.path) return [];
  const other = others.get(model.text(callee.nameSpan));
  return other === undefined ? [] : suggest(`Use \`${other}\``, replace(callee.nameSpan, other));
}

/** Takes a softmax away that the loss applies itself, or tells a Keras loss that it gets probabilities. */
export function withoutSoftmax(model: Model, found: DoubleSoftmax): NonNullable<Report["fixes"]> {
  const flag = logitsFlag(model, found);
  if (flag !== undefined) return suggest("Say `from_logits=False`", replace(flag, "False"));
  const left = removable(model, found);
  return left === undefined ? [] : suggest("Leave the softmax out", replace(left.call, model.text(left.inner)));
}
