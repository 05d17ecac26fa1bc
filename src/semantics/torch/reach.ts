import { frames } from "../code/frames.js";
import { excludeEachOther } from "./guards.js";
import { graphOf, type BackwardCall } from "./graph.js";
import { graphAncestors } from "./graph-flow.js";
import type { Model } from "../model.js";
import { holds, isCalledModule } from "./modules.js";
import type { CallEvent } from "../follow/run.js";
import type { ParameterSet } from "./parameters.js";
import { rootOf, sharedLoop, updatesOf, type Update } from "./training-loop.js";
import { alternatives, Grad, type Entity, type Value } from "../values.js";
import { perModel } from "../code/per-model.js";
import { orderOf } from "../code/call-order.js";

/** What gradients that start from some values come to. */
export interface Reach {
  /** The modules among it, and the objects that hold such. */
  readonly modules: readonly Entity[];
  readonly all: ReadonlySet<Value>;
  /** False when a function that could not be followed, or an object of which nothing is known, had a part in it. */
  readonly isKnown: boolean;
}

const reaches = new WeakMap<BackwardCall, Reach>();

/** What a backward gives gradients to, along the ways that the graph takes. */
export function reachOf(model: Model, backward: BackwardCall): Reach {
  let found = reaches.get(backward);
  if (found === undefined) {
    found = reachFrom(model, backward.losses);
    reaches.set(backward, found);
  }
  return found;
}

export function reachFrom(model: Model, values: readonly Value[]): Reach {
  const all = graphAncestors(model, values);
  const modules = [...all].filter((entity) => isCalledModule(entity) || entity.class !== undefined);
  const isKnown = modules.every(({ origin }) => origin.how !== "unknown");
  return { modules, all, isKnown: isKnown && !unfollowed(model).some((result) => all.has(result)) };
}

/** What came out of functions of the workspace that could not be entered: anything may be behind it. */
const unfollowed = perModel((model): readonly Entity[] =>
  model.allCalls.flatMap(({ entered, result }) => (!entered && result.kind === "entity" ? [result] : [])),
);

/** Does the reach come to a module, one of its parts or parameters, or something that holds it? */
export function reachesModule(model: Model, { modules, all }: Reach, module: Entity): boolean {
  return (
    all.has(module) ||
    modules.some((reached) => holds(model, module, reached) || holds(model, reached, module)) ||
    [...model.heldBy(module)].some((held) => alternatives(held).some((tensor) => all.has(tensor)))
  );
}

export function reachesAny(model: Model, reach: Reach, { sources, tensors }: ParameterSet): boolean {
  return (
    sources.some(({ module }) => reachesModule(model, reach, module)) || tensors.some((tensor) => reach.all.has(tensor))
  );
}

/** A backward or a step, in the order in which they happen. */
export type GradientEvent =
  | { readonly kind: "backward"; readonly backward: BackwardCall; readonly event: CallEvent; readonly position: number }
  | { readonly kind: "step"; readonly update: Update; readonly event: CallEvent; readonly position: number };

/** Every backward and every step of a file, in order of execution. */
export const gradientEvents = perModel((model): readonly GradientEvent[] => {
  const backwards = graphOf(model)
    .backwards.filter(({ event }) => event.path === undefined || event.method === "backward")
    .filter(({ event }) => event.callee?.kind !== "closure" && (event.grad & (Grad.on | Grad.unknown)) !== 0);
  return [
    ...backwards.map((backward) => ({ kind: "backward" as const, backward, event: backward.event })),
    ...updatesOf(model).map((update) => ({ kind: "step" as const, update, event: update.event })),
  ]
    .map((event) => ({ ...event, position: Math.max(0, orderOf(model, event.event)) }))
    .sort((a, b) => a.position - b.position);
});

/** Do two events belong to one turn: of a loop, or, where there is none in sight, of the function that leads to both? */
export function shareTurn(a: CallEvent, b: CallEvent): boolean {
  if (excludeEachOther(a, b)) return false;
  if (a.loops === undefined || b.loops === undefined) {
    if (a.loops !== b.loops) return false;
    const root = rootOf(a.frame);
    return root === rootOf(b.frame) && (root !== undefined || outermost(a) === outermost(b));
  }
  // An epoch's last step and the next epoch's first backward share a loop, but no turn of the inner one.
  const shared = sharedLoop(a, b);
  return shared !== undefined && shared === (a.loops === b.loops ? a.loops : innerOf(a, b));
}

/** The inner loop of two where one encloses the other; undefined where they stand side by side. */
function innerOf(a: CallEvent, b: CallEvent): CallEvent["loops"] {
  const shared = sharedLoop(a, b);
  return shared === a.loops || shared === b.loops ? shared : undefined;
}

function outermost({ frame }: CallEvent): unknown {
  return [...frames(frame)].at(-1);
}
