import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { AssignExpression, Expression, Mapping } from "../expressions.js";
import { lowerAll, lowerExpression, operatorName } from "./lower-expressions.js";
import type { Lowering } from "./lowering.js";

type Pattern = TSESTree.ArrayPattern | TSESTree.ObjectPattern | TSESTree.AssignmentPattern | TSESTree.RestElement;

/** What stands left of `=`: destructuring looks like the value that it takes apart. */
export function lowerPattern(lowering: Lowering, node: Pattern): Expression {
  const [start, end] = node.range;
  switch (node.type) {
    case "ArrayPattern":
      return { kind: "Sequence", start, end, form: "list", items: lowerAll(lowering, node.elements, end) };
    case "ObjectPattern":
      return lowerObject(lowering, node);
    case "AssignmentPattern": {
      const target = lowerExpression(lowering, node.left);
      const value = lowerExpression(lowering, node.right);
      return { kind: "AssignExpression", start, end, target, operator: undefined, value };
    }
    default:
      return { kind: "Spread", start, end, value: lowerExpression(lowering, node.argument) };
  }
}

/** A plain key is the string that it names, as in Python's dicts. */
export function lowerObject(lowering: Lowering, node: TSESTree.ObjectExpression | TSESTree.ObjectPattern): Mapping {
  const [start, end] = node.range;
  const entries: { key: Expression | undefined; value: Expression }[] = [];
  for (const property of node.properties) {
    if (property.type !== "Property") {
      entries.push({ key: undefined, value: lowerExpression(lowering, property.argument) });
      continue;
    }
    const key = lowerKey(lowering, property.key, property.computed);
    entries.push({ key, value: lowerExpression(lowering, property.value) });
  }
  return { kind: "Mapping", start, end, entries };
}

export function lowerKey(lowering: Lowering, key: TSESTree.Node, computed: boolean): Expression {
  if (computed || key.type !== "Identifier") return lowerExpression(lowering, key);
  return { kind: "Literal", start: key.range[0], end: key.range[1], type: "string", value: key.name };
}

type Assignment = TSESTree.AssignmentExpression | TSESTree.UpdateExpression;

export function lowerAssignmentExpression(lowering: Lowering, node: Assignment): AssignExpression {
  const [start, end] = node.range;
  const { target, operator, value } = lowerAssignment(lowering, node);
  return { kind: "AssignExpression", start, end, target, operator, value };
}

/** `i++` is `i += 1`; its one stands where the operator is. */
export function lowerAssignment(
  lowering: Lowering,
  node: Assignment,
): { readonly target: Expression; readonly operator: string | undefined; readonly value: Expression } {
  if (node.type === "UpdateExpression") {
    const [start, end] = node.range;
    const sign = node.prefix ? { start, end: start + 2 } : { start: end - 2, end };
    const value: Expression = { kind: "Literal", ...sign, type: "number", value: 1 };
    return { target: lowerExpression(lowering, node.argument), operator: node.operator === "++" ? "+" : "-", value };
  }
  const target = lowerExpression(lowering, node.left);
  const operator = node.operator === "=" ? undefined : operatorName(node.operator.slice(0, -1));
  return { target, operator, value: lowerExpression(lowering, node.right) };
}
