import type { Expression } from "../../syntax/expressions.js";
import type { Statement } from "../../syntax/form.js";
import { memo } from "./memo.js";

/** Adds to `out` the expressions that a statement evaluates itself, not those of its nested blocks, functions or classes. */
export function pushExpressions(statement: Statement, out: Expression[]): void {
  switch (statement.kind) {
    case "ExpressionStatement":
      out.push(statement.expression);
      return;
    case "Assign":
      out.push(...statement.targets);
      push(statement.value, out);
      push(statement.annotation, out);
      return;
    case "Branch":
      out.push(statement.test);
      return;
    case "Match":
      out.push(statement.subject);
      for (const arm of statement.arms) push(arm.test, out);
      return;
    case "Loop":
      push(statement.target, out);
      push(statement.iterable, out);
      push(statement.test, out);
      return;
    case "With":
      for (const item of statement.items) {
        out.push(item.context);
        push(item.target, out);
      }
      return;
    case "Try":
      for (const handler of statement.handlers) push(handler.type, out);
      return;
    case "FunctionStatement":
      out.push(...statement.function.decorators);
      for (const param of statement.function.params) {
        push(param.defaultValue, out);
        push(param.annotation, out);
      }
      return;
    case "ClassStatement":
      out.push(...statement.decorators, ...statement.bases);
      for (const keyword of statement.keywords) out.push(keyword.value);
      return;
    case "Return":
    case "Raise":
      push(statement.value, out);
      return;
    case "Delete":
      out.push(...statement.targets);
      return;
    case "Assert":
      out.push(statement.test);
      push(statement.message, out);
      return;
    case "Jump":
    case "Import":
    case "OuterNames":
      return;
  }
}

/** Adds to `out` the direct parts of an expression. */
export function pushParts(expression: Expression, out: Expression[]): void {
  switch (expression.kind) {
    case "Name":
    case "Literal":
      return;
    case "Template":
    case "Unknown":
      out.push(...expression.parts);
      return;
    case "Attribute":
      out.push(expression.object);
      return;
    case "Subscript":
      out.push(expression.object, expression.index);
      return;
    case "Slice":
      push(expression.lower, out);
      push(expression.upper, out);
      push(expression.step, out);
      return;
    case "Call":
      out.push(expression.callee);
      for (const arg of expression.args) out.push(arg.value);
      return;
    case "Sequence":
      for (const item of expression.items) out.push(item);
      return;
    case "Mapping":
      for (const entry of expression.entries) {
        push(entry.key, out);
        out.push(entry.value);
      }
      return;
    case "Operation":
    case "Comparison":
      for (const operand of expression.operands) out.push(operand);
      return;
    case "Conditional":
      out.push(expression.test, expression.then, expression.otherwise);
      return;
    case "FunctionExpression":
      for (const param of expression.function.params) push(param.defaultValue, out);
      return;
    case "Comprehension":
      push(expression.key, out);
      out.push(expression.element);
      for (const clause of expression.clauses) out.push(clause.target, clause.iterable, ...clause.conditions);
      return;
    case "AssignExpression":
      out.push(expression.target, expression.value);
      return;
    case "Await":
    case "Spread":
      out.push(expression.value);
      return;
    case "Yield":
      push(expression.value, out);
      return;
  }
}

/** The blocks inside a statement that run in the same scope. */
export function nestedBlocks(statement: Statement): readonly (readonly Statement[])[] {
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
      return noBlocks;
  }
}

const noBlocks: readonly (readonly Statement[])[] = [];

/** Visits every statement of a body, functions and classes included, outermost first and in order. */
export function eachStatement(body: readonly Statement[], visit: (statement: Statement) => void): void {
  for (const statement of statementsIn(body)) visit(statement);
}

/** Dozens of questions go through the same bodies. */
const statementsIn = memo((body: readonly Statement[]): readonly Statement[] => {
  const found: Statement[] = [];
  walk(body, true, (statement) => found.push(statement));
  return found;
});

/** Visits the statements that run in the same scope: nested blocks, but not the bodies of functions and classes. */
export function eachStatementInScope(body: readonly Statement[], visit: (statement: Statement) => void): void {
  walk(body, false, visit);
}

/** With a stack of its own: a chain of ten thousand `elif`s is as deep as it is long. */
function walk(body: readonly Statement[], intoDefinitions: boolean, visit: (statement: Statement) => void): void {
  const pending: Statement[] = [];
  const add = (block: readonly Statement[]) => {
    for (let index = block.length - 1; index >= 0; index--) pending.push(block[index]!);
  };
  add(body);
  for (let statement = pending.pop(); statement !== undefined; statement = pending.pop()) {
    visit(statement);
    if (intoDefinitions && statement.kind === "FunctionStatement") add(statement.function.body);
    else if (intoDefinitions && statement.kind === "ClassStatement") add(statement.body);
    else {
      const blocks = nestedBlocks(statement);
      for (let index = blocks.length - 1; index >= 0; index--) add(blocks[index]!);
    }
  }
}

/** Visits every expression of a body, those in functions, classes and lambdas included; in no particular order within a statement. */
export function eachExpression(body: readonly Statement[], visit: (expression: Expression) => void): void {
  for (const expression of expressionsIn(body)) visit(expression);
}

const expressionsIn = memo((body: readonly Statement[]): readonly Expression[] => {
  const found: Expression[] = [];
  collect(body, found);
  return found;
});

function collect(body: readonly Statement[], found: Expression[]): void {
  const pending: Expression[] = [];
  eachStatement(body, (statement) => {
    pushExpressions(statement, pending);
    for (let expression = pending.pop(); expression !== undefined; expression = pending.pop()) {
      found.push(expression);
      if (expression.kind === "FunctionExpression") collect(expression.function.body, found);
      pushParts(expression, pending);
    }
  });
}

function push(expression: Expression | undefined, out: Expression[]): void {
  if (expression !== undefined) out.push(expression);
}
