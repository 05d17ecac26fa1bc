import { isOptimizerType } from "../../knowledge/torch.js";
import { isSaving } from "../../knowledge/torch-training.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { isCalledModule } from "./modules.js";
import { optimizersOf } from "./optimizers.js";
import { alternatives, type Entity, type Value } from "../values.js";
import { perModel } from "../code/per-model.js";
import { spend } from "../code/work.js";

/** A call of `state_dict()` on an object of which something is known. */
export interface StateDict {
  readonly event: CallEvent;
  readonly position: number;
  readonly owner: Entity;
  readonly result: Entity;
}

/** A call that writes values to a file or takes them as weights, with what it is given. */
export interface StateUse {
  readonly event: CallEvent;
  readonly position: number;
  readonly given: readonly Value[];
}

interface StateDicts {
  readonly taken: readonly StateDict[];
  readonly saves: readonly StateUse[];
  readonly loads: readonly StateUse[];
}

/** Every state dict that is taken, saved or loaded, in order of execution. */
export const stateDictsOf = perModel(findStateDicts);

function findStateDicts(model: Model): StateDicts {
  const taken: StateDict[] = [];
  const saves: StateUse[] = [];
  const loads: StateUse[] = [];
  model.allCalls.forEach((event, position) => {
    const { method, path, receiver, result, args, callee } = event;
    if (callee?.kind === "closure") return;
    const given = [...args.positional, ...args.named.values()];
    if (method === "state_dict" && result.kind === "entity") {
      for (const owner of alternatives(receiver))
        if (owner.kind === "entity") taken.push({ event, position, owner, result });
    } else if (method === "load_state_dict") loads.push({ event, position, given: given.slice(0, 1) });
    else if (isSaving(path, method)) saves.push({ event, position, given });
  });
  return { taken, saves, loads };
}

/** Does a value still refer to the tensors of a state dict: itself, a shallow copy, or a container that holds it? */
export function refersTo(model: Model, value: Value | undefined, state: Entity): boolean {
  const found = new Set<Entity>();
  noteReferred(model, value, 0, found);
  return found.has(state);
}

function noteReferred(model: Model, value: Value | undefined, depth: number, found: Set<Entity>): void {
  if (value === undefined || depth > 6) return;
  spend(model, 1);
  const note = (part: Value | undefined): void => noteReferred(model, part, depth + 1, found);
  if (value.kind === "tuple") value.items.forEach(note);
  else if (value.kind === "union") value.options.forEach(note);
  if (value.kind !== "entity") return;
  found.add(value);
  const { origin } = value;
  if (origin.how === "container") {
    if (value.site?.kind === "Comprehension") note(elementSource(value.from[0]));
    else for (const part of [...value.from, ...model.heldBy(value)]) note(part);
  } else if (origin.how === "index" || origin.how === "element") {
    if (depth < 3) note(origin.of);
  } else if (origin.how === "call") {
    if (origin.method === "copy" && origin.path?.startsWith("copy.") !== true) note(origin.receiver);
    else if (origin.path !== undefined && shallow.test(origin.path)) note(origin.args.positional[0]);
  }
}

/** The loads and then the saves that are given a state dict, each in order of execution. */
export function usesOfState(model: Model, state: Entity): readonly StateUse[] {
  const uses = usesByState(model);
  const known = uses.get(state);
  if (known !== undefined) return known;
  // What a loop's last turn left may be known by the object of the turn before.
  for (const [other, found] of uses) if (other.site === state.site && other.from[0] === state.from[0]) return found;
  return [];
}

const usesByState = perModel((model) => {
  const { saves, loads } = stateDictsOf(model);
  const found = new Map<Entity, StateUse[]>();
  for (const use of [...loads, ...saves]) {
    const referred = new Set<Entity>();
    for (const value of use.given) noteReferred(model, value, 0, referred);
    for (const state of referred) {
      const uses = found.get(state);
      if (uses === undefined) found.set(state, [use]);
      else uses.push(use);
    }
  }
  return found;
});

const shallow = /^(builtins\.(dict|list|tuple)|collections\.OrderedDict|copy\.copy)$/;

/** The dict that the values of a comprehension are taken from as they are: `{k: v for k, v in state.items()}`. */
function elementSource(element: Value | undefined): Value | undefined {
  if (element?.kind !== "entity") return undefined;
  const { origin } = element;
  if (origin.how === "call" && origin.method === "detach") return elementSource(origin.receiver);
  if (origin.how === "attribute" && origin.name === "data") return elementSource(origin.of);
  if (origin.how !== "element" || origin.of.kind !== "entity") return undefined;
  const { origin: source } = origin.of;
  const isView = source.how === "call" && (source.method === "items" || source.method === "values");
  return isView ? source.receiver : origin.of;
}

/** What a state dict is of. */
export function ownerKind(model: Model, owner: Entity): "module" | "optimizer" | "other" {
  if (optimizersOf(model).has(owner) || (owner.type !== undefined && isOptimizerType(owner.type))) return "optimizer";
  if (owner.type === undefined && owner.methodsCalled.has("step") && owner.methodsCalled.has("zero_grad"))
    return "optimizer";
  if (owner.methodsCalled.has("step")) return "other";
  return isCalledModule(owner) ? "module" : "other";
}
