import { Character, isLineEnd } from "./characters.js";
import { lineEnd, report, type Parser } from "./parser.js";
import { Token } from "./token.js";

/** Measures the indentation of the next line that has code. True if that gave a token. */
export function readIndentation(parser: Parser): boolean {
  const { text } = parser;
  parser.atLineStart = false;
  const column = skipBlankLines(parser);
  const offset = parser.position;
  if (offset >= text.length) {
    endText(parser);
    return true;
  }
  const { indent } = parser;
  if (column === indent.column) return false;
  parser.start = parser.end = offset;
  if (column > indent.column) {
    parser.indent = { column, level: indent.level + 1, outer: indent };
    parser.token = Token.Indent;
    return true;
  }
  let level = indent;
  while (level.outer !== null && level.column > column) level = level.outer;
  // A line between two levels is taken to belong to the outer one.
  if (level.column !== column) report(parser, offset, "This indentation matches no outer level.");
  parser.indent = level;
  parser.pendingDedents = indent.level - level.level - 1;
  parser.token = Token.Dedent;
  return true;
}

/** Moves to the first character of code and returns its column. */
function skipBlankLines(parser: Parser): number {
  const { text } = parser;
  const length = text.length;
  let offset = parser.position;
  let column = 0;
  let continuedColumn = 0;
  parser.lineStart = offset;
  for (; offset < length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === Character.Space) column++;
    else if (code === Character.Tab) column = (column | 7) + 1;
    else if (code === Character.FormFeed) column = 0;
    else if (isLineEnd(code)) {
      column = continuedColumn = 0;
      parser.lineStart = offset + 1;
    } else if (code === Character.Hash) {
      const end = lineEnd(parser, offset);
      parser.comments.push({ start: offset, end });
      offset = end - 1;
    } else if (code === Character.Backslash && isLineEnd(text.charCodeAt(offset + 1))) {
      // Of an indentation split by a backslash, the first piece counts.
      if (continuedColumn === 0) continuedColumn = column;
      offset++;
      if (text.charCodeAt(offset) === Character.CarriageReturn && text.charCodeAt(offset + 1) === Character.LineFeed) {
        offset++;
      }
    } else break;
  }
  parser.position = Math.min(offset, length);
  return continuedColumn === 0 ? column : continuedColumn;
}

/** Ends a logical line at a line break. */
export function endLine(parser: Parser, offset: number): void {
  const { text } = parser;
  const isPair =
    text.charCodeAt(offset) === Character.CarriageReturn && text.charCodeAt(offset + 1) === Character.LineFeed;
  parser.token = Token.Newline;
  parser.start = parser.end = offset;
  parser.position = offset + (isPair ? 2 : 1);
  parser.atLineStart = true;
}

/** The end of the text closes the last line and every open block. */
export function endText(parser: Parser): void {
  const { token, indent } = parser;
  parser.start = parser.end = parser.position = parser.text.length;
  parser.atLineStart = true;
  if (token > Token.Dedent) {
    parser.token = Token.Newline;
    parser.bracketDepth = 0;
    return;
  }
  let root = indent;
  while (root.outer !== null) root = root.outer;
  parser.indent = root;
  parser.pendingDedents = Math.max(0, indent.level - 1);
  parser.token = indent.level > 0 ? Token.Dedent : Token.EndOfText;
}
