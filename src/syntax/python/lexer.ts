import { Character, CharacterClass, CLASSES, isDigit, isLineEnd, nameCharacterLength } from "./characters.js";
import { endLine, endText, readIndentation } from "./layout.js";
import { lineEnd, report, type Parser } from "./parser.js";
import { breaksBracket } from "./recovery-lines.js";
import { scanName, scanNumber, scanString } from "./scan.js";
import { Token } from "./token.js";

/** Reads the next token. Inside brackets line breaks are blanks; f-strings are left to the parser after their quote. */
export function nextToken(parser: Parser): void {
  if (parser.token > Token.Dedent) parser.previousEnd = parser.end;
  parser.newlineBefore = false;
  if (parser.pendingDedents > 0) {
    parser.pendingDedents--;
    parser.token = Token.Dedent;
    parser.start = parser.end = parser.position;
    return;
  }
  if (parser.atLineStart && readIndentation(parser)) return;

  const { text } = parser;
  const length = text.length;
  let offset = parser.position;
  let code = 0;
  for (;;) {
    if (offset >= length) {
      endText(parser);
      return;
    }
    code = text.charCodeAt(offset);
    if (code === Character.Space || code === Character.Tab || code === Character.FormFeed) {
      offset++;
    } else if (isLineEnd(code)) {
      if (parser.bracketDepth === 0) {
        endLine(parser, offset);
        return;
      }
      if (breaksBracket(parser, offset + 1)) return;
      offset++;
      parser.newlineBefore = true;
      parser.lineStart = offset;
    } else if (code === Character.Hash) {
      const end = lineEnd(parser, offset);
      parser.comments.push({ start: offset, end });
      offset = end;
    } else if (code === Character.Backslash) {
      offset = afterBackslash(parser, offset);
    } else if (code >= 128) {
      if (nameCharacterLength(text, offset) > 0) break;
      offset = afterStray(parser, offset);
    } else if (CLASSES[code] === CharacterClass.Stray) {
      offset = afterStray(parser, offset);
    } else {
      break;
    }
  }

  parser.start = offset;
  if (code >= 128 || CLASSES[code] === CharacterClass.NameStart) scanName(parser, offset);
  else if (CLASSES[code] === CharacterClass.Digit) scanNumber(parser, offset, code);
  else scanOperator(parser, offset, code);
}

/** A backslash joins two lines; anywhere else it has no meaning. */
function afterBackslash(parser: Parser, offset: number): number {
  const { text } = parser;
  const code = text.charCodeAt(offset + 1);
  if (code === Character.LineFeed) return offset + 2;
  if (code === Character.CarriageReturn)
    return text.charCodeAt(offset + 2) === Character.LineFeed ? offset + 3 : offset + 2;
  report(parser, offset, "A backslash must be the last character of its line.");
  return offset + 1;
}

/** The end of a run of characters that Python has no use for, reported once. */
function afterStray(parser: Parser, offset: number): number {
  const { text } = parser;
  report(parser, offset, "This character has no meaning here.");
  for (offset++; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code >= 128 ? nameCharacterLength(text, offset) > 0 : CLASSES[code] !== CharacterClass.Stray) break;
  }
  return offset;
}

function scanOperator(parser: Parser, offset: number, code: number): void {
  const following = parser.text.charCodeAt(offset + 1);
  switch (code) {
    case 34 /* " */:
    case 39 /* ' */:
      scanString(parser, offset, 0);
      return;
    case 40:
      parser.bracketDepth++;
      return operator(parser, Token.LeftParenthesis, 1);
    case 41:
      if (parser.bracketDepth > 0) parser.bracketDepth--;
      return operator(parser, Token.RightParenthesis, 1);
    case 91:
      parser.bracketDepth++;
      return operator(parser, Token.LeftBracket, 1);
    case 93:
      if (parser.bracketDepth > 0) parser.bracketDepth--;
      return operator(parser, Token.RightBracket, 1);
    case 123:
      parser.bracketDepth++;
      return operator(parser, Token.LeftBrace, 1);
    case 125:
      if (parser.bracketDepth > 0) parser.bracketDepth--;
      return operator(parser, Token.RightBrace, 1);
    case 44 /* , */:
      return operator(parser, Token.Comma, 1);
    case 58 /* : */:
      // In a field of an f-string the colon begins the format, even when it begins with `=`.
      if (following === Character.Equal && parser.bracketDepth !== parser.fieldDepth) {
        return operator(parser, Token.ColonEqual, 2);
      }
      return operator(parser, Token.Colon, 1);
    case 59 /* ; */:
      return operator(parser, Token.Semicolon, 1);
    case 46 /* . */:
      if (isDigit(following)) return scanNumber(parser, offset, code);
      if (following === code && parser.text.charCodeAt(offset + 2) === code) return operator(parser, Token.Ellipsis, 3);
      return operator(parser, Token.Dot, 1);
    case 61 /* = */:
      return following === code ? operator(parser, Token.EqualEqual, 2) : operator(parser, Token.Equal, 1);
    case 33 /* ! */:
      if (following === Character.Equal) return operator(parser, Token.NotEqual, 2);
      return operator(parser, Token.Exclamation, 1);
    case 60 /* < */:
      if (following === code) return doubledOperator(parser, Token.LeftShift);
      if (following === Character.Equal) return operator(parser, Token.LessEqual, 2);
      if (following === 62) {
        report(parser, offset, "Python 2 only: write `!=`.");
        return operator(parser, Token.NotEqual, 2);
      }
      return operator(parser, Token.Less, 1);
    case 62 /* > */:
      if (following === code) return doubledOperator(parser, Token.RightShift);
      if (following === Character.Equal) return operator(parser, Token.GreaterEqual, 2);
      return operator(parser, Token.Greater, 1);
    case 42 /* * */:
      if (following === code) return doubledOperator(parser, Token.DoubleStar);
      return augmentable(parser, Token.Star, following);
    case 47 /* / */:
      if (following === code) return doubledOperator(parser, Token.DoubleSlash);
      return augmentable(parser, Token.Slash, following);
    case 45 /* - */:
      if (following === 62) return operator(parser, Token.Arrow, 2);
      return augmentable(parser, Token.Minus, following);
    case 43 /* + */:
      return augmentable(parser, Token.Plus, following);
    case 37 /* % */:
      return augmentable(parser, Token.Percent, following);
    case 38 /* & */:
      return augmentable(parser, Token.Ampersand, following);
    case 124 /* | */:
      return augmentable(parser, Token.VerticalBar, following);
    case 94 /* ^ */:
      return augmentable(parser, Token.Circumflex, following);
    case 64 /* @ */:
      return augmentable(parser, Token.At, following);
    case 126 /* ~ */:
      return operator(parser, Token.Tilde, 1);
    case 63 /* ? */:
      return operator(parser, Token.Question, 1);
    default:
      // Nothing else is left but the backquote.
      return operator(parser, Token.Backquote, 1);
  }
}

function operator(parser: Parser, token: Token, length: number): void {
  parser.token = token;
  parser.end = parser.position = parser.start + length;
}

function augmentable(parser: Parser, token: Token, following: number): void {
  if (following !== Character.Equal) return operator(parser, token, 1);
  parser.augmentedOperator = token;
  operator(parser, Token.AugmentedAssign, 2);
}

function doubledOperator(parser: Parser, token: Token): void {
  if (parser.text.charCodeAt(parser.start + 2) !== Character.Equal) return operator(parser, token, 2);
  parser.augmentedOperator = token;
  operator(parser, Token.AugmentedAssign, 3);
}
