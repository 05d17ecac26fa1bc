import type { Expression, FunctionExpression, Name } from "../../syntax/expressions.js";
import type { FormModule, FunctionForm, FunctionStatement, Statement } from "../../syntax/form.js";
import { boundNames, functionNames } from "../follow/environment.js";
import { memo } from "./memo.js";
import { eachStatementInScope, nestedBlocks, pushExpressions, pushParts } from "./visit.js";

/** Where the expressions of a file stand: what each is a part of, in which function, and who names what. */
export interface Surroundings {
  /** The expression that an expression is a direct part of; none for what a statement evaluates itself. */
  readonly parents: ReadonlyMap<Expression, Expression>;
  /** The innermost statement that an expression is evaluated by. */
  readonly statements: ReadonlyMap<Expression, Statement>;
  /** The function that an expression stands in; none at the top level. */
  readonly functions: ReadonlyMap<Expression, FunctionForm>;
  /** Where each function is defined, and the function around that. */
  readonly definitions: ReadonlyMap<
    FunctionForm,
    { readonly at: FunctionExpression | FunctionStatement; readonly around: FunctionForm | undefined }
  >;
  readonly names: ReadonlyMap<string, readonly Name[]>;
  /** The block that each statement stands in. */
  readonly blocks: ReadonlyMap<Statement, readonly Statement[]>;
}

export const surroundingsOf = memo((form: FormModule): Surroundings => {
  const parents = new Map<Expression, Expression>();
  const statements = new Map<Expression, Statement>();
  const functions = new Map<Expression, FunctionForm>();
  const definitions = new Map<
    FunctionForm,
    { at: FunctionExpression | FunctionStatement; around: FunctionForm | undefined }
  >();
  const names = new Map<string, Name[]>();
  const blocks = new Map<Statement, readonly Statement[]>();

  const readExpressions = (roots: readonly Expression[], of: Statement, around: FunctionForm | undefined): void => {
    const pending = [...roots];
    for (let expression = pending.pop(); expression !== undefined; expression = pending.pop()) {
      statements.set(expression, of);
      if (around !== undefined) functions.set(expression, around);
      if (expression.kind === "Name") names.set(expression.id, [...(names.get(expression.id) ?? []), expression]);
      if (expression.kind === "FunctionExpression") readFunction(expression.function, expression, around);
      const first = pending.length;
      pushParts(expression, pending);
      for (let index = first; index < pending.length; index++) parents.set(pending[index]!, expression);
    }
  };
  const readFunction = (
    of: FunctionForm,
    at: FunctionExpression | FunctionStatement,
    around: FunctionForm | undefined,
  ): void => {
    definitions.set(of, { at, around });
    readBody(of.body, of);
  };
  const readBody = (body: readonly Statement[], around: FunctionForm | undefined): void => {
    for (const statement of body) blocks.set(statement, body);
    eachStatementInScope(body, (statement) => {
      for (const block of nestedBlocks(statement)) for (const inner of block) blocks.set(inner, block);
      const roots: Expression[] = [];
      pushExpressions(statement, roots);
      readExpressions(roots, statement, around);
      if (statement.kind === "FunctionStatement") readFunction(statement.function, statement, around);
      else if (statement.kind === "ClassStatement") readBody(statement.body, around);
    });
  };
  readBody(form.body, undefined);
  return { parents, statements, functions, definitions, names, blocks };
});

/** The functions around an expression, innermost first. */
export function* functionsAround({ functions, definitions }: Surroundings, at: Expression): Iterable<FunctionForm> {
  for (let form = functions.get(at); form !== undefined; form = definitions.get(form)?.around) yield form;
}

/** The function whose own name a name is, "module" at the top level; undefined for one that the file does not declare. */
export function scopeOf(module: FormModule, name: Name): FunctionForm | "module" | undefined {
  for (const form of functionsAround(surroundingsOf(module), name))
    if (functionNames(form, module.language).has(name.id)) return form;
  return boundNames(module.body, module.language).has(name.id) ? "module" : undefined;
}
