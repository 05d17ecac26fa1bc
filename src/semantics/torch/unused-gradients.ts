import { isManaged } from "./forward-passes.js";
import { leadsTo } from "./guards.js";
import { setsWeights } from "./hand-updates.js";
import type { Model } from "../model.js";
import type { CallEvent } from "../follow/run.js";
import { optimizersOf } from "./optimizers.js";
import { reachesAny, reachOf } from "./reach.js";
import { mayGoBackward, turnOf } from "./turns.js";
import { backwardsOf, isOptimizer, receiverText, stepsOf, updatesOf, type Step } from "./training-loop.js";
import { eachExpression, eachStatement } from "../code/visit.js";
import { alternatives, type Entity, type Value } from "../values.js";

/** A backward of a training loop after which no optimizer ever steps. */
export interface UnusedGradients {
  readonly backward: Step;
  readonly optimizer: Entity;
  /** What the code calls the optimizer, where that can be said. */
  readonly name: string | undefined;
}

/** The first backward for each optimizer of the file that is made or cleared for it, and never steps. */
export function unusedGradients(model: Model): readonly UnusedGradients[] {
  const backwards = backwardsOf(model).filter(({ event }) => event.unit.path === model.path && isTraining(event));
  if (backwards.length === 0 || setsWeights(model.form)) return [];
  const found = new Map<unknown, UnusedGradients>();
  for (const optimizer of idleOptimizers(model)) {
    const candidates = backwards.filter((candidate) => isFor(model, candidate, optimizer));
    const backward = candidates.find((candidate) => isClearedFor(model, candidate, optimizer)) ?? candidates[0];
    if (backward === undefined || found.has(backward.event.call) || isUsedByAnother(model, backward)) continue;
    found.set(backward.event.call, { backward, optimizer, name: nameOf(model, optimizer) });
  }
  return [...found.values()];
}

/** Is the optimizer the last one that was cleared before a backward? */
function isClearedFor(model: Model, backward: Step, optimizer: Entity): boolean {
  const clear = stepsOf(model).findLast(({ kind, order }) => kind === "clear" && order < backward.order);
  return alternatives(clear?.object).includes(optimizer);
}

/** Another optimizer steps right after it: then that one is the wrong one, or the right one. */
function isUsedByAnother(model: Model, backward: Step): boolean {
  const next = stepsOf(model).find(
    ({ kind, order, event }) =>
      order > backward.order &&
      (kind === "backward" || kind === "clear" || kind === "update") &&
      turnOf(event, backward.event)?.loop === backward.event.loops,
  );
  return next?.kind === "update";
}

/** In a loop, in code that no framework runs. */
function isTraining({ loops, frame, args }: CallEvent): boolean {
  return loops !== undefined && !isManaged(frame) && !args.positional.some((given) => given.kind === "entity");
}

/** Optimizers that are made or cleared in sight, are never handed to code out of sight, and never step. */
function idleOptimizers(model: Model): readonly Entity[] {
  const candidates = new Set<Entity>();
  const isAlone = updatesOf(model).length === 0;
  for (const { optimizer, unit } of optimizersOf(model).values()) {
    const isMeant = isAlone || stepsOf(model).some(({ kind, object }) => kind === "clear" && object === optimizer);
    if (isMeant && unit.path === model.path && optimizer.origin.how === "call") candidates.add(optimizer);
  }
  for (const { kind, object, event } of stepsOf(model)) {
    if (kind !== "clear" || object === undefined || event.unit.path !== model.path) continue;
    for (const option of alternatives(object)) {
      const isHandedIn = option.kind === "entity" && option.origin.how === "parameter" && option.class === undefined;
      if (isHandedIn && isOptimizer(option, receiverText(event))) candidates.add(option);
    }
  }
  return [...candidates].filter((optimizer) => !maySteps(model, optimizer));
}

