import type { Expression } from "../../syntax/expressions.js";
import type { With } from "../../syntax/form.js";
import { contextEffects } from "../../knowledge/contexts.js";
import { assign } from "./assign.js";
import { findMember, hasDecorator } from "./attributes.js";
import { call, canEnter, gradByArgument } from "./enter.js";
import { addToExits, exitsNow, leaveBy } from "./exits.js";
import type { Environment } from "./environment.js";
import { evaluate } from "./evaluate.js";
import { execute } from "./execute.js";
import { setMode } from "./modes.js";
import type { Run } from "./run.js";
import { alternatives, Grad, Mode, noArguments, type Value } from "../values.js";

/** Enters the contexts one after the other, runs the body, and leaves them in reverse. */
export function executeWith(run: Run, scope: Environment, statement: With): void {
  enter(run, scope, statement, 0);
}

function enter(run: Run, scope: Environment, statement: With, index: number): void {
  const item = statement.items[index];
  if (item === undefined) {
    execute(run, scope, statement.body);
    return;
  }
  const manager = generatorManager(run, scope, item.context);
  const inside = (entered: Value | undefined) => {
    if (item.target !== undefined && entered !== undefined) assign(run, scope, item.target, entered);
    enter(run, scope, statement, index + 1);
  };
  if (manager !== undefined) {
    // The body runs where the generator yields, in the frame that wrote the `with`.
    const { frame, loops, branches } = run;
    const exits = exitsNow(run);
    let lives = true;
    let mark = 0;
    call(run, manager.closure, manager.args, undefined, {
      onYield: (value) => {
        const generator = { frame: run.frame, loops: run.loops, branches: run.branches };
        Object.assign(run, { frame, loops, branches });
        inside(value);
        // What the generator does after its `yield` happens however the body was left.
        lives = run.alive;
        mark = run.store.mark();
        Object.assign(run, { ...generator, alive: true });
      },
    });
    if (mark > 0 && run.store.mark() >= mark) addToExits(exits, run.store.changesSince(mark));
    run.alive = lives;
    return;
  }
  const context = evaluate(run, scope, item.context);
  const gradBefore = run.store.flags(run.grad) ?? Grad.on;
  const handedOver = evaluatedBy(context);
  const gradInside = handedOver.length > 0 ? gradBefore | Grad.unknown : gradOf(context, gradBefore);
  for (const module of handedOver) setMode(run, module, Mode.unknown);
  if (gradInside !== undefined) run.store.set(run.grad, gradInside);
  const entered = callMember(run, context, "__enter__") ?? context;
  const exits = exitsNow(run);
  inside(entered);
  leaveBy(run, exits, () => {
    if (gradInside !== undefined) run.store.set(run.grad, gradBefore);
    callMember(run, context, "__exit__");
  });
}

/** A `@contextmanager` function of the workspace that is called as the context. */
function generatorManager(run: Run, scope: Environment, context: With["items"][number]["context"]) {
  if (context.kind !== "Call") return undefined;
  const { callee } = context;
  if (callee.kind !== "Name" && callee.kind !== "Attribute") return undefined;
  const found = evaluate(run, scope, callee);
  if (found.kind !== "closure" || !found.form.isGenerator || !hasDecorator(found, "contextlib.contextmanager"))
    return undefined;
  if (!canEnter(run, found)) return undefined;
  const positional = context.args.filter((arg) => arg.name === undefined && arg.spread === "none");
  const named = context.args.filter((arg) => arg.name !== undefined);
  return {
    closure: found,
    args: {
      positional: positional.map((arg) => evaluate(run, scope, arg.value)),
      named: new Map(named.map((arg) => [arg.name ?? "", evaluate(run, scope, arg.value)])),
      open: positional.length + named.length < context.args.length,
    },
  };
}

/** The gradient state inside a context, or undefined when the context does not touch it. */
function gradOf(context: Value, before: number): number | undefined {
  let flags = 0;
  let touches = false;
  for (const option of alternatives(context)) {
    const path = contextPath(option);
    const effect = path === undefined ? undefined : contextEffects.get(path);
    if (effect !== undefined) touches = true;
    if (effect === "no-grad") flags |= Grad.off;
    else if (effect === "grad") flags |= Grad.on;
    else if (effect === "grad-by-argument") flags |= gradByArgument(option);
    else flags |= isOpaque(option) ? Grad.unknown | before : before;
  }
  return touches || (flags & Grad.unknown) !== (before & Grad.unknown) ? flags : undefined;
}

/** What makes a context; a method of an object that nothing is known of may be the function of a module that is handed in. */
function contextPath(context: Value): string | undefined {
  if (context.kind === "symbol") return context.path;
  if (context.kind !== "entity" || context.origin.how !== "call") return undefined;
  const { path, method, call: site } = context.origin;
  // Under whatever name it came from out of sight: `no_grad = optional("torch.no_grad")`.
  if (path === undefined && context.class === undefined && /no_?grad$/i.test(nameOf(site.callee)))
    return "torch.no_grad";
  return path ?? (method === undefined ? undefined : `torch.${method}`);
}

function nameOf(callee: Expression): string {
  return callee.kind === "Name" ? callee.id : callee.kind === "Attribute" ? callee.name : "";
}

/** The objects whose mode a context out of sight may set, going by its name: `with eval_mode(model)`. */
function evaluatedBy(context: Value): readonly Value[] {
  if (context.kind !== "entity" || context.class !== undefined || context.origin.how !== "call") return [];
  const { path, call: site, args } = context.origin;
  if (path?.startsWith("torch.") === true || !/eval|infer|mode|freez/i.test(nameOf(site.callee))) return [];
  return [...args.positional, ...args.named.values()].filter((given) => given.kind === "entity");
}

/** A context handed in from outside, or chosen by code that cannot be followed, may disable gradients. */
function isOpaque(context: Value): boolean {
  if (context.kind !== "entity") return false;
  const { origin } = context;
  return (
    (origin.how === "parameter" ||
      origin.how === "attribute" ||
      origin.how === "unknown" ||
      (origin.how === "call" && origin.path === undefined)) &&
    context.class === undefined
  );
}

function callMember(run: Run, context: Value, name: string): Value | undefined {
  if (context.kind !== "entity" || context.class === undefined) return undefined;
  const method = findMember(run, context.class, name);
  if (method?.kind !== "closure") return undefined;
  const result = call(run, { ...method, self: context }, noArguments, undefined);
  return result;
}
