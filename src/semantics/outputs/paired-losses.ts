import { lossInput } from "../../knowledge/losses.js";
import { pairedLoss } from "../../knowledge/paired-losses.js";
import { givenAs } from "../code/given-arguments.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { layerOutputs, outputsOfClass } from "./layer-outputs.js";
import type { LossCall } from "./loss-calls.js";

/** The losses that a library computes from what a network gives: `create_supervised_trainer(net, optimizer, CrossEntropyLoss())`. */
export function pairedLosses(model: Model, event: CallEvent): LossCall | undefined {
  const pair = event.path === undefined ? undefined : pairedLoss(event.path);
  if (pair === undefined) return undefined;
  const network = givenAs(event, pair.network.position, pair.network.name)?.value;
  const given = givenAs(event, pair.loss.position, pair.loss.name);
  if (network === undefined || given === undefined) return undefined;
  const { value, expression } = given;
  const path = value.kind === "symbol" ? value.path : value.kind === "entity" ? value.type : undefined;
  const loss = path === undefined ? undefined : lossInput(path);
  // skorch takes the logarithm for this one itself.
  if (loss === undefined || (event.path?.startsWith("skorch.") === true && loss.takes === "log-probabilities"))
    return undefined;
  const outputs =
    network.kind === "class"
      ? outputsOfClass(model, network.form)
      : network.kind === "entity"
        ? layerOutputs(model, network)
        : undefined;
  if (outputs === undefined) return undefined;
  const making = value.kind === "entity" && value.origin.how === "call" ? value.origin.call : event.call;
  return { event, loss, input: expression, outputs, making, given: expression };
}
