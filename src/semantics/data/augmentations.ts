import type { Expression } from "../../syntax/expressions.js";
import {
  generatorAugmentations,
  isChanceTransform,
  isRandomImageFunction,
  isRandomTransform,
  isTransformHolder,
} from "../../knowledge/augmentations.js";
import type { BranchFrame, CallEvent } from "../follow/run.js";
import { callsOn } from "../code/calls-on.js";
import type { Model } from "../model.js";
import { alternatives, truth, type CallArguments, type Entity, type Value } from "../values.js";
import { perModel } from "../code/per-model.js";

/** A transform that changes samples at random, in something that is certainly made with it. */
export function augments(model: Model, value: Value | undefined, depth = 0): Entity | undefined {
  if (depth > 8) return undefined;
  if (value?.kind === "tuple") return firstOf(model, value.items, depth);
  let found: Entity | undefined;
  // Where one of several may be meant, all must be random.
  for (const option of alternatives(value)) {
    const random = option.kind === "entity" ? randomWithin(model, option, depth) : undefined;
    if (random === undefined) return undefined;
    found ??= random;
  }
  return found;
}

function randomWithin(model: Model, entity: Entity, depth: number): Entity | undefined {
  const { origin } = entity;
  if (origin.how === "call" && origin.path !== undefined) {
    if (
      isRandomTransform(origin.path) ||
      isChanceCall(origin.path, origin.args) ||
      isTrainingTransform(origin.path, origin.args)
    )
      return isSwitchedOff(origin.args) ? undefined : entity;
    if (!isTransformHolder(origin.path)) return undefined;
    return (
      firstOf(model, [...origin.args.positional, ...origin.args.named.values()], depth) ??
      firstOf(model, origin.args.spread ?? [], depth)
    );
  }
  if (origin.how === "container" && entity.type === "builtins.list")
    return firstOf(model, entity.items ?? entity.from, depth) ?? firstOf(model, appendedTo(model, entity), depth);
  if (origin.how === "operation" && origin.operator === "+") return firstOf(model, entity.from, depth);
  return undefined;
}

function firstOf(model: Model, values: readonly Value[], depth: number): Entity | undefined {
  for (const value of values) {
    const found = augments(model, value, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isChanceCall(path: string, args: CallArguments): boolean {
  if (!isChanceTransform(path)) return false;
  const chance = args.named.get("p") ?? (path.startsWith("torchvision.") ? args.positional[0] : undefined);
  const isAlways = args.named.get("always_apply");
  if (isAlways?.kind === "literal" && isAlways.value === true) return false;
  return chance?.kind !== "literal" || (chance.value !== 1 && chance.value !== 0);
}

/** `timm.data.create_transform(..., is_training=True)`. */
function isTrainingTransform(path: string, args: CallArguments): boolean {
  if (!/^timm\.data\.(\w+\.)*create_transform$/.test(path)) return false;
  const flag = args.named.get("is_training") ?? args.positional[1];
  return flag?.kind === "literal" && flag.value === true;
}

function isSwitchedOff({ named }: CallArguments): boolean {
  const chance = named.get("p") ?? named.get("prob");
  return chance?.kind === "literal" && chance.value === 0;
}

/** What was put into a list whichever way the code went; what a branch put there may not be there. */
function appendedTo(model: Model, list: Entity): readonly Value[] {
  return callsOn(model, list)
    .filter((event) => !isUndecided(event.branches))
    .filter(({ method }) => method === "append" || method === "insert" || method === "extend")
    .flatMap(({ args }) => args.positional);
}

/** Is an event in a branch of which nobody knows whether it is taken? */
export function isUndecided(branches: BranchFrame | undefined): boolean {
  for (let at = branches; at !== undefined; at = at.parent)
    if (truth(at.test) === undefined && !isGuard(at)) return true;
  return false;
}

function isGuard({ branch: { test } }: BranchFrame): boolean {
  return test.kind === "Comparison" && test.operands[0]?.kind === "Name" && test.operands[0].id === "__name__";
}

/** Does a call run a function that changes what it is given at random, whichever way that function goes? */
export function runsAugmentation(model: Model, event: CallEvent): CallEvent | undefined {
  return augmentingEvents(model).find((inner) => {
    for (let frame = inner.frame; frame.caller !== undefined; frame = frame.caller) {
      if (frame.call !== event.call) continue;
      for (let at = inner.branches; at !== event.branches && at !== undefined; at = at.parent)
        if (truth(at.test) === undefined) return false;
      return true;
    }
    return false;
  });
}

/** Where a random transform is applied: `tf.image.random_flip_left_right(image)`, `augment(image, training=True)`. */
const augmentingEvents = perModel((model): readonly CallEvent[] =>
  model.allCalls.filter(
    ({ path, callee, args }) =>
      (path !== undefined && isRandomImageFunction(path)) ||
      (callee?.kind === "entity" && augments(model, callee) !== undefined && !isInference(args)),
  ),
);

function isInference({ named }: CallArguments): boolean {
  const flag = named.get("training");
  return flag !== undefined && (flag.kind !== "literal" || flag.value !== true);
}

/** The first setting by which an `ImageDataGenerator` augments, as it is written. */
export function generatorSetting(entity: Entity): Expression | undefined {
  const { origin } = entity;
  if (origin.how !== "call" || !/(^|\.)ImageDataGenerator$/.test(origin.path ?? "")) return undefined;
  return origin.call.args.find(({ name, value }) => {
    if (name === undefined || !generatorAugmentations.has(name)) return false;
    return value.kind !== "Literal" || Boolean(value.value);
  })?.value;
}
