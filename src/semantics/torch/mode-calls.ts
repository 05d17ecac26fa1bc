import type { ForwardPass } from "./forward-passes.js";
import type { Model } from "../model.js";
import { holds } from "./modules.js";
import type { CallEvent } from "../follow/run.js";
import { alternatives, argument, type Entity } from "../values.js";
import { perModel } from "../code/per-model.js";
import { orderOf } from "../code/call-order.js";

/** `model.eval()`, `model.train()` or `model.train(False)`, with the module that it is called on. */
export interface ModeCall {
  readonly event: CallEvent;
  readonly module: Entity;
  /** What the call sets; "either" where a flag decides that is not known. */
  readonly sets: "train" | "eval" | "either";
}

/** Every call that sets a mode, in order of execution. */
export const modeCalls = perModel((model): readonly ModeCall[] =>
  model.allCalls.flatMap((event) => {
    const sets = event.callee === undefined ? modeSetBy(event) : undefined;
    if (sets === undefined) return [];
    return alternatives(event.receiver).flatMap((module) =>
      module.kind === "entity" ? [{ event, module, sets }] : [],
    );
  }),
);

function modeSetBy({ method, args }: CallEvent): ModeCall["sets"] | undefined {
  if (method === "eval") return args.positional.length + args.named.size === 0 ? "eval" : undefined;
  if (method !== "train" || args.positional.length > 1) return undefined;
  const flag = argument(args, 0, "mode");
  if (flag === undefined) return args.named.size === 0 ? "train" : undefined;
  return flag.kind !== "literal" ? "either" : flag.value ? "train" : "eval";
}

/** The mode calls that reach the module of a pass: on itself or on what holds it. */
export function modeCallsOn(model: Model, module: Entity): readonly ModeCall[] {
  return modeCalls(model).filter((call) => holds(model, call.module, module));
}

/** The last call before a pass that set the mode of its module. */
export function lastModeCall(model: Model, { event, module }: ForwardPass): ModeCall | undefined {
  const position = orderOf(model, event);
  return modeCallsOn(model, module).findLast((call) => orderOf(model, call.event) < position);
}
