import type { Call, Expression, Name } from "../../syntax/expressions.js";
import type { Assign, Statement } from "../../syntax/form.js";
import { frames } from "../code/frames.js";
import { perModel } from "../code/per-model.js";
import { isTestPath } from "../code/test-paths.js";
import { surroundingsOf } from "../code/surroundings.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import type { Entity } from "../values.js";
import { fateOf } from "./fates.js";
import { eventsByCall, isTidied, makesTensor } from "./making.js";
import { overwriting } from "./overwriting.js";
import { isCalledLater, isRepeated } from "./repeats.js";
import { isTensor, mayHoldTensor, tensorsIn } from "./tensors.js";

/** A tensor that is made over and over and never given back. */
export interface TensorLeak {
  readonly call: Call;
  /** The statement that makes it. */
  readonly statement: Statement;
  /** The name that it is lost with; none for what has no name. */
  readonly name: Name | undefined;
  /** Is it the only tensor that its statement loses? */
  readonly isAlone: boolean;
  /** The assignment that takes the name away from it. */
  readonly overwrittenBy: Assign | undefined;
}

/** The leaks of a file, one for each statement. */
export const tensorLeaks = perModel((model): readonly TensorLeak[] => {
  if (isTestPath(model.path) || model.mentions(/\bstartScope\b|\bdescribe\(/)) return [];
  const disposed = disposedTensors(model);
  const found = new Map<Statement, TensorLeak>();
  for (const [call, events] of eventsByCall(model)) {
    if (events[0]?.unit.path !== model.path) continue;
    const leak = leakOf(model, call, events, disposed);
    if (leak === undefined) continue;
    const known = found.get(leak.statement);
    if (known === undefined || (known.name === undefined && leak.name !== undefined))
      found.set(leak.statement, { ...leak, call: known?.call ?? leak.call, isAlone: known === undefined });
    else found.set(leak.statement, { ...known, isAlone: false });
  }
  return [...found.values()].sort((a, b) => a.call.start - b.call.start);
});

function leakOf(
  model: Model,
  call: Call,
  events: readonly CallEvent[],
  disposed: ReadonlySet<Entity>,
): TensorLeak | undefined {
  const { form } = model;
  const statement = surroundingsOf(form).statements.get(call);
  if (statement === undefined) return undefined;
  const making = events.filter(
    (event) => makesTensor(event) && !tensorsIn(event.result).some((entity) => disposed.has(entity)),
  );
  if (making.length < events.length || making.length === 0) return undefined;
  const harmful = making.filter((event) => !isTidied(model, event) && isRepeated(model, event));
  if (harmful.length === 0 || harmful.every((event) => event.callee?.kind === "closure" && !isFresh(model, event)))
    return undefined;
  const overwrittenBy = overwriting(model, statement, call, harmful);
  const name = nameOf(statement, call);
  // In a loop of a helper, too: its caller's tidy takes all turns.
  if (!harmful.some((event) => isOwnAffair(model, event))) return undefined;
  if (overwrittenBy !== undefined) return { call, statement, name, isAlone: true, overwrittenBy };
  if (fateOf(model, form, call) !== "lost") return undefined;
  return { call, statement, name, isAlone: true, overwrittenBy: undefined };
}

/** Something is given back whoever holds it: the object itself is seen being disposed. */
function disposedTensors(model: Model): ReadonlySet<Entity> {
  const found = new Set<Entity>();
  for (const { method, path, receiver, args } of model.allCalls) {
    const given = path === "@tensorflow/tfjs.dispose" ? tensorsIn(args.positional[0]) : [];
    const own = method === "dispose" ? tensorsIn(receiver) : [];
    for (const entity of [...given, ...own]) found.add(entity);
  }
  return found;
}

/** Of a function of ours: what it hands out is made by it, and by nobody kept. */
function isFresh(model: Model, { call, result }: CallEvent): boolean {
  return tensorsIn(result)
    .filter((entity) => isTensor(entity))
    .every(({ site, origin, unit }) => {
      if (site?.kind !== "Call" || origin.how !== "call") return false;
      const makers = eventsByCall(model).get(site) ?? [];
      const isMadeInside = makers.some((event) => [...frames(event.frame)].some((frame) => frame.call === call));
      return isMadeInside && (fateOf(model, unit.form, site) === "returned" || isReturnedByTidy(model, site));
    });
}

function isReturnedByTidy(model: Model, site: Call): boolean {
  return (eventsByCall(model).get(site) ?? []).some((event) => isTidied(model, event));
}

/** A function that nobody in sight calls, hands a tensor out and does not wait for anything may stand in a tidy of its caller's. */
function isOwnAffair(model: Model, event: CallEvent): boolean {
  // Timers and events call after whoever set them up has come back.
  if (isCalledLater(event)) return true;
  for (const { isRoot, closure } of frames(event.frame)) {
    if (!isRoot || closure === undefined) continue;
    if (closure.form.isAsync) return true;
    return !model.returns.some(({ form, value }) => form === closure.form && mayHoldTensor(value));
  }
  return true;
}

function nameOf(statement: Statement, call: Call): Name | undefined {
  if (statement.kind !== "Assign" || statement.value === undefined) return undefined;
  const [target] = statement.targets;
  return target?.kind === "Name" && isWays(statement.value, call) ? target : undefined;
}

/** Is the call what the expression is, on one of its ways? */
function isWays(expression: Expression, call: Call): boolean {
  if (expression.kind === "Await") return isWays(expression.value, call);
  if (expression.kind === "Conditional") return isWays(expression.then, call) || isWays(expression.otherwise, call);
  return expression === call;
}
