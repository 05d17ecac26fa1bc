import type { Expression } from "../../syntax/expressions.js";
import type { FunctionForm, Language, Statement } from "../../syntax/form.js";
import { eachStatementInScope, pushExpressions, pushParts } from "../code/visit.js";
import { cell, type Cell } from "./store.js";
import type { UserClass } from "../values.js";

/** The names of one scope while it runs. A function called twice has two. */
export interface Environment {
  /** The names that the scope binds, whether or not anything was assigned yet. */
  readonly names: ReadonlySet<string>;
  /** Their cells, made when first asked for; names that are assigned without being bound anywhere end up in the module's. */
  readonly cells: Map<string, Cell>;
  readonly parent: Environment | undefined;
  /** The class whose body this is; functions do not see its names. */
  readonly owner: UserClass | undefined;
}

export function environment(names: ReadonlySet<string>, parent: Environment | undefined): Environment {
  return { names, cells: new Map(), parent, owner: undefined };
}

/** The cell that a name refers to, or undefined for a builtin or an unknown name. */
export function findCell(scope: Environment, name: string): Cell | undefined {
  for (let at: Environment | undefined = scope; at !== undefined; at = at.parent) {
    if (at.owner !== undefined && at !== scope) continue;
    const found = at.cells.get(name);
    if (found !== undefined) return found;
    if (at.names.has(name)) return newCell(at, name);
  }
  return undefined;
}

/** The cell that an assignment to a name writes: names that nobody declared belong to the module. */
export function cellToAssign(scope: Environment, name: string): Cell {
  const found = findCell(scope, name);
  if (found !== undefined) return found;
  let top = scope;
  while (top.parent !== undefined) top = top.parent;
  return newCell(top, name);
}

function newCell(scope: Environment, name: string): Cell {
  const made = cell();
  scope.cells.set(name, made);
  return made;
}

const namesOfBodies = new WeakMap<readonly Statement[], ReadonlySet<string>>();
const namesOfFunctions = new WeakMap<FunctionForm, ReadonlySet<string>>();

/** The names that a body binds in its own scope: Python by assignment, TypeScript by declaration. */
export function boundNames(body: readonly Statement[], language: Language): ReadonlySet<string> {
  const cached = namesOfBodies.get(body);
  if (cached !== undefined) return cached;
  const names = new Set<string>();
  const outer = new Set<string>();
  collect(body, language, names, outer);
  for (const name of outer) names.delete(name);
  namesOfBodies.set(body, names);
  return names;
}

/** The names of a function's scope: its parameters and what its body binds. */
export function functionNames(form: FunctionForm, language: Language): ReadonlySet<string> {
  const cached = namesOfFunctions.get(form);
  if (cached !== undefined) return cached;
  const names = new Set(boundNames(form.body, language));
  for (const param of form.params) {
    if (param.name !== "") names.add(param.name);
    if (param.pattern !== undefined) targetNames(param.pattern, names);
  }
  namesOfFunctions.set(form, names);
  return names;
}

function collect(body: readonly Statement[], language: Language, names: Set<string>, outer: Set<string>): void {
  const expressions: Expression[] = [];
  eachStatementInScope(body, (statement) => {
    switch (statement.kind) {
      case "Assign":
        if (language === "python" || statement.declares !== undefined) {
          for (const target of statement.targets) targetNames(target, names);
        }
        break;
      case "Loop":
        // TypeScript's loop variables are nearly always declared in the loop's head, so they count as its own.
        if (statement.target !== undefined) targetNames(statement.target, names);
        break;
      case "With":
        for (const item of statement.items) if (item.target !== undefined) targetNames(item.target, names);
        break;
      case "Try":
        for (const handler of statement.handlers) if (handler.name !== undefined) names.add(handler.name);
        break;
      case "Match":
        for (const arm of statement.arms) for (const name of arm.names) names.add(name);
        break;
      case "Import":
        for (const name of statement.names) if (name.imported !== "*") names.add(name.local);
        break;
      case "FunctionStatement":
        if (statement.function.name !== undefined) names.add(statement.function.name);
        break;
      case "ClassStatement":
        if (statement.name !== undefined) names.add(statement.name);
        break;
      case "OuterNames":
        for (const name of statement.names) outer.add(name);
        break;
    }
    // In TypeScript an assignment in an expression writes to what there is.
    if (language === "python") addWalrusNames(statement, expressions, names);
  });
}

/** Adds the names that an assignment target binds. */
export function targetNames(target: Expression, names: Set<string>): void {
  if (target.kind === "Name") names.add(target.id);
  else if (target.kind === "Sequence") for (const item of target.items) targetNames(item, names);
  else if (target.kind === "Spread") targetNames(target.value, names);
  else if (target.kind === "Mapping") for (const entry of target.entries) targetNames(entry.value, names);
  else if (target.kind === "AssignExpression") targetNames(target.target, names);
}

/** Python's `:=` binds in the scope around all comprehensions, wherever in an expression it stands; lambdas have their own. */
function addWalrusNames(statement: Statement, pending: Expression[], names: Set<string>): void {
  pushExpressions(statement, pending);
  for (let expression = pending.pop(); expression !== undefined; expression = pending.pop()) {
    if (expression.kind === "AssignExpression") targetNames(expression.target, names);
    pushParts(expression, pending);
  }
}
