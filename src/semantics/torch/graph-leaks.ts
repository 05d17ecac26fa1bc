import type { Expression } from "../../syntax/expressions.js";
import type { Statement } from "../../syntax/form.js";
import { eachStatementInScope, nestedBlocks } from "../code/visit.js";
import { reads } from "../follow/accumulate.js";
import { carriedFrom } from "./carried-graph.js";
import { forwardPasses, hasSyntheticInput, isTrained } from "./forward-passes.js";
import { frames, loops } from "../code/frames.js";
import { isFrozen, recordsGradients } from "./gradient-use.js";
import { ancestors, graphOf, type BackwardCall } from "./graph.js";
import type { Model } from "../model.js";
import type { CallEvent, Frame, LoopFrame } from "../follow/run.js";
import { isWithin, updatesOf } from "./training-loop.js";
import type { Unit } from "../follow/unit.js";
import { alternatives, argument, type Entity, type Value } from "../values.js";

/** A place where the graph of each turn of a training loop is put to those of the turns before. */
export interface GraphLeak {
  /** What should be a plain number: the loss, or the argument by which it comes to where it is kept. */
  readonly value: Expression;
  readonly added: Value;
  readonly unit: Unit;
  /** What keeps the graphs, in the user's words. */
  readonly keeper: Expression;
  /** Where a called function keeps the value. */
  readonly kept: { readonly expression: Expression; readonly unit: Unit } | undefined;
}

/** Something grows by a value, in the turns of some loops. */
interface Growth {
  readonly value: Expression;
  readonly added: Value;
  /** What holds the value from then on. */
  readonly holder: Value;
  readonly keeper: Expression;
  readonly unit: Unit;
  readonly frame: Frame;
  /** The loops that it grows in. */
  readonly within: readonly LoopFrame[];
}

export function graphLeaks(model: Model): readonly GraphLeak[] {
  const backwards = graphOf(model).backwards;
  // Gradients that nobody steps with are those of an input, as in attacks and saliency maps: a few turns, then it is over.
  if (backwards.length === 0 || !model.allCalls.some(({ method }) => method === "step")) return [];
  const leaking = [...sums(model), ...collections(model)].flatMap((growth) => {
    const loop = leakingLoop(model, growth, backwards);
    return loop === undefined ? [] : [{ growth, loop }];
  });
  const holders = new Set(leaking.map(({ growth }) => growth.holder));
  return leaking.flatMap(({ growth, loop }) => {
    // The mean of an epoch that is kept in turn carries what its sum has kept: that sum is the one to change.
    const isConsequence = [...ancestors(model, [growth.added])].some((made) => holders.has(made));
    const leak = isConsequence ? undefined : leakAt(model, growth, loop);
    return leak === undefined ? [] : [leak];
  });
}

/** The loop in each turn of which a graph is made and kept, although it is gone back through there, or is of no use at all. */
function leakingLoop(model: Model, growth: Growth, backwards: readonly BackwardCall[]): LoopFrame | undefined {
  if (growth.within.length === 0 || graphOf(model).reachesBackward(growth.holder)) return undefined;
  const origins = [...carriedFrom(model, growth.added)];
  return growth.within.find((loop) => {
    if (isOneUpdate(model, loop)) return false;
    const fresh = origins.filter(({ id }) => id >= loop.firstId);
    const used = backwards.filter(({ event }) => [...loops(event.loops)].includes(loop));
    const isUsed = fresh.some((origin) => used.some((backward) => reachedBy(model, backward).has(origin)));
    return isUsed || fresh.some((origin) => isScoredWithGraph(model, origin, loop));
  });
}

/** The parts of a batch, for all of which one step is made after the loop: what is kept until then are few graphs. */
function isOneUpdate(model: Model, loop: LoopFrame): boolean {
  const updates = updatesOf(model);
  return (
    loop.parent !== undefined &&
    updates.some(({ event }) => event.loops === loop.parent) &&
    !updates.some(({ event }) => isWithin(event, loop))
  );
}

const reached = new WeakMap<BackwardCall, ReadonlySet<Entity>>();

function reachedBy(model: Model, backward: BackwardCall): ReadonlySet<Entity> {
  let found = reached.get(backward);
  if (found === undefined) {
    found = ancestors(model, backward.losses);
    reached.set(backward, found);
  }
  return found;
}

/** An evaluation that forgot to switch gradients off, of a model that is trained elsewhere. */
function isScoredWithGraph(model: Model, origin: Entity, loop: LoopFrame): boolean {
  const pass = forwardPasses(model).find(({ event }) => event.result === origin);
  if (pass === undefined || pass.feedsTraining || pass.module.id >= loop.firstId) return false;
  return (
    recordsGradients(model, pass) === "certainly" &&
    isTrained(model, pass.module) &&
    !hasSyntheticInput(model, pass.event) &&
    !isFrozen(model, pass.module)
  );
}

/** `total += loss` and `total = total + loss`. */
function* sums(model: Model): Iterable<Growth> {
  for (const event of model.accumulations) {
    const { carriedOver, owner, target, operator, value, added, result, unit, frame } = event;
    if (operator !== undefined && operator !== "+" && operator !== "-") continue;
    const lived = owner === undefined ? carriedOver : carriedOver.filter((loop) => isOlder(owner, loop));
    const within = lived.filter((loop) => !isClearedByStep(loop, target, unit));
    const leaf = leafOf(model, value, added, (part) => reads(unit.form.text, target, part));
    if (leaf !== undefined) yield { ...leaf, holder: sumOf(value, result), keeper: target, unit, frame, within };
  }
}

