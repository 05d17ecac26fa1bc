import type { Call } from "../../syntax/expressions.js";
import { contextEffects } from "../../knowledge/contexts.js";
import { environment, functionNames, type Environment } from "./environment.js";
import { assign } from "./assign.js";
import { classByUse } from "./class-by-use.js";
import { evaluate } from "./evaluate.js";
import { execute } from "./execute.js";
import { isModuleClass } from "./modes.js";
import { hasEffects } from "./telling.js";
import { makeEntity, setField, type Frame, type Run } from "./run.js";
import { cellToAssign } from "./environment.js";
import { cell } from "./store.js";
import { goTo, whereabouts } from "./whereabouts.js";
import { Grad, joinValues, type CallArguments, type Closure, type Entity, type Value } from "../values.js";

const deepestCalls = 8;
/** A function that is called from everywhere has shown what it does after so many times, one without effects sooner. */
const mostEntries = {
  own: { short: 16, long: 12, plain: 4, module: 4 },
  imported: { short: 8, long: 3, plain: 3, module: 2 },
};
const fewestEntries = 2;
/** In UTF-16 units. */
const shortFunction = 600;

/** May this function be followed now? Recursion, depth and the budget set bounds. */
export function canEnter(run: Run, closure: Closure): boolean {
  if (run.budget <= 0) return false;
  const entries = run.followed.get(closure.form) ?? 0;
  if (entries >= fewestEntries && entries >= entriesOf(run, closure)) return false;
  if (isHarmless(run, closure)) return false;
  let depth = 0;
  for (let frame: Frame | undefined = run.frame; frame !== undefined; frame = frame.caller) {
    if (frame.closure?.form === closure.form) return false;
    if (++depth > deepestCalls) return false;
  }
  return true;
}

/**
 * Of another file, a long function without a word that a rule listens for is left out:
 * it changes nothing that anybody asks about, and what it gives back comes from its arguments.
 */
export function isHarmless(run: Run, closure: Closure): boolean {
  const { form, unit, owner } = closure;
  if (unit === run.main || form.end - form.start <= shortFunction || !isPlain(closure)) return false;
  // What the objects of a class of its own can do is to be seen there only.
  if (form.body.some(({ kind }) => kind === "ClassStatement")) return false;
  return owner === undefined || form.name !== "__init__" || !isModuleClass(owner);
}

function entriesOf(run: Run, closure: Closure): number {
  const { unit, form, owner } = closure;
  const most = unit === run.main ? mostEntries.own : mostEntries.imported;
  // The parts of a network are made alike.
  if (owner !== undefined && form.name === "__init__" && isModuleClass(owner)) return most.module;
  if (form.end - form.start <= shortFunction) return most.short;
  return owner === undefined && isPlain(closure) ? most.plain : most.long;
}

/** Without a word that a rule listens for: what it gives back comes from its arguments, which it leaves as they are. */
export function isPlain({ unit, form }: Closure): boolean {
  return !hasEffects(unit.form, form);
}

/** Follows a function of the workspace with these arguments; its effects happen, and its result comes back. */
export function call(
  run: Run,
  closure: Closure,
  args: CallArguments,
  site: Call | undefined,
  more: { readonly isRoot?: boolean; readonly onYield?: (value: Value | undefined) => void } = {},
): Value {
  if (!canEnter(run, closure))
    return makeEntity(run, { how: "unknown" }, site, [...args.positional, ...args.named.values()]);
  const { form } = closure;
  const scope = environment(functionNames(form, closure.unit.form.language), closure.environment);
  const outside = whereabouts(run);
  const frame: Frame = {
    closure,
    unit: closure.unit,
    scope,
    call: site,
    caller: run.frame,
    mark: run.store.mark(),
    forks: run.forks,
    returns: [],
    onYield: more.onYield,
    yields: [],
    isRoot: more.isRoot ?? false,
  };
  run.frame = frame;
  run.followed.set(form, (run.followed.get(form) ?? 0) + 1);
  bindParameters(run, closure, scope, args, frame.isRoot);
  const gradBefore = run.store.flags(run.grad) ?? Grad.on;
  const isDecoratedContext = applyDecorators(run, closure);
  const entersImport = closure.unit !== run.main && outside.frame.unit === run.main;
  // What a class inherits is set up once, for all its methods.
  const isSetup = frame.isRoot || (form.name === "__init__" && outside.frame.closure?.form.name === "__init__");
  const allowance = isSetup ? setupAllowance : importAllowance;
  if (entersImport) onAllowance(run, allowance, () => execute(run, scope, form.body));
  else execute(run, scope, form.body);
  const result = leave(run, frame);
  if (result.kind !== "literal") run.record.returns.push({ form, self: closure.self, value: result });
  if (isDecoratedContext) run.store.set(run.grad, gradBefore);
  goTo(run, outside);
  if (form.isGenerator && more.onYield === undefined) {
    return makeEntity(run, { how: "container" }, site, frame.yields, { type: "builtins.generator", items: undefined });
  }
  return result;
}

