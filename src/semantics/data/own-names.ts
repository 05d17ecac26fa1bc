import type { Expression } from "../../syntax/expressions.js";
import type { FormModule } from "../../syntax/form.js";
import { eachStatement, pushParts } from "../code/visit.js";

/** What people's own names say of the rows that an expression holds; undefined where they say nothing, or two things. */
export function roleByName(expression: Expression): "train" | "test" | "validation" | undefined {
  const roles = new Set(namesIn(expression).flatMap((name) => roleOfName(name) ?? []));
  return roles.size === 1 ? [...roles][0] : undefined;
}

export function roleOfName(name: string): "train" | "test" | "validation" | undefined {
  const words = name
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split(/[_\W\d]+/);
  for (const word of words) {
    if (/^[xy]?(train|trn|tr)(ing)?$/.test(word)) return "train";
    if (/^[xy]?(test|tst|te)(ing)?$/.test(word)) return "test";
    if (/^[xy]?(valid|val|validation|dev|calib|calibration|cal)$/.test(word)) return "validation";
  }
  return undefined;
}

/** The variable, attribute or key that an expression's value is assigned to, where it is a plain one. */
export function nameGiven(form: FormModule, expression: Expression): string | undefined {
  let names = namesOfForms.get(form);
  if (names === undefined) {
    names = new Map();
    const given = names;
    eachStatement(form.body, (statement) => {
      if (statement.kind !== "Assign" || statement.value === undefined) return;
      for (const target of statement.targets) noteNames(given, target, statement.value);
    });
    namesOfForms.set(form, names);
  }
  return names.get(expression);
}

const namesOfForms = new WeakMap<FormModule, Map<Expression, string>>();

function noteNames(names: Map<Expression, string>, target: Expression, value: Expression): void {
  if (target.kind === "Name") names.set(value, target.id);
  else if (target.kind === "Attribute") names.set(value, target.name);
  else if (target.kind === "Subscript" && target.index.kind === "Literal") names.set(value, String(target.index.value));
  else if (target.kind === "Sequence" && value.kind === "Sequence" && target.items.length === value.items.length)
    target.items.forEach((item, index) => noteNames(names, item, value.items[index]!));
}

/** Variables and attributes, the outermost first; not functions that are called, nor indices. */
function namesIn(expression: Expression): readonly string[] {
  const names: string[] = [];
  const pending: Expression[] = [expression];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === "Name") names.push(next.id);
    else if (next.kind === "Attribute") {
      names.push(next.name);
      pending.push(next.object);
    } else if (next.kind === "Subscript") pending.push(next.object);
    else if (next.kind === "Call") {
      if (next.callee.kind === "Attribute") pending.push(next.callee.object);
      pending.push(...next.args.map((arg) => arg.value));
    } else pushParts(next, pending);
  }
  return names;
}
