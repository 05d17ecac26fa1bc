import { isOptimizerType } from "../../knowledge/torch.js";
import type { Expression } from "../../syntax/expressions.js";
import { perModel } from "../code/per-model.js";
import type { Model } from "../model.js";
import type { Frame } from "../follow/run.js";
import type { Unit } from "../follow/unit.js";
import { parametersIn, type ParameterSet } from "./parameters.js";
import type { Entity, Value } from "../values.js";

/** An optimizer where it is made, with what it was given. */
export interface MadeOptimizer {
  readonly optimizer: Entity;
  readonly position: number;
  readonly parameters: ParameterSet;
  /** The argument that gives the parameters; undefined behind a star. */
  readonly argument: Expression | undefined;
  readonly unit: Unit;
  readonly frame: Frame;
}

/** Every optimizer that is made in sight, by itself. */
export const optimizersOf = perModel(findOptimizers);

function findOptimizers(model: Model): ReadonlyMap<Entity, MadeOptimizer> {
  const found = new Map<Entity, MadeOptimizer>();
  const added = new Map<Entity, Value[]>();
  model.allCalls.forEach(({ result, receiver, method, args, call, unit, frame, callee }, position) => {
    if (method === "add_param_group" && receiver?.kind === "entity") {
      added.set(receiver, [...(added.get(receiver) ?? []), ...args.positional.slice(0, 1)]);
    }
    if (result.kind !== "entity" || found.has(result) || callee?.kind === "closure" || !isOptimizerMade(result)) return;
    const given = args.named.get("params") ?? args.named.get("model") ?? args.positional[0];
    const named = call.args.find(({ name }) => name === "params" || name === "model");
    const argument = (named ?? call.args.find(({ name, spread }) => name === undefined && spread === "none"))?.value;
    const parameters = parametersIn(model, given);
    if (parameters.sources.length + parameters.tensors.length > 0)
      found.set(result, { optimizer: result, position, parameters, argument, unit, frame });
  });
  for (const [optimizer, groups] of added) {
    const known = found.get(optimizer);
    if (known !== undefined)
      found.set(optimizer, {
        ...known,
        parameters: groups.map((group) => parametersIn(model, group)).reduce(merge, known.parameters),
      });
  }
  return found;
}

function merge(a: ParameterSet, b: ParameterSet): ParameterSet {
  return {
    sources: [...a.sources, ...b.sources],
    tensors: [...a.tensors, ...b.tensors],
    isComplete: a.isComplete && b.isComplete,
  };
}

/** Made by a class or factory of optimizers, or by something out of sight and proven by use. */
function isOptimizerMade({ type, origin, methodsCalled, class: owner }: Entity): boolean {
  if (origin.how === "instance")
    return owner !== undefined && methodsCalled.has("step") && methodsCalled.has("zero_grad");
  if (origin.how !== "call" || origin.method === "step") return false;
  if (type !== undefined) return isOptimizerType(type);
  if (origin.path !== undefined && isOptimizerType(origin.path)) return true;
  return methodsCalled.has("step") && methodsCalled.has("zero_grad");
}
