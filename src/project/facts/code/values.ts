import { canonicalModule } from "../../../knowledge/modules.js";
import type { Argument, Expression, Operation } from "../../../syntax/expressions.js";
import type { CalleeFact, FactValue } from "../code-facts.js";
import { type Definitions, resolve, type Thing } from "./resolve-name.js";
import type { Scope } from "./scope.js";

/** What turns expressions of a file into facts. */
export interface Reader {
  /** From the project's root. */
  readonly path: string;
  readonly text: string;
  /** Source or a notebook, no test and no example. */
  readonly isProduct: boolean;
  readonly definitions: Definitions;
}

/** Text longer than this is shortened: facts are kept for every file of a project. */
const longestText = 80;
const deepest = 4;
/** What tests and examples are given, nobody asks about so closely. */
const deepestAside = 1;
const mostItems = 60;

export function textOf(reader: Reader, { start, end }: { readonly start: number; readonly end: number }): string {
  const text = reader.text.slice(start, Math.min(end, start + longestText));
  return end - start > longestText ? `${text}…` : text;
}

/** What is called, with its arguments. */
export function calleeOf(
  reader: Reader,
  callee: Expression,
  args: readonly Argument[],
  scope: Scope,
  depth = 0,
): CalleeFact {
  const thing = resolve(callee, scope, reader.definitions);
  const name = callee.kind === "Attribute" ? callee.name : callee.kind === "Name" ? callee.id : "";
  const called = thing?.kind === "instance" ? calledInstance(thing.of) : thing;
  return { ...named(reader, called), name, text: textOf(reader, callee), ...argumentsOf(reader, args, scope, depth) };
}

/** To call an object is to call its class's `__call__`. */
function calledInstance(of: Thing): Thing {
  return of.kind === "own" ? { kind: "own", name: `${of.name}.__call__` } : of;
}

function named(
  { path: file, definitions }: Reader,
  thing: Thing | undefined,
): { readonly path: string | undefined; readonly target: string | undefined } {
  if (thing?.kind === "symbol") return { path: canonicalModule(thing.path), target: undefined };
  if (thing?.kind !== "own") return { path: undefined, target: undefined };
  return { path: undefined, target: `${file}#${ownName(thing.name, definitions)}` };
}

/** `Child.fit` is `Parent.fit` where the child inherits it. */
function ownName(name: string, { classes }: Definitions): string {
  const at = name.lastIndexOf(".");
  const owner = at < 0 ? undefined : classes.get(name.slice(0, at));
  const method = name.slice(at + 1);
  if (owner === undefined || owner.methods.has(method)) return name;
  for (const base of owner.bases) {
    const parent = base.kind === "Name" ? classes.get(base.id) : undefined;
    if (parent !== undefined && base.kind === "Name")
      return ownName(`${base.id}.${method}`, { classes, returns: new Map() });
  }
  return name;
}

function argumentsOf(
  reader: Reader,
  args: readonly Argument[],
  scope: Scope,
  depth: number,
): Pick<CalleeFact, "positional" | "named" | "spreads"> {
  const positional: FactValue[] = [];
  const byName: Record<string, FactValue> = {};
  let spreads = false;
  for (const { name, spread, value } of args.slice(0, mostItems)) {
    spreads ||= spread !== "none";
    if (spread !== "none") continue;
    const fact = valueOf(reader, value, scope, depth + 1);
    if (name === undefined) positional.push(fact);
    else byName[name] = fact;
  }
  return { positional, named: byName, ...(spreads ? { spreads } : {}) };
}

/** The value of an expression, as far as the text shows it. */
export function valueOf(reader: Reader, expression: Expression, scope: Scope, depth = 0): FactValue {
  const unknown: FactValue = { kind: "unknown", text: textOf(reader, expression) };
  // A literal costs nothing, however deep it stands: `SKIP` of `skipif(SKIP)` is one.
  if (expression.kind === "Literal") {
    return expression.value === undefined ? unknown : { kind: "literal", value: expression.value };
  }
  if (depth > (reader.isProduct ? deepest : deepestAside)) return unknown;
  switch (expression.kind) {
    case "Sequence":
      return {
        kind: "list",
        items: expression.items.slice(0, mostItems).map((item) => valueOf(reader, item, scope, depth + 1)),
      };
    case "Mapping": {
      const entries: Record<string, FactValue> = {};
      for (const { key, value } of expression.entries.slice(0, mostItems)) {
        const known = key && valueOf(reader, key, scope, depth + 1);
        if (known?.kind === "literal") entries[String(known.value)] = valueOf(reader, value, scope, depth + 1);
      }
      return { kind: "dict", entries };
    }
    case "Operation":
      return negative(expression) ?? unknown;
    case "Call": {
      const { path, name, text, target, ...args } = calleeOf(reader, expression.callee, expression.args, scope, depth);
      return { kind: "call", path: path ?? target, name, text, ...args };
    }
    case "Await":
      return valueOf(reader, expression.value, scope, depth);
    case "Name":
    case "Attribute":
      return ofName(reader, expression, scope, depth) ?? unknown;
    default:
      return unknown;
  }
}

function negative({ operator, operands }: Operation): FactValue | undefined {
  const [operand] = operands;
  const value = operand?.kind === "Literal" ? operand.value : undefined;
  if (operator !== "-" || operands.length !== 1 || typeof value !== "number") return undefined;
  return { kind: "literal", value: -value };
}

function ofName(reader: Reader, expression: Expression, scope: Scope, depth: number): FactValue | undefined {
  const thing = resolve(expression, scope, reader.definitions);
  if (thing === undefined || thing.kind === "instance") return undefined;
  if (thing.kind !== "value") return { kind: "symbol", ...named(reader, thing), text: textOf(reader, expression) };
  // What is written down elsewhere stands for the name, but for calls, which happen there.
  return thing.expression === expression ? undefined : valueOf(reader, thing.expression, thing.scope, depth + 1);
}
