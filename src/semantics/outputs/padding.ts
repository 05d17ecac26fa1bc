import { keepsElements } from "../../knowledge/activations.js";
import {
  filledWith,
  gathersRows,
  leavesPaddingOut,
  padders,
  tokenizerMethods,
  tokenKeys,
} from "../../knowledge/padding.js";
import type { Expression } from "../../syntax/expressions.js";
import type { FunctionForm } from "../../syntax/form.js";
import type { Unit } from "../follow/unit.js";
import type { Model } from "../model.js";
import { argument, type CallArguments, type Entity, type Value } from "../values.js";

/** Where rows are filled up, or "left out" where what fills them is taken out again. */
export type Padding = { readonly site: Expression; readonly unit: Unit } | "left out";

/** The places and keys under which a value is found in another one, outermost first. */
type Keys = readonly (string | number)[];

const deepest = 24;

/** Where a value was filled up on its way; undefined where nothing shows that it was. */
export function paddingOf(model: Model, value: Value | undefined, keys: Keys = [], depth = 0): Padding | undefined {
  if (value === undefined || depth > deepest) return undefined;
  if (value.kind === "union") return firstOf(model, value.options, keys, depth);
  if (value.kind === "tuple") {
    const [key, ...rest] = keys;
    if (key === undefined) return firstOf(model, value.items, keys, depth);
    return typeof key === "number" ? paddingOf(model, value.items[key], rest, depth + 1) : undefined;
  }
  if (value.kind !== "entity") return undefined;
  if (model.writes.some((write) => write.owner === value && write.name === "[]" && isNegative(write.value)))
    return "left out";
  return paddingOfEntity(model, value, keys, depth + 1);
}

function firstOf(model: Model, values: readonly Value[], keys: Keys, depth: number): Padding | undefined {
  let first: Padding | undefined;
  for (const value of values) {
    const found = paddingOf(model, value, keys, depth + 1);
    if (found === "left out") return found;
    first ??= found;
  }
  return first;
}

function paddingOfEntity(model: Model, entity: Entity, keys: Keys, depth: number): Padding | undefined {
  const { origin } = entity;
  switch (origin.how) {
    case "slice":
      return isMask(textOf(entity, origin.by)) ? "left out" : paddingOf(model, origin.of, keys, depth);
    case "index": {
      if (isMask(textOf(entity, origin.by)) || origin.by.kind === "Comparison") return "left out";
      const key = origin.by.kind === "Literal" ? origin.by.value : undefined;
      return paddingOf(model, origin.of, typeof key === "string" ? [key, ...keys] : keys, depth);
    }
    case "element":
      if (origin.index !== undefined) return paddingOf(model, origin.of, [origin.index, ...keys], depth);
      return fromLoader(model, origin.of, keys, depth) ?? paddingOf(model, origin.of, keys, depth);
    case "attribute":
      return paddingOf(model, origin.of, [origin.name, ...keys], depth);
    case "container":
      return fromContainer(model, entity, keys, depth);
    case "operation":
      return filledByHand(entity, origin.operator) ?? firstOf(model, entity.from, keys, depth);
    case "call":
      return fromCall(model, entity, origin.args, keys, depth);
    default:
      return undefined;
  }
}

function textOf({ unit }: Entity, { start, end }: Expression): string {
  return unit.form.text.slice(start, end);
}

function isMask(text: string): boolean {
  return /mask|valid|active|keep|non_?pad|not_?pad|!=|nonzero|is_real/i.test(text);
}

function fromContainer(model: Model, entity: Entity, keys: Keys, depth: number): Padding | undefined {
  const [key, ...rest] = keys;
  // `{name: tensor.to(device) for name, tensor in batch.items()}` has what the batch has.
  if (typeof key === "string" && entity.site?.kind === "Comprehension")
    return paddingOf(model, entity.from[0], keys, depth);
  if (typeof key === "string" && entity.type === "builtins.dict") {
    const place = entity.fields.get(`[${key}]`);
    const { site } = entity;
    const position =
      site?.kind === "Mapping"
        ? site.entries.findIndex((entry) => entry.key?.kind === "Literal" && entry.key.value === key)
        : -1;
    return place === undefined ? undefined : paddingOf(model, entity.from[position], rest, depth);
  }
  if (typeof key === "number" && entity.items !== undefined) return paddingOf(model, entity.items[key], rest, depth);
  return firstOf(model, [...entity.from, ...model.heldBy(entity)], keys, depth);
}

