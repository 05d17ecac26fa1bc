import { isOptimizerType } from "../../knowledge/torch.js";
import { isPredictor } from "../data/estimators.js";
import { isFit, isInFile, usesByObjects } from "../data/uses.js";
import type { Model } from "../model.js";
import type { CallEvent } from "../follow/run.js";
import { rootOf } from "../torch/training-loop.js";
import { perModel } from "./per-model.js";

/** Does a call happen when the file is run as a script: at its top level, or in a function that is called from there? */
export function happensInScript({ frame }: CallEvent): boolean {
  return rootOf(frame) === undefined;
}

/**
 * Does a call happen when the script runs, be it in a method that a library calls on an object of the script's making
 * (`__getitem__` of a data set)?
 */
export function isReachedByScript(model: Model, event: CallEvent): boolean {
  if (happensInScript(event)) return true;
  const owner = rootOf(event.frame)?.closure?.owner;
  return (
    owner !== undefined &&
    model.calls.some(({ callee, frame }) => callee?.kind === "class" && callee.form === owner.form && !rootOf(frame))
  );
}

/** Is the file an entry point that trains something when it is run? Libraries leave seeds, baselines and the like to those. */
export const trainsAsScript = perModel(trains);

function trains(model: Model): boolean {
  return (
    model.allCalls.some((event) => isTrainingStep(event) && happensInScript(event)) ||
    usesByObjects(model).some(
      ({ object, use }) => isFit(use) && isInFile(model, use) && isPredictor(object) && happensInScript(use.event),
    )
  );
}

function isTrainingStep({ path, method, receiver, args, loops }: CallEvent): boolean {
  // A single backward tries a network out; nobody makes an optimizer but to train.
  if ((method === "backward" && loops !== undefined) || (path !== undefined && isOptimizerType(path))) return true;
  const type = receiver?.kind === "entity" ? receiver.type : undefined;
  if (method === "step" && type !== undefined && isOptimizerType(type)) return true;
  if (method === "fit" && receiver?.kind === "entity")
    return /Trainer$/.test(type ?? "") || receiver.methodsCalled.has("compile");
  if (method !== undefined && /^fit_(one_cycle|generator)$/.test(method)) return args.positional.length > 0;
  return path === "xgboost.train" || path === "lightgbm.train";
}
