import type { Expression, Starred, Yield, YieldFrom } from "./expression-nodes.js";
import { parseBinary, parseNamed, parseTest } from "./expressions.js";
import { Kind } from "./kind.js";
import { nextToken } from "./lexer.js";
import { at, type Parser } from "./parser.js";
import { startsExpression, take } from "./recovery.js";
import { Token } from "./token.js";

/** One expression, or a tuple without parentheses. */
export function parseExpressionList(parser: Parser): Expression {
  const { start } = parser;
  const first = parseStarNamed(parser);
  if (parser.token !== Token.Comma) return first;
  const elts = [first];
  while (take(parser, Token.Comma)) {
    if (!startsExpression(parser) || at(parser, Token.Yield)) break;
    elts.push(parseStarNamed(parser));
  }
  return { kind: Kind.Tuple, start, end: parser.previousEnd, elts };
}

/** The targets of a `for`, which end before `in`. */
export function parseTargets(parser: Parser): Expression {
  const { start } = parser;
  const first = parseTarget(parser);
  if (parser.token !== Token.Comma) return first;
  const elts = [first];
  while (take(parser, Token.Comma)) {
    if (!startsExpression(parser)) break;
    elts.push(parseTarget(parser));
  }
  return { kind: Kind.Tuple, start, end: parser.previousEnd, elts };
}

export function parseTarget(parser: Parser): Expression {
  return parser.token === Token.Star ? parseStarred(parser) : parseBinary(parser, 1);
}

export function parseStarNamed(parser: Parser): Expression {
  return parser.token === Token.Star ? parseStarred(parser) : parseNamed(parser);
}

function parseStarred(parser: Parser): Starred {
  const { start } = parser;
  nextToken(parser);
  const value = parseBinary(parser, 1);
  return { kind: Kind.Starred, start, end: parser.previousEnd, value };
}

export function parseYield(parser: Parser): Yield | YieldFrom {
  const { start } = parser;
  nextToken(parser);
  if (take(parser, Token.From)) {
    const value = parseTest(parser);
    return { kind: Kind.YieldFrom, start, end: parser.previousEnd, value };
  }
  const value = startsExpression(parser) ? parseExpressionList(parser) : null;
  return { kind: Kind.Yield, start, end: parser.previousEnd, value };
}

/** The right side of an assignment. */
export function parseAssigned(parser: Parser): Expression {
  return parser.token === Token.Yield ? parseYield(parser) : parseExpressionList(parser);
}
