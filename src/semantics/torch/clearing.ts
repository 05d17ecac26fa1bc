import { isOptimizerType } from "../../knowledge/torch.js";
import { callsWithin } from "../code/call-order.js";
import { excludeEachOther, guardsBetween } from "./guards.js";
import { ancestors } from "./graph.js";
import type { Model } from "../model.js";
import { isCalledModule } from "./modules.js";
import { optimizersOf } from "./optimizers.js";
import type { CallEvent, LoopFrame } from "../follow/run.js";
import {
  isOptimizer,
  isWithin,
  optimizerText,
  receiverText,
  stepsOf,
  updatesOf,
  type Step,
  type Update,
} from "./training-loop.js";
import { alternatives, type Entity, type Value } from "../values.js";

/** Where the gradients of an update are cleared: in each turn of the loop, only outside it, or nowhere in sight. */
export type Clearing = "each-turn" | "never" | Step;

/** Who clears the gradients that add up in a loop before an update uses them? */
export function clearingOf(model: Model, update: Update, loop: LoopFrame): Clearing {
  let isClearedFirst = false;
  for (const event of callsWithin(model, loop)) {
    if (!mayClear(model, event, update)) continue;
    if (!isFirstTurnOnly(event, update)) return "each-turn";
    isClearedFirst = true;
  }
  const once = stepsOf(model).findLast(
    (step) =>
      clearsFor(model, step, update) &&
      !excludeEachOther(step.event, update.event) &&
      step.event.loops !== undefined &&
      isWithin(update.event, step.event.loops),
  );
  return once ?? (isClearedFirst ? "each-turn" : "never");
}

/** `if i == 0: optimizer.zero_grad()` clears once for all turns. */
function isFirstTurnOnly(clear: CallEvent, { event }: Update): boolean {
  const { branches, loops, unit } = clear;
  if (branches === undefined || branches === event.branches || !branches.taken) return false;
  const { test } = branches.branch;
  const target = loops?.loop.target;
  if (test.kind !== "Comparison" || test.operators.length !== 1 || test.operators[0] !== "==") return false;
  const [counter, first] = test.operands;
  if (counter?.kind !== "Name" || first?.kind !== "Literal" || first.value !== 0 || target === undefined) return false;
  if (!unit.form.text.slice(target.start, target.end).split(/\W+/).includes(counter.id)) return false;
  // What steps in the last of these turns alone is cleared in the first of them for that one step.
  return !guardsBetween(event, clear).some(({ branch, frame }) =>
    new RegExp(`\\b${counter.id}\\b`).test(frame.unit.form.text.slice(branch.test.start, branch.test.end)),
  );
}

/** Does a step certainly clear the gradients that an update uses, all of them? */
export function clearsFor(model: Model, { kind, event, object }: Step, update: Update): boolean {
  if (kind !== "clear" || object === undefined) return false;
  const { optimizer } = update;
  if (optimizer === undefined) return receiverText(event) === optimizerText(update);
  const cleared = alternatives(object);
  return cleared.length > 0 && cleared.every((option) => option === optimizer || holdsAll(model, option, optimizer));
}

/** Is the update the next one, of an optimizer whose gradients were cleared last before a step of training? Then it is for that one. */
export function isClearedAndNext(model: Model, step: Step, update: Update): boolean {
  const steps = stepsOf(model).filter(({ event }) => event.loops === step.event.loops);
  const clear = steps.findLast(({ kind, order }) => kind === "clear" && order < step.order);
  const next = steps.find(({ kind, order }) => kind === "update" && order > step.order);
  const previous = steps.findLast(({ kind, order }) => kind === "update" && order < step.order);
  if (clear === undefined || next?.event !== update.event || !clearsFor(model, clear, update)) return false;
  return previous === undefined || previous.order < clear.order;
}

/** Is an object the one module whose parameters the optimizer was made from? */
function holdsAll(model: Model, option: Value, optimizer: Entity): boolean {
  if (option.kind !== "entity" || isOptimizer(option, "")) return false;
  const parameters = optimizersOf(model).get(optimizer)?.parameters;
  // Of what is handed in nothing is known but that the two are a function's model and its optimizer.
  if (parameters === undefined)
    return optimizer.origin.how === "parameter" && option.origin.how === "parameter" && isOnly(model, optimizer);
  return parameters.tensors.length === 0 && parameters.sources.every(({ module }) => module === option);
}

function isOnly(model: Model, optimizer: Entity): boolean {
  return updatesOf(model).every(
    ({ optimizer: other }) =>
      other?.origin.how !== "parameter" ||
      optimizer.origin.how !== "parameter" ||
      other === optimizer ||
      other.origin.function !== optimizer.origin.function,
  );
}

/** May the call clear the gradients that an update uses? What cannot be followed may do anything to an optimizer that it is given. */
export function mayClear(model: Model, event: CallEvent, update: Update): boolean {
  const name = event.method ?? calledName(event);
  if (clearingName.test(name)) return mayClearFor(model, event, update) || isEachOfSame(event, update.event);
  return mayDoAnything(event) && !harmlessName.test(name) && isGiven(event, update.optimizer);
}

/** `for opt in optimizers.values(): opt.zero_grad()`, and the same to step: all of them are cleared. */
function isEachOfSame(clear: CallEvent, step: CallEvent): boolean {
  const [cleared, stepped] = [listOfEach(clear), listOfEach(step)];
  return cleared !== undefined && cleared === stepped;
}

function listOfEach(event: CallEvent): string | undefined {
  const { loop } = event.loops ?? {};
  if (loop?.form !== "each" || loop.iterable === undefined || loop.target === undefined) return undefined;
  const { text } = event.unit.form;
  const names = text.slice(loop.target.start, loop.target.end).split(/\W+/);
  return names.includes(receiverText(event)) ? text.slice(loop.iterable.start, loop.iterable.end) : undefined;
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
    if (isWrittenAsPart(model, optimizer, receiverText(event))) return true;
    // A module clears the weights that the optimizer was made from, as far as that can be seen.
    const made = ancestors(model, [optimizer]);
    const knowsModule = [...made].some((entity) => entity !== optimizer && isCalledModule(entity));
    return !knowsModule || made.has(option) || !isCalledModule(option);
  });
}

/** `SGD(self.net.head.parameters())` is of a part of `self.net`, whatever is known of the two. */
function isWrittenAsPart(model: Model, { origin }: Entity, whole: string): boolean {
  if (origin.how !== "call" || !/^self\./.test(whole)) return false;
  const [given] = origin.call.args;
  return given !== undefined && model.text(given.value).startsWith(`${whole}.`);
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
