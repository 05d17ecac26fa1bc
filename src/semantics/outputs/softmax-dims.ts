import { dimensionOfSoftmax } from "../../knowledge/activations.js";
import { perModel } from "../code/per-model.js";
import { uniqueBy } from "../code/unique.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { argument } from "../values.js";

/** The calls of a softmax of torch, function or layer, that leave the dimension to the shape of the input. */
export const softmaxesWithoutDim = perModel((model): readonly CallEvent[] =>
  uniqueBy(model.calls.filter(lacksDimension), ({ call }) => call).filter((event) => isAlwaysThis(model, event)),
);

function lacksDimension({ path, callee, args }: CallEvent): boolean {
  const position = path === undefined || callee !== undefined ? undefined : dimensionOfSoftmax(path);
  if (position === undefined || args.open) return false;
  const dim = argument(args, position, "dim");
  return dim === undefined || (dim.kind === "literal" && dim.value === null);
}

/** A call that is sometimes of another function may not take a dimension. */
function isAlwaysThis(model: Model, { call, path }: CallEvent): boolean {
  return !model.calls.some((other) => other.call === call && other.path !== path);
}
