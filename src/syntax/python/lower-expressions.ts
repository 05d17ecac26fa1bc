import type * as expressions from "../expressions.js";
import { maximumDepth, unknown } from "../depth.js";
import type { BinOp, Call, Comprehension, Dict, Expression, Keyword, Slice } from "./expression-nodes.js";
import { Kind } from "./kind.js";
import { lowerLambda } from "./lower-functions.js";
import type { JoinedStr } from "./literal-nodes.js";
import { binaryOperators, comparisonOperators, unaryOperators } from "./lower-operators.js";
import { lowerConstant, lowerFlat, lowerName, type Lowering } from "./lowering.js";

export function lowerExpression(lowering: Lowering, node: Expression): expressions.Expression {
  if (node.kind === Kind.Name) return lowerName(node);
  if (node.kind === Kind.Constant) return lowerConstant(node);
  if (lowering.depth >= maximumDepth) return lowerFlat(node);
  lowering.depth++;
  const expression = lowerInner(lowering, node);
  lowering.depth--;
  return expression;
}

export function lowerOptional(lowering: Lowering, node: Expression | null): expressions.Expression | undefined {
  return node === null ? undefined : lowerExpression(lowering, node);
}

export function lowerAll(lowering: Lowering, nodes: readonly Expression[]): expressions.Expression[] {
  const expressions: expressions.Expression[] = [];
  for (const node of nodes) expressions.push(lowerExpression(lowering, node));
  return expressions;
}

function lowerInner(lowering: Lowering, node: Expression): expressions.Expression {
  const { start, end } = node;
  switch (node.kind) {
    case Kind.Name:
      return lowerName(node);
    case Kind.Constant:
      return lowerConstant(node);
    case Kind.Attribute: {
      const object = lowerExpression(lowering, node.value);
      const nameSpan = { start: node.attrStart, end: node.attrStart + node.attr.length };
      return { kind: "Attribute", start, end, object, name: node.attr, nameSpan };
    }
    case Kind.Call: {
      const callee = lowerExpression(lowering, node.func);
      return {
        kind: "Call",
        start,
        end,
        callee,
        args: lowerArguments(lowering, node),
        argsEnd: node.argsEnd,
        isNew: false,
      };
    }
    case Kind.Subscript: {
      const object = lowerExpression(lowering, node.value);
      return { kind: "Subscript", start, end, object, index: lowerExpression(lowering, node.slice) };
    }
    case Kind.Slice:
      return lowerSlice(lowering, node);
    case Kind.BinOp:
      return lowerBinary(lowering, node);
    case Kind.BoolOp: {
      const operator = node.op === "And" ? "and" : "or";
      return { kind: "Operation", start, end, operator, operands: lowerAll(lowering, node.values) };
    }
    case Kind.UnaryOp: {
      const operands = [lowerExpression(lowering, node.operand)];
      return { kind: "Operation", start, end, operator: unaryOperators[node.op], operands };
    }
    case Kind.Compare: {
      const operators = node.ops.map((operator) => comparisonOperators[operator]);
      const operands = [lowerExpression(lowering, node.left), ...lowerAll(lowering, node.comparators)];
      return { kind: "Comparison", start, end, operators, operands };
    }
    case Kind.IfExp: {
      const test = lowerExpression(lowering, node.test);
      const then = lowerExpression(lowering, node.body);
      return { kind: "Conditional", start, end, test, then, otherwise: lowerExpression(lowering, node.orelse) };
    }
    case Kind.List:
      return { kind: "Sequence", start, end, form: "list", items: lowerAll(lowering, node.elts) };
    case Kind.Tuple:
      return { kind: "Sequence", start, end, form: "tuple", items: lowerAll(lowering, node.elts) };
    case Kind.Set:
      return { kind: "Sequence", start, end, form: "set", items: lowerAll(lowering, node.elts) };
    case Kind.Dict:
      return { kind: "Mapping", start, end, entries: lowerEntries(lowering, node) };
    case Kind.ListComp:
    case Kind.SetComp:
    case Kind.GeneratorExp: {
      const kind = node.kind === Kind.ListComp ? "list" : node.kind === Kind.SetComp ? "set" : "generator";
      const clauses = lowerClauses(lowering, node.generators);
      return {
        kind: "Comprehension",
        start,
        end,
        form: kind,
        key: undefined,
        element: lowerExpression(lowering, node.elt),
        clauses,
      };
    }
    case Kind.DictComp: {
      const clauses = lowerClauses(lowering, node.generators);
      const key = lowerExpression(lowering, node.key);
      return {
        kind: "Comprehension",
        start,
        end,
        form: "mapping",
        key,
        element: lowerExpression(lowering, node.value),
        clauses,
      };
    }
    case Kind.Lambda:
      return lowerLambda(lowering, node);
    case Kind.NamedExpr: {
      const target = lowerExpression(lowering, node.target);
      return {
        kind: "AssignExpression",
        start,
        end,
        target,
        operator: undefined,
        value: lowerExpression(lowering, node.value),
      };
    }
    case Kind.JoinedStr:
      return lowerJoined(lowering, node);
    case Kind.FormattedValue:
      return lowerExpression(lowering, node.value);
    case Kind.Starred:
      return { kind: "Spread", start, end, value: lowerExpression(lowering, node.value) };
    case Kind.Await:
      return { kind: "Await", start, end, value: lowerExpression(lowering, node.value) };
    case Kind.Yield:
      lowering.yields = true;
      return { kind: "Yield", start, end, value: lowerOptional(lowering, node.value) };
    case Kind.YieldFrom: {
      lowering.yields = true;
      const value = lowerExpression(lowering, node.value);
      return { kind: "Yield", start, end, value: { kind: "Spread", start: value.start, end: value.end, value } };
    }
    case Kind.Invalid:
      return unknown(node, lowerAll(lowering, node.parts));
    case Kind.Magic:
      return unknown(node, []);
  }
}

