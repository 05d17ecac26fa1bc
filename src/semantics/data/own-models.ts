import type { CallEvent } from "../follow/run.js";
import { rootOf } from "../torch/training-loop.js";
import type { UserClass } from "../values.js";

/**
 * Does a call happen in a class that is a model itself, with `fit` and `predict`, while nobody in sight uses it? What such a class
 * holds out is for its own training, and who uses it has other rows to score it on.
 */
export function isInsideModel({ frame }: CallEvent): boolean {
  const owner = rootOf(frame)?.closure?.owner;
  return owner !== undefined && hasMember(owner, "fit") && hasMember(owner, "predict");
}

function hasMember({ members, bases }: UserClass, name: string): boolean {
  return members.cells.has(name) || bases.some((base) => base.kind === "class" && hasMember(base, name));
}
