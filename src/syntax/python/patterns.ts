import { enter, leave, MAX_DEPTH, skipTooDeep, tooDeep } from "./depth.js";
import type { Attribute, Expression, Name } from "./expression-nodes.js";
import { parseBinary } from "./expressions.js";
import { Kind } from "./kind.js";
import { nextToken } from "./lexer.js";
import { isFollowedByEqual } from "./lookahead.js";
import { at, nameText, report, type Parser } from "./parser.js";
import type { MatchStar, Pattern } from "./pattern-nodes.js";
import { parseAttribute } from "./primary.js";
import { atLogicalEnd, closeBracket, emptyExpression, expect, take } from "./recovery.js";
import { parseStrings } from "./strings.js";
import { Token } from "./token.js";

/** What stands after `case`: one pattern, or a sequence without brackets. */
export function parsePatterns(parser: Parser): Pattern {
  const { start } = parser;
  const first = parseStarPattern(parser);
  if (!at(parser, Token.Comma)) return first.kind === Kind.MatchStar ? sequence(parser, start, [first]) : first;
  const patterns = [first];
  while (take(parser, Token.Comma)) {
    if (at(parser, Token.Colon) || at(parser, Token.If)) break;
    patterns.push(parseStarPattern(parser));
  }
  return sequence(parser, start, patterns);
}

function sequence(parser: Parser, start: number, patterns: Pattern[]): Pattern {
  return { kind: Kind.MatchSequence, start, end: parser.previousEnd, patterns };
}

function parseStarPattern(parser: Parser): Pattern {
  if (!at(parser, Token.Star)) return parseAsPattern(parser);
  const { start } = parser;
  nextToken(parser);
  return { kind: Kind.MatchStar, start, name: takeCapture(parser), end: parser.previousEnd } satisfies MatchStar;
}

/** A name that the pattern binds; `_` binds nothing. */
function takeCapture(parser: Parser): string | null {
  const name = takeName(parser);
  return name === "_" ? null : name;
}

function takeName(parser: Parser): string | null {
  if (!at(parser, Token.Name)) {
    report(parser, parser.start, "A name is missing here.");
    return null;
  }
  const name = nameText(parser);
  nextToken(parser);
  return name;
}

function parseAsPattern(parser: Parser): Pattern {
  const { start } = parser;
  const pattern = parseOrPattern(parser);
  if (!take(parser, Token.As)) return pattern;
  const name = takeName(parser);
  return { kind: Kind.MatchAs, start, end: parser.previousEnd, pattern, name };
}

function parseOrPattern(parser: Parser): Pattern {
  const { start } = parser;
  const first = parseClosedPattern(parser);
  if (!at(parser, Token.VerticalBar)) return first;
  const patterns = [first];
  while (take(parser, Token.VerticalBar)) patterns.push(parseClosedPattern(parser));
  return { kind: Kind.MatchOr, start, end: parser.previousEnd, patterns };
}

function parseClosedPattern(parser: Parser): Pattern {
  const { token, start } = parser;
  switch (token) {
    case Token.None:
    case Token.True:
    case Token.False:
      nextToken(parser);
      return {
        kind: Kind.MatchSingleton,
        start,
        end: parser.previousEnd,
        value: token === Token.None ? null : token === Token.True,
      };
    case Token.Number:
    case Token.Minus:
      return valuePattern(parser, start, parseArithmetic(parser));
    case Token.String:
    case Token.FString:
      return valuePattern(parser, start, parseStrings(parser));
    case Token.LeftParenthesis:
    case Token.LeftBracket:
    case Token.LeftBrace:
      return parseBracketPattern(parser);
    case Token.Name:
      return parseNamePattern(parser);
    default:
      report(parser, start, "A pattern is missing here.");
      return valuePattern(parser, parser.previousEnd, emptyExpression(parser));
  }
}

function valuePattern(parser: Parser, start: number, value: Expression): Pattern {
  return { kind: Kind.MatchValue, start, end: parser.previousEnd, value };
}

const SUM = 5;

/** A number, perhaps complex; `|` separates patterns, so it is no operator here. */
function parseArithmetic(parser: Parser): Expression {
  return parseBinary(parser, SUM);
}

