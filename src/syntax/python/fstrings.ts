import { Character, isLineEnd } from "./characters.js";
import { decodeString } from "./decode.js";
import { enter, leave, reportDepth } from "./depth.js";
import { parseExpressionList, parseYield } from "./expression-lists.js";
import type { Expression } from "./expression-nodes.js";
import { Kind } from "./kind.js";
import { nextToken } from "./lexer.js";
import type { JoinedStr } from "./literal-nodes.js";
import { at, lineEnd, nameText, report, type Parser } from "./parser.js";
import { missingExpression } from "./recovery.js";
import { StringFlag } from "./scan.js";
import { joinedString, type Pieces } from "./strings.js";
import { Token } from "./token.js";

/** Reads an f-string whose opening quote is the token, and makes the whole of it the token. */
export function readFString(parser: Parser, pieces: Pieces): void {
  const { start } = parser;
  const end = readPieces(parser, pieces, parser.end, parser.stringFlags, false);
  const quoteLength = (parser.stringFlags & StringFlag.Triple) !== 0 ? 3 : 1;
  const isClosed = parser.text.charCodeAt(end) === quoteOf(parser.stringFlags);
  if (!isClosed) report(parser, start, "This f-string is never closed.");
  parser.token = Token.FString;
  parser.start = start;
  parser.end = parser.position = isClosed ? end + quoteLength : end;
}

function quoteOf(flags: number): number {
  return (flags & StringFlag.DoubleQuote) !== 0 ? Character.DoubleQuote : Character.Quote;
}

/** Text and fields up to the closing quote (or, of a format, the closing brace), whose offset it returns. */
function readPieces(parser: Parser, pieces: Pieces, from: number, flags: number, isFormat: boolean): number {
  const { text } = parser;
  const length = text.length;
  const quote = quoteOf(flags);
  const isTriple = (flags & StringFlag.Triple) !== 0;
  const isRaw = (flags & StringFlag.Raw) !== 0;
  let textStart = from;
  let offset = from;
  for (; offset < length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === Character.Backslash) {
      offset = escapeEnd(text, offset, isRaw);
    } else if (code === quote) {
      if (!isTriple || (text.charCodeAt(offset + 1) === quote && text.charCodeAt(offset + 2) === quote)) break;
    } else if (code === Character.LeftBrace) {
      if (!isFormat && text.charCodeAt(offset + 1) === code) {
        pieces.pending += decodeString(text.slice(textStart, ++offset), flags);
        textStart = offset + 1;
      } else {
        pieces.pending += decodeString(text.slice(textStart, offset), flags);
        textStart = readField(parser, pieces, offset, flags);
        offset = textStart - 1;
      }
    } else if (code === Character.RightBrace) {
      if (isFormat) break;
      pieces.pending += decodeString(text.slice(textStart, offset + 1), flags);
      // A brace in the text is written twice; a single one is taken as it is.
      if (text.charCodeAt(offset + 1) === code) offset++;
      textStart = offset + 1;
    } else if (!isTriple && isLineEnd(code)) {
      break;
    }
  }
  offset = Math.min(offset, length);
  pieces.pending += decodeString(text.slice(textStart, offset), flags);
  parser.stringFlags = flags;
  return offset;
}

/** The last offset of an escape; a brace after a backslash still opens a field. */
function escapeEnd(text: string, offset: number, isRaw: boolean): number {
  const code = text.charCodeAt(offset + 1);
  if (code === Character.LeftBrace || code === Character.RightBrace) return offset;
  if (!isRaw && text.startsWith("N{", offset + 1)) {
    const close = text.indexOf("}", offset);
    return close < 0 ? text.length : close;
  }
  const isPair = code === Character.CarriageReturn && text.charCodeAt(offset + 2) === Character.LineFeed;
  return offset + (isPair ? 2 : 1);
}

/** Reads a field from its `{` on, and returns the offset after its `}`. */
function readField(parser: Parser, pieces: Pieces, open: number, flags: number): number {
  if (!enter(parser)) {
    leave(parser);
    reportDepth(parser, open);
    return lineEnd(parser, open);
  }
  const { bracketDepth, fieldDepth, indent, text } = parser;
  parser.bracketDepth = parser.fieldDepth = bracketDepth + 1;
  parser.position = parser.end = open + 1;
  parser.token = Token.LeftBrace;
  parser.atLineStart = false;
  nextToken(parser);

  let value: Expression;
  if (at(parser, Token.Yield)) value = parseYield(parser);
  else if (at(parser, Token.RightBrace)) value = missingExpression(parser);
  else value = parseExpressionList(parser);

  let conversion = "";
  if (at(parser, Token.Equal)) {
    nextToken(parser);
    pieces.pending += textWithoutComments(parser, open + 1, parser.start);
    if (!at(parser, Token.Colon)) conversion = "r";
  }
  if (at(parser, Token.Exclamation)) {
    nextToken(parser);
    if (at(parser, Token.Name)) {
      conversion = nameText(parser);
      nextToken(parser);
    }
  }

  let format: JoinedStr | null = null;
  let end = parser.end;
  if (at(parser, Token.Colon)) {
    const formatPieces: Pieces = { values: [], texts: [], pending: "", isTemplate: false };
    const formatStart = parser.start;
    parser.bracketDepth = bracketDepth + 1;
    end = readPieces(parser, formatPieces, parser.end, flags, true);
    format = joinedString(formatStart, end, formatPieces);
    if (text.charCodeAt(end) === Character.RightBrace) end++;
    else report(parser, open, "This field of an f-string is never closed.");
  } else if (!at(parser, Token.RightBrace)) {
    end = brokenFieldEnd(parser, open, flags);
    if (value.end > end) value = { kind: Kind.Invalid, start: open + 1, end, parts: [] };
  }
  parser.bracketDepth = bracketDepth;
  parser.fieldDepth = fieldDepth;
  parser.indent = indent;
  parser.pendingDedents = 0;
  parser.atLineStart = false;
  leave(parser);
  pieces.texts.push(pieces.pending);
  pieces.pending = "";
  pieces.values.push({ kind: Kind.FormattedValue, start: open, end, value, conversion, format_spec: format });
  return end;
}

/** `{x = }` shows its own text, with blanks and line breaks but without comments. */
function textWithoutComments(parser: Parser, from: number, to: number): string {
  let result = "";
  for (const comment of parser.comments.filter(({ start }) => start >= from)) {
    result += parser.text.slice(from, comment.start);
    from = comment.end;
  }
  return result + parser.text.slice(from, to);
}

/** A broken field ends at the next brace, at the quote, or with its line, whatever was read after that. */
function brokenFieldEnd(parser: Parser, open: number, flags: number): number {
  const { text } = parser;
  report(parser, parser.start, "This field of an f-string is never closed.");
  const limit = lineEnd(parser, open);
  if (parser.start > limit) parser.fieldRetries--;
  let offset = Math.min(parser.start, limit);
  for (; offset < limit; offset++) {
    const code = text.charCodeAt(offset);
    if (code === Character.RightBrace) return offset + 1;
    if (code === quoteOf(flags)) break;
  }
  return offset;
}
