import { decodeString } from "./decode.js";
import { readFString } from "./fstrings.js";
import type { Constant, FormattedValue, JoinedStr } from "./literal-nodes.js";
import { Kind } from "./kind.js";
import { nextToken } from "./lexer.js";
import type { Parser } from "./parser.js";
import { StringFlag } from "./scan.js";
import { Token } from "./token.js";

/** The pieces of a joined string while it is read. */
export interface Pieces {
  readonly values: FormattedValue[];
  readonly texts: string[];
  /** The literal text since the last field. */
  pending: string;
  isTemplate: boolean;
}

/** One string, or several that stand side by side. */
export function parseStrings(parser: Parser): Constant | JoinedStr {
  const { start } = parser;
  let value = "";
  let isBytes = false;
  let pieces: Pieces | null = null;
  do {
    if (parser.token === Token.FString) {
      pieces ??= { values: [], texts: [], pending: value, isTemplate: false };
      if ((parser.stringFlags & StringFlag.Template) !== 0) pieces.isTemplate = true;
      readFString(parser, pieces);
    } else {
      const part = tokenValue(parser);
      if (pieces === null) value += part;
      else pieces.pending += part;
      if ((parser.stringFlags & StringFlag.Bytes) !== 0) isBytes = true;
    }
    nextToken(parser);
  } while (parser.token === Token.String || parser.token === Token.FString);
  const end = parser.previousEnd;
  if (pieces === null) return { kind: Kind.Constant, start, end, type: isBytes ? "bytes" : "str", value };
  return joinedString(start, end, pieces);
}

export function joinedString(start: number, end: number, pieces: Pieces): JoinedStr {
  const { values, texts, pending, isTemplate } = pieces;
  texts.push(pending);
  return { kind: Kind.JoinedStr, start, end, values, texts, isTemplate };
}

function tokenValue(parser: Parser): string {
  const content = parser.text.slice(parser.contentStart, parser.contentEnd);
  const needsDecoding = (parser.stringFlags & StringFlag.Escaped) !== 0 || parser.hasCarriageReturns;
  return needsDecoding ? decodeString(content, parser.stringFlags) : content;
}
