import { parseComprehensions, startsComprehension } from "./comprehensions.js";
import { enter, leave, tooDeep } from "./depth.js";
import { parseExpressionList, parseStarNamed, parseYield } from "./expression-lists.js";
import type { Expression } from "./expression-nodes.js";
import { parseBinary, parseTest } from "./expressions.js";
import { Kind } from "./kind.js";
import { nextToken } from "./lexer.js";
import { parseMagic } from "./magics.js";
import { at, nameText, report, type Parser } from "./parser.js";
import {
  atLogicalEnd,
  closeBracket,
  emptyExpression,
  expect,
  invalid,
  missingExpression,
  recoverInBrackets,
  startsExpression,
  take,
} from "./recovery.js";
import { parseStrings } from "./strings.js";
import { Token } from "./token.js";

/** A name, a literal, or something in brackets. */
export function parseAtom(parser: Parser): Expression {
  const { token, start, end } = parser;
  switch (token) {
    case Token.Name: {
      const id = nameText(parser);
      nextToken(parser);
      return { kind: Kind.Name, start, end, id };
    }
    case Token.Number: {
      const { numberType: type, numberValue: value } = parser;
      nextToken(parser);
      return { kind: Kind.Constant, start, end, type, value };
    }
    case Token.String:
    case Token.FString:
      return parseStrings(parser);
    case Token.None:
      nextToken(parser);
      return { kind: Kind.Constant, start, end, type: "NoneType", value: null };
    case Token.True:
    case Token.False:
      nextToken(parser);
      return { kind: Kind.Constant, start, end, type: "bool", value: token === Token.True };
    case Token.Ellipsis:
      nextToken(parser);
      return { kind: Kind.Constant, start, end, type: "ellipsis", value: undefined };
    case Token.LeftParenthesis:
    case Token.LeftBracket:
    case Token.LeftBrace:
    case Token.Backquote:
      return parseEnclosed(parser);
    case Token.Percent:
    case Token.Exclamation:
      if (parser.ipython && parser.bracketDepth === 0) return parseMagic(parser, start);
      return missingExpression(parser);
    default:
      return missingExpression(parser);
  }
}

function parseEnclosed(parser: Parser): Expression {
  const node = enter(parser) ? parseBrackets(parser) : tooDeep(parser);
  leave(parser);
  return node;
}

function parseBrackets(parser: Parser): Expression {
  switch (parser.token) {
    case Token.LeftParenthesis:
      return parseParenthesized(parser);
    case Token.LeftBracket:
      return parseList(parser);
    case Token.LeftBrace:
      return parseBraces(parser);
    default:
      return parseBackquoted(parser);
  }
}

function parseParenthesized(parser: Parser): Expression {
  const { start } = parser;
  nextToken(parser);
  if (at(parser, Token.RightParenthesis)) {
    nextToken(parser);
    return { kind: Kind.Tuple, start, end: parser.previousEnd, elts: [] };
  }
  if (at(parser, Token.Yield)) {
    const node = parseYield(parser);
    closeBracket(parser, Token.RightParenthesis);
    return node;
  }
  const first = parseStarNamed(parser);
  if (startsComprehension(parser)) {
    const generators = parseComprehensions(parser);
    closeBracket(parser, Token.RightParenthesis);
    return { kind: Kind.GeneratorExp, start, end: parser.previousEnd, elt: first, generators };
  }
  if (at(parser, Token.Comma)) {
    const elts = parseItems(parser, first, Token.RightParenthesis);
    return { kind: Kind.Tuple, start, end: parser.previousEnd, elts };
  }
  closeBracket(parser, Token.RightParenthesis);
  return first;
}

function parseList(parser: Parser): Expression {
  const { start } = parser;
  nextToken(parser);
  if (take(parser, Token.RightBracket)) return { kind: Kind.List, start, end: parser.previousEnd, elts: [] };
  const first = parseStarNamed(parser);
  if (startsComprehension(parser)) {
    const generators = parseComprehensions(parser);
    closeBracket(parser, Token.RightBracket);
    return { kind: Kind.ListComp, start, end: parser.previousEnd, elt: first, generators };
  }
  const elts = parseItems(parser, first, Token.RightBracket);
  return { kind: Kind.List, start, end: parser.previousEnd, elts };
}

/** The items after the first, and the closing bracket. */
function parseItems(parser: Parser, first: Expression, close: Token): Expression[] {
  const items = [first];
  for (;;) {
    if (at(parser, Token.Comma)) {
      nextToken(parser);
      if (at(parser, close) || (!startsExpression(parser) && atLogicalEnd(parser))) break;
      items.push(parseStarNamed(parser));
    } else if (!recoverInBrackets(parser, close)) break;
  }
  closeBracket(parser, close);
  return items;
}

function parseBraces(parser: Parser): Expression {
  const { start } = parser;
  nextToken(parser);
  if (take(parser, Token.RightBrace)) return { kind: Kind.Dict, start, end: parser.previousEnd, keys: [], values: [] };
  if (take(parser, Token.DoubleStar)) return parseDict(parser, start, null, parseBinary(parser, 1));
  const first = parseStarNamed(parser);
  if (take(parser, Token.Colon)) {
    const value = parseTest(parser);
    if (!startsComprehension(parser)) return parseDict(parser, start, first, value);
    const generators = parseComprehensions(parser);
    closeBracket(parser, Token.RightBrace);
    return { kind: Kind.DictComp, start, end: parser.previousEnd, key: first, value, generators };
  }
  if (startsComprehension(parser)) {
    const generators = parseComprehensions(parser);
    closeBracket(parser, Token.RightBrace);
    return { kind: Kind.SetComp, start, end: parser.previousEnd, elt: first, generators };
  }
  const elts = parseItems(parser, first, Token.RightBrace);
  return { kind: Kind.Set, start, end: parser.previousEnd, elts };
}

/** The entries after the first, and the closing brace. */
function parseDict(parser: Parser, start: number, firstKey: Expression | null, firstValue: Expression): Expression {
  const keys = [firstKey];
  const values = [firstValue];
  for (;;) {
    if (at(parser, Token.Comma)) {
      nextToken(parser);
      if (at(parser, Token.RightBrace) || atLogicalEnd(parser)) break;
      if (take(parser, Token.DoubleStar)) {
        keys.push(null);
        values.push(parseBinary(parser, 1));
      } else {
        keys.push(parseTest(parser));
        const hasValue = expect(parser, Token.Colon, "A colon and a value are missing here.");
        values.push(hasValue ? parseTest(parser) : emptyExpression(parser));
      }
    } else if (!recoverInBrackets(parser, Token.RightBrace)) break;
  }
  closeBracket(parser, Token.RightBrace);
  return { kind: Kind.Dict, start, end: parser.previousEnd, keys, values };
}

/** Python 2's way to write `repr()`. */
function parseBackquoted(parser: Parser): Expression {
  const { start } = parser;
  report(parser, start, "Python 2 only: write `repr()`.");
  nextToken(parser);
  const parts = [
    startsExpression(parser) && !at(parser, Token.Backquote) ? parseExpressionList(parser) : emptyExpression(parser),
  ];
  expect(parser, Token.Backquote, "This backquote is never closed.");
  return invalid(parser, start, parts);
}
