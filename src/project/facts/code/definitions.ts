import { eachStatementInScope } from "../../../semantics/code/visit.js";
import type { Expression } from "../../../syntax/expressions.js";
import type { FormModule, FunctionForm, Statement } from "../../../syntax/form.js";
import type { Definitions, OwnClass } from "./resolve-name.js";
import { inner, type Owner, type Scope, scopeOf } from "./scope.js";

/** The classes and functions of a file, and the scope of each body, by its name. */
export interface FileDefinitions extends Definitions {
  readonly top: Scope;
  scopeOf(body: readonly Statement[]): Scope;
}

export function definitionsOf({ body, language }: FormModule): FileDefinitions {
  const top = scopeOf(body, "");
  const scopes = new Map<readonly Statement[], Scope>([[body, top]]);
  const classes = new Map<string, OwnClass>();
  const returns = new Map<string, { readonly value: Expression; readonly scope: Scope }>();

  const enterFunction = (form: FunctionForm, outer: string, around: Scope, method?: Owner["method"]): void => {
    const name = inner(outer, form.name ?? "<lambda>");
    const scope = scopeOf(form.body, name, around, { form, method });
    scopes.set(form.body, scope);
    const returned = returnedBy(form);
    if (returned !== undefined) returns.set(name, { value: returned, scope });
    enter(form.body, name, scope);
  };

  const enter = (block: readonly Statement[], outer: string, scope: Scope): void => {
    eachStatementInScope(block, (statement) => {
      if (statement.kind === "FunctionStatement") enterFunction(statement.function, outer, scope);
      const [target] = statement.kind === "Assign" ? statement.targets : [];
      if (statement.kind === "Assign" && statement.value?.kind === "FunctionExpression" && target?.kind === "Name")
        enterFunction({ ...statement.value.function, name: target.id }, outer, scope);
      if (statement.kind !== "ClassStatement") return;
      const name = inner(outer, statement.name ?? "<class>");
      const inside = scopeOf(statement.body, name, scope);
      scopes.set(statement.body, inside);
      const methods = new Set<string>();
      const attributes = new Map<string, { readonly value: Expression; readonly scope: Scope }[]>();
      classes.set(name, { methods, bases: statement.bases, scope, attributes });
      eachStatementInScope(statement.body, (part) => {
        if (part.kind === "FunctionStatement") {
          if (part.function.name !== undefined) methods.add(part.function.name);
          const self = selfName(part.function, language);
          enterFunction(part.function, name, scope, self === undefined ? undefined : { of: name, self });
          addAttributes(part.function, self, scopes.get(part.function.body) ?? inside, attributes);
        } else if (part.kind === "Assign" && part.value !== undefined && part.operator === undefined) {
          for (const target of part.targets) {
            if (target.kind === "Name") add(attributes, target.id, { value: part.value, scope: inside });
          }
        }
      });
    });
  };

  enter(body, "", top);
  return { classes, returns, top, scopeOf: (block) => scopes.get(block) ?? top };
}

/** What a method sets on its object: `self.scaler = StandardScaler()`. */
function addAttributes(
  { body }: FunctionForm,
  self: string | undefined,
  scope: Scope,
  attributes: Map<string, { readonly value: Expression; readonly scope: Scope }[]>,
): void {
  eachStatementInScope(body, (statement) => {
    if (statement.kind !== "Assign" || statement.value === undefined || statement.operator !== undefined) return;
    for (const target of statement.targets) {
      if (target.kind !== "Attribute" || target.object.kind !== "Name") continue;
      if (target.object.id === self) add(attributes, target.name, { value: statement.value, scope });
    }
  });
}

function add<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [item]);
  else known.push(item);
}

function returnedBy({ body }: FunctionForm): Expression | undefined {
  const found: (Expression | undefined)[] = [];
  eachStatementInScope(body, (statement) => {
    if (statement.kind === "Return") found.push(statement.value);
  });
  return found.length === 1 ? found[0] : undefined;
}

/** What a method calls its object. */
function selfName({ params, decorators }: FunctionForm, language: FormModule["language"]): string | undefined {
  if (language === "typescript") return "this";
  const isStatic = decorators.some((one) => one.kind === "Name" && one.id === "staticmethod");
  return isStatic ? undefined : params[0]?.name;
}
