import type { BinaryOperator, ComparisonOperator } from "./expression-nodes.js";

/** What the lexer reads. The layout tokens come first, so that `token > Token.Dedent` means "has text of its own". */
export const enum Token {
  EndOfText,
  Newline,
  Indent,
  Dedent,
  Name,
  Number,
  String,
  /** The opening quote of an f-string or t-string; the parser reads the rest of it. */
  FString,
  LeftParenthesis,
  RightParenthesis,
  LeftBracket,
  RightBracket,
  LeftBrace,
  RightBrace,
  Comma,
  Colon,
  Semicolon,
  Dot,
  Equal,
  Arrow,
  ColonEqual,
  Ellipsis,
  Exclamation,
  Question,
  Backquote,
  /** `+=` and its like; the operator itself is in `Parser.augmentedOperator`. */
  AugmentedAssign,
  At,
  VerticalBar,
  Circumflex,
  Ampersand,
  LeftShift,
  RightShift,
  Plus,
  Minus,
  Star,
  Slash,
  DoubleSlash,
  Percent,
  DoubleStar,
  Tilde,
  EqualEqual,
  NotEqual,
  Less,
  Greater,
  LessEqual,
  GreaterEqual,
  // The keywords, in the order of KEYWORDS.
  False = 64,
  None,
  True,
  And,
  As,
  Assert,
  Async,
  Await,
  Break,
  Class,
  Continue,
  Def,
  Del,
  Elif,
  Else,
  Except,
  Finally,
  For,
  From,
  Global,
  If,
  Import,
  In,
  Is,
  Lambda,
  Nonlocal,
  Not,
  Or,
  Pass,
  Raise,
  Return,
  Try,
  While,
  With,
  Yield,
}

export const FIRST_KEYWORD = Token.False;

export const KEYWORDS: readonly string[] = (
  "False None True and as assert async await break class continue def del elif else except finally for from " +
  "global if import in is lambda nonlocal not or pass raise return try while with yield"
).split(" ");

/** How strongly a binary operator binds; 0 for every other token. `**` binds to the right and is not here. */
export const PRECEDENCE = tokenTable([
  [Token.VerticalBar, 1],
  [Token.Circumflex, 2],
  [Token.Ampersand, 3],
  [Token.LeftShift, 4],
  [Token.RightShift, 4],
  [Token.Plus, 5],
  [Token.Minus, 5],
  [Token.Star, 6],
  [Token.Slash, 6],
  [Token.DoubleSlash, 6],
  [Token.Percent, 6],
  [Token.At, 6],
]);

/** Keywords that only begin a statement: first on a line inside brackets, they prove that a bracket was never closed. */
export const STARTS_STATEMENT = flags([
  Token.Assert,
  Token.Break,
  Token.Class,
  Token.Continue,
  Token.Def,
  Token.Del,
  Token.Elif,
  Token.Except,
  Token.Finally,
  Token.Global,
  Token.Import,
  Token.Nonlocal,
  Token.Pass,
  Token.Raise,
  Token.Return,
  Token.Try,
  Token.While,
  Token.With,
]);

export const STARTS_EXPRESSION = flags([
  Token.Name,
  Token.Number,
  Token.String,
  Token.FString,
  Token.LeftParenthesis,
  Token.LeftBracket,
  Token.LeftBrace,
  Token.Ellipsis,
  Token.Minus,
  Token.Plus,
  Token.Tilde,
  Token.Star,
  Token.Backquote,
  Token.False,
  Token.None,
  Token.True,
  Token.Await,
  Token.Lambda,
  Token.Not,
  Token.Yield,
]);

const BINARY_OPERATORS: readonly (readonly [Token, BinaryOperator])[] = [
  [Token.VerticalBar, "BitOr"],
  [Token.Circumflex, "BitXor"],
  [Token.Ampersand, "BitAnd"],
  [Token.LeftShift, "LShift"],
  [Token.RightShift, "RShift"],
  [Token.Plus, "Add"],
  [Token.Minus, "Sub"],
  [Token.Star, "Mult"],
  [Token.Slash, "Div"],
  [Token.DoubleSlash, "FloorDiv"],
  [Token.Percent, "Mod"],
  [Token.At, "MatMult"],
  [Token.DoubleStar, "Pow"],
];
const binaryOperators = new Array<BinaryOperator>(128).fill("Add");
for (const [token, operator] of BINARY_OPERATORS) binaryOperators[token] = operator;

/** CPython's name for the operator of a token that has a precedence, or is `**`. */
export function binaryOperator(token: Token): BinaryOperator {
  return binaryOperators[token]!;
}

const comparisons: readonly ComparisonOperator[] = ["Eq", "NotEq", "Lt", "Gt", "LtE", "GtE"];

/** CPython's name for a token from `==` to `>=`. */
export function comparisonOperator(token: Token): ComparisonOperator {
  return comparisons[token - Token.EqualEqual]!;
}

function tokenTable(entries: readonly (readonly [Token, number])[]): Uint8Array {
  const table = new Uint8Array(128);
  for (const [token, value] of entries) table[token] = value;
  return table;
}

function flags(tokens: readonly Token[]): Uint8Array {
  return tokenTable(tokens.map((token) => [token, 1]));
}
