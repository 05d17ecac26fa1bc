import type { LossInput } from "../../knowledge/losses.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import type { Expression } from "../../syntax/expressions.js";
import { compiledLosses } from "./compiled-losses.js";
import { lossCalls } from "./loss-calls.js";
import type { Output } from "./outputs.js";

/** An output and a Keras loss that do not go together. */
export interface Mismatch {
  readonly event: CallEvent;
  readonly at: Expression;
  readonly output: Output;
  readonly loss: LossInput;
  readonly what: "softmax-of-one" | "activated-twice" | "scores" | "one-of-several" | "several-of-one" | "other";
}

/** Those that `compile` makes, and those of losses that a loop of its own calls. */
export function mismatches(model: Model): readonly Mismatch[] {
  if (!model.uses("keras") && !model.uses("tensorflow")) return [];
  const called = lossCalls(model).filter(({ loss }) => loss.flag !== undefined);
  const found: Mismatch[] = [];
  for (const { event, at, loss, outputs } of [
    ...compiledLosses(model),
    // A second softmax in a loop of one's own is what softmax-before-cross-entropy says.
    ...called.map(({ event, loss, outputs }) => ({ event, loss, outputs, at: event.call })),
  ]) {
    const kinds = outputs.map((output) => mismatch(loss, output));
    const [output] = outputs;
    const [what] = kinds;
    if (output === undefined || what === undefined || kinds.some((kind) => kind !== what)) continue;
    const isElsewhere =
      at === event.call && loss.of === "classes" && what === "activated-twice" && output.kind !== "sigmoid";
    if (!isElsewhere) found.push({ event, at, output, loss, what });
  }
  return found;
}

function mismatch({ of, takes }: LossInput, { kind, units }: Output): Mismatch["what"] | undefined {
  if (kind === "softmax" && units === 1) return "softmax-of-one";
  if (takes === "logits") {
    const isTwice = kind === "softmax" || kind === "log-softmax" || kind === "sigmoid";
    return isTwice ? "activated-twice" : undefined;
  }
  switch (kind) {
    case "logits":
      return "scores";
    case "other":
      return "other";
    case "sigmoid":
      return of === "classes" && units === 1 ? "one-of-several" : undefined;
    case "softmax":
      return of === "labels" ? "several-of-one" : undefined;
    default:
      return undefined;
  }
}
