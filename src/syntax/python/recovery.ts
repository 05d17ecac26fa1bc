import type { Expression, Invalid } from "./expression-nodes.js";
import { parseStarNamed } from "./expression-lists.js";
import { Kind } from "./kind.js";
import { nextToken } from "./lexer.js";
import { at, report, type Parser } from "./parser.js";
import { breakBrackets } from "./recovery-lines.js";
import { parseStrings } from "./strings.js";
import { STARTS_EXPRESSION, Token } from "./token.js";

/** Stands where an expression is missing. It is empty, and reads nothing. */
export function missingExpression(parser: Parser): Invalid {
  report(parser, parser.start, "An expression is missing here.");
  return emptyExpression(parser);
}

export function emptyExpression(parser: Parser): Invalid {
  return { kind: Kind.Invalid, start: parser.previousEnd, end: parser.previousEnd, parts: [] };
}

/** What could be read of something that is not valid as a whole. */
export function invalid(parser: Parser, start: number, parts: readonly Expression[]): Invalid {
  return { kind: Kind.Invalid, start, end: parser.previousEnd, parts };
}

export function take(parser: Parser, token: Token): boolean {
  if (parser.token !== token) return false;
  nextToken(parser);
  return true;
}

export function expect(parser: Parser, token: Token, message: string): boolean {
  if (take(parser, token)) return true;
  report(parser, parser.start, message);
  return false;
}

export function startsExpression(parser: Parser): boolean {
  return STARTS_EXPRESSION[parser.token] === 1;
}

export function atLogicalEnd(parser: Parser): boolean {
  return parser.token <= Token.Dedent;
}

/** Reads a closing bracket. Junk before it is skipped, but what still reads as list items is read. */
export function closeBracket(parser: Parser, close: Token): void {
  if (take(parser, close)) return;
  if (isClosing(parser.token)) {
    report(parser, parser.start, "This bracket does not close what was opened.");
    nextToken(parser);
    return;
  }
  report(parser, parser.start, "A closing bracket is missing here.");
  if (atLogicalEnd(parser)) {
    parser.bracketDepth = 0;
    parser.brokeOut = true;
    return;
  }
  if (recoverInBrackets(parser, close)) skipItems(parser, close);
  take(parser, close);
}

function skipItems(parser: Parser, close: Token): void {
  while (take(parser, Token.Comma)) {
    if (at(parser, close) || !startsExpression(parser)) break;
    parseStarNamed(parser);
    if (!at(parser, Token.Comma) && !at(parser, close) && !recoverInBrackets(parser, close)) break;
  }
}

/**
 * Skips junk where a comma or a closing bracket is expected. True at the comma after it; false when the brackets end
 * here, because they are closed or because the line shows that they never will be.
 */
export function recoverInBrackets(parser: Parser, close: Token): boolean {
  if (at(parser, close)) return false;
  report(parser, parser.start, "A comma or a closing bracket is missing here.");
  let open = 0;
  while (!atLogicalEnd(parser)) {
    if (isOnOuterLine(parser)) {
      breakBrackets(parser);
      return false;
    }
    if (isOpening(parser.token)) open++;
    else if (isClosing(parser.token)) {
      if (open === 0) return false;
      open--;
    } else if (open === 0 && at(parser, Token.Comma)) return true;
    skipToken(parser);
  }
  return false;
}

/** Inside brackets, at the first token of a line that is not indented deeper than the statement. */
function isOnOuterLine(parser: Parser): boolean {
  if (!parser.newlineBefore || parser.bracketDepth === 0 || parser.fieldDepth >= 0) return false;
  return parser.start - parser.lineStart <= parser.statementColumn;
}

/** Skips to the end of the line, or to the bracket that closes what surrounds this. */
export function skipRest(parser: Parser): void {
  let open = 0;
  while (!atLogicalEnd(parser)) {
    if (isOpening(parser.token)) open++;
    else if (isClosing(parser.token) && open-- === 0) return;
    skipToken(parser);
  }
}

/** Skips to the next line. What follows in deeper lines, inside brackets, is skipped too. */
export function skipLine(parser: Parser): void {
  const { lineBound } = parser;
  parser.bracketDepth = 0;
  parser.lineBound = true;
  while (!atLogicalEnd(parser)) skipToken(parser);
  parser.lineBound = lineBound;
}

/** An f-string's content is no row of tokens, so it is read as what it is. */
function skipToken(parser: Parser): void {
  if (at(parser, Token.FString)) parseStrings(parser);
  else nextToken(parser);
}

function isOpening(token: Token): boolean {
  return token === Token.LeftParenthesis || token === Token.LeftBracket || token === Token.LeftBrace;
}

function isClosing(token: Token): boolean {
  return token === Token.RightParenthesis || token === Token.RightBracket || token === Token.RightBrace;
}