/** `if (i + 1) % steps == 0: optimizer.step(); total = 0`: the graphs of the batches of one update are few. */
function isClearedByStep({ loop, frame }: LoopFrame, target: Expression, unit: Unit): boolean {
  const { form } = frame.unit;
  if (form !== unit.form) return false;
  const text = ({ start, end }: Expression | Statement): string => form.text.slice(start, end);
  const isStep = (statement: Statement): boolean =>
    statement.kind === "ExpressionStatement" && /\bstep\(/.test(text(statement));
  const clears = (statement: Statement): boolean =>
    statement.kind === "Assign" &&
    statement.operator === undefined &&
    statement.value?.kind === "Literal" &&
    statement.targets.some((one) => text(one) === text(target));
  return holds(
    loop.body,
    (statement) =>
      statement.kind === "Branch" &&
      [...nestedBlocks(statement)].some((block) => holds(block, isStep) && holds(block, clears)),
  );
}

function holds(body: readonly Statement[], test: (statement: Statement) => boolean): boolean {
  let found = false;
  eachStatementInScope(body, (statement) => {
    found ||= test(statement);
  });
  return found;
}

/** The sum itself where a branch starts it anew: `loss if mean is None else 0.9 * mean + 0.1 * loss`. */
function sumOf(written: Expression, result: Value): Value {
  if (written.kind !== "Conditional") return result;
  const sums = [written.then, written.otherwise].filter(({ kind }) => kind === "Operation");
  return (
    alternatives(result).find((option) => option.kind === "entity" && sums.some((sum) => sum === option.site)) ?? result
  );
}

/** The operand of a sum that carries the graph; not the sum so far. */
function leafOf(
  model: Model,
  expression: Expression,
  value: Value,
  isTarget: (part: Expression) => boolean,
): { readonly value: Expression; readonly added: Value } | undefined {
  if (isTarget(expression)) return undefined;
  if (expression.kind === "Conditional")
    return [expression.then, expression.otherwise]
      .filter((side) => side.kind === "Operation")
      .map((side) => leafOf(model, side, value, isTarget))
      .find((leaf) => leaf !== undefined);
  if (expression.kind === "Operation") {
    const made = alternatives(value).find((option) => option.kind === "entity" && option.site === expression);
    if (made?.kind !== "entity" || made.from.length !== expression.operands.length) return undefined;
    for (const [index, operand] of expression.operands.entries()) {
      const leaf = leafOf(model, operand, made.from[index]!, isTarget);
      if (leaf !== undefined) return leaf;
    }
    return undefined;
  }
  return carriedFrom(model, value).size > 0 ? { value: expression, added: value } : undefined;
}

/** `losses.append(loss)`. */
function* collections(model: Model): Iterable<Growth> {
  for (const event of model.allCalls) {
    const { method, receiver, call, unit, frame } = event;
    if (event.loops === undefined || method === undefined || receiver?.kind !== "entity" || !grows(method, receiver))
      continue;
    const given = call.args[method === "insert" ? 1 : 0];
    const added = event.args.positional[method === "insert" ? 1 : 0];
    if (given === undefined || added === undefined || call.callee.kind !== "Attribute") continue;
    const within = [...loops(event.loops)].filter((loop) => isOlder(receiver, loop));
    yield { value: given.value, added, holder: receiver, keeper: call.callee.object, unit, frame, within };
  }
}

function grows(method: string, { type, class: owner, origin }: Entity): boolean {
  if (owner !== undefined || (type !== undefined && !/^(builtins|collections)\./.test(type))) return false;
  if (method === "add") return type === "builtins.set";
  // A queue of limited length forgets.
  const isQueue = origin.how === "call" && origin.path === "collections.deque";
  if (isQueue && argument(origin.args, 1, "maxlen") !== undefined) return false;
  return ["append", "appendleft", "extend", "insert"].includes(method);
}

/** Was the object there before the loop, or does it belong to one that was? */
function isOlder(value: Value, loop: LoopFrame): boolean {
  return alternatives(value).every((option) => {
    if (option.kind === "class" || option.kind === "module") return true;
    if (option.kind !== "entity") return false;
    if (option.id < loop.firstId) return true;
    const { origin } = option;
    if (origin.how === "attribute" || origin.how === "index") return isOlder(origin.of, loop);
    if (origin.how !== "call" || origin.receiver === undefined) return false;
    return (origin.method === "setdefault" || origin.method === "get") && isOlder(origin.receiver, loop);
  });
}

/** The place to change: where the value is handed to the function that keeps it, or where it is kept. */
function leakAt(model: Model, growth: Growth, loop: LoopFrame): GraphLeak | undefined {
  const between: Frame[] = [];
  for (const frame of frames(growth.frame)) {
    if (frame === loop.frame) break;
    between.unshift(frame);
  }
  for (const frame of between) {
    const event = model.allCalls.find(({ call, frame: from }) => call === frame.call && from === frame.caller);
    const handed = event === undefined ? undefined : carryingArgument(model, event);
    if (event === undefined || handed === undefined) continue;
    if (event.unit.path !== model.path) return undefined;
    const { callee } = event.call;
    const keeper = callee.kind === "Attribute" ? callee.object : callee;
    return { ...handed, unit: event.unit, keeper, kept: { expression: growth.value, unit: growth.unit } };
  }
  if (growth.unit.path !== model.path) return undefined;
  const { value, added, unit, keeper } = growth;
  return { value, added, unit, keeper, kept: undefined };
}

function carryingArgument(
  model: Model,
  { call, args }: CallEvent,
): { readonly value: Expression; readonly added: Value } | undefined {
  let position = 0;
  for (const { name, spread, value } of call.args) {
    const added =
      name !== undefined ? args.named.get(name) : spread === "none" ? args.positional[position++] : undefined;
    if (added !== undefined && carriedFrom(model, added).size > 0) return { value, added };
  }
  return undefined;
}
