import type { ForwardPass } from "./forward-passes.js";
import type { Model } from "../model.js";
import { holds } from "./modules.js";
import type { CallEvent } from "../follow/run.js";
import { alternatives, argument, type Entity } from "../values.js";

/** `model.eval()`, `model.train()` or `model.train(False)`, with the module that it is called on. */
export interface ModeCall {
  readonly event: CallEvent;
  readonly module: Entity;
  /** What the call sets; "either" where a flag decides that is not known. */
  readonly sets: "train" | "eval" | "either";
}

const calls = new WeakMap<Model, readonly ModeCall[]>();

/** Every call that sets a mode, in order of execution. */
export function modeCalls(model: Model): readonly ModeCall[] {
  let found = calls.get(model);
  if (found === undefined) {
    found = model.allCalls.flatMap((event) => {
      const sets = event.callee === undefined ? modeSetBy(event) : undefined;
      if (sets === undefined) return [];
      return alternatives(event.receiver).flatMap((module) =>
        module.kind === "entity" ? [{ event, module, sets }] : [],
      );
    });
    calls.set(model, found);
  }
  return found;
}

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
  const position = model.allCalls.indexOf(event);
  return modeCallsOn(model, module).findLast((call) => model.allCalls.indexOf(call.event) < position);
}
