import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { Argument, Call, Expression, Operation, Template } from "../expressions.js";
import { maximumDepth, unknown } from "../depth.js";
import { lowerClassExpression } from "./lower-classes.js";
import { lowerFunctionExpression } from "./lower-functions.js";
import { lowerElement } from "./lower-jsx.js";
import { lowerAssignmentExpression, lowerObject, lowerPattern } from "./lower-patterns.js";
import { lowerFlat, lowerIdentifier, lowerLiteral, type Lowering } from "./lowering.js";

/** Any node that can stand where a value is expected. Types are erased: `x as T`, `x!` and `f<T>` are `x` and `f`. */
export function lowerExpression(lowering: Lowering, node: TSESTree.Node): Expression {
  if (node.type === "Identifier") return lowerIdentifier(node);
  if (node.type === "Literal") return lowerLiteral(node);
  if (lowering.depth >= maximumDepth) return lowerFlat(node);
  lowering.depth++;
  const expression = lowerInner(lowering, node);
  lowering.depth--;
  return expression;
}

export function lowerOptional(lowering: Lowering, node: TSESTree.Node | null | undefined): Expression | undefined {
  return node === null || node === undefined ? undefined : lowerExpression(lowering, node);
}

/** A hole in an array becomes an empty `Unknown`, so that the others keep their places. */
export function lowerAll(lowering: Lowering, nodes: readonly (TSESTree.Node | null)[], at: number): Expression[] {
  return nodes.map((node) => lowerOptional(lowering, node) ?? unknown({ start: at, end: at }, []));
}

function lowerInner(lowering: Lowering, node: TSESTree.Node): Expression {
  const [start, end] = node.range;
  switch (node.type) {
    case "Identifier":
    case "JSXIdentifier":
      return lowerIdentifier(node);
    case "Literal":
      return lowerLiteral(node);
    case "PrivateIdentifier":
      return { kind: "Name", start, end, id: `#${node.name}` };
    case "ThisExpression":
      return { kind: "Name", start, end, id: "this" };
    case "Super":
      return { kind: "Name", start, end, id: "super" };
    case "MemberExpression": {
      const object = lowerExpression(lowering, node.object);
      if (node.computed)
        return { kind: "Subscript", start, end, object, index: lowerExpression(lowering, node.property) };
      const name = node.property.type === "PrivateIdentifier" ? `#${node.property.name}` : node.property.name;
      const nameSpan = { start: node.property.range[0], end: node.property.range[1] };
      return { kind: "Attribute", start, end, object, name, nameSpan };
    }
    case "MetaProperty": {
      const object = lowerExpression(lowering, node.meta);
      const nameSpan = { start: node.property.range[0], end: node.property.range[1] };
      return { kind: "Attribute", start, end, object, name: node.property.name, nameSpan };
    }
    case "CallExpression":
      return lowerCall(lowering, node, lowerExpression(lowering, node.callee), node.arguments, false);
    case "NewExpression":
      return lowerCall(lowering, node, lowerExpression(lowering, node.callee), node.arguments, true);
    case "ImportExpression": {
      const callee: Expression = { kind: "Name", start, end: start + "import".length, id: "import" };
      // While `import(` is being typed there is no source yet, whatever the types say.
      const values = [node.source, node.options].filter((value) => !!value);
      return lowerCall(lowering, node, callee, values, false);
    }
    case "TaggedTemplateExpression":
      return lowerCall(lowering, node, lowerExpression(lowering, node.tag), [node.quasi], false);
    case "TemplateLiteral":
      return lowerTemplate(lowering, node);
    case "BinaryExpression":
    case "LogicalExpression":
      return lowerBinary(lowering, node);
    case "UnaryExpression": {
      const operator = node.operator === "!" ? "not" : node.operator;
      return { kind: "Operation", start, end, operator, operands: [lowerExpression(lowering, node.argument)] };
    }
    case "ConditionalExpression": {
      const test = lowerExpression(lowering, node.test);
      const then = lowerExpression(lowering, node.consequent);
      return { kind: "Conditional", start, end, test, then, otherwise: lowerExpression(lowering, node.alternate) };
    }
    case "ArrayExpression":
      return { kind: "Sequence", start, end, form: "list", items: lowerAll(lowering, node.elements, end) };
    case "ObjectExpression":
      return lowerObject(lowering, node);
    case "ArrayPattern":
    case "ObjectPattern":
    case "AssignmentPattern":
    case "RestElement":
      return lowerPattern(lowering, node);
    case "AssignmentExpression":
    case "UpdateExpression":
      return lowerAssignmentExpression(lowering, node);
    case "FunctionExpression":
    case "FunctionDeclaration":
    case "ArrowFunctionExpression":
      return lowerFunctionExpression(lowering, node);
    case "ClassExpression":
      return lowerClassExpression(lowering, node);
    case "AwaitExpression":
      return { kind: "Await", start, end, value: lowerExpression(lowering, node.argument) };
    case "YieldExpression": {
      const value = lowerOptional(lowering, node.argument);
      if (!node.delegate || value === undefined) return { kind: "Yield", start, end, value };
      return { kind: "Yield", start, end, value: { kind: "Spread", start: value.start, end: value.end, value } };
    }
    case "SpreadElement":
      return { kind: "Spread", start, end, value: lowerExpression(lowering, node.argument) };
    case "SequenceExpression":
      return unknown({ start, end }, lowerAll(lowering, node.expressions, end));
    case "ChainExpression":
    case "TSAsExpression":
    case "TSInstantiationExpression":
    case "TSNonNullExpression":
    case "TSSatisfiesExpression":
    case "TSTypeAssertion":
    case "Decorator":
    case "JSXExpressionContainer":
    case "JSXSpreadChild":
      return lowerExpression(lowering, node.expression);
    case "JSXElement":
    case "JSXFragment":
      return unknown({ start, end }, lowerElement(lowering, node));
    case "TSExternalModuleReference":
      return lowerExpression(lowering, node.expression);
    case "TSQualifiedName": {
      const object = lowerExpression(lowering, node.left);
      const nameSpan = { start: node.right.range[0], end: node.right.range[1] };
      return { kind: "Attribute", start, end, object, name: node.right.name, nameSpan };
    }
    default:
      return lowerFlat(node);
  }
}

