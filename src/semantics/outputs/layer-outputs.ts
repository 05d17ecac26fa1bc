import {
  activationKind,
  endsInScores,
  isLinearLayer,
  keepsElementsLayer,
  keepsProbabilitiesLayer,
  kerasActivation,
  kerasActivationPosition,
  type OutputKind,
} from "../../knowledge/activations.js";
import { isModuleType } from "../../knowledge/torch.js";
import type { ClassStatement } from "../../syntax/form.js";
import { alternatives, argument, type Entity, type Origin, type Value } from "../values.js";
import type { Model } from "../model.js";
import { layersOf } from "./layers.js";
import { allBehind, onlyProbabilities, outputsBehind, type Output } from "./outputs.js";
import { perModel } from "../code/per-model.js";

const known = new WeakMap<Entity, readonly Output[] | undefined>();

/** What a layer, a container of layers or a whole network gives; undefined when that is not certain. */
export function layerOutputs(model: Model, layer: Entity): readonly Output[] | undefined {
  if (known.has(layer)) return known.get(layer);
  known.set(layer, undefined);
  const found = findOutputs(model, layer);
  known.set(layer, found);
  return found;
}

function findOutputs(model: Model, layer: Entity): readonly Output[] | undefined {
  const { type, site, unit, origin } = layer;
  if (layer.class !== undefined) return passOutputs(model, layer, layer.class.form);
  if (origin.how === "attribute" && type === undefined) return attributeOutputs(model, origin.of, origin.name);
  if (type === undefined || site === undefined) return undefined;
  const kind = activationKind(type) ?? (isLinearLayer(type) ? "logits" : undefined);
  if (kind !== undefined) return [{ kind, site, unit }];
  if (type.startsWith("keras.")) return kerasOutputs(model, layer) ?? lastOf(model, layersOf(model, layer));
  const layers = layersOf(model, layer);
  if (layers !== undefined) return lastOf(model, layers);
  if (origin.how !== "call" || !isModuleType(type) || type.startsWith("torch.nn.")) return undefined;
  return networkOutputs(model, layer, type, origin);
}

/** What the last layer gives that does more than change shapes. */
function lastOf(model: Model, layers: readonly Value[] | undefined): readonly Output[] | undefined {
  let isBounded = false;
  for (const last of [...(layers ?? [])].reverse()) {
    if (last.kind !== "entity") return undefined;
    const isPassed = last.type !== undefined && (keepsProbabilitiesLayer(last.type) || isNoActivation(last));
    if (!isPassed) {
      const outputs = layerOutputs(model, last);
      return isBounded ? onlyProbabilities(outputs) : outputs;
    }
    isBounded ||= !keepsElementsLayer(last.type) && !isNoActivation(last);
  }
  return undefined;
}

/** An object that is only annotated with its class has the layers that the class gives every one of them. */
export function attributeOutputs(model: Model, owner: Value, name: string): readonly Output[] | undefined {
  const form = owner.kind === "entity" ? owner.class?.form : undefined;
  if (form === undefined) return undefined;
  const outputs = model.writes.flatMap((write) =>
    write.name === name && write.owner.class?.form === form && write.value.kind === "entity"
      ? [layerOutputs(model, write.value)]
      : [],
  );
  const certain = outputs.filter((found) => found !== undefined);
  return certain.length === 0 || certain.length < outputs.length ? undefined : certain.flat();
}

interface Passes {
  readonly bySelf: ReadonlyMap<Value, readonly Value[]>;
  readonly byClass: ReadonlyMap<ClassStatement, readonly Value[]>;
}

const passesOf = perModel(findPasses);

/** What `forward` and `call` were seen to hand back: those of the object itself, else those of another of its class. */
function passOutputs(model: Model, network: Entity, owner: ClassStatement): readonly Output[] | undefined {
  const passes = passesOf(model);
  return allBehind(model, passes.bySelf.get(network) ?? passes.byClass.get(owner) ?? []);
}

/** What the objects of a class give, none of which is in sight. */
export function outputsOfClass(model: Model, owner: ClassStatement): readonly Output[] | undefined {
  return allBehind(model, passesOf(model).byClass.get(owner) ?? []);
}

function findPasses(model: Model): Passes {
  const bySelf = new Map<Value, Value[]>();
  const byClass = new Map<ClassStatement, Value[]>();
  const add = <K>(map: Map<K, Value[]>, key: K, value: Value): void => {
    const before = map.get(key);
    if (before === undefined) map.set(key, [value]);
    else before.push(value);
  };
  for (const { form, self, value } of model.returns) {
    if (form.name !== "forward" && form.name !== "call") continue;
    if (self === undefined) continue;
    add(bySelf, self, value);
    if (self.kind === "entity" && self.class !== undefined) add(byClass, self.class.form, value);
  }
  return { bySelf, byClass };
}

type CallOrigin = Origin & { readonly how: "call" };

