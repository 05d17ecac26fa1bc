import { frames } from "../code/frames.js";
import type { CallEvent } from "../follow/run.js";
import { isModuleClassLike } from "./modules.js";

/** Does a call happen in a pass of a module, be it in a helper, and not in a method that only training runs? */
export function isPartOfPass({ frame }: CallEvent): boolean {
  const around = [...frames(frame)].flatMap(({ closure }) => closure ?? []);
  if (around.some(({ form }) => form.name !== undefined && trainingOnly.test(form.name))) return false;
  return around.some(({ owner }) => owner !== undefined && isModuleClassLike(owner));
}

const trainingOnly =
  /^_?(train|fit|augment|corrupt|perturb|compute_loss|loss|add_noise)|_train$|training_step|augment/i;
