import { Character, isLineEnd } from "./characters.js";
import type { Parser } from "./parser.js";
import { Token } from "./token.js";

/**
 * Whether a line that starts inside brackets ends them all the same. Then the lexer gives a `Newline`, and reads the
 * line anew as one of its own.
 */
export function breaksBracket(parser: Parser, lineStart: number): boolean {
  if (parser.fieldDepth >= 0) return parser.fieldRetries <= 0 && endField(parser, lineStart);
  if (!parser.lineBound || !startsOutside(parser, lineStart)) return false;
  parser.lineStart = lineStart;
  breakBrackets(parser);
  return true;
}

/** The open brackets end before the current line, which will be read as a line of its own. */
export function breakBrackets(parser: Parser): void {
  parser.bracketDepth = 0;
  parser.position = parser.lineStart;
  parser.atLineStart = true;
  parser.brokeOut = true;
  parser.token = Token.Newline;
  parser.start = parser.end = parser.previousEnd;
}

/** A field of an f-string that must not go on in the next line ends here; the lexer does not move on. */
function endField(parser: Parser, lineStart: number): boolean {
  parser.token = Token.Newline;
  parser.position = parser.start = parser.end = lineStart - 1;
  return true;
}

/** Whether a line begins no deeper than the statement being read, and not with what may stand there in brackets. */
function startsOutside(parser: Parser, lineStart: number): boolean {
  const { text } = parser;
  let column = 0;
  let code = NaN;
  for (let offset = lineStart; offset < text.length; offset++) {
    code = text.charCodeAt(offset);
    if (code === Character.Space) column++;
    else if (code === Character.Tab) column = (column | 7) + 1;
    else break;
  }
  const isClosing = code === 41 || code === 93 || code === 125;
  if (Number.isNaN(code) || isLineEnd(code) || code === Character.Hash || isClosing) return false;
  return column <= parser.statementColumn;
}

const DEFINITION = /^([ \t]*)(?:@\w|(?:async[ \t]+)?def[ \t]+\w+[ \t]*\(|class[ \t]+\w+[ \t]*[:(])/gm;

/**
 * Where a string in triple quotes that is never closed is taken to end: before the next definition that is not indented
 * deeper than the statement. The rest of the text has no such quotes, so this happens once for each kind of them.
 */
export function unclosedEnd(parser: Parser, start: number): number {
  const { text, statementColumn } = parser;
  DEFINITION.lastIndex = start;
  for (let match = DEFINITION.exec(text); match !== null; match = DEFINITION.exec(text)) {
    const column = (match[1] ?? "").length;
    if (column <= statementColumn && match.index > start) return match.index - 1;
  }
  return text.length;
}
