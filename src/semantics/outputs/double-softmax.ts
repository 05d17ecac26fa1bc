import type { Call, Expression } from "../../syntax/expressions.js";
import type { Model } from "../model.js";
import { activationInput } from "./activation-input.js";
import { isAlways, lossCalls, type LossCall } from "./loss-calls.js";
import type { Output } from "./outputs.js";

/** A loss that applies softmax itself, given what a softmax gave. */
export interface DoubleSoftmax extends LossCall {
  readonly softmax: Output;
  /** The call that says which loss it is, as it is written. */
  readonly named: Expression;
}

/** Of each softmax in the checked file the first such loss; of those elsewhere, each input of a loss of the file. */
export function doubleSoftmaxes(model: Model): readonly DoubleSoftmax[] {
  const found = new Map<unknown, DoubleSoftmax>();
  for (const call of lossCalls(model)) {
    const { event, loss, outputs, input, making, given } = call;
    const [softmax] = outputs;
    const isTwice = loss.of === "classes" && loss.takes === "logits" && isAlways(call, "softmax", "log-softmax");
    if (!isTwice || softmax === undefined) continue;
    const isHere = softmax.unit.path === model.path;
    const key = isHere ? softmax.site : input;
    if ((!isHere && event.unit.path !== model.path) || found.has(key)) continue;
    found.set(key, { ...call, softmax, named: given ?? (loss.flag === undefined ? event.call : making).callee });
  }
  return [...found.values()];
}

/** The value of `from_logits` where the loss is told of it in the checked file. */
export function logitsFlag(model: Model, { event, loss, making }: LossCall): Expression | undefined {
  if (loss.flag === undefined || event.unit.path !== model.path) return undefined;
  return making.args.find(({ name }) => name === "from_logits")?.value;
}

/** A softmax of the checked file that can be left out, and what it is given. */
export function removable(
  model: Model,
  { loss, softmax }: DoubleSoftmax,
): { readonly call: Call; readonly inner: Expression } | undefined {
  if (loss.flag !== undefined || softmax.unit.path !== model.path || softmax.site.kind !== "Call") return undefined;
  const inner = activationInput(softmax.site);
  return inner === undefined ? undefined : { call: softmax.site, inner };
}
