import { isLightningModule, isManagerType, isSyntheticData } from "../../knowledge/torch-training.js";
import { derivesFrom } from "../follow/attributes.js";
import { assignmentsTo, inheritedClasses } from "../code/class-attributes.js";
import { frames } from "../code/frames.js";
import { ancestors, graphOf, someEntity } from "./graph.js";
import type { Model } from "../model.js";
import { copiedFrom, holds, isCalledModule, isModuleClassLike, isPretrained } from "./modules.js";
import type { CallEvent, Frame } from "../follow/run.js";
import { Grad, type Entity } from "../values.js";
import { perModel } from "../code/per-model.js";

/** A call of a module by code that is no part of a module itself. */
export interface ForwardPass {
  readonly event: CallEvent;
  readonly module: Entity;
  /** Its output is, or may be, among what a backward starts from, be it as a target. */
  readonly feedsTraining: boolean;
  /** Gradients flow through it: it trains its module, or a module before it. */
  readonly trains: boolean;
}

/** Every forward pass, of imported files too, in order of execution, once for each way of getting there. */
export const forwardPasses = perModel(findPasses);

/** Those that the checked file's own code makes. */
export const passesHere = perModel((model): readonly ForwardPass[] =>
  forwardPasses(model).filter(({ event }) => event.unit.path === model.path),
);

function findPasses(model: Model): readonly ForwardPass[] {
  const graph = graphOf(model);
  const outOfSight = handedOutOfSight(model);
  const found: ForwardPass[] = [];
  for (const event of model.allCalls) {
    const module = calledModule(event);
    if (module === undefined || isInsideModule(model, event.frame, module) || isManaged(event.frame)) continue;
    const reached = graph.reachesBackward(event.result);
    const recorded = event.grad !== Grad.off;
    const feedsTraining = reached || (recorded && someEntity(event.result, (entity) => outOfSight.has(entity)));
    found.push({ event, module, feedsTraining, trains: reached && recorded });
  }
  return found;
}

/** What the arguments of functions that could not be followed were made from: those may go backward. */
function handedOutOfSight(model: Model): ReadonlySet<Entity> {
  const unfollowed = model.allCalls.filter(({ entered }) => !entered);
  return ancestors(
    model,
    unfollowed.flatMap(({ args }) => [...args.positional, ...args.named.values()]),
  );
}

/** The module that a call runs: `model(x)`, `model.forward(x)`. */
function calledModule({ callee, receiver, method }: CallEvent): Entity | undefined {
  if (callee?.kind === "entity") return isCalledModule(callee) ? callee : undefined;
  if (method !== "forward" || receiver?.kind !== "entity") return undefined;
  return isCalledModule(receiver) ? receiver : undefined;
}

/** Is the call made in a forward, or in a method of the module that holds the called one? */
function isInsideModule(model: Model, from: Frame, module: Entity): boolean {
  for (const { closure } of frames(from)) {
    if (closure?.owner === undefined || !isModuleClassLike(closure.owner)) continue;
    if (closure.form.name === "forward" || closure.form.name === "__call__") return true;
    if (closure.self?.kind === "entity" && closure.self !== module && holds(model, closure.self, module)) return true;
  }
  return false;
}

/** Does a framework run the code, which sets modes and gradients around it? */
export function isManaged(from: Frame): boolean {
  for (const { closure } of frames(from)) {
    if (closure?.owner !== undefined && derivesFrom(closure.owner, isManagerType)) return true;
  }
  return false;
}

/** Does a Lightning module go backward and step itself: `self.automatic_optimization = False`? */
export function optimizesByHand(from: Frame): boolean {
  return [...frames(from)].some(
    ({ closure }) =>
      closure?.owner !== undefined &&
      derivesFrom(closure.owner, isLightningModule) &&
      inheritedClasses(closure.owner).some((owner) =>
        assignmentsTo(owner, "automatic_optimization").some(
          ({ value }) => value?.kind === "Literal" && value.value === false,
        ),
      ),
  );
}

/** The passes of the networks of such a module, outside its own `forward`. */
export const passesByHand = perModel((model): readonly ForwardPass[] => {
  const graph = graphOf(model);
  return model.allCalls.flatMap((event): readonly ForwardPass[] => {
    const module = calledModule(event);
    const { closure } = event.frame;
    if (module === undefined || closure?.owner === undefined || closure.form.name === "forward") return [];
    if (!derivesFrom(closure.owner, isLightningModule) || !optimizesByHand(event.frame)) return [];
    const reached = graph.reachesBackward(event.result);
    return [{ event, module, feedsTraining: reached, trains: reached && event.grad !== Grad.off }];
  });
});

/** Modules that are traced, which runs them once and keeps them as they are then. */
export const tracings = perModel((model): readonly ForwardPass[] =>
  model.calls.flatMap((event) => {
    const [module] = event.args.positional;
    if (event.path !== "torch.jit.trace" || module?.kind !== "entity" || !isCalledModule(module)) return [];
    return [{ event, module, feedsTraining: false, trains: false }];
  }),
);

/** What the user calls the module of a pass: `model` of `model(x)`, of `model.forward(x)` and of a tracing. */
export function calledText(model: Model, { event }: ForwardPass): string {
  const { callee, args } = event.call;
  if (event.path === "torch.jit.trace" && args[0] !== undefined) return model.text(args[0].value);
  return model.text(callee.kind === "Attribute" && event.method === "forward" ? callee.object : callee);
}

/** Is a module trained anywhere in sight: alone, as a part, with its parts, or as what it is a copy of? */
export function isTrained(model: Model, module: Entity): boolean {
  const trained = forwardPasses(model).some(
    (pass) => pass.trains && (holds(model, pass.module, module) || holds(model, module, pass.module)),
  );
  if (trained) return true;
  const original = copiedFrom(module);
  return original !== undefined && isTrained(model, original);
}

/** Has anybody trained the weights: the code in sight, or whoever a library has them from? */
export function hasTrainedWeights(model: Model, module: Entity): boolean {
  return isTrained(model, module) || isPretrained(module);
}

/** Is the input made out of nothing, as in a dry run, or noise to draw samples from? */
export function hasSyntheticInput(model: Model, { args }: CallEvent): boolean {
  const given = [...args.positional, ...args.named.values()].filter((value) => value.kind !== "literal");
  if (given.length === 0) return !args.open;
  return given.every((value) => {
    const made = [...ancestors(model, [value])].flatMap(({ origin }) => (origin.how === "call" ? [origin.path] : []));
    return made.some((path) => path !== undefined && isSyntheticData(path));
  });
}
