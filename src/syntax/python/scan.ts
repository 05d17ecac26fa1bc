import { Character, CharacterClass, CLASSES, isDigit, isLineEnd, nameCharacterLength } from "./characters.js";
import { addToHash, NameId, nameId } from "./names.js";
import { report, type Parser } from "./parser.js";
import { breakBrackets, unclosedEnd } from "./recovery-lines.js";
import { FIRST_KEYWORD, STARTS_STATEMENT, Token } from "./token.js";

/** What the letters and quotes of a string say. */
export const enum StringFlag {
  Raw = 1,
  Bytes = 2,
  Format = 4,
  Template = 8,
  Triple = 16,
  DoubleQuote = 32,
  /** Holds a backslash, so its value differs from its text unless it is raw. */
  Escaped = 64,
  /** `ur""`, which only Python 2 has. */
  Python2 = 128,
}

/** A name, a keyword, or the prefix of a string. */
export function scanName(parser: Parser, start: number): void {
  const { text } = parser;
  let offset = start;
  let hash = 0;
  let code = text.charCodeAt(offset);
  for (;;) {
    if (code < 128) {
      if ((CLASSES[code]! & CharacterClass.NamePart) === 0) break;
      hash = addToHash(hash, code);
      code = text.charCodeAt(++offset);
    } else {
      const length = code >= 128 ? nameCharacterLength(text, offset) : 0;
      if (length === 0) break;
      hash = addToHash(hash, code);
      offset += length;
      code = text.charCodeAt(offset);
    }
  }
  if ((code === Character.DoubleQuote || code === Character.Quote) && offset - start <= 2) {
    const flags = stringPrefix(text, start, offset);
    if (flags >= 0) return scanString(parser, offset, flags);
  }
  const id = nameId(parser.names, text, start, offset, hash);
  parser.nameId = id;
  parser.end = parser.position = offset;
  if (id > NameId.LastKeyword) {
    parser.token = Token.Name;
    return;
  }
  const keyword = (FIRST_KEYWORD + id - NameId.FirstKeyword) as Token;
  parser.token = keyword;
  if (parser.newlineBefore && parser.bracketDepth > 0 && parser.fieldDepth < 0 && STARTS_STATEMENT[keyword] === 1) {
    breakBrackets(parser);
  }
}

/** The flags of a string prefix; -1 if these letters are none. */
function stringPrefix(text: string, start: number, end: number): number {
  const prefix = text.slice(start, end).toLowerCase();
  switch (prefix) {
    case "r":
      return StringFlag.Raw;
    case "u":
      return 0;
    case "b":
      return StringFlag.Bytes;
    case "br":
    case "rb":
      return StringFlag.Bytes | StringFlag.Raw;
    case "f":
      return StringFlag.Format;
    case "fr":
    case "rf":
      return StringFlag.Format | StringFlag.Raw;
    case "t":
      return StringFlag.Format | StringFlag.Template;
    case "tr":
    case "rt":
      return StringFlag.Format | StringFlag.Template | StringFlag.Raw;
    case "ur":
      return StringFlag.Raw | StringFlag.Python2;
    default:
      return -1;
  }
}

/** A string from its opening quote on; `parser.start` is at its prefix. */
export function scanString(parser: Parser, quoteStart: number, prefix: number): void {
  const { text } = parser;
  const quote = text.charCodeAt(quoteStart);
  const isTriple = text.charCodeAt(quoteStart + 1) === quote && text.charCodeAt(quoteStart + 2) === quote;
  const contentStart = quoteStart + (isTriple ? 3 : 1);
  parser.contentStart = contentStart;
  parser.stringFlags =
    prefix | (isTriple ? StringFlag.Triple : 0) | (quote === Character.DoubleQuote ? StringFlag.DoubleQuote : 0);
  if ((prefix & StringFlag.Python2) !== 0) report(parser, parser.start, "Python 2 only: a string cannot be `ur`.");
  if ((prefix & StringFlag.Format) !== 0) {
    parser.token = Token.FString;
    parser.end = parser.position = contentStart;
    return;
  }
  parser.token = Token.String;
  const end = isTriple ? tripleEnd(parser, contentStart, quote) : singleEnd(parser, contentStart, quote);
  parser.contentEnd = end;
  const isClosed = text.charCodeAt(end) === quote;
  if (!isClosed) report(parser, parser.start, "This string is never closed.");
  parser.end = parser.position = isClosed ? end + (isTriple ? 3 : 1) : end;
}

