import { parseAtom } from "./atoms.js";
import { Character } from "./characters.js";
import { parseComprehensions } from "./comprehensions.js";
import { enter, leave, MAX_DEPTH, skipTooDeep, tooDeep } from "./depth.js";
import { parseStarNamed } from "./expression-lists.js";
import type { Attribute, Call, Expression, Keyword, Subscript } from "./expression-nodes.js";
import { parseNamed, parseTest } from "./expressions.js";
import { Kind } from "./kind.js";
import { nextToken } from "./lexer.js";
import { at, nameText, report, type Parser } from "./parser.js";
import {
  atLogicalEnd,
  closeBracket,
  missingExpression,
  recoverInBrackets,
  startsExpression,
  take,
} from "./recovery.js";
import { FIRST_KEYWORD, Token } from "./token.js";

/** An atom with its attributes, calls and subscripts, and `await` before it. */
export function parsePrimary(parser: Parser): Expression {
  if (parser.token !== Token.Await) return parseTrailers(parser);
  const { start } = parser;
  nextToken(parser);
  const value = parseTrailers(parser);
  return { kind: Kind.Await, start, end: parser.previousEnd, value };
}

function parseTrailers(parser: Parser): Expression {
  const { start } = parser;
  let node = parseAtom(parser);
  for (;;) {
    const { token } = parser;
    if (token !== Token.Dot && token !== Token.LeftParenthesis && token !== Token.LeftBracket) return node;
    if (++parser.deepest > MAX_DEPTH) {
      skipTooDeep(parser);
      return node;
    }
    if (token === Token.Dot) node = parseAttribute(parser, node, start);
    else if (token === Token.LeftParenthesis) node = parseCall(parser, node, start);
    else node = parseSubscript(parser, node, start);
  }
}

export function parseAttribute(parser: Parser, value: Expression, start: number): Attribute {
  nextToken(parser);
  if (parser.token === Token.Name || isKeywordAsAttribute(parser)) {
    const { start: attrStart, end } = parser;
    const attr = nameText(parser);
    nextToken(parser);
    return { kind: Kind.Attribute, start, end, value, attr, attrStart };
  }
  report(parser, parser.start, "The name of an attribute is missing here.");
  const end = parser.previousEnd;
  return { kind: Kind.Attribute, start, end, value, attr: "", attrStart: end };
}

/** `loss.is` is half of a longer name, but in `model. if` the name is missing. */
function isKeywordAsAttribute(parser: Parser): boolean {
  if (parser.token < FIRST_KEYWORD || parser.start !== parser.previousEnd) return false;
  return parser.text.charCodeAt(parser.end) !== Character.Space;
}

/** The arguments of a call, from the parenthesis on; of a class, its bases. */
export function parseCall(parser: Parser, func: Expression, start: number): Call {
  const open = parser.start;
  const args: Expression[] = [];
  const keywords: Keyword[] = [];
  nextToken(parser);
  if (enter(parser)) parseArguments(parser, open, args, keywords);
  else args.push(tooDeep(parser));
  leave(parser);
  const lone = args.length === 1 && keywords.length === 0 ? args[0] : undefined;
  const isClosed = parser.token === Token.RightParenthesis;
  // The parentheses of a call belong to a generator that is its only argument, as in CPython.
  const hasLoneGenerator = lone?.kind === Kind.GeneratorExp && lone.start === open && isClosed;
  const argsEnd = isClosed ? parser.start : parser.previousEnd;
  if (hasLoneGenerator) {
    const { elt, generators } = lone;
    args[0] = { kind: Kind.GeneratorExp, start: open, end: parser.end, elt, generators };
  }
  closeBracket(parser, Token.RightParenthesis);
  return { kind: Kind.Call, start, end: parser.previousEnd, func, args, keywords, argsEnd };
}

function parseArguments(parser: Parser, open: number, args: Expression[], keywords: Keyword[]): void {
  while (!at(parser, Token.RightParenthesis) && !atLogicalEnd(parser)) {
    const { start, token } = parser;
    if (token === Token.Star) {
      nextToken(parser);
      const value = parseTest(parser);
      args.push({ kind: Kind.Starred, start, end: parser.previousEnd, value });
    } else if (token === Token.DoubleStar) {
      nextToken(parser);
      keywords.push(keyword(parser, start, null));
    } else {
      const value = parseNamed(parser);
      if (at(parser, Token.Equal)) {
        nextToken(parser);
        if (value.kind !== Kind.Name) report(parser, start, "The name of an argument is missing here.");
        keywords.push(keyword(parser, start, value.kind === Kind.Name ? value.id : ""));
      } else if (at(parser, Token.For) || at(parser, Token.Async)) {
        const isFirst = args.length === 0 && keywords.length === 0;
        const generators = parseComprehensions(parser);
        const generatorStart = isFirst && at(parser, Token.RightParenthesis) ? open : start;
        args.push({ kind: Kind.GeneratorExp, start: generatorStart, end: parser.previousEnd, elt: value, generators });
      } else {
        args.push(value);
      }
    }
    if (!at(parser, Token.Comma) && !recoverInBrackets(parser, Token.RightParenthesis)) break;
    nextToken(parser);
  }
}

function keyword(parser: Parser, start: number, arg: string | null): Keyword {
  const value = parseTest(parser);
  return { kind: Kind.keyword, start, end: parser.previousEnd, arg, value };
}

function parseSubscript(parser: Parser, value: Expression, start: number): Subscript {
  nextToken(parser);
  const slice = enter(parser) ? parseSlices(parser) : tooDeep(parser);
  leave(parser);
  closeBracket(parser, Token.RightBracket);
  return { kind: Kind.Subscript, start, end: parser.previousEnd, value, slice };
}

function parseSlices(parser: Parser): Expression {
  const { start } = parser;
  const first = parseSlice(parser);
  if (!at(parser, Token.Comma) && first.kind !== Kind.Starred) return first;
  const elts = [first];
  while (take(parser, Token.Comma)) {
    if (!startsExpression(parser) && !at(parser, Token.Colon)) break;
    elts.push(parseSlice(parser));
  }
  return { kind: Kind.Tuple, start, end: parser.previousEnd, elts };
}

function parseSlice(parser: Parser): Expression {
  const { start } = parser;
  if (parser.token === Token.Star) return parseStarNamed(parser);
  const lower = at(parser, Token.Colon) ? null : parseNamed(parser);
  if (!at(parser, Token.Colon)) return lower ?? missingExpression(parser);
  nextToken(parser);
  const upper = startsExpression(parser) ? parseTest(parser) : null;
  const step = take(parser, Token.Colon) && startsExpression(parser) ? parseTest(parser) : null;
  return { kind: Kind.Slice, start, end: parser.previousEnd, lower, upper, step };
}
