import { frames } from "../code/frames.js";
import { perModel } from "../code/per-model.js";
import { spend } from "../code/work.js";
import { excludeEachOther, leadsTo } from "./guards.js";
import type { BackwardCall } from "./graph.js";
import type { Model } from "../model.js";
import { isCalledModule } from "./modules.js";
import { optimizersOf } from "./optimizers.js";
import { reachesAny, reachesModule, reachOf } from "./reach.js";
import type { CallEvent, Frame, LoopFrame } from "../follow/run.js";
import { isUpdateStep, isWithin, rootOf, sharedLoop, stepsOf, type Step, type Update } from "./training-loop.js";
import { alternatives, type Entity, type Value } from "../values.js";
import { memo } from "../code/memo.js";

/** What happens again and again: the innermost loop around some events or, where none is in sight, the function that others call. */
export interface Turn {
  readonly loop: LoopFrame | undefined;
  readonly frame: unknown;
}

/** The turn that two events share; undefined where they never happen together. */
export function turnOf(a: CallEvent, b: CallEvent): Turn | undefined {
  const loop = sharedLoop(a, b);
  if (loop !== undefined) return { loop, frame: undefined };
  const frame = homeOf(a);
  return frame === homeOf(b) ? { loop: undefined, frame } : undefined;
}

function homeOf({ frame }: CallEvent): unknown {
  return homeOfFrame(frame);
}

const homeOfFrame = memo((frame: Frame): unknown => rootOf(frame) ?? [...frames(frame)].at(-1));

export function isInTurn(event: CallEvent, { loop, frame }: Turn): boolean {
  return loop === undefined ? homeOf(event) === frame : isWithin(event, loop);
}

/** Everything that training does in a turn, in order. */
export function stepsIn(model: Model, turn: Turn): readonly Step[] {
  const known = stepsOfTurns(model);
  const key = turn.loop ?? turn.frame;
  let found = known.get(key);
  if (found === undefined) {
    const steps = stepsOf(model);
    spend(model, steps.length);
    found = steps.filter(({ event }) => isInTurn(event, turn));
    known.set(key, found);
  }
  return found;
}

const stepsOfTurns = perModel(() => new Map<unknown, readonly Step[]>());

/** The objects, each once, that are stepped in a turn. */
export function steppedIn(model: Model, turn: Turn): readonly (Value | undefined)[] {
  const known = steppedInTurns(model);
  const key = turn.loop ?? turn.frame;
  let found = known.get(key);
  if (found === undefined) {
    found = [...new Set(stepsIn(model, turn).flatMap((step) => (isUpdateStep(step) ? [step.object] : [])))];
    known.set(key, found);
  }
  return found;
}

const steppedInTurns = perModel(() => new Map<unknown, readonly (Value | undefined)[]>());

/** The steps of training from one place in the order of things to before another one. */
export function stepsBetween(model: Model, from: number, to: number): readonly Step[] {
  const steps = stepsOf(model);
  const found = steps.slice(firstFrom(steps, from), firstFrom(steps, to));
  spend(model, found.length);
  return found;
}

/** The steps before a place in the order of things, the last one first. */
export function* stepsBack(model: Model, before: number): Iterable<Step> {
  const steps = stepsOf(model);
  for (let at = firstFrom(steps, before) - 1; at >= 0; at--) {
    spend(model, 1);
    yield steps[at]!;
  }
}

/** Where the steps begin that stand at a place in the order of things or behind it. */
function firstFrom(steps: readonly Step[], order: number): number {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (steps[middle]!.order < order) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Do the gradients that a backward computes go into an update? Undefined where that cannot be seen. */
export function feeds(model: Model, backward: BackwardCall, { optimizer }: Update): boolean | undefined {
  spend(model, 1);
  const parameters = optimizer && optimizersOf(model).get(optimizer)?.parameters;
  if (parameters === undefined) return undefined;
  const reach = reachOf(model, backward);
  if (reachesAny(model, reach, parameters)) return true;
  if (parameters.sources.some(({ module }) => isOfSameList(reach.all, module))) return undefined;
  for (const { module } of parameters.sources) {
    for (const reached of reach.all) if (reached.kind === "entity" && mayBeOne(module, reached)) return undefined;
    // What was made from a network may have its parameters.
    if (modulesGivenTo(module).some((given) => reachesModule(model, reach, given))) return undefined;
  }
  return reach.isKnown && parameters.isComplete && reach.modules.length > 0 ? false : undefined;
}

function modulesGivenTo({ origin }: Entity): readonly Entity[] {
  if (origin.how !== "call") return [];
  return [...origin.args.positional, ...origin.args.named.values()]
    .filter((value) => value.kind === "entity")
    .filter((given) => given.class !== undefined || isCalledModule(given));
}

/** A caller may hand the same object to two functions, and what a base class keeps under a name may be what it was given. */
function mayBeOne({ origin: a }: Entity, reached: Entity): boolean {
  const { origin: b } = reached;
  if (a.how !== "parameter") return false;
  if (b.how === "parameter") return a.function !== b.function && isCalledModule(reached);
  return b.how === "attribute" && b.of.kind === "entity" && b.of.class !== undefined;
}

/** `nets[i]` and `nets[k]` may be the same net. */
function isOfSameList(reached: ReadonlySet<Value>, module: Entity): boolean {
  const lists = listAround(module);
  if (lists.length === 0) return false;
  return (
    lists.some((list) => reached.has(list)) ||
    [...reached].some((other) => listAround(other).some((list) => lists.includes(list)))
  );
}

function listAround(value: Value): readonly Value[] {
  if (value.kind !== "entity") return [];
  const { origin } = value;
  return origin.how === "index" || origin.how === "element" ? alternatives(origin.of) : [];
}

/** The backwards before an update in its turn whose gradients it may use; those since the update that came before it. */
export function backwardsBefore(model: Model, update: Update): readonly Step[] {
  const known = backwardsOfUpdates(model);
  let found = known.get(update);
  if (found === undefined) {
    found = findBackwards(model, update);
    known.set(update, found);
  }
  return found;
}

const backwardsOfUpdates = perModel(() => new Map<Update, readonly Step[]>());

function findBackwards(model: Model, update: Update): readonly Step[] {
  const found: Step[] = [];
  for (const step of stepsBack(model, update.order)) {
    if (turnOf(step.event, update.event) === undefined || excludeEachOther(step.event, update.event)) continue;
    if (step.kind === "backward" && feeds(model, step, update) !== false) found.push(step);
    else if (step.kind === "update" && isSameOptimizer(step, update) && leadsTo(step.event, update.event)) break;
  }
  return found.reverse();
}

export function isSameOptimizer(a: Step, b: Step): boolean {
  return a.object !== undefined && a.object === b.object;
}

/** A call out of sight that is named for gradients, or that could not be followed. */
export function mayGoBackward({ entered, path, method, call, callee }: CallEvent): boolean {
  const name = method ?? (call.callee.kind === "Name" ? call.callee.id : "");
  if (path?.startsWith("torch.nn.utils.") === true) return false;
  if (/backward|backprop|accumulate_grad|comput\w*_grad|set_grad|load_grad|apply_grad|restore_grad|closure/i.test(name))
    return true;
  return !entered && callee?.kind === "closure";
}