/** The offset of the closing quotes. A string that is never closed ends before the next definition. */
function tripleEnd(parser: Parser, start: number, quote: number): number {
  const { text } = parser;
  const length = text.length;
  for (let offset = start; offset < length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === Character.Backslash) {
      parser.stringFlags |= StringFlag.Escaped;
      offset++;
    } else if (code === quote && text.charCodeAt(offset + 1) === quote && text.charCodeAt(offset + 2) === quote) {
      return offset;
    }
  }
  return unclosedEnd(parser, start);
}

/** The offset of the closing quote, or of the end of the line. */
function singleEnd(parser: Parser, start: number, quote: number): number {
  const { text } = parser;
  const length = text.length;
  for (let offset = start; offset < length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === quote || isLineEnd(code)) return offset;
    if (code === Character.Backslash) {
      parser.stringFlags |= StringFlag.Escaped;
      offset++;
      const isPair =
        text.charCodeAt(offset) === Character.CarriageReturn && text.charCodeAt(offset + 1) === Character.LineFeed;
      if (isPair) offset++;
    }
  }
  return length;
}

const INTEGER_IN_OTHER_BASE = /(?:0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+)[lL]?/y;

/** A number, its type and its value. */
export function scanNumber(parser: Parser, start: number, first: number): void {
  const { text } = parser;
  parser.token = Token.Number;
  parser.numberType = "int";
  let offset = start;
  // Most numbers are short decimal integers, so their value is computed on the way.
  let value = 0;
  let code = first;
  while (isDigit(code)) {
    value = value * 10 + (code - Character.Zero);
    code = text.charCodeAt(++offset);
  }
  const isPlain =
    offset > start && code !== Character.Dot && (code >= 128 || (CLASSES[code]! & CharacterClass.NamePart) === 0);
  if (isPlain && (first !== Character.Zero || value === 0)) {
    parser.numberValue = value <= Number.MAX_SAFE_INTEGER ? value : undefined;
    parser.end = parser.position = offset;
    return;
  }
  scanOtherNumber(parser, start);
}

const NO_LONG = "Python 2 only: an integer has no `L`.";
const DECIMAL = /(?:[0-9][0-9_]*)?(\.[0-9_]*)?([eE][+-]?[0-9][0-9_]*)?([jJlL])?/y;

function scanOtherNumber(parser: Parser, start: number): void {
  const { text } = parser;
  const based = matchAt(INTEGER_IN_OTHER_BASE, text, start);
  if (based !== null) {
    const [whole] = based;
    parser.end = parser.position = start + whole.length;
    parser.numberValue = exact(Number(whole.replace(/[_lL]/g, "")));
    if (/l$/i.test(whole)) report(parser, start, NO_LONG);
    return;
  }
  const decimal = matchAt(DECIMAL, text, start)!;
  const [whole, fraction, exponent, suffix] = decimal;
  parser.end = parser.position = start + Math.max(1, whole.length);
  const digits = whole.replaceAll("_", "").replace(/[jJlL]$/, "");
  if (suffix === "j" || suffix === "J") {
    parser.numberType = "complex";
    parser.numberValue = undefined;
  } else if (fraction !== undefined || exponent !== undefined) {
    parser.numberType = "float";
    parser.numberValue = Number(digits);
  } else {
    const isOctal = /^0+[1-7][0-7]*$/.test(digits);
    parser.numberValue = exact(isOctal ? parseInt(digits, 8) : Number(digits));
    if (suffix !== undefined) report(parser, start, NO_LONG);
    else if (/^0+[1-9]/.test(digits)) report(parser, start, "Python 2 only: an octal number begins with `0o`.");
  }
}

function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}

function exact(value: number): number | undefined {
  return value <= Number.MAX_SAFE_INTEGER ? value : undefined;
}
