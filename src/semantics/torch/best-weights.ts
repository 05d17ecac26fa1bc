import type { Comparison, Expression } from "../../syntax/expressions.js";
import type { Assign, Branch, Loop, Statement } from "../../syntax/form.js";
import { frames, loops } from "../code/frames.js";
import { eachStatement } from "../code/visit.js";
import type { CallEvent, LoopFrame } from "../follow/run.js";
import type { Model } from "../model.js";
import { forwardPasses, type ForwardPass } from "./forward-passes.js";
import { holds } from "./modules.js";
import { gradientEvents } from "./reach.js";
import { ownerKind, refersTo, stateDictsOf, usesOfState, type StateDict } from "./state-dicts.js";
import { isWithin, rootOf } from "./training-loop.js";
import type { Entity, Value } from "../values.js";
import { orderOf } from "../code/call-order.js";
import { perModel } from "../code/per-model.js";

/** Weights of a better turn that are kept by reference, with where they are used later. */
export interface KeptReference {
  readonly state: StateDict;
  readonly use: { readonly at: Expression; readonly path: string };
}

/** State dicts that are taken when something improves, and that the next update changes before they are used. */
export function* keptReferences(model: Model): Iterable<KeptReference> {
  const { taken } = stateDictsOf(model);
  for (const state of taken) {
    if (ownerKind(model, state.owner) === "optimizer" || state.event.unit.path !== model.path) continue;
    const { callee } = state.event.call;
    if (callee.kind === "Attribute" && /sched|optim|scaler/i.test(model.text(callee.object))) continue;
    const turns = [...loops(state.event.loops)].filter(
      (loop) => isTraining(model, loop) && isConditional(state.event, loop) && state.owner.id < loop.firstId,
    );
    const later = usesOfState(model, state.result).find(
      ({ event, position }) =>
        position > state.position &&
        turns.some(
          (loop) =>
            !isWithin(event, loop) || (!isInSameBranch(state.event, event) && !isOfThisTurn(event, state, loop)),
        ),
    );
    const use = later?.event ?? (turns.length > 0 ? returnedFrom(model, state) : loadedFromSelf(model, state));
    if (use !== undefined) yield { state, use: { at: use.call, path: use.unit.path } };
  }
}

/** Does something change weights in the loop: a backward, a step, or a call that says it trains? */
function isTraining(model: Model, loop: LoopFrame): boolean {
  return trainingTurns(model).has(loop);
}

const trainingTurns = perModel((model) => {
  const trains = (event: CallEvent): boolean =>
    /^_?(train|fit)/i.test(nameOf(event)) && event.args.positional.length > 0;
  const events = [...gradientEvents(model).map(({ event }) => event), ...model.allCalls.filter(trains)];
  return new Set(events.flatMap((event) => [...loops(event.loops)]));
});

/** `if score <= best: return` above the call, in a function that the loop calls. */
function isGuarded({ frame, call }: CallEvent, loop: LoopFrame): boolean {
  if (frame.closure === undefined || frame === loop.frame || ![...frames(frame)].includes(loop.frame)) return false;
  return frame.closure.form.body.some(
    (statement) =>
      statement.kind === "Branch" && statement.end <= call.start && statement.body.at(-1)?.kind === "Return",
  );
}

function nameOf({ call: { callee } }: CallEvent): string {
  return callee.kind === "Name" ? callee.id : callee.kind === "Attribute" ? callee.name : "";
}

/** Is there a test between the loop and the call, around it or before it with a way out? */
function isConditional(event: CallEvent, loop: LoopFrame): boolean {
  if (isGuarded(event, loop)) return true;
  for (let at = event.branches; at !== undefined; at = at.parent) {
    if (at.frame === loop.frame ? at.branch.start > loop.loop.start : [...frames(at.frame)].includes(loop.frame))
      return true;
  }
  return false;
}

/** Does the later call happen only where the earlier one did: saved as soon as it was taken? */
function isInSameBranch(taken: CallEvent, later: CallEvent): boolean {
  if (taken.branches === undefined) return true;
  for (let at = later.branches; at !== undefined; at = at.parent) {
    if (at.branch === taken.branches.branch && at.taken === taken.branches.taken) return true;
  }
  return false;
}

/** Is what is used a dict of the same turn, into which the weights were put among others? */
function isOfThisTurn({ args }: CallEvent, { result }: StateDict, loop: LoopFrame): boolean {
  return [...args.positional, ...args.named.values()].some(
    (given) =>
      given.kind === "entity" && given.origin.how === "container" && given.id >= loop.firstId && given.id < result.id,
  );
}

/** Handed to callers out of sight, who load or save it after training. */
function returnedFrom(model: Model, { event, result }: StateDict): CallEvent | undefined {
  const returned = [...frames(event.frame)].some(
    (frame) => frame.isRoot && frame.returns.some(({ value }) => refersTo(model, value, result)),
  );
  return returned ? event : undefined;
}

/** Kept on an object by one method, and loaded or saved from there by another. */
function loadedFromSelf(model: Model, { event, result }: StateDict): CallEvent | undefined {
  if (event.branches === undefined || event.loops !== undefined) return undefined;
  const write = model.writes.find(({ value, frame }) => frame === event.frame && refersTo(model, value, result));
  if (write?.owner.class === undefined || event.frame.closure?.form.name === "__init__") return undefined;
  const { loads, saves } = stateDictsOf(model);
  // What writes it to a file as soon as it is taken keeps it by that.
  const atOnce = new Set(
    saves.flatMap(({ event: { frame } }) =>
      [...frames(frame)].slice(1).some(({ closure }) => closure?.form === event.frame.closure?.form)
        ? [frame.closure?.form]
        : [],
    ),
  );
  const isLater = ({ event: { frame } }: (typeof saves)[number]): boolean => !atOnce.has(frame.closure?.form);
  return [...loads, ...saves.filter(isLater)].find(
    ({ event: { call, frame } }) =>
      frame.closure?.owner === event.frame.closure?.owner &&
      frame.closure?.form !== event.frame.closure?.form &&
      call.args.some(({ value }) => value.kind === "Attribute" && value.name === write.name),
  )?.event;
}

