import type { LossInput } from "../../knowledge/losses.js";
import type { Expression } from "../../syntax/expressions.js";
import { callInFile } from "../code/call-in-file.js";
import type { Model } from "../model.js";
import { isAlways, lossCalls, oneForEachOutput, type LossCall } from "./loss-calls.js";
import type { Output } from "./outputs.js";

/** A loss with the output that it is given. */
export interface GivenLoss extends LossCall {
  /** The call of the checked file that computes it, or the loss that it gives a library. */
  readonly at: Expression;
  readonly output: Output;
}

/**
 * The losses of a sort, those aside that a flag tells what they get, that are given outputs of some kinds whichever way is
 * taken; one for each place that makes such an output.
 */
export function lossesGiven(
  model: Model,
  sort: Pick<LossInput, "of" | "takes">,
  ...kinds: readonly Output["kind"][]
): readonly GivenLoss[] {
  const calls = lossCalls(model).filter(
    (found) =>
      found.loss.flag === undefined &&
      found.loss.of === sort.of &&
      found.loss.takes === sort.takes &&
      isAlways(found, ...kinds),
  );
  return oneForEachOutput(calls).flatMap((found) => {
    const call = callInFile(model, found.event)?.call;
    const at = call === found.event.call ? (found.given ?? call) : call;
    const [output] = found.outputs;
    return at === undefined || output === undefined ? [] : [{ ...found, at, output }];
  });
}
