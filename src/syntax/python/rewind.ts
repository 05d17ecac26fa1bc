import { nextToken } from "./lexer.js";
import type { IndentLevel, Parser } from "./parser.js";
import { Token } from "./token.js";

/** A place at the start of a statement, to which the parser may go back. */
export interface Mark {
  readonly start: number;
  readonly previousEnd: number;
  readonly lineStart: number;
  readonly indent: IndentLevel;
  readonly errorCount: number;
  readonly commentCount: number;
}

export function markStatement(parser: Parser): Mark {
  const { start, previousEnd, lineStart, indent, errors, comments } = parser;
  return { start, previousEnd, lineStart, indent, errorCount: errors.length, commentCount: comments.length };
}

/** Goes back to a mark; its token is read anew. Outside of brackets only, as statements are. */
export function rewind(parser: Parser, mark: Mark): void {
  parser.rereadBudget -= parser.position - mark.start;
  if (parser.rereadBudget < 0) parser.lineBound = true;
  parser.position = mark.start;
  parser.lineStart = mark.lineStart;
  parser.indent = mark.indent;
  parser.errors.length = mark.errorCount;
  parser.comments.length = mark.commentCount;
  parser.bracketDepth = 0;
  parser.pendingDedents = 0;
  parser.atLineStart = false;
  parser.token = Token.Newline;
  nextToken(parser);
  parser.previousEnd = mark.previousEnd;
}
