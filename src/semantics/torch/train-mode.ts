import { frames } from "../code/frames.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { Grad, Mode } from "../values.js";
import type { ForwardPass } from "./forward-passes.js";
import { lastModeCall } from "./mode-calls.js";
import { rootOf } from "./training-loop.js";

/** Is the module certainly in train mode at a pass, because it was put there or because nobody set another one? */
export function isInTrainMode(pass: ForwardPass): boolean {
  const { mode } = pass.event;
  if ((mode & (Mode.train | Mode.fresh)) === 0 || (mode & (Mode.eval | Mode.unknown)) !== 0) return false;
  return (mode & Mode.fresh) === 0 || isModeKnown(pass);
}

/** Where nobody in sight calls the function, another method may have set the mode before. */
export function isModeKnown({ event, module }: ForwardPass): boolean {
  return rootOf(event.frame) === undefined || !module.methodsCalled.has("eval");
}

/** `train()` under `no_grad()`, just for this pass, is how dropout is sampled and statistics are renewed. */
export function wantsTrainMode(model: Model, pass: ForwardPass): boolean {
  const last = lastModeCall(model, pass)?.event;
  if (last?.grad === Grad.off || (last !== undefined && (isChosen(last) || isForLosses(last, pass)))) return true;
  return [...frames(pass.event.frame)].some(({ closure }) => sampling.test(closure?.form.name ?? ""));
}

/** Detectors give their losses in train mode only: a function that is named for losses puts its module there itself. */
function isForLosses({ frame }: CallEvent, { event }: ForwardPass): boolean {
  const name = frame.closure?.form.name ?? "";
  return frame === event.frame && event.args.positional.length > 1 && /(^|_)loss(es)?(_|$)/i.test(name);
}

const sampling = /(^|_)mc(_|$)|monte|dropout|uncertain|bayes|calibrat|update_bn|(^|_)bn_|batch_?norm/i;

/** `model.train(mode=training_mode)`: who calls the function has asked for it. */
function isChosen({ method, call }: CallEvent): boolean {
  return method === "train" && call.args[0]?.value.kind === "Name";
}
