import { dependsOnMode, hasNoParameters, ignoresMode, isLossType, isModuleType } from "../../knowledge/torch.js";
import { mlLibraries } from "../../knowledge/ml-libraries.js";
import { moduleMethods } from "../../knowledge/torch-training.js";
import { derivesFrom } from "../follow/attributes.js";
import { frames } from "../code/frames.js";
import { perModel } from "../code/per-model.js";
import type { Model } from "../model.js";
import { isModule } from "../follow/modes.js";
import type { Frame } from "../follow/run.js";
import { alternatives, type Entity, type UserClass, type Value } from "../values.js";
import { spend } from "../code/work.js";

/** Is the object that is called a module whose forward pass matters: with weights, and no loss? Known as one, or proven by use. */
export function isCalledModule(entity: Entity): boolean {
  const { type, origin } = entity;
  if (entity.class !== undefined) return isModule(entity) || looksLikeModule(entity.class);
  if (type !== undefined && !isUnknownLibrary(type))
    return isModuleType(type) && !isLossType(type) && !hasNoParameters(type);
  if (type !== undefined)
    return isModuleType(type) || ["parameters", "eval"].some((name) => entity.methodsCalled.has(name));
  if (origin.how === "container") return false;
  for (const method of moduleMethods) if (entity.methodsCalled.has(method)) return true;
  // `model.decoder.forward(x)`: a part that is run by itself.
  return origin.how === "attribute" && entity.methodsCalled.has("forward") && isPartOfModule(origin.of);
}

/** Is a class from somewhere that nothing is known about: a package of the project's own that is not in sight? */
function isUnknownLibrary(type: string): boolean {
  const [library = ""] = type.split(".");
  return library !== "builtins" && !mlLibraries.has(library);
}

function isPartOfModule(owner: Value): boolean {
  return alternatives(owner).some((option) => option.kind === "entity" && isCalledModule(option));
}

/** A class with a `forward` whose base is out of sight: `class Net(BaseNet)`. */
function looksLikeModule(owner: UserClass): boolean {
  return definesForward(owner) && owner.bases.some((base) => base.kind === "entity" || isForeign(base));
}

function definesForward(owner: UserClass): boolean {
  return owner.form.body.some(
    (statement) => statement.kind === "FunctionStatement" && statement.function.name === "forward",
  );
}

function isForeign(base: Value): boolean {
  return base.kind === "symbol" && !/^(torch|builtins|abc|typing)\./.test(base.path);
}

/** Is the module a copy of another one, such as a moving average of its weights? */
export function copiedFrom(module: Entity): Entity | undefined {
  if (module.class === undefined && (module.type === undefined || !isModuleType(module.type))) return undefined;
  return module.from.find(
    (from): from is Entity => from.kind === "entity" && from.type === module.type && from.class === module.class,
  );
}

/** Does a library hand the module out with weights that somebody has trained? */
export function isPretrained({ type, origin }: Entity): boolean {
  if (type === undefined || !isModuleType(type) || origin.how !== "call") return false;
  if (/\.from_pretrained$/.test(type) || type === "torch.hub.load") return true;
  const flags = [origin.args.named.get("pretrained"), origin.args.named.get("weights")];
  const [first] = origin.args.positional;
  if (/^torchvision\.models\./.test(type)) flags.push(first);
  return flags.some((flag) => flag !== undefined && !(flag.kind === "literal" && !flag.value));
}

/** Does code belong to a class that is a module, so that its calls of submodules are parts of a pass? */
export function isModuleClassLike(owner: UserClass): boolean {
  return derivesFrom(owner, isModuleType) || looksLikeModule(owner);
}

/** The module behind a wrapper's own name for it: `model.module` of DataParallel is the model. */
export function unwrapped(entity: Entity): Entity {
  const { origin } = entity;
  if (origin.how !== "attribute" || origin.name !== "module" || origin.of.kind !== "entity") return entity;
  return unwrapped(origin.of);
}

/** Is `part` the module itself or one that it holds, at any depth? */
export function holds(model: Model, whole: Entity, part: Entity): boolean {
  spend(model, 1);
  const [outer, inner] = [unwrapped(whole), unwrapped(part)];
  if (partsOf(model, outer).has(inner) || isAttributeOf(inner, outer)) return true;
  // `net.classifier[6] = layer`: put into a part that nobody made in sight.
  return (
    ownersOf(model)
      .get(inner)
      ?.some((owner) => isAttributeOf(owner, outer)) === true
  );
}

/** What an object was put into, by attribute or by index. */
const ownersOf = perModel((model) => {
  const found = new Map<Entity, Entity[]>();
  for (const { owner, value } of model.writes)
    for (const option of alternatives(value))
      if (option.kind === "entity") found.set(option, [...(found.get(option) ?? []), owner]);
  return found;
});

function isAttributeOf(part: Entity, whole: Entity): boolean {
  for (let entity: Value = part, depth = 0; entity.kind === "entity" && depth < 10; depth++) {
    if (entity === whole) return true;
    if (entity.origin.how !== "attribute" && entity.origin.how !== "index" && entity.origin.how !== "element") break;
    entity = entity.origin.of;
  }
  return false;
}

const knownParts = new WeakMap<Entity, ReadonlySet<Entity>>();

