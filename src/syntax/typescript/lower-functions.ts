import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { Expression, FunctionExpression } from "../expressions.js";
import type { FunctionForm, FunctionStatement, Parameter, Statement } from "../form.js";
import { unknown } from "../depth.js";
import type { Span } from "../span.js";
import { lowerExpression, lowerOptional } from "./lower-expressions.js";
import { lowerBody } from "./lower-statements.js";
import { lowerType } from "./lower-types.js";
import { inBlock, lowerIdentifier, type Lowering } from "./lowering.js";

export type FunctionNode =
  TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;

/** The name of a function or class, and where it stands. */
export interface FunctionName extends Span {
  readonly name: string | undefined;
}

export function lowerFunctionStatement(lowering: Lowering, node: TSESTree.FunctionDeclaration): FunctionStatement {
  const [start, end] = node.range;
  return { kind: "FunctionStatement", start, end, function: lowerFunction(lowering, node, ownName(node), node, []) };
}

export function lowerFunctionExpression(lowering: Lowering, node: FunctionNode): FunctionExpression {
  const [start, end] = node.range;
  return { kind: "FunctionExpression", start, end, function: lowerFunction(lowering, node, ownName(node), node, []) };
}

/** `whole` is the definition around the function when that is more than the function itself, as a method's is. */
export function lowerFunction(
  lowering: Lowering,
  node: FunctionNode,
  { name, start: nameStart, end: nameEnd }: FunctionName,
  whole: TSESTree.Node,
  decorators: readonly Expression[],
): FunctionForm {
  const [start, end] = whole.range;
  const params: Parameter[] = [];
  const properties: Statement[] = [];
  for (const param of node.params) {
    if (param.type === "Identifier" && param.name === "this") continue;
    params.push(lowerParameter(lowering, param));
    if (param.type === "TSParameterProperty") properties.push(assignProperty(param));
  }
  const inSwitch = lowering.inSwitch;
  lowering.inSwitch = false;
  const body = node.body.type === "BlockStatement" ? lowerBody(lowering, node.body) : lowerReturn(lowering, node.body);
  lowering.inSwitch = inSwitch;
  return {
    start,
    end,
    name,
    nameSpan: { start: nameStart, end: nameEnd },
    params,
    decorators,
    returns: lowerType(lowering, node.returnType),
    body: properties.length === 0 ? body : [...properties, ...body],
    isAsync: node.async,
    isGenerator: node.generator,
    isLambda: node.type === "ArrowFunctionExpression",
  };
}

function ownName(node: FunctionNode): FunctionName {
  return node.id === null ? { name: undefined, start: node.range[0], end: node.range[0] } : nameOf(node.id);
}

export function nameOf({ name, range }: TSESTree.Identifier): FunctionName {
  return { name, start: range[0], end: range[0] + name.length };
}

function lowerReturn(lowering: Lowering, node: TSESTree.Expression): Statement[] {
  return inBlock(lowering, () => {
    const value = lowerExpression(lowering, node);
    lowering.before.push({ kind: "Return", start: value.start, end: value.end, value });
  });
}

function lowerParameter(lowering: Lowering, node: TSESTree.Parameter): Parameter {
  const [start, end] = node.range;
  const inner = node.type === "TSParameterProperty" ? node.parameter : node;
  const variadic = inner.type === "RestElement" ? "sequence" : "none";
  const named: TSESTree.Node =
    inner.type === "AssignmentPattern" ? inner.left : inner.type === "RestElement" ? inner.argument : inner;
  const typed = inner.type === "RestElement" ? inner : named;
  const annotation =
    "typeAnnotation" in typed && typed.typeAnnotation?.type === "TSTypeAnnotation" ? typed.typeAnnotation : undefined;
  return {
    start,
    end,
    name: named.type === "Identifier" ? named.name : "",
    pattern: named.type === "Identifier" ? undefined : lowerExpression(lowering, named),
    annotation: lowerType(lowering, annotation),
    defaultValue: lowerOptional(lowering, inner.type === "AssignmentPattern" ? inner.right : undefined),
    variadic,
    keywordOnly: false,
  };
}

/** `constructor(private model: Model)` assigns `this.model`. */
function assignProperty({ range, parameter }: TSESTree.TSParameterProperty): Statement {
  const [start, end] = range;
  const named = parameter.type === "AssignmentPattern" ? parameter.left : parameter;
  const value = named.type === "Identifier" ? lowerIdentifier(named) : unknown({ start, end }, []);
  const name = value.kind === "Name" ? value.id : "";
  const nameSpan = { start: value.start, end: value.end };
  const object: Expression = { kind: "Name", start: value.start, end: value.start, id: "this" };
  const target: Expression = { kind: "Attribute", ...nameSpan, object, name, nameSpan };
  const targets = [target];
  return {
    kind: "Assign",
    start,
    end,
    targets,
    operator: undefined,
    value,
    annotation: undefined,
    declares: undefined,
  };
}