/** Statements and calls that one call into another file may cost. */
const importAllowance = 400;
const setupAllowance = 1200;

/** Does something that may use up so much of the budget, and no more. */
export function onAllowance(run: Run, most: number, work: () => void): void {
  const total = run.budget;
  const allowed = Math.min(total, most);
  run.budget = allowed;
  work();
  run.budget = total - (allowed - run.budget);
}

/** Merges the ways out of a function and joins what they return. */
function leave(run: Run, frame: Frame): Value {
  const { returns } = frame;
  const endsOpen = run.alive || returns.some((exit) => exit.changes === undefined);
  const early = returns.map((exit) => exit.changes).filter((changes) => changes !== undefined);
  if (early.length > 0) {
    const paths = endsOpen ? [...early, run.store.changesSince(frame.mark)] : early;
    run.store.rollback(frame.mark);
    run.store.merge(paths);
  }
  const values = returns.map((exit) => exit.value).filter((value) => value !== undefined);
  if (values.length === 0) return { kind: "literal", value: null };
  return values.reduce(joinValues);
}

/** Applies the contexts among the decorators; true when there is one, whose effect then ends with the call. */
function applyDecorators(run: Run, closure: Closure): boolean {
  let found = false;
  for (const decorator of closure.decorators) {
    const path =
      decorator.kind === "symbol"
        ? decorator.path
        : decorator.kind === "entity" && decorator.origin.how === "call"
          ? decorator.origin.path
          : undefined;
    const effect = path === undefined ? undefined : contextEffects.get(path);
    found ||= effect !== undefined;
    if (effect === "no-grad") run.store.set(run.grad, Grad.off);
    else if (effect === "grad") run.store.set(run.grad, Grad.on);
    else if (effect === "grad-by-argument") run.store.set(run.grad, gradByArgument(decorator));
  }
  return found;
}

/** `set_grad_enabled(flag)`: what the flag says, when it says something. */
export function gradByArgument(context: Value): number {
  if (context.kind !== "entity" || context.origin.how !== "call") return Grad.unknown;
  const flag = context.origin.args.positional[0] ?? context.origin.args.named.get("mode");
  if (flag?.kind !== "literal") return Grad.unknown;
  return flag.value ? Grad.on : Grad.off;
}

function bindParameters(run: Run, closure: Closure, scope: Environment, args: CallArguments, isRoot: boolean): void {
  // Python's methods take their object as the first parameter; TypeScript's find it as `this`.
  const takesSelf = closure.self !== undefined && closure.unit.form.language === "python";
  const positional = takesSelf ? [closure.self, ...args.positional] : [...args.positional];
  const used: string[] = [];
  let position = 0;
  for (const param of closure.form.params) {
    let value: Value | undefined;
    if (param.variadic === "sequence") {
      value = { kind: "tuple", items: positional.slice(position) };
      if (args.open || isRoot)
        value = makeEntity(
          run,
          { how: "parameter", name: param.name, function: closure.form },
          undefined,
          positional.slice(position),
        );
      position = positional.length;
    } else if (param.variadic === "mapping") {
      const rest = [...args.named].filter(([name]) => !used.includes(name));
      const made = makeEntity(
        run,
        { how: "parameter", name: param.name, function: closure.form },
        undefined,
        rest.map(([, given]) => given),
      );
      for (const [name, given] of rest) setField(made, `[${name}]`, cell(given));
      value = made;
    } else {
      value = args.named.get(param.name);
      if (value !== undefined) used.push(param.name);
      else if (!param.keywordOnly && position < positional.length) value = positional[position++];
      else if (param.defaultValue !== undefined && !isRoot && !args.open) {
        value = evaluate(run, closure.environment, param.defaultValue);
      }
      value ??= parameterEntity(
        run,
        closure,
        param.name,
        param.annotation === undefined ? undefined : evaluate(run, closure.environment, param.annotation),
      );
    }
    if (param.pattern === undefined) run.store.set(cellToAssign(scope, param.name), value);
    else assign(run, scope, param.pattern, value);
  }
}

/** What a caller hands in and nobody knows, but for its annotation. */
function parameterEntity(run: Run, closure: Closure, name: string, annotation: Value | undefined): Entity {
  return makeEntity(run, { how: "parameter", name, function: closure.form }, undefined, [], {
    type: annotation?.kind === "symbol" && !annotation.path.startsWith("typing.") ? annotation.path : undefined,
    class:
      annotation?.kind === "class" ? annotation : annotation === undefined ? classByUse(run, closure, name) : undefined,
  });
}
