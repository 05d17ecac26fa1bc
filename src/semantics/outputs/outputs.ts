import {
  activationKind,
  activationMethods,
  keepsElements,
  keepsElementsLayer,
  keepsProbabilities,
  keepsProbabilitiesLayer,
  keepsScores,
  type OutputKind,
} from "../../knowledge/activations.js";
import type { Expression } from "../../syntax/expressions.js";
import { classAround } from "../code/statements-around.js";
import type { Unit } from "../follow/unit.js";
import type { Model } from "../model.js";
import { alternatives, type Entity, type Value } from "../values.js";
import { attributeOutputs, layerOutputs } from "./layer-outputs.js";

/** What the numbers of a tensor are, and what made them so: the call of an activation, or the layer that is the last. */
export interface Output {
  readonly kind: OutputKind;
  readonly site: Expression;
  readonly unit: Unit;
  /** How many numbers there are for each row, where the layer says so. */
  readonly units?: number | undefined;
}

/** What a value is, when every way to it gives one of these kinds; the first way's. */
export function outputBehind(
  model: Model,
  value: Value | undefined,
  ...kinds: readonly OutputKind[]
): Output | undefined {
  const outputs = outputsBehind(model, value);
  return outputs?.every(({ kind }) => kinds.includes(kind)) === true ? outputs[0] : undefined;
}

const known = new WeakMap<Entity, readonly Output[] | undefined>();

/** What a value is by each way to it; undefined when one of them is not known. */
export function outputsBehind(model: Model, value: Value | undefined): readonly Output[] | undefined {
  if (value?.kind === "union") return allBehind(model, value.options);
  if (value?.kind !== "entity") return undefined;
  if (known.has(value)) return known.get(value);
  // A value that comes from itself, over a loop or a recursion, is not known.
  known.set(value, undefined);
  const found = appliedBy(model, value) ?? keptFrom(model, value);
  known.set(value, found);
  return found;
}

export function allBehind(model: Model, values: readonly Value[]): readonly Output[] | undefined {
  const found: Output[] = [];
  for (const value of values) {
    const outputs = outputsBehind(model, value);
    if (outputs === undefined) return undefined;
    found.push(...outputs.slice(0, 8));
  }
  return found.length === 0 ? undefined : found;
}

/** What the last step by which a value was made gives, whatever it was given. */
function appliedBy(model: Model, entity: Entity): readonly Output[] | undefined {
  const { origin, unit } = entity;
  if (origin.how === "attribute" && origin.name === "logits" && entity.site !== undefined)
    return isNamedOutput(origin.of) ? [{ kind: "logits", site: entity.site, unit }] : undefined;
  if (origin.how !== "call") return undefined;
  const { path, receiver, method, call } = origin;
  if (receiver?.kind === "entity" && method === undefined)
    return layerOutputs(model, receiver)?.map((output) =>
      isPlainActivation(receiver) && call.callee.kind !== "Name" && isSameClass(output, unit, call)
        ? { ...output, site: call }
        : output,
    );
  const direct = path === undefined ? undefined : activationKind(path);
  if (direct !== undefined) return [givenFunction(model, receiver, { site: call, unit, kind: direct })];
  if (receiver?.kind !== "entity" || method === undefined) return undefined;
  if (receiver.class !== undefined) return attributeOutputs(model, receiver, method);
  const kind = activationMethods.get(method);
  return kind && [{ site: call, unit, kind }];
}

/** The output object of a model of transformers. */
function isNamedOutput(value: Value): boolean {
  return (
    value.kind === "entity" && value.origin.how === "call" && value.origin.path?.startsWith("transformers.") === true
  );
}

function isPlainActivation({ type }: Entity): boolean {
  return type !== undefined && activationKind(type) !== undefined;
}

/** `self.softmax(x)` is what to change where the class makes its own layer; else the layer that was put in is. */
function isSameClass(layer: Output, unit: Unit, call: Expression): boolean {
  const owner = layer.unit === unit ? classAround(unit.form, layer.site) : undefined;
  return owner !== undefined && owner === classAround(unit.form, call);
}

