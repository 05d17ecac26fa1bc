import { countsTokens } from "../../knowledge/padding.js";
import { lossInput } from "../../knowledge/losses.js";
import type { Expression } from "../../syntax/expressions.js";
import { givenAs } from "../code/given-arguments.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import type { CallArguments, Value } from "../values.js";
import { inheritedLoss } from "./loss-calls.js";
import { paddingOf, type Padding } from "./padding.js";

/** A loss over tokens that counts what rows are filled up with. */
export interface PaddedLoss {
  readonly event: CallEvent;
  readonly target: Expression;
  readonly padding: Exclude<Padding, "left out">;
  /** True where a model computes the loss from its labels. */
  readonly isOwnLoss: boolean;
}

/** The losses whose target is padded by each way to it that is known, and that leave nothing out. */
export function paddedLosses(model: Model): readonly PaddedLoss[] {
  const found = new Map<unknown, PaddedLoss | undefined>();
  for (const event of model.allCalls) {
    const target = targetOf(event);
    if (target === undefined) continue;
    const padding = paddingOf(model, target.value);
    if (padding === "left out") found.set(event.call, undefined);
    else if (padding !== undefined && !found.has(event.call))
      found.set(event.call, { event, target: target.expression, padding, isOwnLoss: target.isOwnLoss });
  }
  return [...found.values()].filter((loss) => loss !== undefined);
}

function targetOf(
  event: CallEvent,
): { readonly value: Value; readonly expression: Expression; readonly isOwnLoss: boolean } | undefined {
  const path = event.path ?? inheritedLoss(event);
  if (path === undefined) return undefined;
  const { callee, args } = event;
  if (callee?.kind === "entity" && countsTokens(path)) {
    const labels = givenAs(event, undefined, "labels");
    return labels && { ...labels, isOwnLoss: true };
  }
  const loss = lossInput(path);
  if (loss === undefined || loss.of !== "classes" || !path.startsWith("torch.") || loss.takes === "probabilities")
    return undefined;
  const isClass = /\.[A-Z]\w*$/.test(path);
  if (isClass && callee === undefined) return undefined;
  const made = !isClass ? args : callee?.kind === "entity" ? makingArgs(callee) : undefined;
  if (made === undefined || leavesSomethingOut(made)) return undefined;
  const target = givenAs(event, 1, "target");
  return target && { ...target, isOwnLoss: false };
}

function makingArgs({
  origin,
}: {
  readonly origin: { readonly how: string; readonly args?: CallArguments };
}): CallArguments | undefined {
  return origin.how === "call" ? origin.args : undefined;
}

/** An index to ignore, weights among which one may be zero, or a loss for each token, to be masked. */
function leavesSomethingOut({ named, open, positional }: CallArguments): boolean {
  const reduction = named.get("reduction");
  const isReduced = reduction === undefined || (reduction.kind === "literal" && reduction.value !== "none");
  return (
    open ||
    named.has("ignore_index") ||
    named.has("weight") ||
    named.has("reduce") ||
    positional.length > 2 ||
    !isReduced
  );
}
