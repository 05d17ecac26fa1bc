import { callsOn } from "../code/calls-on.js";
import { orderOf } from "../code/call-order.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { Mode, type Entity, type UserClass } from "../values.js";
import type { ForwardPass } from "./forward-passes.js";
import { isModeKnown } from "./train-mode.js";
import { rootOf } from "./training-loop.js";

/** Were weights loaded into the module of a pass, and did certainly nobody set its mode, before or since? */
export function runsAsLoaded(model: Model, pass: ForwardPass): boolean {
  const { loadedWithoutMode, mode } = pass.event;
  if (isSetByInherited(pass)) return false;
  return (loadedWithoutMode && mode === Mode.fresh && isModeKnown(pass)) || isBuiltAndLoaded(model, pass);
}

/** A method that nobody in sight calls, of a class that inherits its callers: they set modes before they call it. */
function isSetByInherited({ event }: ForwardPass): boolean {
  const owner = rootOf(event.frame)?.closure?.owner;
  return owner?.bases.some((base) => base.kind === "class" && setsModes(base)) === true;
}

function setsModes({ form, unit, bases }: UserClass): boolean {
  return (
    /\bself\.[\w.]+\.(eval|train)\(/.test(unit.form.text.slice(form.start, form.end)) ||
    bases.some((base) => base.kind === "class" && setsModes(base))
  );
}

/** The last call before a pass that loaded weights into its module, or into what that is a part of. */
export function loadBefore(model: Model, { module, event }: ForwardPass): CallEvent | undefined {
  const order = orderOf(model, event);
  return callsOn(model, wholeOf(module)).findLast(
    (call) => call.method === "load_state_dict" && orderOf(model, call) < order,
  );
}

/** Weights were loaded into what a function out of sight built, as new models are, and the file never speaks of modes. */
function isBuiltAndLoaded(model: Model, { module }: ForwardPass): boolean {
  const { origin, methodsCalled, id } = wholeOf(module);
  if (origin.how !== "call" || !methodsCalled.has("load_state_dict") || speaksOfModes.test(model.form.text))
    return false;
  const { callee } = origin.call;
  const builder = callee.kind === "Attribute" ? callee.name : callee.kind === "Name" ? callee.id : "";
  return buildsModel.test(builder) && !model.allCalls.some((event) => isHandedOver(event, id));
}

const speaksOfModes = /\.(eval|train|requires_grad_|backward)\b|\btraining\b|eval_mode|optim/;
const buildsModel = /^_?(build|create|make|init|get)_(\w+_)?(model|net|network|module)$/;

/** What a part is of: `model` of `model.decoder`. */
function wholeOf(module: Entity): Entity {
  const { origin } = module;
  return origin.how === "attribute" && origin.of.kind === "entity" && origin.of.class === undefined
    ? wholeOf(origin.of)
    : module;
}

/** Code out of sight that gets the model may set its mode. */
function isHandedOver({ args, callee, entered }: CallEvent, id: number): boolean {
  if (callee?.kind === "closure" && entered) return false;
  return [...args.positional, ...args.named.values()].some((given) => given.kind === "entity" && given.id === id);
}
