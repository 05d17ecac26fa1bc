import { forwardPasses, type ForwardPass } from "./forward-passes.js";
import { loops } from "../code/frames.js";
import { ancestors, graphOf } from "./graph.js";
import { modeCallsOn, type ModeCall } from "./mode-calls.js";
import type { Model } from "../model.js";
import { holds } from "./modules.js";
import type { CallEvent, LoopFrame } from "../follow/run.js";
import { isWithin } from "./training-loop.js";
import { alternatives, Mode } from "../values.js";

/** The `eval()` that is still in force when the loop comes round to the pass, with an evaluation in between. */
export function evalLeftFor(model: Model, pass: ForwardPass): ModeCall | undefined {
  for (const loop of loops(pass.event.loops)) {
    const cause = causeWithin(model, pass, loop);
    if (cause !== undefined) return cause;
  }
  return undefined;
}

/**
 * Goes back through one turn of a loop, from the pass to the start and then from the end, to the last call that set the mode.
 * Where nothing was evaluated after `eval()`, the mode was meant for this very pass: frozen statistics, an attack.
 */
function causeWithin(model: Model, pass: ForwardPass, loop: LoopFrame): ModeCall | undefined {
  const setters = new Map(modeCallsOn(model, pass.module).map((call) => [call.event, call]));
  const inForce = new Set(alternatives(pass.event.modeSetBy).map((by) => (by.kind === "entity" ? by.site : undefined)));
  const isCandidate = ({ event, sets }: ModeCall): boolean =>
    sets === "eval" && inForce.has(event.call) && isWithin(event, loop);
  if (![...setters.values()].some(isCandidate)) return undefined;
  const events = model.allCalls.filter((event) => isWithin(event, loop));
  const passes = new Set(evaluationsOf(model, pass).map(({ event }) => event));
  const here = events.indexOf(pass.event);
  let evaluated = false;
  for (const event of [...events.slice(0, here).reverse(), ...events.slice(here + 1).reverse()]) {
    const setter = setters.get(event);
    if (evaluated && setter !== undefined && isCandidate(setter)) return setter;
    // What was evaluated before the mode was set anew says nothing about an earlier call.
    if (setter !== undefined) evaluated = false;
    if (setter?.sets === "train" && asksForMode(model, event)) return undefined;
    evaluated ||= passes.has(event) || (!setters.has(event) && handsOver(model, event, pass));
  }
  return undefined;
}

/** `if was_training: model.train()` restores what it found. */
function asksForMode(model: Model, { branches }: CallEvent): boolean {
  if (branches === undefined) return false;
  return [...ancestors(model, [branches.test])].some(
    ({ origin }) => origin.how === "attribute" && origin.name === "training",
  );
}

/** The passes of the same module that train nothing. */
function evaluationsOf(model: Model, { module }: ForwardPass): readonly ForwardPass[] {
  return forwardPasses(model).filter(
    (pass) => !pass.trains && (pass.event.mode & Mode.eval) !== 0 && holds(model, pass.module, module),
  );
}

/** A call out of sight that gets the module, `evaluate(model, loader)`, or a method of it that predicts: nothing trains on what it gives. */
function handsOver(model: Model, event: CallEvent, { module }: ForwardPass): boolean {
  const { method, receiver, args, callee, path, result } = event;
  if (callee !== undefined || graphOf(model).reachesBackward(result)) return false;
  if (method !== undefined && alternatives(receiver).includes(module)) return predicts.test(method);
  if (path?.startsWith("torch.") === true || path?.startsWith("builtins.") === true) return false;
  return (
    evaluates.test(method ?? path ?? "") &&
    [...args.positional, ...args.named.values()].some((given) => alternatives(given).includes(module))
  );
}

const predicts = /^(generate|sample|predict|encode|decode|translate|transcribe|inference)/;
const evaluates = /eval|valid|test|score|predict|sampl|generat|infer/i;
