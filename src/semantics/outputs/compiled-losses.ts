import { lossInput, namedLoss, type LossInput } from "../../knowledge/losses.js";
import type { Expression } from "../../syntax/expressions.js";
import { givenAs } from "../code/given-arguments.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { alternatives, argument, type Entity, type Value } from "../values.js";
import { layerOutputs } from "./layer-outputs.js";
import { asTold } from "./loss-calls.js";
import { outputsBehind, type Output } from "./outputs.js";

/** A Keras model's output and the loss that it is compiled with. */
export interface CompiledLoss {
  readonly event: CallEvent;
  /** What stands for the loss: the argument, or its item where there are several outputs. */
  readonly at: Expression;
  /** Undefined for a loss that is no cross entropy. */
  readonly loss: LossInput;
  readonly outputs: readonly Output[];
}

/** Every pair of an output and a cross entropy that `compile` makes. */
export function compiledLosses(model: Model): readonly CompiledLoss[] {
  return model.allCalls.flatMap((event) => {
    if (event.method !== "compile") return [];
    const given = givenAs(event, 1, "loss");
    if (given === undefined) return [];
    return alternatives(event.receiver).flatMap((network) =>
      network.kind === "entity" ? pairsOf(model, event, network, given) : [],
    );
  });
}

interface Given {
  readonly value: Value;
  readonly expression: Expression;
}

function pairsOf(model: Model, event: CallEvent, network: Entity, given: Given): readonly CompiledLoss[] {
  const several = severalLosses(network, given);
  if (several !== undefined)
    return several.flatMap(({ output, loss }) => pair(event, outputsBehind(model, output), loss) ?? []);
  return pair(event, layerOutputs(model, network), given) ?? [];
}

function pair(
  event: CallEvent,
  outputs: readonly Output[] | undefined,
  { value, expression }: Given,
): readonly CompiledLoss[] | undefined {
  const loss = lossOf(value);
  return outputs === undefined || loss === undefined ? undefined : [{ event, at: expression, loss, outputs }];
}

/** The one loss that is meant by a name, a function, or an object that was made with or without `from_logits`. */
function lossOf(value: Value): LossInput | undefined {
  if (value.kind === "literal") return namedLoss(String(value.value));
  if (value.kind === "symbol") return lossInput(value.path);
  if (value.kind !== "entity" || value.origin.how !== "call") return undefined;
  const { path, args } = value.origin;
  if (path === "functools.partial") {
    const [chosen] = args.positional;
    const loss = chosen?.kind === "symbol" ? lossInput(chosen.path) : undefined;
    return loss && asTold({ ...loss, flag: 99 }, args);
  }
  const loss = value.type?.startsWith("keras.") === true ? lossInput(value.type) : undefined;
  return loss && asTold(loss, args);
}

/** Which loss belongs to which output of a functional model: by place in a list, or by the name of the last layer in a dict. */
function severalLosses(
  { origin }: Entity,
  { value, expression }: Given,
): readonly { readonly output: Value; readonly loss: Given }[] | undefined {
  if (value.kind !== "entity" || value.origin.how !== "container" || origin.how !== "call") return undefined;
  const outputs = argument(origin.args, 1, "outputs");
  const items = outputs?.kind === "tuple" ? outputs.items : outputs?.kind === "entity" ? outputs.items : undefined;
  if (items === undefined) return [];
  if (expression.kind === "Sequence")
    return (value.items ?? []).flatMap((loss, index) => {
      const output = items[index];
      const at = expression.items[index];
      return output === undefined || at === undefined ? [] : [{ output, loss: { value: loss, expression: at } }];
    });
  if (expression.kind !== "Mapping") return [];
  return items.flatMap((output) => {
    const entry = expression.entries.find(({ key }) => key?.kind === "Literal" && key.value === nameOf(output));
    const loss = entry && value.from[expression.entries.indexOf(entry)];
    return entry === undefined || loss === undefined
      ? []
      : [{ output, loss: { value: loss, expression: entry.value } }];
  });
}

/** The name of the layer that made an output. */
function nameOf(output: Value): string | undefined {
  if (output.kind !== "entity" || output.origin.how !== "call" || output.origin.receiver?.kind !== "entity")
    return undefined;
  const layer = output.origin.receiver;
  const name = layer.origin.how === "call" ? layer.origin.args.named.get("name") : undefined;
  return name?.kind === "literal" ? String(name.value) : undefined;
}
