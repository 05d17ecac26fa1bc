import { dropoutFunctions } from "../../knowledge/dropout.js";
import { perModel } from "../code/per-model.js";
import type { CallEvent } from "../follow/run.js";
import { argument } from "../values.js";

/** The calls of functions, not layers, that drop values whatever the mode is: no flag tells them of it, or it is always set. */
export const dropoutsInAllModes = perModel((model): readonly CallEvent[] => model.calls.filter(dropsAlways));

function dropsAlways({ path, args, callee, call }: CallEvent): boolean {
  if (callee !== undefined || path === undefined || !dropoutFunctions.has(path)) return false;
  if (call.args.some(({ spread }) => spread !== "none")) return false;
  const rate = argument(args, 1, "p");
  if (rate?.kind === "literal" && rate.value === 0) return false;
  const training = argument(args, 2, "training");
  return training === undefined || (training.kind === "literal" && training.value === true);
}
