import { isOptimizerType } from "../../knowledge/torch.js";
import type { FormModule } from "../../syntax/form.js";
import { ancestors } from "./graph.js";
import type { Model } from "../model.js";
import { isCalledModule } from "./modules.js";
import type { CallEvent, LoopFrame } from "../follow/run.js";
import { isOptimizer, receiverText, type Update } from "./training-loop.js";
import { alternatives, type Entity } from "../values.js";
import { eachExpression, eachStatement } from "../code/visit.js";

/** May the call clear the gradients that an update uses? What cannot be followed may do anything to an optimizer that it is given. */
export function mayClear(model: Model, event: CallEvent, update: Update): boolean {
  const name = event.method ?? calledName(event);
  if (clearingName.test(name)) return mayClearFor(model, event, update);
  return mayDoAnything(event) && !harmlessName.test(name) && isGiven(event, update.optimizer);
}

const clearingName = /zero_?grad|clear_?grad|reset_?grad/i;
const harmlessName =
  /lr|learn|sched|warm|unscale|scale_loss|clip|save|checkpoint|log|print|len|isinstance|step|append/i;

function mayClearFor(model: Model, event: CallEvent, { optimizer }: Update): boolean {
  const cleared = alternatives(event.receiver);
  if (optimizer === undefined || cleared.length === 0 || event.callee !== undefined) return true;
  return cleared.some((option) => {
    if (option === optimizer || option.kind !== "entity") return true;
    if (isOptimizer(option, receiverText(event)) && isApart(option, optimizer)) return false;
    // A module clears the weights that the optimizer was made from, as far as that can be seen.
    const made = ancestors(model, [optimizer]);
    const knowsModule = [...made].some((entity) => entity !== optimizer && isCalledModule(entity));
    return !knowsModule || made.has(option) || !isCalledModule(option);
  });
}

/** Are the optimizer and what it trains made in each turn of the loop, so that no gradient is there from the last one? */
export function isMadeAnew(model: Model, { optimizer }: Update, loop: LoopFrame): boolean {
  if (optimizer === undefined) return false;
  const made = [...ancestors(model, [optimizer])];
  const trained = made.filter((entity) => isCalledModule(entity));
  return trained.length > 0 && [optimizer, ...trained].every(({ id }) => id >= loop.firstId);
}

/** Two optimizers that are certainly not the same object. */
function isApart(a: Entity, b: Entity): boolean {
  const isKnown = ({ type, origin }: Entity) =>
    (type !== undefined && isOptimizerType(type)) || origin.how === "parameter" || origin.how === "attribute";
  return a !== b && isKnown(a) && isKnown(b);
}

function calledName({ call: { callee } }: CallEvent): string {
  return callee.kind === "Name" ? callee.id : callee.kind === "Attribute" ? callee.name : "";
}

/** Code out of sight is called: a function of an unknown module, or of the workspace where it could not be entered. */
function mayDoAnything({ entered, path, callee, method, receiver }: CallEvent): boolean {
  if (!entered) return true;
  if (path !== undefined) return !/^(torch|builtins|numpy|math|apex|accelerate|tqdm|transformers|timm)\./.test(path);
  return callee?.kind === "entity" ? callee.type === undefined : method !== undefined && receiver?.kind === "entity";
}

function isGiven({ args }: CallEvent, optimizer: Entity | undefined): boolean {
  if (optimizer === undefined) return false;
  return [...args.positional, ...args.named.values()].some((given) => alternatives(given).includes(optimizer));
}

const cleared = new WeakMap<FormModule, boolean>();

/** Does a file clear gradients by hand: `p.grad = None`, `w.grad.zero_()`? */
export function clearsByHand(form: FormModule): boolean {
  let found = cleared.get(form);
  if (found === undefined) {
    found = assignsGradients(form) || zeroesGradients(form);
    cleared.set(form, found);
  }
  return found;
}

function assignsGradients(form: FormModule): boolean {
  let found = false;
  eachStatement(form.body, (statement) => {
    if (statement.kind !== "Assign" || statement.operator !== undefined) return;
    found ||= statement.targets.some((target) => target.kind === "Attribute" && target.name === "grad");
  });
  return found;
}

function zeroesGradients(form: FormModule): boolean {
  let found = false;
  eachExpression(form.body, (expression) => {
    if (expression.kind !== "Call" || expression.callee.kind !== "Attribute") return;
    const { object, name } = expression.callee;
    if (name === "zero_" || name === "fill_" || name === "copy_")
      found ||= /\.grad(\.data)?$/.test(sourceOf(form, object));
  });
  return found;
}

function sourceOf(form: FormModule, { start, end }: { readonly start: number; readonly end: number }): string {
  return form.text.slice(start, end);
}
