import type { Comparison, Expression } from "../../syntax/expressions.js";
import type { Model } from "../model.js";
import type { Value } from "../values.js";
import { eachExpression } from "./visit.js";

/** One link of a chain of comparisons, with what its operands were found to be. */
export interface ComparedPair {
  readonly comparison: Comparison;
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
  readonly leftValue: Value | undefined;
  readonly rightValue: Value | undefined;
}

/** Every comparison of a file that was seen happening, pair by pair, in order of the source. */
export function comparedPairs(model: Model): readonly ComparedPair[] {
  const found: ComparedPair[] = [];
  eachExpression(model.form.body, (expression) => {
    if (expression.kind !== "Comparison") return;
    expression.operators.forEach((operator, index) => {
      const [left, right] = [expression.operands[index], expression.operands[index + 1]];
      if (left === undefined || right === undefined) return;
      const [leftValue, rightValue] = [model.valueOf(left), model.valueOf(right)];
      found.push({ comparison: expression, operator, left, right, leftValue, rightValue });
    });
  });
  return found.sort((a, b) => a.left.start - b.left.start);
}
