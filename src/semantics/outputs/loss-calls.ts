import { lossInput, type LossInput } from "../../knowledge/losses.js";
import type { Call, Expression } from "../../syntax/expressions.js";
import type { Statement } from "../../syntax/form.js";
import { derivesFrom } from "../follow/attributes.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { alternatives, argument, type CallArguments } from "../values.js";
import { outputsBehind, type Output } from "./outputs.js";
import { pairedLosses } from "./paired-losses.js";
import { perModel } from "../code/per-model.js";

/** A loss and what it is given. */
export interface LossCall {
  readonly event: CallEvent;
  /** As it is told: with `from_logits=True` a Keras loss takes logits. */
  readonly loss: LossInput;
  /** The argument that the model's output stands in. */
  readonly input: Expression;
  /** What that is, by each way to it. */
  readonly outputs: readonly Output[];
  /** The call that makes a loss object, or the call of a function. */
  readonly making: Call;
  /** What a library is given as the loss, where that computes it. */
  readonly given?: Expression;
}

/** Every call of a loss whose input is known to be scores or probabilities, in order of execution. */
export const lossCalls = perModel((model): readonly LossCall[] =>
  model.allCalls.flatMap((event) => calledLoss(model, event) ?? pairedLosses(model, event) ?? []),
);

function calledLoss(model: Model, event: CallEvent): LossCall | undefined {
  const path = event.path ?? inheritedLoss(event);
  if (path === undefined || (event.callee === undefined && /\.[A-Z]\w*$/.test(path))) return undefined;
  const given = lossInput(path);
  if (given === undefined) return undefined;
  const { callee, call, args } = event;
  const making = callee?.kind === "entity" && callee.origin.how === "call" ? callee.origin : undefined;
  const loss = asTold(given, making?.args ?? args);
  const outputs = outputsBehind(model, argument(args, given.position, given.name));
  if (loss === undefined || outputs === undefined) return undefined;
  const written =
    call.args.find(({ name }) => name === given.name) ??
    call.args.filter(({ name }) => name === undefined)[given.position];
  return { event, loss, outputs, input: written?.value ?? call, making: making?.call ?? call };
}

/** What a loss takes once its flag is read; undefined where that may be either. */
export function asTold(loss: LossInput, args: CallArguments): LossInput | undefined {
  if (loss.flag === undefined) return loss;
  const flag = argument(args, loss.flag, "from_logits");
  if (flag === undefined) return args.open ? undefined : loss;
  const told = alternatives(flag).map((option) => (option.kind === "literal" ? Boolean(option.value) : undefined));
  const [first] = told;
  if (first === undefined || told.some((value) => value !== first)) return undefined;
  return first ? { ...loss, takes: "logits" } : loss;
}

/** The loss that a class of the workspace inherits without a `forward` of its own. */
export function inheritedLoss({ callee }: CallEvent): string | undefined {
  const owner = callee?.kind === "entity" ? callee.class : undefined;
  if (owner === undefined || owner.form.body.some(isForward)) return undefined;
  let found: string | undefined;
  derivesFrom(owner, (path) => {
    if (path.startsWith("torch.") && lossInput(path) !== undefined) found ??= path;
    return found !== undefined;
  });
  return found;
}

function isForward(statement: Statement): boolean {
  return statement.kind === "FunctionStatement" && statement.function.name === "forward";
}

/** Are all ways to a loss's input of these kinds? */
export function isAlways(
  { outputs }: { readonly outputs: readonly Output[] },
  ...kinds: readonly Output["kind"][]
): boolean {
  return outputs.every(({ kind }) => kinds.includes(kind));
}

/** The first of those that have one cause: what gives the output. */
export function oneForEachOutput<C extends { readonly outputs: readonly Output[] }>(calls: readonly C[]): readonly C[] {
  const found = new Map<unknown, C>();
  for (const call of calls) if (!found.has(call.outputs[0]?.site)) found.set(call.outputs[0]?.site, call);
  return [...found.values()];
}
