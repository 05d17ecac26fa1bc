import type { Call, Expression } from "../../syntax/expressions.js";
import { attributeOf, derivesFrom, findMember } from "./attributes.js";
import type { Environment } from "./environment.js";
import { evaluateArguments } from "./arguments.js";
import { evaluate } from "./evaluate.js";
import { call, canEnter, isHarmless } from "./enter.js";
import { isKerasCallable } from "../../knowledge/keras.js";
import { libraryCall } from "./library-calls.js";
import { fillRecord } from "./records.js";
import { methodCall } from "./method-calls.js";
import { isModule, isModuleClass, modeOf, modeSetters } from "./modes.js";
import { factCell, noteMethod, makeEntity, type CallEvent, type Run } from "./run.js";
import { Grad, joinValues, type CallArguments, type Entity, type UserClass, type Value } from "../values.js";

/** What is called, found without calling it. */
export interface Target {
  readonly value: Value;
  /** The object and name, when the call is spelled `receiver.method(...)`. */
  readonly receiver: Value | undefined;
  readonly method: string | undefined;
}

export function evaluateCall(run: Run, scope: Environment, expression: Call): Value {
  const target = findTarget(run, scope, expression.callee);
  const args = evaluateArguments(run, scope, expression);
  run.budget--;
  if (target.value.kind === "symbol" && target.value.path === "builtins.super")
    return superValue(run) ?? callTarget(run, target, args, expression);
  const { receiver, method } = target;
  if (receiver?.kind !== "union" || method === undefined) return callTarget(run, target, args, expression);
  // One of several objects: its method is called on each.
  return (reachesEach.has(method) ? receiver.options : receiver.options.slice(0, 3))
    .map((option) => {
      const value = memberToCall(run, option, method, expression.callee);
      return callTarget(run, { value, receiver: option, method }, args, expression);
    })
    .reduce(joinValues);
}

/** What these do to one of several objects they do to each: `for net in (a, b, c, d): net.eval()`. */
const reachesEach = new Set(["eval", "train", "requires_grad_", "load_state_dict", "backward", "step", "zero_grad"]);

function findTarget(run: Run, scope: Environment, callee: Expression): Target {
  if (callee.kind !== "Attribute")
    return { value: evaluate(run, scope, callee), receiver: undefined, method: undefined };
  const receiver = evaluate(run, scope, callee.object);
  const value = receiver.kind === "union" ? receiver : memberToCall(run, receiver, callee.name, callee);
  return { value, receiver, method: callee.name };
}

/** Like reading the attribute, but a plain method of an object needs no entity of its own: then the receiver itself comes back. */
function memberToCall(run: Run, receiver: Value, name: string, site: Expression): Value {
  if (receiver.kind !== "entity") return attributeOf(run, receiver, name, site);
  noteMethod(receiver, name);
  const place = receiver.fields.get(name);
  const known = place === undefined ? undefined : run.store.value(place);
  if (known !== undefined) return known;
  const isDefined =
    place !== undefined || (receiver.class !== undefined && findMember(run, receiver.class, name) !== undefined);
  return isDefined ? attributeOf(run, receiver, name, site) : receiver;
}

/** Of a table of functions this many are called, where it is not known which. */
const mostCalled = 6;

/** Calls what was found, in this state, and records that it happened. */
export function callTarget(run: Run, target: Target, args: CallArguments, site: Call): Value {
  const { value } = target;
  switch (value.kind) {
    case "union":
      return value.options
        .slice(0, mostCalled)
        .map((option) => callTarget(run, { ...target, value: option }, args, site))
        .reduce(joinValues);
    case "symbol":
      // A module's own `train` that ends in the inherited one.
      if (target.receiver?.kind === "super" && (target.method === "train" || target.method === "eval")) {
        const { self } = target.receiver;
        return methodCall(run, { ...target, value: self, receiver: self }, args, site);
      }
      return libraryCall(run, value, target, args, site);
    case "closure": {
      const entered = canEnter(run, value);
      const happened = record(run, {
        target,
        args,
        site,
        result: undefined,
        path: undefined,
        callee: value,
        entered: entered || isHarmless(run, value),
      });
      happened.result = entered ? call(run, value, args, site) : opaque(run, target, args, site);
      return happened.result;
    }
    case "class":
      return instantiate(run, value, target, args, site);
    case "entity":
      if (target.receiver === value) {
        return methodCall(run, target, args, site);
      }
      return callObject(run, value, target, args, site);
    default:
      return opaque(run, target, args, site);
  }
}

