import { pushParts } from "../../../semantics/code/visit.js";
import type { Call, Expression } from "../../../syntax/expressions.js";
import type { FunctionForm } from "../../../syntax/form.js";
import type { Use } from "./read-code.js";
import { isSkippedSuite } from "./what-runs.js";

/**
 * Visits the calls of an expression, those in lambdas included, each with what becomes of its result, and whether a
 * comprehension repeats it. Functions with statements of their own are given to `enter` instead.
 */
export function eachCall(
  root: Expression,
  use: Use,
  visit: (call: Call, use: Use, isRepeated: boolean) => void,
  enter: (form: FunctionForm) => void,
): void {
  const pending: Pending[] = [{ expression: root, use, isRepeated: false }];
  const parts: Expression[] = [];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { expression } = next;
    if (expression.kind === "Await") {
      pending.push({ ...next, expression: expression.value });
      continue;
    }
    if (expression.kind === "Call") visit(expression, next.use, next.isRepeated);
    parts.length = 0;
    if (expression.kind === "Call" && isSkippedSuite(expression)) continue;
    pushParts(expression, parts);
    if (expression.kind === "FunctionExpression") {
      const [only, second] = expression.function.body;
      if (only?.kind === "Return" && second === undefined) {
        if (only.value !== undefined) parts.push(only.value);
      } else enter(expression.function);
    }
    // Inside an assertion or a test that decides, all that is called takes part in it.
    const inside: Use = next.use.kind === "asserted" || next.use.kind === "guard" ? next.use : { kind: "used" };
    const isRepeated = next.isRepeated || expression.kind === "Comprehension";
    for (const part of parts) pending.push({ expression: part, use: inside, isRepeated });
  }
}

interface Pending {
  readonly expression: Expression;
  readonly use: Use;
  /** Within a comprehension. */
  readonly isRepeated: boolean;
}
