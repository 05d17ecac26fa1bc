import { isLayerSequence } from "../../knowledge/activations.js";
import type { Model } from "../model.js";
import type { CallEvent } from "../follow/run.js";
import { argument, type Entity, type Origin, type Value } from "../values.js";

type CallOrigin = Origin & { readonly how: "call" };

/** Methods that change which layers a sequence holds, so that what it was made with says nothing. */
const changes = ["insert", "extend", "add_module", "register_module", "pop"];

/**
 * The layers of a `Sequential` in the order in which they run, with null for those that are not known;
 * undefined when not even the last one is certain.
 */
export function layersOf(model: Model, container: Entity): readonly Value[] | undefined {
  const { type, origin } = container;
  if (type === undefined || !isLayerSequence(type) || origin.how !== "call") return undefined;
  const made = model.allCalls.find(({ result }) => result === container);
  const given = givenLayers(model, origin, made);
  const added = addedTo(model, container, made);
  return given === undefined || added === undefined ? undefined : [...given, ...added];
}

/** The arguments of the container: layers, a list of them (with or without a star), or a dict of names and layers. */
function givenLayers(
  model: Model,
  { args, call }: CallOrigin,
  made: CallEvent | undefined,
): readonly Value[] | undefined {
  const { positional, spread } = args;
  const only = argument(args, 0, "layers");
  const last = call.args.at(-1);
  if (spread !== undefined) {
    if (last?.spread === "none") return [somethingElse, ...positional.slice(-1)];
    return itemsOf(model, spread.at(-1), made);
  }
  if (positional.length > 1 || only?.kind !== "entity") return positional;
  if (only.type === "builtins.list") return itemsOf(model, only, made);
  if (only.origin.how !== "call" || only.type !== "collections.OrderedDict") return positional;
  const [pairs] = only.origin.args.positional;
  if (pairs?.kind === "entity" && pairs.type === "builtins.dict")
    return [...model.heldBy(pairs)].length > 0 ? undefined : pairs.from;
  return itemsOf(model, pairs, made)?.map((pair) => (pair.kind === "tuple" ? (pair.items[1] ?? pair) : pair));
}

const somethingElse: Value = { kind: "literal", value: null };

/** The items of a list: those of its literal, of the lists that were joined to it, and what was appended. */
function itemsOf(model: Model, list: Value | undefined, made: CallEvent | undefined): readonly Value[] | undefined {
  if (list?.kind !== "entity") return undefined;
  const { origin } = list;
  const added = addedTo(model, list, made);
  if (added === undefined) return undefined;
  if (origin.how === "operation" && origin.operator === "+")
    return [somethingElse, ...(itemsOf(model, list.from.at(-1), made) ?? [somethingElse]), ...added];
  return origin.how === "container" && list.items !== undefined ? [...list.items, ...added] : undefined;
}

/**
 * What `model.add(layer)` and `layers.append(layer)` put behind the rest, null where a loop or a branch decides.
 * Undefined when something came in by another way, such as `model[2] = layer`.
 */
function addedTo(model: Model, container: Entity, made: CallEvent | undefined): readonly Value[] | undefined {
  if (changes.some((method) => container.methodsCalled.has(method))) return undefined;
  const held = [...model.heldBy(container)];
  if (held.length === 0) return [];
  const added = new Map<unknown, CallEvent>();
  for (const event of model.allCalls) {
    const isAdding = event.method === "add" || event.method === "append";
    if (event.receiver === container && isAdding) added.set(event.call, event);
  }
  const events = [...added.values()];
  if (held.some((value) => !events.some(({ args }) => args.positional[0] === value))) return undefined;
  return events.map((event) => (isCertain(event, made) ? (event.args.positional[0] ?? somethingElse) : somethingElse));
}

/** Does all that decides whether the layer is added also decide whether the container is made? */
function isCertain({ loops, branches }: CallEvent, made: CallEvent | undefined): boolean {
  return made !== undefined && encloses(loops, made.loops) && encloses(branches, made.branches);
}

function encloses<F extends { readonly parent: F | undefined }>(outer: F | undefined, inner: F | undefined): boolean {
  if (outer === undefined) return true;
  for (let at = inner; at !== undefined; at = at.parent) if (at === outer) return true;
  return false;
}
