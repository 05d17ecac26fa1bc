import { givesTensor, predictsTensor, tensorEnds, tidies } from "../../knowledge/tfjs.js";
import type { Call } from "../../syntax/expressions.js";
import type { FormModule } from "../../syntax/form.js";
import { frames } from "../code/frames.js";
import { perModel } from "../code/per-model.js";
import { functionsAround, surroundingsOf } from "../code/surroundings.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { alternatives, type Value } from "../values.js";
import { isTfjsModel } from "./fits.js";
import { isCamera, isGradient, isOfPage, isTensor, tensorsIn } from "./tensors.js";

/** The calls of a file and of those that were followed with it, by the place in the source, each with all the ways of getting there. */
export const eventsByCall = perModel((model): ReadonlyMap<Call, readonly CallEvent[]> => {
  const found = new Map<Call, CallEvent[]>();
  for (const event of model.allCalls) {
    const known = found.get(event.call);
    if (known === undefined) found.set(event.call, [event]);
    else known.push(event);
  }
  return found;
});

/** Does this call make a tensor, or hand out one that somebody it calls has just made? */
export function makesTensor(event: CallEvent): boolean {
  const { path, method, receiver, result, callee } = event;
  if (callee?.kind === "closure") return holdsTensor(result);
  if (path === "@tensorflow/tfjs.tidy") return holdsTensor(result);
  if (path !== undefined && !isOfPage(path)) return givesTensor(path);
  if (callee !== undefined && isGradient(callee)) return true;
  if (method === undefined || tensorEnds.has(method)) return false;
  if (method === "evaluate") return alternatives(receiver).some(isTfjsModel);
  if (method === "capture") return alternatives(receiver).some(isCamera);
  if (predictsTensor.has(method)) return isPrediction(event);
  return alternatives(receiver).some((option) => option.kind === "entity" && isTensor(option));
}

function holdsTensor(value: Value): boolean {
  return tensorsIn(value).some((entity) => isTensor(entity));
}

/** `predict` is a word of many libraries: here it is given a tensor, or what it gives is read as one. */
function isPrediction({ args, result }: CallEvent): boolean {
  const isRead = alternatives(result).some(
    (value) =>
      value.kind === "entity" &&
      ["dataSync", "data", "arraySync", "array", "argMax", "squeeze"].some((name) => value.methodsCalled.has(name)),
  );
  return isRead || args.positional.some((given) => tensorsIn(given).some((entity) => isTensor(entity)));
}

/** Is whatever the call makes given back by somebody else: a tidy, a function whose gradient is taken, a layer? */
export function isTidied(model: Model, event: CallEvent): boolean {
  const calls = eventsByCall(model);
  for (const { call, closure } of frames(event.frame)) {
    if (call !== undefined && calls.get(call)?.some(isTidy) === true) return true;
    if (closure?.owner?.bases.some((base) => base.kind === "symbol" && base.path.startsWith("@tensorflow/tfjs.")))
      return true;
  }
  return isInsideTidy(model, event.unit.form, event.call);
}

function isTidy({ path, method }: CallEvent): boolean {
  return (path !== undefined && tidies.test(path)) || method === "minimize" || method === "computeGradients";
}

/** Inside the text of a function that a tidy is given, or that stands in the options of `compile`. */
function isInsideTidy(model: Model, form: FormModule, place: Call): boolean {
  for (const call of handedTo(form, place)) {
    if (eventsByCall(model).get(call)?.some(isTidy) === true) return true;
    const { callee } = call;
    const name = callee.kind === "Attribute" ? callee.name : callee.kind === "Name" ? callee.id : "";
    if (/^(tidy|minimize|compile|variableGrads|customGrad|grads?|valueAndGrads?)$/.test(name)) return true;
  }
  return false;
}

/** The calls that the functions around a place are handed to, innermost first. */
export function* handedTo(form: FormModule, place: Call): Iterable<Call> {
  const around = surroundingsOf(form);
  for (const definition of functionsAround(around, place)) {
    const at = around.definitions.get(definition)?.at;
    if (at?.kind !== "FunctionExpression") continue;
    let parent = around.parents.get(at);
    while (parent?.kind === "Mapping") parent = around.parents.get(parent);
    if (parent?.kind === "Call" && parent.callee !== at) yield parent;
  }
}