/** Does it step somewhere, or could it: through a value that is not known, in code out of sight, or in code that was not followed? */
function maySteps(model: Model, optimizer: Entity): boolean {
  const uncertain = updatesOf(model).some(({ object }) =>
    alternatives(object).some((option) => option === optimizer || !isApart(model, option)),
  );
  return uncertain || isHandedOver(model, optimizer) || stepsUnfollowed(model);
}

function isApart(model: Model, option: Value): boolean {
  if (option.kind !== "entity") return false;
  return optimizersOf(model).has(option) || option.origin.how === "parameter";
}

/** Anybody who gets the optimizer, alone or in a list, may step it; a schedule does not. */
function isHandedOver(model: Model, optimizer: Entity): boolean {
  const holders = (value: Value): boolean =>
    alternatives(value).some((option) => {
      if (option === optimizer) return true;
      if (option.kind === "tuple") return option.items.some(holders);
      return (
        option.kind === "entity" &&
        option.origin.how === "container" &&
        [...option.from, ...model.heldBy(option)].includes(optimizer)
      );
    });
  return model.allCalls.some((event) => {
    const { path, entered, callee, method, args } = event;
    if (entered && callee?.kind === "closure") return false;
    const isHarmless =
      (path !== undefined &&
        /^(torch\.optim\.|builtins\.(print|len|type|isinstance|str|id)|transformers\.(optimization\.)?get_)/.test(
          path,
        )) ||
      /^(append|zero_grad|state_dict|unscale_|prepare|setup\w*)$/.test(method ?? "");
    return !isHarmless && [...args.positional, ...args.named.values(), ...(args.spread ?? [])].some(holders);
  });
}

/** Is there a `.step` in the file that nobody was seen to call, or that is called on something unknown? */
function stepsUnfollowed(model: Model): boolean {
  const known = new Set<unknown>();
  for (const { kind, event } of stepsOf(model))
    if (kind === "update" || kind === "schedule") known.add(event.call.callee);
  for (const { method, receiver, call } of model.allCalls) {
    if (method !== "step") continue;
    const isOther = alternatives(receiver).every(
      (option) =>
        option.kind === "entity" &&
        (option.type !== undefined || option.class !== undefined) &&
        !isOptimizer(option, ""),
    );
    if (isOther) known.add(call.callee);
  }
  // `optimizer.step` without a call is the mistake itself.
  eachStatement(model.form.body, (statement) => {
    if (statement.kind === "ExpressionStatement") known.add(statement.expression);
  });
  let found = false;
  eachExpression(model.form.body, (expression) => {
    if (expression.kind !== "Attribute") return;
    const { object } = expression;
    const text = model.text(object);
    if (expression.name === "step")
      found ||= !known.has(expression) && !/sched|prof|env|timer|progress|bar/i.test(text);
    else
      found ||=
        /^(\w*_step|step_\w+|optimizer_step|fit)$/.test(expression.name) &&
        /opt|scaler|engine|trainer|xm|acc|fabric/i.test(text);
  });
  return found;
}

/** Do the gradients go to what the optimizer trains; or, where that is not known, is the optimizer cleared around the backward? */
function isFor(model: Model, backward: Step, optimizer: Entity): boolean {
  const parameters = optimizersOf(model).get(optimizer)?.parameters;
  if (parameters !== undefined) return reachesAny(model, reachOf(model, backward), parameters);
  const clear = stepsOf(model).find(
    ({ kind, object, event }) =>
      kind === "clear" &&
      alternatives(object).includes(optimizer) &&
      turnOf(event, backward.event)?.loop !== undefined &&
      (leadsTo(event, backward.event) || leadsTo(backward.event, event)),
  );
  if (clear === undefined) return false;
  return !model.allCalls.some((event) => !event.entered && mayGoBackward(event));
}

function nameOf(model: Model, optimizer: Entity): string | undefined {
  const clear = stepsOf(model).find(({ kind, object }) => kind === "clear" && object === optimizer);
  return clear === undefined ? undefined : receiverText(clear.event);
}