/** `activation=partial(F.softmax, dim=1)`: the place where the function was chosen says more than where it is called. */
function givenFunction(model: Model, receiver: Value | undefined, applied: Output): Output {
  if (receiver?.kind !== "entity") return applied;
  for (const held of model.heldBy(receiver)) {
    if (held.kind !== "entity" || held.origin.how !== "call" || held.origin.path !== "functools.partial") continue;
    const [chosen] = held.origin.args.positional;
    if (chosen?.kind === "symbol" && activationKind(chosen.path) !== undefined && held.site !== undefined)
      return { ...applied, site: held.site, unit: held.unit };
  }
  return applied;
}

/** What a value was before steps that change shapes and places only, or each number a little. */
function keptFrom(model: Model, entity: Entity): readonly Output[] | undefined {
  const { origin } = entity;
  switch (origin.how) {
    case "index":
    case "slice":
    case "element":
      return outputsBehind(model, origin.of);
    case "attribute":
      return ["T", "mT", "data"].includes(origin.name) ? outputsBehind(model, origin.of) : undefined;
    case "container":
      return allBehind(model, [...(entity.items ?? []), ...model.heldBy(entity)]);
    case "operation":
      return calculated(model, entity, origin.operator);
    case "call": {
      const { path, receiver, method, args } = origin;
      const [first] = args.positional;
      if (receiver?.kind === "entity" && method === undefined) return behindLayer(model, receiver, first);
      const isFunction = path !== undefined && /^(torch|tensorflow|keras)\./.test(path) && receiver?.kind !== "entity";
      if (isFunction) return behindStep(model, path.slice(path.lastIndexOf(".") + 1), first);
      if (receiver?.kind !== "entity" || receiver.class !== undefined || method === undefined) return undefined;
      return behindStep(model, method, receiver);
    }
    default:
      return undefined;
  }
}

function behindLayer(model: Model, { type }: Entity, input: Value | undefined): readonly Output[] | undefined {
  if (type === undefined) return undefined;
  // A Keras layer that has an activation has been asked for it before, so that here it has none.
  if (keepsElementsLayer(type) || type === "keras.layers.Activation") return outputsBehind(model, input);
  return keepsProbabilitiesLayer(type) ? onlyProbabilities(outputsBehind(model, input)) : undefined;
}

function behindStep(model: Model, name: string, input: Value | undefined): readonly Output[] | undefined {
  if (keepsElements.has(name)) return outputsBehind(model, input);
  const outputs = keepsProbabilities.has(name) || keepsScores.has(name) ? outputsBehind(model, input) : undefined;
  if (keepsScores.has(name) && outputs?.every(({ kind }) => kind === "logits") === true) return outputs;
  return keepsProbabilities.has(name) ? onlyProbabilities(outputs) : undefined;
}

export function onlyProbabilities(outputs: readonly Output[] | undefined): readonly Output[] | undefined {
  return outputs?.some(({ kind }) => kind === "logits" || kind === "other") === true ? undefined : outputs;
}

const arithmetic = new Set(["+", "-", "*", "/"]);

/** Probabilities of classes, and scores, stay what they are when numbers are added; one of yes and no only when they are tiny. */
function calculated(model: Model, { from }: Entity, operator: string): readonly Output[] | undefined {
  if (!arithmetic.has(operator)) return undefined;
  const numbers = from.flatMap((operand) => alternatives(operand)).filter(({ kind }) => kind === "literal");
  const isTiny = numbers.every((number) => number.kind === "literal" && Math.abs(Number(number.value)) <= 0.01);
  const tensors = from.filter((operand) => !isPlain(operand));
  const outputs = allBehind(model, tensors);
  const kinds: OutputKind[] = ["logits"];
  // How much one chance is above another is a score again.
  if (operator !== "-" || tensors.length < 2)
    kinds.push("softmax", "log-softmax", ...(isTiny ? ["sigmoid" as const] : []));
  return outputs?.every(({ kind }) => kinds.includes(kind)) === true ? outputs : undefined;
}

function isPlain(value: Value): boolean {
  return alternatives(value).every((option) => option.kind === "literal");
}
