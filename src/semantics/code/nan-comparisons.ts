import { equalityFunctions, equalityMethods } from "../../knowledge/numpy.js";
import type { Comparison, Expression } from "../../syntax/expressions.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { alternatives, type Value } from "../values.js";
import { comparedPairs, type ComparedPair } from "./comparisons.js";
import { isParameter } from "./local-names.js";
import { isMissingConstant, isNan } from "./nan.js";
import { perModel } from "./per-model.js";
import { uniqueCalls } from "./unique.js";

/** A value that is compared with NaN in order to find missing values. */
export interface NanComparison {
  readonly comparison: Comparison;
  readonly operator: string;
  readonly nan: Expression;
  readonly other: Expression;
  readonly otherValue: Value | undefined;
}

/** The comparisons by an operator. Where somebody asks for the very object, as for an option's default, no value is looked for. */
export const nanComparisons = perModel((model): readonly NanComparison[] =>
  mentionsNan(model) ? comparedPairs(model).flatMap((pair) => comparisonWithNan(model, pair) ?? []) : [],
);

/** The same as calls: `frame.eq(np.nan)`, `np.equal(x, np.nan)`. */
export const nanEqualityCalls = perModel((model): readonly CallEvent[] => {
  const asked = model.calls.filter(({ method, path, args }) => {
    const isMethod = method !== undefined && equalityMethods.has(method) && args.positional.length > 0;
    return (isMethod || (path !== undefined && equalityFunctions.has(path))) && args.positional.some(isNan);
  });
  return uniqueCalls(asked);
});

/** Files in which no missing value is written need no walk through every comparison. */
function mentionsNan({ form }: Model): boolean {
  return /nan|\bNA\b|NaT/i.test(form.text);
}

const operators = new Set(["==", "!=", "is", "is not"]);

function comparisonWithNan(model: Model, pair: ComparedPair): NanComparison | undefined {
  const { comparison, operator, left, right, leftValue, rightValue } = pair;
  const isLeft = isNan(leftValue);
  // Both sides: somebody shows or tests what NaN does.
  if (isLeft === isNan(rightValue) || !operators.has(operator)) return undefined;
  const [nan, other] = isLeft ? [left, right] : [right, left];
  const [nanValue, otherValue] = isLeft ? [leftValue, rightValue] : [rightValue, leftValue];
  // `fill == 0`, where `fill` is NaN: whether an option was chosen is asked, not whether a number is NaN.
  if (nan.kind === "Name" && (isParameter(model.form, nan) || other.kind === "Literal")) return undefined;
  const isIdentity = operator.startsWith("is");
  if (isIdentity && (isMissingConstant(nanValue) || isOption(other, otherValue))) return undefined;
  return { comparison, operator, nan, other, otherValue };
}

/** `if fill is np.nan`, where `fill` is a parameter: a default or an option is being recognised, which is one object. */
function isOption({ kind }: Expression, value: Value | undefined): boolean {
  if (kind !== "Name" && kind !== "Attribute") return false;
  return alternatives(value).some(
    (option) =>
      option.kind === "literal" ||
      (option.kind === "entity" && (option.origin.how === "parameter" || option.origin.how === "attribute")),
  );
}
