import type { SyntaxProblem } from "../form.js";
import type { Span } from "../span.js";
import { Character } from "./characters.js";
import { createNameTable, type NameTable } from "./names.js";
import { Token } from "./token.js";

/**
 * Everything one parse knows; the functions of this folder work on it. The lexer is one token ahead: `token`, `start`
 * and `end` describe the token to be looked at, `previousEnd` is where the one before it ended.
 */
export interface Parser {
  /** Ends where the part that is read ends. */
  readonly text: string;
  /** Where that part begins. */
  readonly from: number;
  readonly ipython: boolean;
  /** Texts without one (most) need no search for lone carriage returns. */
  readonly hasCarriageReturns: boolean;
  readonly names: NameTable;
  readonly errors: SyntaxProblem[];
  readonly comments: Span[];

  /** Where the lexer reads on. */
  position: number;
  token: Token;
  start: number;
  end: number;
  previousEnd: number;
  /** Inside brackets: the token is the first on its line. */
  newlineBefore: boolean;

  // What the token holds besides its text.
  nameId: number;
  augmentedOperator: Token;
  numberType: "int" | "float" | "complex";
  numberValue: number | undefined;
  stringFlags: number;
  contentStart: number;
  contentEnd: number;

  // Layout.
  bracketDepth: number;
  atLineStart: boolean;
  pendingDedents: number;
  indent: IndentLevel;
  lineStart: number;

  // Recovery.
  /** The column of the statements of the block that is being read. */
  statementColumn: number;
  /** Brackets end at the first line that is not indented deeper than its statement. */
  lineBound: boolean;
  /** A bracket proved to be never closed. */
  brokeOut: boolean;
  /** How much text may still be read twice. When it is used up, all brackets are bound to their lines. */
  rereadBudget: number;

  // F-strings.
  /** The bracket depth at which a colon or `!` ends a field; -1 outside of fields. */
  fieldDepth: number;
  /** How many more times a broken field may be read past its line before fields end at their line's end. */
  fieldRetries: number;

  // The depth guard.
  depth: number;
  deepest: number;
}

/** Immutable, so that going back to an earlier place is one assignment. */
export interface IndentLevel {
  readonly column: number;
  readonly level: number;
  readonly outer: IndentLevel | null;
}

const NO_INDENT: IndentLevel = { column: 0, level: 0, outer: null };

/** More would only repeat that this is not Python. */
const MAX_ERRORS = 500;

export function createParser(whole: string, ipython: boolean, part: Span): Parser {
  const from = part.start;
  const text = part.end < whole.length ? whole.slice(0, part.end) : whole;
  const position = text.charCodeAt(from) === Character.ByteOrderMark ? from + 1 : from;
  return {
    text,
    from,
    ipython,
    hasCarriageReturns: text.includes("\r", from),
    names: createNameTable(),
    errors: [],
    comments: [],
    position,
    token: Token.Newline,
    start: position,
    end: position,
    previousEnd: position,
    newlineBefore: false,
    nameId: 0,
    augmentedOperator: Token.Plus,
    numberType: "int",
    numberValue: 0,
    stringFlags: 0,
    contentStart: 0,
    contentEnd: 0,
    bracketDepth: 0,
    atLineStart: true,
    pendingDedents: 0,
    indent: NO_INDENT,
    lineStart: position,
    statementColumn: 0,
    lineBound: false,
    brokeOut: false,
    rereadBudget: 1000 + 4 * (text.length - from),
    fieldDepth: -1,
    fieldRetries: 8,
    depth: 0,
    deepest: 0,
  };
}

/** Notes an error; of several at one place the first says what is wrong. */
export function report(parser: Parser, offset: number, message: string): void {
  const { errors } = parser;
  const count = errors.length;
  if (count >= MAX_ERRORS || (count > 0 && errors[count - 1]!.offset === offset)) return;
  errors.push({ offset, message });
}

/** Whether the lexer looks at this token. (A function, so that the compiler does not believe the token stays the same.) */
export function at(parser: Parser, token: Token): boolean {
  return parser.token === token;
}

/** The text of the name or keyword that the lexer looks at. */
export function nameText(parser: Parser): string {
  return parser.names.values[parser.nameId]!;
}

/** The end of the line that holds an offset, before its line break. */
export function lineEnd(parser: Parser, offset: number): number {
  const { text } = parser;
  const lineFeed = text.indexOf("\n", offset);
  const end = lineFeed < 0 ? text.length : lineFeed;
  if (!parser.hasCarriageReturns) return end;
  for (let index = offset; index < end; index++) {
    if (text.charCodeAt(index) === Character.CarriageReturn) return index;
  }
  return end;
}
