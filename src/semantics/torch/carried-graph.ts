import { hasNoParameters, isLossType, isModuleType } from "../../knowledge/torch.js";
import { isLibraryBackward } from "../../knowledge/torch-training.js";
import { graphOf } from "./graph.js";
import { isCut, partsOf } from "./graph-flow.js";
import type { Model } from "../model.js";
import { isCalledModule } from "./modules.js";
import { alternatives, Grad, type Entity, type Value } from "../values.js";
import { perModel } from "../code/per-model.js";

type Call = Entity["origin"] & { readonly how: "call" };

/**
 * Where the graph that a value certainly carries begins: forward passes, and values that a backward started from.
 * Empty where it carries none, or where that is not known.
 */
export function carriedFrom(model: Model, value: Value | undefined): ReadonlySet<Entity> {
  const found = new Set<Entity>();
  if (value !== undefined) carries(model, value, found, new Map());
  return found;
}

function carries(model: Model, value: Value, found: Set<Entity>, seen: Map<Entity, boolean>): boolean {
  if (value.kind === "tuple") return some(model, value.items, found, seen);
  if (value.kind === "union") return everyOption(model, value.options, found, seen);
  if (value.kind !== "entity") return false;
  const known = seen.get(value);
  if (known !== undefined) return known;
  // What a loop makes of itself is decided by the rest of it.
  seen.set(value, false);
  const result = entityCarries(model, value, found, seen);
  seen.set(value, result);
  return result;
}

function entityCarries(model: Model, value: Entity, found: Set<Entity>, seen: Map<Entity, boolean>): boolean {
  const { origin } = value;
  if (isCut(value) || value.methodsCalled.has("detach_")) return false;
  if (origin.how !== "container" && isOverwritten(model, value, seen)) return false;
  if (starts(model).has(value) || isPass(value)) {
    found.add(value);
    return true;
  }
  switch (origin.how) {
    case "call":
      return callCarries(model, value, origin, found, seen);
    case "operation":
      return some(model, value.from, found, seen);
    case "container":
      return some(model, [...(value.items ?? partsOf(value)), ...model.heldBy(value)], found, seen);
    case "slice":
      return carries(model, origin.of, found, seen);
    case "attribute":
    case "index":
    case "element":
      return isTensorPart(model, value) && carries(model, origin.of, found, seen);
    default:
      return false;
  }
}

/** `outputs[key] = outputs[key].detach()`: what an output holds was put there in place of its tensors. */
function isOverwritten(model: Model, value: Entity, seen: Map<Entity, boolean>): boolean {
  const held = [...model.heldBy(value)].filter((part) => part.kind === "entity");
  return held.length > 0 && !held.some((part) => carries(model, part, new Set(), seen));
}

function some(model: Model, values: readonly Value[], found: Set<Entity>, seen: Map<Entity, boolean>): boolean {
  // Each is asked, so that all beginnings are found.
  return values.filter((value) => carries(model, value, found, seen)).length > 0;
}

/** Of the ways that code may take, plain numbers say nothing; all others must carry. */
function everyOption(model: Model, options: readonly Value[], found: Set<Entity>, seen: Map<Entity, boolean>): boolean {
  const tensors = options.filter((option) => option.kind !== "literal");
  return tensors.length > 0 && tensors.every((option) => carries(model, option, found, seen));
}

/** The output of a module with weights, while gradients may be recorded. */
function isPass(entity: Entity): boolean {
  const { origin, grad } = entity;
  if (origin.how !== "call" || origin.receiver?.kind !== "entity" || (grad & Grad.on) === 0) return false;
  if (origin.method !== undefined && origin.method !== "forward") return false;
  return isCalledModule(origin.receiver);
}

