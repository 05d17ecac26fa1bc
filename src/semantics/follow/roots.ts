import type { FunctionForm, Statement } from "../../syntax/form.js";
import type { Environment } from "./environment.js";
import type { Run } from "./run.js";
import type { Unit } from "./unit.js";
import { alternatives, type Closure, type UserClass } from "../values.js";
import { eachExpression } from "../code/visit.js";

/**
 * The functions and methods of a module that are followed on their own, in this order: first those whose name is called
 * nowhere, because the others are called from them; then all others, for what was not reached.
 */
export function rootsOf(run: Run, main: Unit): readonly Closure[] {
  const functions = definedFunctions(run, main);
  const called = calledNames(main.form.body);
  const outer = functions.filter(({ form }) => form.name === undefined || !called.has(form.name));
  return [...outer, ...functions];
}

const settingUp =
  /^_?(set_?up|build|initiali[sz]e|init)(_(model|models|optimizers?|training|train|network|trainer|all))?$/;

/** The methods that set an object up for its other methods and that none of those calls: callers do, once. */
export function setupMethods(run: Run, owner: UserClass): readonly Closure[] {
  const found: Closure[] = [];
  for (const [name, place] of owner.members.cells) {
    const value = settingUp.test(name) ? run.store.value(place) : undefined;
    if (value?.kind === "closure" && !isCalledOnSelf(owner, name)) found.push(value);
  }
  return found;
}

function isCalledOnSelf({ form, unit }: UserClass, name: string): boolean {
  return new RegExp(`\\b(self|super\\(\\))\\.${name}\\(`).test(unit.form.text.slice(form.start, form.end));
}

function calledNames(body: readonly Statement[]): ReadonlySet<string> {
  const names = new Set<string>();
  eachExpression(body, (expression) => {
    if (expression.kind !== "Call") return;
    const { callee } = expression;
    if (callee.kind === "Name") names.add(callee.id);
    else if (callee.kind === "Attribute") names.add(callee.name);
  });
  return names;
}

/** The functions of a module and the methods of its classes, as closures. */
function definedFunctions(run: Run, main: Unit): Closure[] {
  const found: Closure[] = [];
  const seen = new Set<FunctionForm | Statement>();
  const collect = (scope: Environment): void => {
    for (const place of scope.cells.values()) {
      for (const option of alternatives(run.store.value(place))) {
        if ((option.kind !== "closure" && option.kind !== "class") || option.unit !== main || seen.has(option.form))
          continue;
        seen.add(option.form);
        if (option.kind === "closure") found.push(option);
        else collect(option.members);
      }
    }
  };
  collect(main.globals);
  return found;
}