/** Positional and keyword arguments are two lists in CPython's tree; here they stand in the order of the source. */
function lowerArguments(lowering: Lowering, { args, keywords }: Call): expressions.Argument[] {
  const lowered: expressions.Argument[] = [];
  let next = 0;
  for (const node of args) {
    while (next < keywords.length && keywords[next]!.start < node.start)
      lowered.push(lowerKeyword(lowering, keywords[next++]!));
    const starred = node.kind === Kind.Starred;
    const value = lowerExpression(lowering, starred ? node.value : node);
    lowered.push({ start: node.start, end: node.end, name: undefined, spread: starred ? "sequence" : "none", value });
  }
  while (next < keywords.length) lowered.push(lowerKeyword(lowering, keywords[next++]!));
  return lowered;
}

export function lowerKeyword(lowering: Lowering, node: Keyword): expressions.Argument {
  const value = lowerExpression(lowering, node.value);
  const spread = node.arg === null ? "mapping" : "none";
  return { start: node.start, end: node.end, name: node.arg ?? undefined, spread, value };
}

function lowerSlice(lowering: Lowering, { start, end, lower, upper, step }: Slice): expressions.Slice {
  return {
    kind: "Slice",
    start,
    end,
    lower: lowerOptional(lowering, lower),
    upper: lowerOptional(lowering, upper),
    step: lowerOptional(lowering, step),
  };
}

/** The tree of `a + b + c + ...` leans left as far as the chain is long, so it is unwound here and not by recursion. */
function lowerBinary(lowering: Lowering, node: BinOp): expressions.Operation {
  const operands = [lowerExpression(lowering, node.right)];
  let left = node.left;
  while (left.kind === Kind.BinOp && left.op === node.op && node.op !== "Pow") {
    operands.push(lowerExpression(lowering, left.right));
    left = left.left;
  }
  operands.push(lowerExpression(lowering, left));
  operands.reverse();
  return { kind: "Operation", start: node.start, end: node.end, operator: binaryOperators[node.op], operands };
}

function lowerEntries(lowering: Lowering, { keys, values }: Dict): expressions.Mapping["entries"] {
  return values.map((value, index) => ({
    key: lowerOptional(lowering, keys[index] ?? null),
    value: lowerExpression(lowering, value),
  }));
}

function lowerClauses(lowering: Lowering, clauses: readonly Comprehension[]): expressions.Comprehension["clauses"] {
  return clauses.map(({ target, iter, ifs }) => ({
    target: lowerExpression(lowering, target),
    iterable: lowerExpression(lowering, iter),
    conditions: lowerAll(lowering, ifs),
  }));
}

/** An f-string without fields is the string it stands for. */
function lowerJoined(lowering: Lowering, { start, end, values, texts, isTemplate }: JoinedStr): expressions.Expression {
  if (values.length === 0 && !isTemplate) return { kind: "Literal", start, end, type: "string", value: texts.join("") };
  const parts: expressions.Expression[] = [];
  const between = [texts[0] ?? ""];
  values.forEach((field, index) => {
    parts.push(lowerExpression(lowering, field.value));
    for (const inner of field.format_spec?.values ?? []) {
      between.push("");
      parts.push(lowerExpression(lowering, inner.value));
    }
    between.push(texts[index + 1] ?? "");
  });
  return { kind: "Template", start, end, parts, texts: between };
}
