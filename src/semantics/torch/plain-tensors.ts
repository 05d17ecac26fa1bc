import { makesTensor } from "../../knowledge/torch-training.js";
import { assignmentTo } from "../code/assignments.js";
import { inheritedClasses } from "../code/class-attributes.js";
import { frames } from "../code/frames.js";
import type { WriteEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { isModuleClassLike } from "./modules.js";
import { isSetLater, tensorUses } from "./tensor-uses.js";
import { alternatives, type Entity, type UserClass, type Value } from "../values.js";

/** Tensors that a module keeps as plain attributes although its pass computes with them. */
export function plainTensors(model: Model): readonly WriteEvent[] {
  if (/set_default_(device|tensor_type)/.test(model.form.text)) return [];
  const found = new Map<unknown, WriteEvent>();
  for (const write of model.writes) {
    const { owner, target, unit, value, name } = write;
    if (owner.class === undefined || unit.path !== model.path || found.has(target)) continue;
    if (!isInConstructor(write) || !isModuleClassLike(owner.class)) continue;
    if (!alternatives(value).some((option) => isPlainTensor(model, option)) || isTakenCareOf(model, owner.class, write))
      continue;
    if (tensorUses(model, owner.class, name, isRow(value)).some((use) => use === "as it is")) found.set(target, write);
  }
  return [...found.values()];
}

function isInConstructor({ frame, owner }: WriteEvent): boolean {
  return [...frames(frame)].some(
    ({ closure }) => closure?.form.name === "__init__" && alternatives(closure.self).includes(owner),
  );
}

/** Made by torch, on no device in particular, and with at least one axis: a number in a tensor works on every device. */
function isPlainTensor(model: Model, value: Value): boolean {
  if (value.kind !== "entity" || isMoved(model, value)) return false;
  const made = makers(value);
  return made !== undefined && !made.every(isNumber) && !made.some((tensor) => isMoved(model, tensor));
}

/** Numbers along a single axis. */
function isRow(value: Value): boolean {
  if (value.kind !== "entity" || value.origin.how !== "call") return false;
  const { path, args } = value.origin;
  if (/^torch\.(linspace|logspace|arange)$/.test(path ?? "")) return true;
  const [size, more] = args.positional;
  return /^torch\.(ones|zeros|rand|randn)$/.test(path ?? "") && size !== undefined && size.kind !== "tuple" && !more;
}

/** Put on a device: `.to(torch.long)` puts it nowhere. */
function isMoved(model: Model, tensor: Entity): boolean {
  if (tensor.methodsCalled.has("cuda")) return true;
  if (!tensor.methodsCalled.has("to")) return false;
  return model.allCalls.some(({ method, receiver, args }) => {
    if (method !== "to" || receiver !== tensor) return false;
    const [first] = args.positional;
    return !(first?.kind === "symbol" && /^torch\.(b?float|double|half|u?int|long|short|bool)/.test(first.path));
  });
}

/** The calls that a value is computed from, if they all make tensors that nobody moves. */
function makers(value: Entity, depth = 0): readonly Entity[] | undefined {
  const { origin } = value;
  if (depth > 12) return undefined;
  if (origin.how === "call") {
    const { path, method, receiver, args } = origin;
    if (args.named.has("device") || args.named.has("requires_grad") || args.open) return undefined;
    if (path !== undefined && makesTensor(path)) return [value];
    if (path?.endsWith("Parameter") === true) return undefined;
    if (path !== undefined && /^torch\.(?!nn\.[A-Z]|distributions\.|utils\.)/.test(path) && receiver?.kind !== "entity")
      return together(args.positional, depth);
    if (method === undefined || receiver === undefined || leavesTensor.has(method)) return undefined;
    return together([receiver], depth);
  }
  if (origin.how === "operation") return together(value.from, depth);
  if (origin.how === "slice" || origin.how === "index" || origin.how === "element") return together([origin.of], depth);
  return undefined;
}

const leavesTensor = new Set([
  "to",
  "cuda",
  "type_as",
  "item",
  "tolist",
  "numpy",
  "size",
  "numel",
  "dim",
  "requires_grad_",
]);

function together(values: readonly Value[], depth: number): readonly Entity[] | undefined {
  const found: Entity[] = [];
  const parts = values.flatMap((value) =>
    value.kind === "tuple" ? value.items : value.kind === "entity" ? elementsOf(value) : [],
  );
  for (const value of parts) {
    if (value.kind !== "entity" || isNumberLike(value)) continue;
    const made = makers(value, depth + 1);
    if (made !== undefined) found.push(...made);
    else if (value.origin.how === "call" && value.origin.receiver?.kind === "entity") return undefined;
  }
  return found.length === 0 ? undefined : found;
}

/** Of a list its elements; one that is made in a comprehension stands for all. */
function elementsOf(value: Entity): readonly Value[] {
  return value.items ?? (value.site?.kind === "Comprehension" ? value.from.slice(0, 1) : [value]);
}

function isNumberLike({ origin }: Entity): boolean {
  return origin.how === "parameter" || origin.how === "attribute";
}

/** `torch.tensor(0.5)` has no axis. */
function isNumber({ origin }: Entity): boolean {
  if (origin.how !== "call" || !/\.(tensor|as_tensor)$/.test(origin.path ?? "")) return false;
  const [given] = origin.args.positional;
  if (given?.kind !== "entity") return given?.kind !== "tuple";
  if (given.origin.how === "container") return false;
  // What is not known to be a list or an array may well be a number.
  return (
    given.origin.how !== "call" ||
    /^(math\.|builtins\.(float|int)$|numpy\.(log|sqrt|exp)$)/.test(given.origin.path ?? "math.")
  );
}

/** Registered under this name after all, set again elsewhere, or moved by a method of the class. */
function isTakenCareOf(model: Model, made: UserClass, write: WriteEvent): boolean {
  const { owner, name } = write;
  const text = inheritedClasses(made)
    .map(({ form, unit }) => unit.form.text.slice(form.start, form.end))
    .join("\n");
  if (new RegExp(`register_(buffer|parameter)\\(\\s*(name\\s*=\\s*)?["']${name}["']`).test(text)) return true;
  if (/def (_apply|to|cuda)\(/.test(text)) return true;
  if (isSetLater(model, made, name)) return true;
  // What a caller hands in is the caller's to move; what is made a parameter in the end is registered.
  if (isHandedIn(model, write)) return true;
  const later = model.writes.findLast((other) => other.owner === owner && other.name === name);
  return later !== undefined && !alternatives(later.value).some((option) => isPlainTensor(model, option));
}

/** From a parameter, or unpacked from several values, of which this one may be a number. */
function isHandedIn(model: Model, { target, frame }: WriteEvent): boolean {
  const value = assignmentTo(model.form, target)?.value;
  if (value === undefined) return true;
  return value.kind === "Name" && frame.closure?.form.params.some(({ name }) => name === value.id) === true;
}