/** `[PAD] * (longest - len(tokens))`. */
function filledByHand(entity: Entity, operator: string): Padding | undefined {
  const { site, unit, from } = entity;
  if (operator !== "*" || site === undefined) return undefined;
  const repeats = from.some((part) => part.kind === "entity" && part.type === "builtins.list");
  const text = textOf(entity, site);
  if (!repeats || !/pad|-\s*len\(/i.test(text)) return undefined;
  return /\[\s*-\d+\s*\]/.test(text) ? "left out" : { site, unit };
}

function fromCall(model: Model, entity: Entity, args: CallArguments, keys: Keys, depth: number): Padding | undefined {
  const { origin, site, unit } = entity;
  if (origin.how !== "call" || site === undefined) return undefined;
  const { path, receiver, method, call } = origin;
  const name = method ?? path?.slice(path.lastIndexOf(".") + 1) ?? "";
  if (leavesPaddingOut(name)) return "left out";
  const padder = path === undefined ? undefined : padders.get(path);
  if (padder !== undefined) {
    const filler = argument(args, padder.position, padder.name);
    return filler !== undefined && isNegative(filler) ? "left out" : { site, unit };
  }
  if (isTokenizer(name, method, receiver, args)) return tokenKeys.has(String(keys[0])) ? { site, unit } : undefined;
  const filled = path === undefined ? undefined : filledWith(path);
  if (filled !== undefined) {
    const filler = filled < 0 ? undefined : call.args[filled]?.value;
    const isPadded = filled < 0 || (filler !== undefined && /pad/i.test(textOf(entity, filler)));
    return isPadded && isFilledInPart(model, entity) ? { site, unit } : undefined;
  }
  if (path !== undefined && gathersRows(path)) return firstOf(model, args.positional.slice(0, 1), keys, depth);
  if (receiver?.kind !== "entity" || method === undefined) return undefined;
  if (keepsElements.has(method) || kept.has(method)) return paddingOf(model, receiver, keys, depth);
  return receiver.type === undefined ? fromReturns(model, theOnly(model, method), keys, depth) : undefined;
}

/** What the file's only method of a name gives back, for an object that nobody in sight makes. */
function theOnly(model: Model, method: string): FunctionForm | undefined {
  const forms = new Set(
    model.returns.flatMap(({ form, self }) => (form.name === method && self !== undefined ? [form] : [])),
  );
  return forms.size === 1 ? [...forms][0] : undefined;
}

function fromReturns(model: Model, form: FunctionForm | undefined, keys: Keys, depth: number): Padding | undefined {
  if (form === undefined) return undefined;
  const values = model.returns.flatMap((found) => (found.form === form ? [found.value] : []));
  return firstOf(model, values, keys, depth);
}

const kept = new Set(["long", "int", "detach", "numpy", "copy", "astype", "pin_memory", "get", "items"]);

function isTokenizer(
  name: string,
  method: string | undefined,
  receiver: Value | undefined,
  args: CallArguments,
): boolean {
  const asked = args.named.get("padding");
  const isAsked =
    asked !== undefined && !(asked.kind === "literal" && (asked.value === false || asked.value === "do_not_pad"));
  return isAsked && receiver !== undefined && (method === undefined || tokenizerMethods.has(name));
}

/** Rows are written into it up to their own length: `batch[i, :len(row)] = row`. */
function isFilledInPart(model: Model, made: Entity): boolean {
  return model.writes.some(
    ({ owner, target, unit, value }) =>
      owner === made &&
      target.kind === "Subscript" &&
      // `target[: len(positives)] = 1` writes labels, not tokens.
      value.kind !== "literal" &&
      /:\s*(len\(|\w*len(gth)?s?\b|n\b|end\b|size\b|\w+\.(shape|size|numel))/i.test(
        unit.form.text.slice(target.index.start, target.index.end),
      ),
  );
}

/** What a loader hands out: what its `collate_fn` gives back, else the items of its dataset. */
function fromLoader(model: Model, loader: Value, keys: Keys, depth: number): Padding | undefined {
  if (loader.kind !== "entity" || loader.origin.how !== "call" || loader.type?.endsWith(".DataLoader") !== true)
    return undefined;
  const { args } = loader.origin;
  const dataset = argument(args, 0, "dataset");
  const form = formOf(argument(args, 6, "collate_fn"), "__call__") ?? formOf(dataset, "__getitem__");
  const isHandedIn = dataset?.kind === "entity" && dataset.origin.how === "parameter";
  return fromReturns(model, form ?? (isHandedIn ? theOnly(model, "__getitem__") : undefined), keys, depth);
}

/** The function that a value is, or that its class runs under this name. */
function formOf(value: Value | undefined, method: string): FunctionForm | undefined {
  if (value?.kind === "closure") return value.form;
  if (value?.kind !== "entity") return undefined;
  const { origin } = value;
  if (origin.how === "call" && origin.path === "functools.partial") return formOf(origin.args.positional[0], method);
  const member = value.class?.members.cells.has(method) === true ? value.class.form.body : [];
  const found = member.find((part) => part.kind === "FunctionStatement" && part.function.name === method);
  return found?.kind === "FunctionStatement" ? found.function : undefined;
}

function isNegative(value: Value): boolean {
  return value.kind === "literal" && typeof value.value === "number" && value.value < 0;
}
