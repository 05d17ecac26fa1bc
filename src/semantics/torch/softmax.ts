import { isElementwiseLayer, keepsElements, softmaxKind } from "../../knowledge/cross-entropy.js";
import { isModuleType } from "../../knowledge/torch.js";
import type { Expression } from "../../syntax/expressions.js";
import { layersOf } from "./layers.js";
import type { Model } from "../model.js";
import { classAround } from "../code/statements-around.js";
import type { Unit } from "../follow/unit.js";
import { alternatives, argument, type Entity, type Value } from "../values.js";

/** Where a softmax is applied: the call, or the layer that does it. */
export interface Softmax {
  readonly site: Expression;
  readonly unit: Unit;
  readonly kind: "softmax" | "log";
}

const deepest = 30;

/** The softmax that a value certainly comes from, with nothing behind it that would make it something else. */
export function softmaxBehind(model: Model, value: Value | undefined, depth = 0): Softmax | undefined {
  if (value === undefined || depth > deepest) return undefined;
  if (value.kind === "union") return everyBehind(model, value.options, depth);
  if (value.kind !== "entity") return undefined;
  return appliedBy(model, value) ?? everyBehind(model, keptFrom(model, value), depth);
}

function everyBehind(model: Model, values: readonly Value[], depth: number): Softmax | undefined {
  let first: Softmax | undefined;
  for (const value of values) {
    const found = softmaxBehind(model, value, depth + 1);
    if (found === undefined) return undefined;
    first ??= found;
  }
  return first;
}

/** The softmax that is the last step by which a value was made. */
function appliedBy(model: Model, { origin, unit }: Entity): Softmax | undefined {
  if (origin.how !== "call") return undefined;
  const { path, receiver, method, call } = origin;
  const direct = path === undefined ? undefined : softmaxKind(path);
  if (receiver?.kind === "entity" && method === undefined) {
    const ending = endingOf(model, receiver);
    return (
      ending && {
        ...ending,
        site: isPlainSoftmax(receiver) && isSameClass(ending, unit, call) ? call : ending.site,
      }
    );
  }
  if (direct !== undefined) return givenFunction(model, receiver, { site: call, unit, kind: direct });
  if (receiver?.kind !== "entity" || receiver.class !== undefined) return undefined;
  if (method === "softmax") return { site: call, unit, kind: "softmax" };
  return method === "log_softmax" ? { site: call, unit, kind: "log" } : undefined;
}

function isPlainSoftmax({ type }: Entity): boolean {
  return type !== undefined && softmaxKind(type) !== undefined;
}

/** `self.softmax(x)` is what to change where the class makes its own layer; else the layer that was put in is. */
function isSameClass(layer: Softmax, unit: Unit, call: Expression): boolean {
  const owner = layer.unit === unit ? classAround(unit.form, layer.site) : undefined;
  return owner !== undefined && owner === classAround(unit.form, call);
}

/** `activation=partial(F.softmax, dim=1)`: the place where the function was chosen says more than where it is called. */
function givenFunction(model: Model, receiver: Value | undefined, applied: Softmax): Softmax {
  if (receiver?.kind !== "entity") return applied;
  for (const held of model.heldBy(receiver)) {
    if (held.kind !== "entity" || held.origin.how !== "call" || held.origin.path !== "functools.partial") continue;
    const [chosen] = held.origin.args.positional;
    if (chosen?.kind === "symbol" && softmaxKind(chosen.path) !== undefined && held.site !== undefined)
      return { ...applied, site: held.site, unit: held.unit };
  }
  return applied;
}

/** The softmax that a layer, or the last layer of a container, is. */
export function endingOf(model: Model, layer: Entity, depth = 0): Softmax | undefined {
  if (depth > deepest || layer.site === undefined || layer.type === undefined) return undefined;
  const kind = softmaxKind(layer.type) ?? activationOf(layer);
  if (kind !== undefined) return { site: layer.site, unit: layer.unit, kind };
  const layers = layersOf(model, layer) ?? headOf(model, layer);
  for (const last of [...(layers ?? [])].reverse()) {
    if (last.kind !== "entity") return undefined;
    if (last.type === undefined || !isElementwiseLayer(last.type)) return endingOf(model, last, depth + 1);
  }
  return outputOf(model, layer);
}

/** `Dense(10, activation="softmax")` of Keras. */
function activationOf({ type, origin }: Entity): Softmax["kind"] | undefined {
  if (origin.how !== "call" || type?.startsWith("keras.layers.") !== true) return undefined;
  const position = type === "keras.layers.Activation" ? 0 : type === "keras.layers.Dense" ? 1 : undefined;
  const activation = argument(origin.args, position, "activation");
  if (activation?.kind === "literal")
    return activation.value === "softmax" ? "softmax" : activation.value === "log_softmax" ? "log" : undefined;
  return activation?.kind === "symbol" ? softmaxKind(activation.path) : undefined;
}

/** A functional Keras model ends as its `outputs` do. */
function outputOf(model: Model, { type, origin }: Entity): Softmax | undefined {
  if (origin.how !== "call" || type === undefined || !/^keras\.(models\.)?Model$/.test(type)) return undefined;
  return softmaxBehind(model, argument(origin.args, 1, "outputs"));
}

/** The head that replaced the one of a library's network: `model.fc = nn.Sequential(..., nn.Softmax(dim=1))`. */
function headOf(model: Model, network: Entity): readonly Value[] | undefined {
  if (network.type === undefined || network.type.startsWith("torch.nn.") || !isModuleType(network.type))
    return undefined;
  const heads = [...model.heldBy(network)];
  return heads.length === 1 ? heads : undefined;
}

/** What a value was made from by steps that change shapes and places only, or each number a little. */
function keptFrom(model: Model, entity: Entity): readonly Value[] {
  const { origin } = entity;
  switch (origin.how) {
    case "index":
    case "slice":
    case "element":
      return [origin.of];
    case "attribute":
      return ["T", "mT"].includes(origin.name) ? [origin.of] : [];
    case "container":
      return [...(entity.items ?? []), ...model.heldBy(entity)];
    case "operation":
      return arithmetic.has(origin.operator) ? entity.from.filter((operand) => !isPlain(operand)) : [];
    case "call": {
      const { path, receiver, method, args } = origin;
      if (receiver?.kind === "entity" && method === undefined)
        return receiver.type !== undefined && isElementwiseLayer(receiver.type) ? args.positional.slice(0, 1) : [];
      if (path !== undefined && /^(torch|tensorflow)\./.test(path) && receiver?.kind !== "entity")
        return keepsElements.has(lastName(path)) ? args.positional.slice(0, 1) : [];
      if (receiver?.kind !== "entity" || receiver.class !== undefined || method === undefined) return [];
      return keepsElements.has(method) ? [receiver] : [];
    }
    default:
      return [];
  }
}

const arithmetic = new Set(["+", "-", "*", "/"]);

function isPlain(value: Value): boolean {
  return alternatives(value).every((option) => option.kind === "literal");
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}
