import { dependsOnTraining, isApplicationWithModes, modelVariables } from "../../knowledge/keras.js";
import { frames } from "../code/frames.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { ancestors } from "../torch/graph.js";
import { holds, partsOf } from "../torch/modules.js";
import { alternatives, argument, type Entity, type Value } from "../values.js";

/** A call of a Keras model whose variables are trained through it, and which is not told that this is training. */
export interface TapedCall {
  readonly event: CallEvent;
  readonly network: Entity;
  /** The layer that needs to know. */
  readonly layer: Entity;
}

/** The calls of models in loops with a tape that leave out `training=`, where a layer depends on it. */
export function callsWithoutTraining(model: Model): readonly TapedCall[] {
  const gradients = model.allCalls.filter(({ path }) => path !== undefined && takesGradients.test(path));
  if (gradients.length === 0 || model.mentions(/set_learning_phase/)) return [];
  const found = new Map<unknown, TapedCall>();
  for (const { args } of gradients) {
    const loss = argument(args, 0, "target");
    const trained = ownersOf(argument(args, 1, "sources"));
    if (loss === undefined || trained.length === 0) continue;
    const behind = ancestors(model, [loss]);
    for (const event of model.allCalls) {
      const { callee, call, result } = event;
      if (callee?.kind !== "entity" || found.has(call) || isTold(event)) continue;
      if (!alternatives(result).some((option) => option.kind === "entity" && behind.has(option))) continue;
      if (isInsidePass(event) || !trained.some((owner) => owner === callee || holds(model, owner, callee))) continue;
      const layer = layerWithModes(model, callee);
      if (layer !== undefined) found.set(call, { event, network: callee, layer });
    }
  }
  return [...found.values()];
}

const takesGradients = /^tensorflow\.GradientTape\.gradient$/;

/** The models whose variables these are: `a.trainable_variables + b.trainable_variables`. */
function ownersOf(sources: Value | undefined, depth = 0): readonly Entity[] {
  return alternatives(sources).flatMap((source): readonly Entity[] => {
    if (source.kind === "tuple") return source.items.flatMap((item) => ownersOf(item, depth + 1));
    if (source.kind !== "entity" || depth > 6) return [];
    const { origin } = source;
    if (origin.how === "attribute" && modelVariables.has(origin.name))
      return alternatives(origin.of).filter((owner) => owner.kind === "entity");
    const isMade = origin.how === "operation" || origin.how === "container" || origin.how === "slice";
    return isMade || origin.how === "call" ? source.from.flatMap((part) => ownersOf(part, depth + 1)) : [];
  });
}

/** By name, or by the place where the model's own `call` has it. */
function isTold({ args, callee }: CallEvent): boolean {
  if (args.open || args.named.has("training") || args.positional.length > 2) return true;
  const [, second] = args.positional;
  if (second?.kind === "literal" && typeof second.value === "boolean") return true;
  const params = callee?.kind === "entity" ? paramsOfCall(callee) : [];
  const position = params.findIndex(({ name }) => name === "training");
  if (position > 0 && args.positional.length >= position) return true;
  const usual = params[position]?.defaultValue;
  return usual?.kind === "Literal" && usual.value === true;
}

function paramsOfCall({ class: owner }: Entity) {
  return (
    owner?.form.body.flatMap((member) =>
      member.kind === "FunctionStatement" && member.function.name === "call" ? member.function.params : [],
    ) ?? []
  );
}

/** Layers inside of a pass are told what the pass is told. */
function isInsidePass({ frame }: CallEvent): boolean {
  return [...frames(frame)].some(({ closure }) => closure?.form.name === "call" && closure.owner !== undefined);
}

/** A layer of the network that computes something else in training, unless it is told the mode itself. */
function layerWithModes(model: Model, network: Entity): Entity | undefined {
  const parts = new Set<Entity>();
  for (const part of partsOf(model, network)) addLayers(model, part, parts);
  return [...parts].find(
    (part) =>
      part.type !== undefined &&
      (dependsOnTraining(part.type) || isApplicationWithModes(part.type)) &&
      !isAlwaysTold(model, part),
  );
}

/** Its calls have the mode written out, whatever the network is told. */
function isAlwaysTold(model: Model, layer: Entity): boolean {
  const calls = model.allCalls.filter(({ callee }) => callee === layer);
  return (
    calls.length > 0 &&
    calls.every(({ call }) => call.args.some(({ name, value }) => name === "training" && value.kind === "Literal"))
  );
}

/** The layers that a functional model runs are what its outputs were made by. */
function addLayers(model: Model, part: Entity, found: Set<Entity>): void {
  found.add(part);
  if (part.origin.how !== "call" || part.type?.startsWith("keras.") !== true) return;
  const given = [...part.origin.args.positional, ...part.origin.args.named.values()];
  for (const made of ancestors(model, given)) found.add(made);
}
