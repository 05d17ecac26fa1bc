import { enter, leave, reportDepth } from "./depth.js";
import { nextToken } from "./lexer.js";
import type { Statement } from "./nodes.js";
import { at, report, type Parser } from "./parser.js";
import { atLogicalEnd, expect, take } from "./recovery.js";
import { parseSimpleLine } from "./statements.js";
import { parseStatement } from "./compound.js";
import { Token } from "./token.js";

/** What stands after the header of a compound statement: a colon, and an indented block or the rest of the line. */
export function parseBlock(parser: Parser): Statement[] {
  if (!expect(parser, Token.Colon, "A colon is missing here.")) {
    // A header that is still being typed may have its block already.
    while (!atLogicalEnd(parser) && !at(parser, Token.Colon)) nextToken(parser);
    take(parser, Token.Colon);
  }
  const body: Statement[] = [];
  if (!at(parser, Token.Newline)) {
    parseSimpleLine(parser, body);
    return body;
  }
  nextToken(parser);
  if (!at(parser, Token.Indent)) {
    report(parser, parser.start, "An indented block is missing here.");
    return body;
  }
  if (enter(parser)) parseIndented(parser, () => parseStatement(parser, body));
  else skipIndented(parser);
  leave(parser);
  return body;
}

/** Reads statements, each by `parseOne`, to the end of the block whose indent is the token. */
export function parseIndented(parser: Parser, parseOne: () => void): void {
  const { statementColumn } = parser;
  const { column, level } = parser.indent;
  parser.statementColumn = column;
  nextToken(parser);
  for (;;) {
    if (at(parser, Token.EndOfText)) break;
    if (at(parser, Token.Dedent)) {
      // The end of an unexpected indent within the block is not the end of the block.
      if (parser.indent.level + parser.pendingDedents < level) break;
      nextToken(parser);
    } else if (at(parser, Token.Indent)) {
      report(parser, parser.start, "This line is indented deeper than its block.");
      nextToken(parser);
    } else {
      parseOne();
    }
  }
  take(parser, Token.Dedent);
  parser.statementColumn = statementColumn;
}

/** A block that is nested too deep is left out. */
function skipIndented(parser: Parser): void {
  reportDepth(parser, parser.start);
  const { level } = parser.indent;
  while (!at(parser, Token.EndOfText)) {
    if (at(parser, Token.Dedent) && parser.indent.level + parser.pendingDedents < level) break;
    nextToken(parser);
  }
  take(parser, Token.Dedent);
}
