import type { Expression, Statement } from "../syntax/form.js";

/** The expressions that a statement evaluates itself, not those of its nested blocks, functions or classes. */
export function childExpressions(statement: Statement): Expression[] {
  switch (statement.kind) {
    case "ExpressionStatement":
      return [statement.expression];
    case "Assign":
      return [...statement.targets, ...present(statement.value), ...present(statement.annotation)];
    case "Branch":
      return [statement.test];
    case "Match":
      return [statement.subject, ...statement.arms.flatMap((arm) => present(arm.test))];
    case "Loop":
      return [...present(statement.target), ...present(statement.iterable), ...present(statement.test)];
    case "With":
      return statement.items.flatMap((item) => [item.context, ...present(item.target)]);
    case "Try":
      return statement.handlers.flatMap((handler) => present(handler.type));
    case "FunctionStatement":
      return [
        ...statement.function.decorators,
        ...statement.function.params.flatMap((param) => [...present(param.defaultValue), ...present(param.annotation)]),
      ];
    case "ClassStatement":
      return [...statement.decorators, ...statement.bases, ...statement.keywords.map((keyword) => keyword.value)];
    case "Return":
    case "Raise":
      return present(statement.value);
    case "Delete":
      return [...statement.targets];
    case "Assert":
      return [statement.test, ...present(statement.message)];
    case "Jump":
    case "Import":
    case "OuterNames":
      return [];
  }
}

/** The blocks inside a statement that run in the same scope. */
export function nestedBlocks(statement: Statement): (readonly Statement[])[] {
  switch (statement.kind) {
    case "Branch":
    case "Loop":
      return [statement.body, statement.otherwise];
    case "Match":
      return statement.arms.map((arm) => arm.body);
    case "With":
      return [statement.body];
    case "Try":
      return [
        statement.body,
        ...statement.handlers.map((handler) => handler.body),
        statement.otherwise,
        statement.final,
      ];
    default:
      return [];
  }
}

export function subExpressions(expression: Expression): Expression[] {
  switch (expression.kind) {
    case "Name":
    case "Literal":
      return [];
    case "Template":
    case "Unknown":
      return [...expression.parts];
    case "Attribute":
      return [expression.object];
    case "Subscript":
      return [expression.object, expression.index];
    case "Slice":
      return [...present(expression.lower), ...present(expression.upper), ...present(expression.step)];
    case "Call":
      return [expression.callee, ...expression.args.map((arg) => arg.value)];
    case "Sequence":
      return [...expression.items];
    case "Mapping":
      return expression.entries.flatMap((entry) => [...present(entry.key), entry.value]);
    case "Operation":
    case "Comparison":
      return [...expression.operands];
    case "Conditional":
      return [expression.test, expression.then, expression.otherwise];
    case "FunctionExpression":
      return expression.function.params.flatMap((param) => present(param.defaultValue));
    case "Comprehension":
      return [
        ...present(expression.key),
        expression.element,
        ...expression.clauses.flatMap((clause) => [clause.target, clause.iterable, ...clause.conditions]),
      ];
    case "AssignExpression":
      return [expression.target, expression.value];
    case "Await":
    case "Spread":
      return [expression.value];
    case "Yield":
      return present(expression.value);
  }
}

/** Every statement of a body, functions and classes included, outermost first. */
export function* allStatements(body: readonly Statement[]): Generator<Statement> {
  const pending: Statement[] = [...body].reverse();
  for (let statement = pending.pop(); statement !== undefined; statement = pending.pop()) {
    yield statement;
    const inner: (readonly Statement[])[] = nestedBlocks(statement);
    if (statement.kind === "FunctionStatement") inner.push(statement.function.body);
    if (statement.kind === "ClassStatement") inner.push(statement.body);
    for (let block = inner.length - 1; block >= 0; block--) {
      for (let index = inner[block]!.length - 1; index >= 0; index--) pending.push(inner[block]![index]!);
    }
  }
}

/** Every expression of a body, those in functions, classes and lambdas included. */
export function* allExpressions(body: readonly Statement[]): Generator<Expression> {
  for (const statement of allStatements(body)) {
    const pending = childExpressions(statement).reverse();
    for (let expression = pending.pop(); expression !== undefined; expression = pending.pop()) {
      yield expression;
      if (expression.kind === "FunctionExpression") yield* allExpressions(expression.function.body);
      const parts = subExpressions(expression);
      for (let index = parts.length - 1; index >= 0; index--) pending.push(parts[index]!);
    }
  }
}

function present<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}
