import type { Expression } from "../../syntax/expressions.js";
import type { FunctionForm } from "../../syntax/form.js";
import { moduleMethods } from "../../knowledge/torch-training.js";
import { assignmentsTo, inheritedClasses } from "../code/class-attributes.js";
import { memo } from "../code/memo.js";
import { eachExpression } from "../code/visit.js";
import { isModuleClass } from "./modes.js";
import { readCell } from "./read-cell.js";
import type { Run } from "./run.js";
import type { Closure, UserClass } from "../values.js";

/**
 * The class of a parameter that nobody annotates and nobody in sight hands in: the only one of the file that has all that the
 * function asks of it, where one of these proves something. Undefined where two classes have it, or a base is out of sight.
 */
export function classByUse(run: Run, { form, unit }: Closure, name: string): UserClass | undefined {
  if (unit !== run.main || unit.form.language !== "python") return undefined;
  const used = usedMembers(form).get(name);
  if (used === undefined) return undefined;
  let only: UserClass | undefined;
  const members = [...used];
  const asksForOwn =
    members.some((member) => moduleMethods.has(member)) &&
    members.some((member) => !moduleMethods.has(member) && !ofAllModules.test(member));
  for (const [local, place] of unit.globals.cells) {
    let value = run.store.value(place);
    // What is imported is looked up only where it may be told from others.
    if (value?.kind === "pending" && asksForOwn && /^[A-Z]/.test(local)) value = readCell(run, place);
    if (value?.kind !== "class" || !members.every((member) => has(value, member))) continue;
    if (only !== undefined) return undefined;
    only = value;
  }
  return only !== undefined && isProven(only, used) ? only : undefined;
}

const ofAllModules = /^(to|cuda|cpu|half|float|apply|training)$/;

/** What a function asks of each of its parameters, nested functions included. */
const usedMembers = memo(({ params, body }: FunctionForm): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>();
  const names = new Set(params.map(({ name }) => name));
  eachExpression(body, (expression: Expression) => {
    if (expression.kind !== "Attribute" || expression.object.kind !== "Name" || !names.has(expression.object.id))
      return;
    const { id } = expression.object;
    const known = found.get(id);
    if (known === undefined) found.set(id, new Set([expression.name]));
    else known.add(expression.name);
  });
  return found;
});

function has(owner: UserClass, member: string): boolean {
  if (isModuleClass(owner) && (moduleMethods.has(member) || ofAllModules.test(member))) return true;
  return inheritedClasses(owner).some((one) => one.members.cells.has(member) || assignmentsTo(one, member).length > 0);
}

/** A method of its own beside what all modules have, or two of its own: `run` and `step` alone are anybody's. */
function isProven(owner: UserClass, used: ReadonlySet<string>): boolean {
  const own = [...used].filter((member) =>
    inheritedClasses(owner).some(({ members }) => members.cells.has(member) && !/^(forward|__\w+__)$/.test(member)),
  );
  const isUsedAsModule = isModuleClass(owner) && [...used].some((member) => moduleMethods.has(member));
  return isUsedAsModule ? own.length > 0 : own.length > 1;
}
