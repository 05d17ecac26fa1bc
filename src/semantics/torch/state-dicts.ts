import { isOptimizerType } from "../../knowledge/torch.js";
import { isSaving } from "../../knowledge/torch-training.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { isCalledModule } from "./modules.js";
import { optimizersOf } from "./optimizers.js";
import { alternatives, type Entity, type Value } from "../values.js";

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

const known = new WeakMap<Model, StateDicts>();

/** Every state dict that is taken, saved or loaded, in order of execution. */
export function stateDictsOf(model: Model): StateDicts {
  let found = known.get(model);
  if (found === undefined) {
    found = findStateDicts(model);
    known.set(model, found);
  }
  return found;
}

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
export function refersTo(model: Model, value: Value | undefined, state: Entity, depth = 0): boolean {
  if (value === undefined || depth > 6) return false;
  if (value === state) return true;
  const refers = (part: Value | undefined): boolean => refersTo(model, part, state, depth + 1);
  if (value.kind === "tuple") return value.items.some(refers);
  if (value.kind === "union") return value.options.some(refers);
  if (value.kind !== "entity") return false;
  const { origin } = value;
  if (origin.how === "container") {
    if (value.site?.kind === "Comprehension") return refers(elementSource(value.from[0]));
    return [...value.from, ...model.heldBy(value)].some(refers);
  }
  if (origin.how === "index" || origin.how === "element") return refers(origin.of) && depth < 3;
  if (origin.how !== "call") return false;
  if (origin.method === "copy" && origin.path?.startsWith("copy.") !== true) return refers(origin.receiver);
  return origin.path !== undefined && shallow.test(origin.path) && refers(origin.args.positional[0]);
}

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