function lowerCall(
  lowering: Lowering,
  node: TSESTree.Node,
  callee: Expression,
  values: readonly TSESTree.Node[],
  isNew: boolean,
): Call {
  const [start, end] = node.range;
  const args = values.map((value): Argument => {
    const isSpread = value.type === "SpreadElement";
    const lowered = lowerExpression(lowering, isSpread ? value.argument : value);
    const [from, to] = value.range;
    return { start: from, end: to, name: undefined, spread: isSpread ? "sequence" : "none", value: lowered };
  });
  const argsEnd = lowering.text[end - 1] === ")" ? end - 1 : end;
  return { kind: "Call", start, end, callee, args, argsEnd, isNew };
}

/** A template without fields is the string it stands for. */
function lowerTemplate(lowering: Lowering, node: TSESTree.TemplateLiteral): Expression {
  const [start, end] = node.range;
  const texts = node.quasis.map(({ value }) => value.cooked ?? value.raw);
  if (node.expressions.length === 0) return { kind: "Literal", start, end, type: "string", value: texts.join("") };
  const parts = lowerAll(lowering, node.expressions, end);
  // Broken source can lack the last stretch.
  const between = [...parts, undefined].map((_, index) => texts[index] ?? "");
  return { kind: "Template", start, end, parts, texts: between } satisfies Template;
}

type Binary = TSESTree.BinaryExpression | TSESTree.LogicalExpression;

/** As in Python, a chain of one operator is one operation; it is unwound here and not by recursion. */
function lowerBinary(lowering: Lowering, node: Binary): Expression {
  const [start, end] = node.range;
  const comparison = comparisons.get(node.operator);
  if (comparison !== undefined) {
    const operands = [lowerExpression(lowering, node.left), lowerExpression(lowering, node.right)];
    return { kind: "Comparison", start, end, operators: [comparison], operands };
  }
  const operands = [lowerExpression(lowering, node.right)];
  let left: TSESTree.Node = node.left;
  while (isBinary(left) && left.operator === node.operator && node.operator !== "**") {
    operands.push(lowerExpression(lowering, left.right));
    left = left.left;
  }
  operands.push(lowerExpression(lowering, left));
  operands.reverse();
  return { kind: "Operation", start, end, operator: operatorName(node.operator), operands } satisfies Operation;
}

function isBinary(node: TSESTree.Node): node is Binary {
  return node.type === "BinaryExpression" || node.type === "LogicalExpression";
}

export function operatorName(operator: string): string {
  return operator === "&&" ? "and" : operator === "||" ? "or" : operator;
}

const comparisons = new Map<string, string>([
  ["===", "=="],
  ["!==", "!="],
  ...["==", "!=", "<", "<=", ">", ">=", "in", "instanceof"].map((operator): [string, string] => [operator, operator]),
]);
