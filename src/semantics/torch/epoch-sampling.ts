import { isDistributedSampler, isManagerType } from "../../knowledge/torch-training.js";
import type { Expression } from "../../syntax/expressions.js";
import { loops } from "../code/frames.js";
import { eachExpression, eachStatement } from "../code/visit.js";
import { isManaged } from "./forward-passes.js";
import { ancestors } from "./graph.js";
import type { Model } from "../model.js";
import type { LoopFrame } from "../follow/run.js";
import { backwardsOf } from "./training-loop.js";
import { alternatives, type Entity } from "../values.js";
import type { Span } from "../../syntax/span.js";

/** A loop over the batches of a distributed sampler that shuffles each epoch alike. */
export interface UnshuffledEpochs {
  /** What the loop goes over, or the call that leads to a loop in another file. */
  readonly at: Span;
  readonly sampler: Entity;
}

/** Every training loop over a shuffling `DistributedSampler` that is never told its epoch. */
export function unshuffledEpochs(model: Model): readonly UnshuffledEpochs[] {
  const samplers = model.allCalls.flatMap(({ path, result, args }) => {
    if (path === undefined || !isDistributedSampler(path) || result.kind !== "entity") return [];
    const shuffle = args.named.get("shuffle") ?? args.positional[3];
    const shuffles = shuffle === undefined || (shuffle.kind === "literal" && shuffle.value === true);
    return shuffles && !args.open ? [result] : [];
  });
  if (samplers.length === 0 || isLedByFramework(model)) return [];
  const found = new Map<number, UnshuffledEpochs>();
  for (const backward of backwardsOf(model)) {
    if (isManaged(backward.event.frame)) continue;
    for (const loop of loops(backward.event.loops)) {
      const sampler = samplers.find((candidate) => goesOver(model, loop, candidate));
      if (sampler === undefined) continue;
      const at = placeOf(model, loop, sampler);
      if (
        at !== undefined &&
        loop.parent !== undefined &&
        !isToldEpoch(model, sampler) &&
        !isSeededAnew(sampler, loop.parent)
      )
        found.set(at.start, found.get(at.start) ?? { at, sampler });
      break;
    }
  }
  return [...found.values()];
}

/** A sampler of each epoch's own that shuffles by a seed of its own. */
function isSeededAnew({ id, origin }: Entity, epochs: LoopFrame): boolean {
  const seed = origin.how === "call" ? origin.args.named.get("seed") : undefined;
  return id >= epochs.firstId && seed !== undefined && seed.kind !== "literal";
}

/** Frameworks that tell the sampler themselves. */
function isLedByFramework(model: Model): boolean {
  return (
    ["accelerate", "ignite", "lightning_fabric"].some((library) => model.uses(library)) ||
    model.allCalls.some(
      ({ path }) =>
        path !== undefined && (isManagerType(path) || /^pytorch_lightning\.(\w+\.)*(Trainer|Fabric)$/.test(path)),
    )
  );
}

/** Does a loop go over the batches of a loader with this sampler? */
function goesOver(model: Model, { iterable, target, firstId }: LoopFrame, sampler: Entity): boolean {
  if (iterable === undefined || target?.kind === "literal" || sampler.id >= firstId) return false;
  if (alternatives(iterable).some((option) => option.kind === "entity" && isRange(option))) return false;
  return ancestors(model, [iterable]).has(sampler);
}

function isRange({ origin }: Entity): boolean {
  return origin.how === "call" && origin.path === "builtins.range";
}

/** Where the loop stands in the checked file, or the call in it that leads to the loop, unless the other file tells all. */
function placeOf(model: Model, { loop, frame, parent }: LoopFrame, sampler: Entity): Span | undefined {
  if (frame.unit.path === model.path) return loop.iterable;
  if (sampler.unit.path === frame.unit.path) return undefined;
  for (let at = frame; at.caller !== undefined; at = at.caller) {
    if (at.caller.unit.path !== model.path || at.call === undefined) continue;
    return parent === undefined ? undefined : at.call;
  }
  return undefined;
}

/** Does anybody tell the sampler, or a loader that may hold it, which epoch it is? */
function isToldEpoch(model: Model, sampler: Entity): boolean {
  const told = model.allCalls.filter(({ method }) => method === "set_epoch");
  const isMeant = told.some(({ receiver }) =>
    alternatives(receiver).some((option) => option.kind !== "entity" || !isApart(model, option, sampler)),
  );
  return (
    isMeant ||
    mentionsEpoch(
      model,
      told.map(({ call }) => call.callee),
    )
  );
}

/** Another sampler, or a loader or sampler that was made with another one. */
function isApart(model: Model, option: Entity, sampler: Entity): boolean {
  if (option === sampler) return false;
  if (option.type !== undefined && isDistributedSampler(option.type)) return true;
  const made = ancestors(model, [option]);
  if (made.has(sampler)) return false;
  return [...made].some(({ type }) => type !== undefined && isDistributedSampler(type));
}

/** `set_epoch` that is not called where it could be followed, and epochs that are written into a sampler. */
function mentionsEpoch(model: Model, followed: readonly Expression[]): boolean {
  let found = false;
  eachExpression(model.form.body, (expression) => {
    found ||= expression.kind === "Attribute" && expression.name === "set_epoch" && !followed.includes(expression);
    found ||= expression.kind === "Literal" && expression.value === "set_epoch";
  });
  eachStatement(model.form.body, (statement) => {
    if (statement.kind !== "Assign") return;
    found ||= statement.targets.some(
      (target) => target.kind === "Attribute" && target.name === "epoch" && /sampler/i.test(model.text(target)),
    );
  });
  return found;
}
