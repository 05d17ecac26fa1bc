import { pushParts } from "../../../semantics/code/visit.js";
import type { Call, Expression } from "../../../syntax/expressions.js";
import type { Use } from "./read-code.js";

/** Visits the calls of an expression, those in lambdas included, each with what becomes of its result. */
export function eachCall(root: Expression, use: Use, visit: (call: Call, use: Use) => void): void {
  const pending: { readonly expression: Expression; readonly use: Use }[] = [{ expression: root, use }];
  const parts: Expression[] = [];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { expression } = next;
    if (expression.kind === "Await") {
      pending.push({ expression: expression.value, use: next.use });
      continue;
    }
    if (expression.kind === "Call") visit(expression, next.use);
    parts.length = 0;
    pushParts(expression, parts);
    if (expression.kind === "FunctionExpression") {
      for (const statement of expression.function.body) {
        if (statement.kind === "Return" && statement.value !== undefined) parts.push(statement.value);
        if (statement.kind === "ExpressionStatement") parts.push(statement.expression);
      }
    }
    // Inside an assertion or a test that decides, all that is called takes part in it.
    const inside: Use = next.use.kind === "asserted" || next.use.kind === "guard" ? next.use : { kind: "used" };
    for (const part of parts) pending.push({ expression: part, use: inside });
  }
}
