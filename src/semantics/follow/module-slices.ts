import type { Expression } from "../../syntax/expressions.js";
import type { FormModule, Statement } from "../../syntax/form.js";
import { eachExpression, pushParts } from "../code/visit.js";
import { boundNames } from "./environment.js";

/** For each name of a module's top level, the statements there that bind it or may change what it holds, in order. */
export type Slices = ReadonlyMap<string, readonly Statement[]>;

/** What has to run of a module before one of its names can be read: an import rarely needs all of a file. */
export function slicesOf(form: FormModule): Slices {
  const known = slicesOfForms.get(form);
  if (known !== undefined) return known;
  const slices = new Map<string, Statement[]>();
  for (const statement of form.body) {
    for (const name of boundNames([statement], form.language)) add(slices, name, statement);
  }
  for (const statement of form.body) {
    for (const name of changedNames(statement)) {
      const slice = slices.get(name);
      if (slice !== undefined && !slice.includes(statement)) slice.push(statement);
    }
  }
  for (const slice of slices.values()) if (slice.length > 1) slice.sort((a, b) => a.start - b.start);
  slicesOfForms.set(form, slices);
  return slices;
}

const slicesOfForms = new WeakMap<FormModule, Slices>();

function add(slices: Map<string, Statement[]>, name: string, statement: Statement): void {
  const slice = slices.get(name);
  if (slice === undefined) slices.set(name, [statement]);
  else slice.push(statement);
}

/** The names whose objects a statement may change without binding them: `CONFIG["lr"] = 1`, `model.eval()`, a loop that fills a list. */
function changedNames(statement: Statement): ReadonlySet<string> {
  const names = new Set<string>();
  switch (statement.kind) {
    case "FunctionStatement":
    case "ClassStatement":
    case "Import":
      break;
    case "Assign":
      for (const target of statement.targets) {
        const owner = ownerOf(target);
        if (owner !== undefined) names.add(owner);
      }
      break;
    case "ExpressionStatement":
      namesIn(statement.expression, names);
      break;
    default:
      eachExpression([statement], (expression) => {
        if (expression.kind === "Name") names.add(expression.id);
      });
  }
  return names;
}

/** The name at the bottom of `model.head.weight` and `table["a"]`. */
function ownerOf(target: Expression): string | undefined {
  let at = target;
  while (at.kind === "Attribute" || at.kind === "Subscript") at = at.object;
  return at.kind === "Name" ? at.id : undefined;
}

function namesIn(expression: Expression, names: Set<string>): void {
  const pending = [expression];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === "Name") names.add(next.id);
    pushParts(next, pending);
  }
}
