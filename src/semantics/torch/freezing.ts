import type { Expression } from "../../syntax/expressions.js";
import type { BranchFrame, Frame, LoopFrame } from "../follow/run.js";
import type { Unit } from "../follow/unit.js";
import type { Model } from "../model.js";
import { holds } from "./modules.js";
import { parametersIn, type ParameterSource } from "./parameters.js";
import { alternatives, type Entity, type Value } from "../values.js";
import { perModel } from "../code/per-model.js";

/** A place where parameters are told whether they want gradients. */
export interface Freezing {
  readonly sources: readonly ParameterSource[];
  /** False freezes, true unfreezes; undefined where a value decides that is not known. */
  readonly wants: boolean | undefined;
  /** The tests between the loop over the parameters and the place, in the user's words: which parameters are meant. */
  readonly conditions: readonly { readonly text: string; readonly taken: boolean }[];
  readonly position: number;
  readonly at: Expression;
  readonly unit: Unit;
  readonly frame: Frame;
  readonly loops: LoopFrame | undefined;
}

interface Place {
  readonly unit: Unit;
  readonly frame: Frame;
  readonly loops: LoopFrame | undefined;
  readonly branches: BranchFrame | undefined;
}

/** Every freezing and unfreezing of parameters, in order of execution. */
export const freezingsOf = perModel((model): readonly Freezing[] =>
  [...byAttribute(model), ...byMethod(model)].sort((a, b) => a.position - b.position),
);

/** `p.requires_grad = False`. */
function byAttribute(model: Model): readonly Freezing[] {
  return model.writes
    .filter(({ name }) => name === "requires_grad")
    .map((write) => {
      const { sources } = parametersIn(model, write.owner);
      const at = write.target;
      return {
        sources,
        wants: flag(write.value),
        conditions: conditionsOf(write),
        at,
        ...placeOf(write, write.position),
      };
    });
}

/** `p.requires_grad_(False)`, `module.requires_grad_(False)`, and methods out of sight that say they freeze. */
function byMethod(model: Model): readonly Freezing[] {
  return model.allCalls.flatMap((event, position) => {
    const { receiver, args, call, callee } = event;
    const method = event.method ?? (call.callee.kind === "Name" ? call.callee.id : "");
    const isSetter = method === "requires_grad_";
    const isOutOfSight = callee?.kind !== "closure" && /freeze/i.test(method);
    if (!isSetter && !isOutOfSight) return [];
    const targets = isSetter || event.method !== undefined ? alternatives(receiver) : args.positional.slice(0, 1);
    const sources = targets.flatMap((target) => sourcesOf(model, target));
    const given = args.positional[0] ?? args.named.get("requires_grad");
    const wants = isSetter ? (given === undefined ? true : flag(given)) : /unfreeze/i.test(method);
    return [{ sources, wants, conditions: conditionsOf(event), at: call, ...placeOf(event, position) }];
  });
}

function sourcesOf(model: Model, target: Value): readonly ParameterSource[] {
  if (target.kind !== "entity") return [];
  const isModule = target.origin.how !== "element" && target.origin.how !== "operation";
  return isModule ? [{ module: target, part: "all" }] : parametersIn(model, target).sources;
}

function flag(value: Value): boolean | undefined {
  return value.kind === "literal" ? Boolean(value.value) : undefined;
}

type WhereAndWhen = Pick<Freezing, "unit" | "frame" | "loops" | "position">;

function placeOf({ unit, frame, loops }: Place, position: number): WhereAndWhen {
  return { unit, frame, loops, position };
}

function conditionsOf({ loops, branches, unit, frame }: Place): Freezing["conditions"] {
  const found: { text: string; taken: boolean }[] = [];
  for (let at = branches; at !== undefined && at.frame === frame; at = at.parent) {
    const { branch, taken } = at;
    if (loops !== undefined && loops.frame === frame && branch.start < loops.loop.start) break;
    if (loops?.frame === frame) found.push({ text: unit.form.text.slice(branch.test.start, branch.test.end), taken });
  }
  return found;
}

/** Is the module frozen at a position, as a whole or up to a head, and not unfrozen since? */
export function isFrozenAt(model: Model, module: Entity, position: number): boolean {
  let frozen = false;
  for (const { sources, wants, position: at } of freezingsOf(model)) {
    if (at > position) break;
    const covers = sources.some((source) => holds(model, source.module, module));
    if (covers) frozen = wants === false;
  }
  return frozen;
}

/** Is anything of a module, or of what holds it, told whether it wants gradients, anywhere in the file? */
export function touchesGradients(model: Model, module: Entity): boolean {
  return freezingsOf(model).some(({ sources }) =>
    sources.some((source) => holds(model, source.module, module) || holds(model, module, source.module)),
  );
}
