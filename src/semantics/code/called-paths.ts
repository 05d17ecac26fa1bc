import type { Call, Expression } from "../../syntax/expressions.js";
import type { FormModule } from "../../syntax/form.js";
import { canonicalModule } from "../../knowledge/modules.js";
import { eachExpression, eachStatement } from "./visit.js";

export interface CalledPath {
  readonly call: Call;
  /** `sklearn.dummy.DummyClassifier`; a name that no import explains stays as it is spelled: `model.fit`, `set_seed`. */
  readonly path: string;
}

/** The dotted paths of all calls, with imports resolved. From the text alone, so cheap enough for every file of a project. */
export function calledPaths(form: FormModule): readonly CalledPath[] {
  const names = importedNames(form);
  const found: CalledPath[] = [];
  eachExpression(form.body, (expression) => {
    if (expression.kind !== "Call") return;
    const path = dottedPath(expression.callee, names);
    if (path !== undefined) found.push({ call: expression, path });
  });
  return found;
}

/** The dotted path of an expression, with what imports bind in the place of its first name. */
export function dottedPath(expression: Expression, names: ReadonlyMap<string, string>): string | undefined {
  let path = "";
  for (let at = expression; ; at = at.object) {
    if (at.kind === "Name") return canonicalModule((names.get(at.id) ?? at.id) + path);
    if (at.kind !== "Attribute") return path === "" ? undefined : `?${path}`;
    path = `.${at.name}${path}`;
  }
}

/** What the names that imports bind stand for, wherever in the file the import is. */
export function importedNames(form: FormModule): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  eachStatement(form.body, (statement) => {
    if (statement.kind !== "Import") return;
    const module = `${".".repeat(statement.level)}${statement.module}`;
    for (const { local, imported, bindsTop } of statement.names) {
      if (imported === undefined) names.set(local, bindsTop ? local : module);
      else if (imported !== "*") names.set(local, `${module}.${imported}`);
    }
  });
  return names;
}