/** `model(x)`, `criterion(output, target)`: the object's own call, followed into its `forward` where that is known. */
function callObject(run: Run, object: Entity, target: Target, args: CallArguments, site: Call): Value {
  const partial = partialCall(run, object, target, args, site);
  if (partial !== undefined) return partial;
  const happened = record(run, {
    target,
    args,
    site,
    result: undefined,
    path: object.type,
    callee: object,
    entered: true,
  });
  const name = object.class === undefined ? "__call__" : callingMethod(object.class);
  const method = object.class === undefined ? undefined : findMember(run, object.class, name);
  let result: Value | undefined;
  if (method?.kind === "closure" && canEnter(run, method)) result = call(run, { ...method, self: object }, args, site);
  if (result === undefined || result.kind === "literal") {
    result = makeEntity(
      run,
      { how: "call", path: object.type, receiver: object, method: undefined, call: site, args },
      site,
      [object, ...args.positional, ...args.named.values(), ...(args.keyed ?? [])],
    );
  }
  happened.result = result;
  return result;
}

/** The method that runs when an object of the class is called: frameworks name it their own way. */
function callingMethod(owner: UserClass): string {
  if (isModuleClass(owner)) return "forward";
  return derivesFrom(owner, isKerasCallable) ? "call" : "__call__";
}

/** `functools.partial(f, a)(b)` is `f(a, b)`. */
function partialCall(run: Run, object: Entity, target: Target, args: CallArguments, site: Call): Value | undefined {
  const { origin } = object;
  if (origin.how !== "call" || origin.path !== "functools.partial") return undefined;
  const [value, ...positional] = origin.args.positional;
  if (value === undefined) return undefined;
  const named = new Map([...origin.args.named, ...args.named]);
  const open = origin.args.open || args.open;
  return callTarget(run, { ...target, value }, { positional: [...positional, ...args.positional], named, open }, site);
}

function instantiate(run: Run, made: UserClass, target: Target, args: CallArguments, site: Call): Value {
  const object = makeEntity(run, { how: "instance", args }, site, [...args.positional, ...args.named.values()], {
    class: made,
  });
  record(run, { target, args, site, result: object, path: undefined, callee: made, entered: true });
  const init = findMember(run, made, "__init__") ?? findMember(run, made, "constructor");
  if (init?.kind === "closure" && canEnter(run, init)) call(run, { ...init, self: object }, args, site);
  if (init === undefined && !args.open) fillRecord(run, object, made, args, site);
  return object;
}

/** A call of which nothing is known but what went in. */
export function opaque(run: Run, target: Target, args: CallArguments, site: Call): Value {
  const { receiver, method } = target;
  const from = [...(receiver === undefined ? [] : [receiver]), ...args.positional, ...args.named.values()];
  return makeEntity(run, { how: "call", path: undefined, receiver, method, call: site, args }, site, from);
}

function superValue(run: Run): Value | undefined {
  const { closure } = run.frame;
  if (closure?.self === undefined || closure.owner === undefined) return undefined;
  return { kind: "super", self: closure.self, owner: closure.owner };
}

export interface Happening {
  readonly target: Target;
  readonly args: CallArguments;
  readonly site: Call;
  /** Left out when it is known only after the called function was followed: the caller fills it in. */
  readonly result: Value | undefined;
  readonly path: string | undefined;
  readonly callee: Value | undefined;
  readonly entered: boolean;
}

/** The object whose mode matters in a call: a module that is called, or whose own method is. */
function calledObject(callee: Value | undefined): Entity | undefined {
  if (callee?.kind === "entity") return callee;
  return callee?.kind === "closure" && callee.self?.kind === "entity" && isModule(callee.self)
    ? callee.self
    : undefined;
}

/** `torch.jit.trace(model, example)` runs the model, and keeps it in the mode that it has. */
function tracedModule(path: string | undefined, { positional: [traced] }: CallArguments): Entity | undefined {
  return path === "torch.jit.trace" && traced?.kind === "entity" ? traced : undefined;
}

/** Records a call with the state that it happens in. */
export function record(run: Run, { target, args, site, result, path, callee, entered }: Happening): CallEvent {
  const called = calledObject(callee) ?? tracedModule(path, args);
  const happened: CallEvent = {
    call: site,
    unit: run.frame.unit,
    frame: run.frame,
    loops: run.loops,
    branches: run.branches,
    path,
    receiver: target.receiver,
    method: target.method,
    callee,
    args,
    result: result ?? { kind: "literal", value: null },
    grad: run.store.flags(run.grad) ?? Grad.on,
    mode: called === undefined ? 0 : modeOf(run, called),
    modeSetBy: called === undefined ? undefined : modeSetters(run, called),
    loadedWithoutMode:
      called !== undefined && called.facts.has("loaded") && run.store.flags(factCell(called, "loaded")) === 1,
    entered,
  };
  run.record.calls.push(happened);
  return happened;
}