function parseBracketPattern(parser: Parser): Pattern {
  const { start } = parser;
  let pattern: Pattern;
  if (!enter(parser)) pattern = valuePattern(parser, start, tooDeep(parser));
  else if (at(parser, Token.LeftBrace)) pattern = parseMappingPattern(parser);
  else pattern = parseSequencePattern(parser);
  leave(parser);
  return pattern;
}

/** `[a, b]`, `(a, b)`, or a pattern in parentheses, which is that pattern. */
function parseSequencePattern(parser: Parser): Pattern {
  const { start, token } = parser;
  const close = token === Token.LeftBracket ? Token.RightBracket : Token.RightParenthesis;
  nextToken(parser);
  const patterns: Pattern[] = [];
  let hasComma = false;
  while (!at(parser, close) && !atLogicalEnd(parser)) {
    patterns.push(parseStarPattern(parser));
    if (!take(parser, Token.Comma)) break;
    hasComma = true;
  }
  closeBracket(parser, close);
  const [first] = patterns;
  const isGroup = close === Token.RightParenthesis && !hasComma && first !== undefined;
  return isGroup && first.kind !== Kind.MatchStar ? first : sequence(parser, start, patterns);
}

function parseMappingPattern(parser: Parser): Pattern {
  const { start } = parser;
  nextToken(parser);
  const keys: Expression[] = [];
  const patterns: Pattern[] = [];
  let rest: string | null = null;
  while (!at(parser, Token.RightBrace) && !atLogicalEnd(parser)) {
    if (take(parser, Token.DoubleStar)) {
      rest = takeName(parser);
    } else {
      keys.push(at(parser, Token.Name) ? parseDottedName(parser) : parseArithmetic(parser));
      expect(parser, Token.Colon, "A colon and a pattern are missing here.");
      patterns.push(parseAsPattern(parser));
    }
    if (!take(parser, Token.Comma)) break;
  }
  closeBracket(parser, Token.RightBrace);
  return { kind: Kind.MatchMapping, start, end: parser.previousEnd, keys, patterns, rest };
}

/** A capture, the wildcard, a dotted value, or a class with patterns for its attributes. */
function parseNamePattern(parser: Parser): Pattern {
  const { start } = parser;
  const name = parseDottedName(parser);
  const { previousEnd: end } = parser;
  if (at(parser, Token.LeftParenthesis)) {
    const pattern = enter(parser) ? parseClassPattern(parser, name) : valuePattern(parser, start, tooDeep(parser));
    leave(parser);
    return pattern;
  }
  if (name.kind === Kind.Attribute) return { kind: Kind.MatchValue, start, end, value: name };
  return { kind: Kind.MatchAs, start, end, pattern: null, name: name.id === "_" ? null : name.id };
}

function parseDottedName(parser: Parser): Name | Attribute {
  const { start, end } = parser;
  let node: Name | Attribute = { kind: Kind.Name, start, end, id: nameText(parser) };
  nextToken(parser);
  for (let depth = parser.depth; at(parser, Token.Dot); depth++) {
    if (depth === MAX_DEPTH) {
      skipTooDeep(parser);
      break;
    }
    node = parseAttribute(parser, node, start);
  }
  return node;
}

function parseClassPattern(parser: Parser, cls: Expression): Pattern {
  const patterns: Pattern[] = [];
  const attributes: string[] = [];
  const attributePatterns: Pattern[] = [];
  nextToken(parser);
  while (!at(parser, Token.RightParenthesis) && !atLogicalEnd(parser)) {
    if (at(parser, Token.Name) && isFollowedByEqual(parser)) {
      attributes.push(nameText(parser));
      nextToken(parser);
      nextToken(parser);
      attributePatterns.push(parseAsPattern(parser));
    } else {
      patterns.push(parseAsPattern(parser));
    }
    if (!take(parser, Token.Comma)) break;
  }
  closeBracket(parser, Token.RightParenthesis);
  return {
    kind: Kind.MatchClass,
    start: cls.start,
    end: parser.previousEnd,
    cls,
    patterns,
    kwd_attrs: attributes,
    kwd_patterns: attributePatterns,
  };
}