/** `Dense(10, activation="softmax")`, a wrapper around a layer, a functional model, or an application of Keras. */
function kerasOutputs(model: Model, layer: Entity): readonly Output[] | undefined {
  const { type, origin } = layer;
  if (origin.how !== "call" || type === undefined) return undefined;
  const { args } = origin;
  if (/^keras\.(models\.|engine\.\w+\.)?(Model|Functional)$/.test(type))
    return outputsBehind(model, argument(args, 1, "outputs"));
  if (/^keras\.layers\.(\w+\.)?TimeDistributed$/.test(type)) {
    const inner = argument(args, 0, "layer");
    return inner?.kind === "entity" ? layerOutputs(model, inner) : undefined;
  }
  if (type.startsWith("keras.applications.")) return applicationOutputs(layer, origin);
  return activatedOutputs(layer, type, origin);
}

function activatedOutputs(layer: Entity, type: string, { args }: CallOrigin): readonly Output[] | undefined {
  const isActivation = type === "keras.layers.Activation";
  const position = isActivation ? 0 : kerasActivationPosition(type);
  if (position === undefined) return undefined;
  const given = argument(args, position, "activation");
  if (given === undefined && (args.open || isActivation)) return undefined;
  const kinds = given === undefined ? (["logits"] as const) : activationsOf(given);
  if (kinds === undefined || (isActivation && kinds.includes("logits"))) return undefined;
  const units = argument(args, 0, "units");
  const count = units?.kind === "literal" && typeof units.value === "number" && !isActivation ? units.value : undefined;
  return outputsOf(layer, kinds, count);
}

/** `Activation("linear", dtype="float32")` is there for its type. */
function isNoActivation({ type, origin }: Entity): boolean {
  if (type !== "keras.layers.Activation" || origin.how !== "call") return false;
  const given = argument(origin.args, 0, "activation");
  return given !== undefined && activationsOf(given)?.every((kind) => kind === "logits") === true;
}

/** One kind for each value that an activation may have; None is no activation. */
function activationsOf(given: Value): readonly OutputKind[] | undefined {
  const kinds = alternatives(given).map((option) => {
    if (option.kind === "literal") return option.value === null ? "logits" : kerasActivation(String(option.value));
    return option.kind === "symbol" ? kerasActivation(option.path) : undefined;
  });
  const certain = kinds.filter((kind) => kind !== undefined);
  return certain.length === kinds.length ? certain : undefined;
}

/** `keras.applications.ResNet50(classes=10)` ends in a softmax unless it is told otherwise. */
function applicationOutputs(layer: Entity, { args }: CallOrigin): readonly Output[] | undefined {
  const top = argument(args, 0, "include_top");
  if (args.open || (top !== undefined && !(top.kind === "literal" && top.value === true))) return undefined;
  const given = args.named.get("classifier_activation");
  return outputsOf(layer, given === undefined ? ["softmax"] : (activationsOf(given) ?? []), undefined);
}

function outputsOf(
  { site, unit }: Entity,
  kinds: readonly OutputKind[],
  units: number | undefined,
): readonly Output[] | undefined {
  return site === undefined || kinds.length === 0 ? undefined : kinds.map((kind) => ({ kind, site, unit, units }));
}

/** A network of a library: what the head gives that replaced its own, or its own. */
function networkOutputs(
  model: Model,
  network: Entity,
  type: string,
  { args }: CallOrigin,
): readonly Output[] | undefined {
  const heads = headsOf(model, network);
  const [head] = heads;
  if (head !== undefined) return heads.length === 1 ? layerOutputs(model, head) : undefined;
  if (type.startsWith("segmentation_models_pytorch.")) {
    const activation = args.named.get("activation");
    if (activation === undefined) return args.open ? undefined : outputsOf(network, ["logits"], undefined);
    const name = activation.kind === "literal" ? activation.value : undefined;
    const kind = name === null ? "logits" : name === "softmax2d" ? "softmax" : kerasActivation(String(name));
    return kind === undefined ? undefined : outputsOf(network, [kind], undefined);
  }
  const classes = argument(args, undefined, "num_classes");
  const isHeadless = classes?.kind === "literal" && classes.value === 0;
  return endsInScores(type) && !isHeadless && !args.named.has("features_only")
    ? outputsOf(network, ["logits"], undefined)
    : undefined;
}

/** The modules that were put into a network after it was made: `model.fc = nn.Linear(512, 3)`, `model.classifier[6] = ...`. */
function headsOf(model: Model, network: Entity): readonly Entity[] {
  const heads = new Set<Entity>();
  const add = (value: Value): void => {
    if (value.kind === "entity") heads.add(value);
  };
  for (const held of model.heldBy(network)) add(held);
  for (const { owner, value } of model.writes) if (owner !== network && rootOf(owner) === network) add(value);
  return [...heads];
}

function rootOf(part: Entity): Value {
  let at: Value = part;
  for (let depth = 0; at.kind === "entity" && depth < 10; depth++) {
    const { origin }: Entity = at;
    if (origin.how !== "attribute" && origin.how !== "index" && origin.how !== "element") break;
    at = origin.of;
  }
  return at;
}
