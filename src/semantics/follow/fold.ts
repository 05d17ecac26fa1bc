import { joinValues, truth, type Value } from "../values.js";

/** The result of an operator on literals, where it can be told; undefined otherwise. */
export function foldOperation(operator: string, operands: readonly Value[]): Value | undefined {
  const [first, second] = operands;
  if (operator === "and") {
    return operands.some((operand) => truth(operand) === false)
      ? { kind: "literal", value: false }
      : lastOr(operands, true);
  }
  if (operator === "or") return lastOr(operands, false);
  if (operands.length === 1 && first !== undefined) {
    if (operator === "not") {
      const known = truth(first);
      return known === undefined ? undefined : { kind: "literal", value: !known };
    }
    if (first.kind === "literal" && typeof first.value === "number") {
      if (operator === "-") return { kind: "literal", value: -first.value };
      if (operator === "+") return first;
    }
    return undefined;
  }
  if (operands.length !== 2 || first?.kind !== "literal" || second?.kind !== "literal") return undefined;
  const [a, b] = [first.value, second.value];
  if (typeof a === "string" && typeof b === "string" && operator === "+") return { kind: "literal", value: a + b };
  if (typeof a !== "number" || typeof b !== "number") return undefined;
  const value = arithmetic(operator, a, b);
  return value === undefined ? undefined : { kind: "literal", value };
}

/** What a chain of `and` or `or` gives: the last operand, or an earlier one that does not certainly hand on. */
function lastOr(operands: readonly Value[], handsOn: boolean): Value {
  return operands
    .filter((operand, index) => index === operands.length - 1 || truth(operand) !== handsOn)
    .reduce(joinValues);
}

function arithmetic(operator: string, a: number, b: number): number | undefined {
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return b === 0 ? undefined : a / b;
    case "//":
      return b === 0 ? undefined : Math.floor(a / b);
    case "**":
      return a ** b;
    default:
      return undefined;
  }
}

/** The outcome of a comparison of literals, where it can be told. */
export function foldComparison(operators: readonly string[], operands: readonly Value[]): Value | undefined {
  const [first, second] = operands;
  if (operators.length !== 1 || first === undefined || second === undefined) return undefined;
  const operator = operators[0];
  const result = (value: boolean | undefined): Value | undefined =>
    value === undefined ? undefined : { kind: "literal", value };
  if (first.kind === "literal" && second.kind === "literal") {
    if (operator === "==" || operator === "is") return result(first.value === second.value);
    if (operator === "!=" || operator === "is not") return result(first.value !== second.value);
    if (typeof first.value !== "string" || typeof second.value !== "string") return undefined;
    if (operator === "in") return result(second.value.includes(first.value));
    return operator === "not in" ? result(!second.value.includes(first.value)) : undefined;
  }
  if (operator === "in" || operator === "not in") {
    const items =
      second.kind === "tuple"
        ? second.items
        : second.kind === "entity" && !second.facts.has("contents")
          ? second.items
          : undefined;
    if (first.kind !== "literal" || items === undefined) return undefined;
    if (!items.every((item) => item.kind === "literal")) return undefined;
    const found = items.some((item) => item.value === first.value);
    return result(found === (operator === "in"));
  }
  // Something that was made is not None.
  const isNone = (value: Value): boolean => value.kind === "literal" && value.value === null;
  const isMade = (value: Value): boolean =>
    value.kind === "closure" ||
    value.kind === "class" ||
    value.kind === "tuple" ||
    (value.kind === "entity" &&
      (value.class !== undefined ||
        value.origin.how === "container" ||
        (value.origin.how === "call" && value.type !== undefined) ||
        value.facts.has("given")));
  if ((isNone(first) && isMade(second)) || (isNone(second) && isMade(first))) {
    if (operator === "is" || operator === "==") return result(false);
    if (operator === "is not" || operator === "!=") return result(true);
  }
  return undefined;
}