function callCarries(
  model: Model,
  entity: Entity,
  origin: Call,
  found: Set<Entity>,
  seen: Map<Entity, boolean>,
): boolean {
  const { path, receiver, method, args } = origin;
  if (numbersByTheirWord(model).has(entity)) return false;
  const given = [...args.positional, ...args.named.values()];
  if (method !== undefined && receiver?.kind === "entity") {
    if (noGraph.has(method)) return false;
    if (carries(model, receiver, found, seen)) return true;
  } else if (isDifferentiable(path)) {
    return some(model, given, found, seen);
  }
  // A function out of sight: what it gives is trained on, or says that it is a loss.
  const isTrained = graphOf(model).reachesBackward(entity);
  return (isTrained || isLossCall(entity, origin)) && some(model, given, found, seen);
}

/** What functions gave that are annotated to return a plain number. */
const numbersByTheirWord = perModel((model): ReadonlySet<Value> => {
  const found = new Set<Value>();
  for (const { callee, result } of model.allCalls) {
    const said = callee?.kind === "closure" ? callee.form.returns : undefined;
    if (said?.kind === "Name" && /^(float|int|bool|str)$/.test(said.id)) found.add(result);
  }
  return found;
});

/** Functions and layers of torch hand gradients through; copies of data do not. */
function isDifferentiable(path: string | undefined): boolean {
  if (path === undefined || !path.startsWith("torch.")) return false;
  if (isModuleType(path)) return isLossType(path) || hasNoParameters(path);
  return !/\.(tensor|as_tensor|from_numpy|no_grad|load|multinomial|bernoulli|one_hot|\w+_like)$/.test(path);
}

/** Methods of a tensor or a distribution whose result has no gradient. */
const noGraph = new Set([
  "sample",
  "sign",
  "multinomial",
  "bernoulli",
  "state_dict",
  "items",
  "keys",
  "format",
  "get_lr",
]);

function isLossCall({ unit }: Entity, { call }: Call): boolean {
  const { callee } = call;
  return /loss|criterion/i.test(unit.form.text.slice(callee.start, callee.end).replace(/^.*\./s, ""));
}

/** Of what a call gave, one thing may be a loss and another a number: being trained on, or its name, tells. */
function isTensorPart(model: Model, entity: Entity): boolean {
  const { origin } = entity;
  if (origin.how === "attribute" && /loss|logits|hidden|output/.test(origin.name)) return true;
  if (origin.how === "element" && origin.index === undefined) return true;
  if (origin.how === "index" && origin.by.kind === "Literal" && typeof origin.by.value === "string")
    return /loss|logits/.test(origin.by.value) || graphOf(model).reachesBackward(entity);
  return graphOf(model).reachesBackward(entity);
}

/** May a value be what a backward starts from? */
export function mayBeStart(model: Model, value: Value): boolean {
  return alternatives(value).some((option) => option.kind === "entity" && starts(model).has(option));
}

/** The values that a backward certainly starts from: the loss itself, and what was only scaled for it. */
const starts = perModel(findStarts);

function findStarts(model: Model): ReadonlySet<Entity> {
  const found = new Set<Entity>();
  const pending: Value[] = graphOf(model).backwards.flatMap(({ event, losses }) => {
    const given = losses.filter((value) => alternatives(value).some(({ kind }) => kind === "entity"));
    if (event.path !== undefined && isLibraryBackward(event.path)) return given.slice(0, 1);
    // `accelerator.backward(loss)` has two, of which the first is no tensor.
    return event.receiver !== undefined && given.length > 1 ? given.slice(1) : given;
  });
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (value.kind === "union") pending.push(...value.options);
    if (value.kind !== "entity" || found.has(value) || isCut(value)) continue;
    found.add(value);
    const { origin } = value;
    if (origin.how === "call" && (origin.method === "scale" || origin.method === "scale_loss"))
      pending.push(...origin.args.positional.slice(0, 1));
    if (origin.how === "operation" && (origin.operator === "/" || origin.operator === "*")) {
      const operands = value.from.filter(({ kind }) => kind !== "literal");
      if (origin.operator === "/" || operands.length === 1) pending.push(...operands.slice(0, 1));
    }
  }
  return found;
}
