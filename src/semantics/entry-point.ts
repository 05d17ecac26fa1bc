import { isOptimizerType } from "../knowledge/torch.js";
import { fitsIn, isPredictor } from "./fits.js";
import type { Model } from "./model.js";
import type { CallEvent, Frame } from "./run.js";

/** Does a call happen when the file is run as a script: at its top level, or in a function that is called from there? */
export function happensInScript({ frame }: CallEvent): boolean {
  for (let at: Frame | undefined = frame; at !== undefined; at = at.caller) if (at.isRoot) return false;
  return true;
}

/** Is the file an entry point that trains something when it is run? Libraries leave seeds, baselines and the like to those. */
export function trainsAsScript(model: Model): boolean {
  return (
    model.allCalls.some((event) => isTrainingStep(event) && happensInScript(event)) ||
    fitsIn(model).some(({ receiver, event }) => isPredictor(receiver) && happensInScript(event))
  );
}

function isTrainingStep({ path, method, receiver, args }: CallEvent): boolean {
  if (method === "backward") return true;
  const type = receiver?.kind === "entity" ? receiver.type : undefined;
  if (method === "step" && type !== undefined && isOptimizerType(type)) return true;
  if (method === "fit" && receiver?.kind === "entity")
    return /Trainer$/.test(type ?? "") || receiver.methodsCalled.has("compile");
  if (method !== undefined && /^fit_(one_cycle|generator)$/.test(method)) return args.positional.length > 0;
  return path === "xgboost.train" || path === "lightgbm.train";
}
