import type { Expression } from "../../../syntax/expressions.js";
import type { FunctionForm, Statement } from "../../../syntax/form.js";
import { eachStatementInScope } from "../../../semantics/code/visit.js";

/** What the names of a body stand for, whatever the order of its statements. */
export interface Scope {
  /** Where a name is looked for that is not here; a method does not see the names of its class. */
  readonly parent: Scope | undefined;
  /** `Trainer.fit`, `Trainer` for the body of a class; empty for the top level. */
  readonly name: string;
  readonly names: ReadonlyMap<string, Binding>;
}

export type Binding =
  /** `torch.nn` for `import torch.nn as nn`; `.models.Net` for `from .models import Net`. */
  | { readonly kind: "import"; readonly path: string }
  /** A function or class of the file, by its name there. */
  | { readonly kind: "own"; readonly name: string }
  /** All that is assigned to it; an undefined value is one that is not written down, such as a loop's variable. */
  | { readonly kind: "values"; readonly values: readonly (Expression | undefined)[] }
  | { readonly kind: "param"; readonly annotation: Expression | undefined }
  /** `self`, or `cls`. */
  | { readonly kind: "self"; readonly of: string };

/** The function that has a body, and the class whose method it is, with the name that its object has there. */
export interface Owner {
  readonly form: FunctionForm;
  readonly method: { readonly of: string; readonly self: string } | undefined;
}

export function scopeOf(body: readonly Statement[], name: string, parent?: Scope, owner?: Owner): Scope {
  const names = new Map<string, Binding>();
  for (const { name: param, annotation } of owner?.form.params ?? []) names.set(param, { kind: "param", annotation });
  if (owner?.method !== undefined) names.set(owner.method.self, { kind: "self", of: owner.method.of });
  const assign = (target: Expression, value: Expression | undefined): void => {
    if (target.kind === "Name") {
      const known = names.get(target.id);
      const values = known?.kind === "values" ? known.values : known === undefined ? [] : [undefined];
      names.set(target.id, { kind: "values", values: [...values, value] });
    } else if (target.kind === "Sequence") {
      const parts = value?.kind === "Sequence" && value.items.length === target.items.length ? value.items : [];
      target.items.forEach((item, index) => assign(item, parts[index]));
    } else if (target.kind === "Spread") assign(target.value, undefined);
    else if (target.kind === "Mapping") for (const entry of target.entries) assign(entry.value, undefined);
    else if (target.kind === "AssignExpression") assign(target.target, undefined);
  };
  eachStatementInScope(body, (statement) => {
    if (statement.kind === "Import") {
      const module = `${".".repeat(statement.level)}${statement.module}`;
      for (const { local, imported, bindsTop } of statement.names) {
        if (imported === undefined) names.set(local, { kind: "import", path: bindsTop ? local : module });
        else if (imported !== "*") names.set(local, { kind: "import", path: joined(module, imported) });
      }
    } else if (statement.kind === "FunctionStatement") {
      const own = statement.function.name;
      if (own !== undefined) names.set(own, { kind: "own", name: inner(name, own) });
    } else if (statement.kind === "ClassStatement") {
      if (statement.name !== undefined) names.set(statement.name, { kind: "own", name: inner(name, statement.name) });
    } else if (statement.kind === "Assign") {
      const plain = statement.operator === undefined ? statement.value : undefined;
      const [target] = statement.targets;
      // `const load = async (path) => { ... }` defines a function as well as `function load` does.
      if (plain?.kind === "FunctionExpression" && target?.kind === "Name")
        names.set(target.id, { kind: "own", name: inner(name, target.id) });
      else if (statement.value !== undefined) for (const target of statement.targets) assign(target, plain);
    } else if (statement.kind === "Loop" && statement.target !== undefined) assign(statement.target, undefined);
    else if (statement.kind === "With") {
      for (const { context, target } of statement.items) if (target !== undefined) assign(target, context);
    } else if (statement.kind === "OuterNames") for (const name of statement.names) names.delete(name);
  });
  return { parent, name, names };
}

/** The name of what a body defines: `Trainer.fit` in a class, `outer.inner` in a function. */
export function inner(outer: string, name: string): string {
  return outer === "" ? name : `${outer}.${name}`;
}

export function lookUp(scope: Scope, name: string): { readonly binding: Binding; readonly scope: Scope } | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    const binding = at.names.get(name);
    if (binding !== undefined) return { binding, scope: at };
  }
  return undefined;
}

/** `.models` and `Net` are `.models.Net`; `.` and `models` are `.models`. */
function joined(module: string, name: string): string {
  return /^\.*$/.test(module) ? module + name : `${module}.${name}`;
}
