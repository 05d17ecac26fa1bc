import { isKerasCrossEntropy, logitsLoss } from "../../knowledge/cross-entropy.js";
import type { Call, Expression } from "../../syntax/expressions.js";
import type { Statement } from "../../syntax/form.js";
import { derivesFrom } from "../follow/attributes.js";
import type { Model } from "../model.js";
import type { CallEvent } from "../follow/run.js";
import { endingOf, softmaxBehind, type Softmax } from "./softmax.js";
import { alternatives, argument, type Entity, type Value } from "../values.js";

/** A loss on logits that is given what comes from a softmax. */
export interface LogitsCall {
  readonly event: CallEvent;
  /** The argument that should have been logits: the loss itself where Keras compiles a model with it. */
  readonly input: Expression;
  /** The call that makes a Keras loss, which says whether it is given logits. */
  readonly loss: Call | undefined;
  readonly softmax: Softmax;
}

/** Every loss that applies a second softmax, in order of execution. */
export function logitsCalls(model: Model): readonly LogitsCall[] {
  return model.allCalls.flatMap((event) => {
    const found = event.method === "compile" ? compiled(model, event) : called(model, event);
    return found === undefined ? [] : [found];
  });
}

function called(model: Model, event: CallEvent): LogitsCall | undefined {
  const path = event.path ?? inheritedLoss(event);
  const input = path === undefined ? undefined : logitsLoss(path);
  if (path === undefined || input === undefined || (event.callee === undefined && isClass(path))) return undefined;
  const loss = event.callee?.kind === "entity" ? makingCall(event.callee) : event.call;
  if (input.flag !== undefined && !takesLogits(event, input.flag)) return undefined;
  const softmax = softmaxBehind(model, argument(event.args, input.position, input.name));
  const expression =
    event.call.args.find(({ name }) => name === input.name) ??
    event.call.args.filter(({ name }) => name === undefined)[input.position];
  return (
    softmax && {
      event,
      input: expression?.value ?? event.call,
      loss: input.flag === undefined ? undefined : loss,
      softmax,
    }
  );
}

/** Making a loss is no use of it. */
function isClass(path: string): boolean {
  return /\.[A-Z]\w*$/.test(path);
}

/** The loss that a class of the workspace inherits without a `forward` of its own. */
function inheritedLoss({ callee }: CallEvent): string | undefined {
  const owner = callee?.kind === "entity" ? callee.class : undefined;
  if (owner === undefined || owner.form.body.some(isForward)) return undefined;
  return derivesFrom(owner, (path) => path === "torch.nn.CrossEntropyLoss") ? "torch.nn.CrossEntropyLoss" : undefined;
}

function isForward(statement: Statement): boolean {
  return statement.kind === "FunctionStatement" && statement.function.name === "forward";
}

/** Is `from_logits` certainly true: said to the function, or to the object when it was made? */
function takesLogits({ callee, args }: CallEvent, position: number): boolean {
  const given = callee?.kind === "entity" && callee.origin.how === "call" ? callee.origin.args : args;
  const flag = argument(given, position, "from_logits");
  return flag?.kind === "literal" && flag.value === true;
}

function makingCall({ origin }: Entity): Call | undefined {
  return origin.how === "call" ? origin.call : undefined;
}

/** `model.compile(loss=SparseCategoricalCrossentropy(from_logits=True))` on a model that ends in a softmax. */
function compiled(model: Model, event: CallEvent): LogitsCall | undefined {
  const loss = argument(event.args, 1, "loss");
  if (loss?.kind !== "entity" || loss.type === undefined || !isKerasCrossEntropy(loss.type)) return undefined;
  const { origin } = loss;
  if (origin.how !== "call") return undefined;
  const flag = argument(origin.args, 0, "from_logits");
  if (flag?.kind !== "literal" || flag.value !== true) return undefined;
  const softmax = everyEnding(model, event.receiver);
  const expression = event.call.args.find(({ name }) => name === "loss") ?? event.call.args[1];
  return softmax && { event, input: expression?.value ?? event.call, loss: origin.call, softmax };
}

function everyEnding(model: Model, value: Value | undefined): Softmax | undefined {
  const options = alternatives(value).map((option) => (option.kind === "entity" ? endingOf(model, option) : undefined));
  return options.every((option) => option !== undefined) ? options[0] : undefined;
}