/** A better score that is remembered in a training loop which keeps no weights, although those of the last turn are used. */
export function* forgottenBests(model: Model): Iterable<{ readonly comparison: Expression; readonly use: CallEvent }> {
  const branches: { readonly branch: Branch; readonly loop: LoopFrame }[] = [];
  for (const [loop, frame] of trainingLoops(model)) {
    if (keepsWeights(model.text(loop))) continue;
    eachStatement(loop.body, (statement) => {
      if (statement.kind === "Branch") branches.push({ branch: statement, loop: frame });
    });
  }
  const seen = new Set<Branch>();
  for (const { branch, loop } of branches) {
    const comparison = improvement(model, branch);
    if (comparison === undefined || seen.has(branch)) continue;
    seen.add(branch);
    const use = usedAfter(model, loop, branch);
    if (use !== undefined) yield { comparison, use };
  }
}

function trainingLoops(model: Model): ReadonlyMap<Loop, LoopFrame> {
  const found = new Map<Loop, LoopFrame>();
  for (const { event } of gradientEvents(model)) {
    for (const loop of loops(event.loops)) if (loop.frame.unit.path === model.path) found.set(loop.loop, loop);
  }
  return found;
}

function keepsWeights(text: string): boolean {
  const code = text.replace(/#.*$/gm, "");
  return /state_dict|sav(e|ing)|deepcopy|clone|copy|check_?point|ckpt|snapshot|weights|export|best_(model|net)|push_to_hub|return|yield|trial/i.test(
    code,
  );
}

/** `if score > best: best = score`, whatever else is asked or done. */
function improvement(model: Model, { test, body }: Branch): Comparison | undefined {
  const pending: Expression[] = [test];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === "Operation" && (next.operator === "or" || next.operator === "and"))
      pending.push(...next.operands);
    if (next.kind !== "Comparison" || !/^[<>]=?$/.test(next.operators[0] ?? "")) continue;
    const sides = next.operands.map((operand) => model.text(operand));
    if (body.some((statement) => remembers(model, statement, sides))) return next;
  }
  return undefined;
}

function remembers(model: Model, statement: Statement, sides: readonly string[]): boolean {
  if (statement.kind !== "Assign" || statement.value === undefined) return false;
  const value = model.text(statement.value).replace(/\.(item|detach|clone)\(\)$/, "");
  return statement.targets.some((target) => {
    const name = model.text(target);
    return (
      /best|lowest|highest|min_|max_/i.test(name) && sides.includes(name) && sides.includes(value) && name !== value
    );
  });
}

/** The trained module, made before the loop, is saved or run after it; nothing is done with it where the score improves. */
function usedAfter(model: Model, loop: LoopFrame, branch: Branch): CallEvent | undefined {
  const trained = trainedIn(model, loop).map(({ module }) => module);
  if (trained.length === 0 || trained.some(({ id }) => id >= loop.firstId)) return undefined;
  const ofTrained = (entity: Entity): boolean => trained.some((module) => holds(model, entity, module));
  if (
    model.allCalls.some(
      (event) => isOnSide(event, branch) && given(event).some((value) => value.kind === "entity" && ofTrained(value)),
    )
  )
    return undefined;
  const last = model.allCalls.findLastIndex((event) => isWithin(event, loop));
  const isAfter = (event: CallEvent): boolean =>
    rootOf(event.frame) === rootOf(loop.frame) && orderOf(model, event) > last;
  const saved = stateDictsOf(model).taken.find(({ event, owner }) => ofTrained(owner) && isAfter(event));
  return saved?.event ?? forwardPasses(model).find(({ event, module }) => ofTrained(module) && isAfter(event))?.event;
}

function trainedIn(model: Model, loop: LoopFrame): readonly ForwardPass[] {
  return forwardPasses(model).filter((pass) => pass.trains && isWithin(pass.event, loop));
}

function isOnSide({ branches }: CallEvent, branch: Branch): boolean {
  for (let at = branches; at !== undefined; at = at.parent) if (at.branch === branch && at.taken) return true;
  return false;
}

function given({ receiver, args }: CallEvent): readonly Value[] {
  return [...(receiver === undefined ? [] : [receiver]), ...args.positional, ...args.named.values()];
}

/** `best_model = model` where a score improves: a second name for the module that goes on training. */
export function* aliasedBests(model: Model): Iterable<Expression> {
  for (const [loop, frame] of trainingLoops(model)) {
    const found: Assign[] = [];
    eachStatement(loop.body, (statement) => {
      if (statement.kind === "Branch")
        for (const inner of statement.body)
          if (inner.kind === "Assign" && inner.value?.kind === "Name") found.push(inner);
    });
    for (const { targets, value } of found) {
      const [target] = targets;
      if (target === undefined || value === undefined || !/best/i.test(model.text(target))) continue;
      const name = model.text(value);
      const passes = trainedIn(model, frame).filter(({ event }) => model.text(event.call.callee) === name);
      const isSame = passes.length > 0 && passes.every(({ module }) => module.id < frame.firstId);
      if (isSame && model.text({ start: loop.end, end: model.form.text.length }).includes(model.text(target)))
        yield value;
    }
  }
}