/** A module and all that it holds. */
export function partsOf(model: Model, whole: Entity): ReadonlySet<Entity> {
  const known = knownParts.get(whole);
  if (known !== undefined) return known;
  const found = new Set<Entity>();
  const pending: Value[] = [whole];
  for (let value = pending.pop(); value !== undefined && found.size < 500; value = pending.pop()) {
    if (value.kind === "union") pending.push(...value.options);
    else if (value.kind === "tuple") pending.push(...value.items);
    if (value.kind !== "entity" || found.has(value)) continue;
    found.add(value);
    pending.push(...model.heldBy(value), ...(value.items ?? []));
    const isContainer =
      value.origin.how === "container" ||
      (value.origin.how === "operation" && value.origin.operator === "+") ||
      (value.type !== undefined && isContainerType(value.type));
    if (isContainer) pending.push(...value.from, ...spreadInto(value));
    // A copy holds what the original was given.
    const original = copiedFrom(value);
    if (original !== undefined) pending.push(original);
  }
  knownParts.set(whole, found);
  return found;
}

/** What a container of layers was given behind a star, and lists that were put together. */
function spreadInto({ origin, from }: Entity): readonly Value[] {
  if (origin.how === "operation") return from;
  return origin.how === "call" ? (origin.args.spread ?? []) : [];
}

/** False only when every layer is known and computes the same in both modes. */
export function mayDependOnMode(model: Model, module: Entity): boolean {
  const layers = [...partsOf(model, module)].flatMap((part) => [part, ...layersOfClass(model, part)]);
  let known = false;
  for (const layer of layers) {
    if (layer.type !== undefined && isModuleType(layer.type)) {
      if (isContainerType(layer.type)) continue;
      if (!ignoresMode(layer.type) || dependsOnMode(layer.type)) return true;
      known = true;
    } else if (layer.class !== undefined) {
      // `eval()` does not reach what a plain object does.
      if (layer !== module && !isModuleClassLike(layer.class) && !hasForeignBase(layer.class)) continue;
      if (!derivesFrom(layer.class, isModuleType) || hasForeignBase(layer.class)) return true;
      if (speaksOfMode(model, layer, layer.class)) return true;
      known = true;
      known ||= computesByHand(model, layer, layer.class);
    } else if ((layer.origin.how === "parameter" || isUnknownCall(layer)) && isRun(model, layer)) return true;
  }
  return !known || usesFunctionalDropout(model, layers);
}

/** Of a module that is handed in only the class is known: it has the layers that the class gives its objects. */
function layersOfClass(model: Model, { class: owner, origin }: Entity): readonly Entity[] {
  if (owner === undefined || origin.how !== "parameter") return [];
  const other = objectsByClass(model).get(owner.form);
  return other === undefined ? [] : [...partsOf(model, other)];
}

/** Where no object of the class was seen being made, what its code says of its layers. */
function speaksOfMode(model: Model, { origin }: Entity, { form, unit }: UserClass): boolean {
  if (origin.how !== "parameter" || objectsByClass(model).has(form)) return false;
  return /dropout|batch_?norm|instance_?norm/i.test(unit.form.text.slice(form.start, form.end));
}

const objectsByClass = perModel((model) => {
  const found = new Map<UserClass["form"], Entity>();
  for (const { owner } of model.writes)
    if (owner.class !== undefined && owner.origin.how === "instance" && !found.has(owner.class.form))
      found.set(owner.class.form, owner);
  return found;
});

function isContainerType(path: string): boolean {
  return /^torch\.nn\.(\w+\.)*(Sequential|ModuleList|ModuleDict|Module|DataParallel)$/.test(path);
}

function hasForeignBase(owner: UserClass): boolean {
  return owner.bases.some((base) =>
    base.kind === "class" ? hasForeignBase(base) : base.kind === "symbol" && !plainBase.test(base.path),
  );
}

const plainBase = /^(torch\.nn\.Module|abc\.ABC|builtins\.object|typing\.(Generic|Protocol))$/;

/** A loss of the project's own: its forward was followed, runs no layer, and never asks for the mode. */
function computesByHand(model: Model, layer: Entity, { form, unit }: UserClass): boolean {
  const own = model.allCalls.filter(({ frame }) => isRunOn(frame, layer));
  return (
    own.some(({ frame }) => [...frames(frame)].some(({ closure }) => closure?.form.name === "forward")) &&
    own.every(({ callee, entered }) => callee?.kind !== "entity" && entered) &&
    !/\btraining\b/.test(unit.form.text.slice(form.start, form.end))
  );
}

function isRunOn(from: Frame, layer: Entity): boolean {
  return [...frames(from)].some(({ closure }) => alternatives(closure?.self).includes(layer));
}

/** An object made by code that cannot be followed may hold any layer, unless it is a loss by its name. */
function isUnknownCall(layer: Entity): boolean {
  const { origin } = layer;
  if (origin.how !== "call") return false;
  return origin.path === undefined || !/^(torch|builtins|numpy|math)\.|Loss(_?[A-Z]\w*)?$/.test(origin.path);
}

/** Is it called like a layer, or does it behave like one? Most parameters that a module keeps are sizes and rates. */
function isRun(model: Model, layer: Entity): boolean {
  return isCalledModule(layer) || model.allCalls.some(({ callee }) => callee === layer);
}

function usesFunctionalDropout(model: Model, layers: readonly Entity[]): boolean {
  return model.allCalls.some(
    ({ path, frame }) =>
      path !== undefined &&
      /^torch\.(nn\.functional\.)?(\w*dropout\w*|batch_norm|instance_norm|rrelu|scaled_dot_product_attention)$/.test(
        path,
      ) &&
      alternatives(frame.closure?.self).some((self) => self.kind === "entity" && layers.includes(self)),
  );
}
