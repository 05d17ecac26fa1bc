import { enter, leave, MAX_DEPTH, skipTooDeep, tooDeep } from "./depth.js";
import type { BoolOp, ComparisonOperator, Expression, UnaryOp } from "./expression-nodes.js";
import { Kind } from "./kind.js";
import { nextToken } from "./lexer.js";
import { parseLambda } from "./parameters.js";
import { at, report, type Parser } from "./parser.js";
import { parsePrimary } from "./primary.js";
import { emptyExpression, expect, take } from "./recovery.js";
import { binaryOperator, comparisonOperator, PRECEDENCE, Token } from "./token.js";

/** An expression that may be named with `:=`. */
export function parseNamed(parser: Parser): Expression {
  const target = parseTest(parser);
  if (parser.token !== Token.ColonEqual) return target;
  nextToken(parser);
  const value = parseTest(parser);
  return { kind: Kind.NamedExpr, start: target.start, end: parser.previousEnd, target, value };
}

/** An expression without a comma or a name: a lambda, a conditional, or an `or`. */
export function parseTest(parser: Parser): Expression {
  if (parser.token === Token.Lambda) return parseLambda(parser);
  const { start } = parser;
  const body = parseOr(parser);
  if (parser.token !== Token.If) return body;
  nextToken(parser);
  const test = parseOr(parser);
  const orelse = parseOrelse(parser);
  return { kind: Kind.IfExp, start, end: parser.previousEnd, test, body, orelse };
}

function parseOrelse(parser: Parser): Expression {
  if (!expect(parser, Token.Else, "An `else` is missing here.")) return emptyExpression(parser);
  const orelse = enter(parser) ? parseTest(parser) : tooDeep(parser);
  leave(parser);
  return orelse;
}

export function parseOr(parser: Parser): Expression {
  const { start } = parser;
  const first = parseAnd(parser);
  if (parser.token !== Token.Or) return first;
  const values = [first];
  while (take(parser, Token.Or)) values.push(parseAnd(parser));
  return booleanOperation(parser, start, "Or", values);
}

function parseAnd(parser: Parser): Expression {
  const { start } = parser;
  const first = parseNot(parser);
  if (parser.token !== Token.And) return first;
  const values = [first];
  while (take(parser, Token.And)) values.push(parseNot(parser));
  return booleanOperation(parser, start, "And", values);
}

function booleanOperation(parser: Parser, start: number, op: "And" | "Or", values: Expression[]): BoolOp {
  return { kind: Kind.BoolOp, start, end: parser.previousEnd, op, values };
}

function parseNot(parser: Parser): Expression {
  if (parser.token !== Token.Not) return parseComparison(parser);
  const { start } = parser;
  nextToken(parser);
  const operand = enter(parser) ? parseNot(parser) : tooDeep(parser);
  leave(parser);
  return { kind: Kind.UnaryOp, start, end: parser.previousEnd, op: "Not", operand };
}

function parseComparison(parser: Parser): Expression {
  const { start } = parser;
  const left = parseBinary(parser, 1);
  let op = takeComparison(parser);
  if (op === null) return left;
  const ops: ComparisonOperator[] = [];
  const comparators: Expression[] = [];
  while (op !== null) {
    ops.push(op);
    comparators.push(parseBinary(parser, 1));
    op = takeComparison(parser);
  }
  return { kind: Kind.Compare, start, end: parser.previousEnd, left, ops, comparators };
}

function takeComparison(parser: Parser): ComparisonOperator | null {
  const { token } = parser;
  if (token >= Token.EqualEqual && token <= Token.GreaterEqual) {
    nextToken(parser);
    return comparisonOperator(token);
  }
  switch (token) {
    case Token.In:
      nextToken(parser);
      return "In";
    case Token.Is:
      nextToken(parser);
      return take(parser, Token.Not) ? "IsNot" : "Is";
    case Token.Not:
      nextToken(parser);
      if (!take(parser, Token.In)) report(parser, parser.start, "An `in` is missing here.");
      return "NotIn";
    default:
      return null;
  }
}

/** Arithmetic and bitwise operators that bind at least as strongly as `minimum`. */
export function parseBinary(parser: Parser, minimum: number): Expression {
  const { start, deepest } = parser;
  // From here on `deepest` is that of this operation alone, because every further operator pushes it one level down.
  parser.deepest = parser.depth;
  let left = parseUnary(parser);
  for (;;) {
    const { token } = parser;
    const precedence = PRECEDENCE[token]!;
    if (precedence < minimum || precedence === 0) break;
    if (++parser.deepest > MAX_DEPTH) {
      skipTooDeep(parser);
      break;
    }
    nextToken(parser);
    const right = parseBinary(parser, precedence + 1);
    left = { kind: Kind.BinOp, start, end: parser.previousEnd, left, op: binaryOperator(token), right };
  }
  if (deepest > parser.deepest) parser.deepest = deepest;
  return left;
}

function parseUnary(parser: Parser): Expression {
  const { token, start } = parser;
  if (token === Token.Minus || token === Token.Plus || token === Token.Tilde) {
    nextToken(parser);
    const operand = enter(parser) ? parseUnary(parser) : tooDeep(parser);
    leave(parser);
    return { kind: Kind.UnaryOp, start, end: parser.previousEnd, op: unaryOperator(token), operand };
  }
  const left = parsePrimary(parser);
  if (!at(parser, Token.DoubleStar)) return left;
  nextToken(parser);
  const right = enter(parser) ? parseUnary(parser) : tooDeep(parser);
  leave(parser);
  return { kind: Kind.BinOp, start, end: parser.previousEnd, left, op: "Pow", right };
}

function unaryOperator(token: Token): UnaryOp["op"] {
  if (token === Token.Minus) return "USub";
  return token === Token.Plus ? "UAdd" : "Invert";
}
