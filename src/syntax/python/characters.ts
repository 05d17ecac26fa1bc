/** The characters that the lexer asks about, by their codes. */
export const enum Character {
  Tab = 9,
  LineFeed = 10,
  FormFeed = 12,
  CarriageReturn = 13,
  Space = 32,
  DoubleQuote = 34,
  Hash = 35,
  Percent = 37,
  Quote = 39,
  LeftParenthesis = 40,
  Dot = 46,
  Zero = 48,
  Seven = 55,
  Nine = 57,
  Equal = 61,
  Backslash = 92,
  Underscore = 95,
  LeftBrace = 123,
  RightBrace = 125,
  ByteOrderMark = 0xfeff,
}

export const enum CharacterClass {
  Other = 0,
  NameStart = 1,
  Digit = 2,
  NamePart = 3,
  Blank = 4,
  /** Has no place in Python outside strings and comments. */
  Stray = 8,
}

/** The class of each ASCII character. */
export const CLASSES = classes();

function classes(): Uint8Array {
  const table = new Uint8Array(128);
  for (let code = 0; code < 128; code++) {
    const character = String.fromCharCode(code);
    if (/[A-Za-z_]/.test(character)) table[code] = CharacterClass.NameStart;
    else if (/[0-9]/.test(character)) table[code] = CharacterClass.Digit;
    else if (/[ \t\f]/.test(character)) table[code] = CharacterClass.Blank;
    else if (/[^!-~\r\n]|\$/.test(character)) table[code] = CharacterClass.Stray;
  }
  return table;
}

const NAME_CHARACTER = /^[\p{ID_Continue}]$/u;

/** How many UTF-16 units the non-ASCII name character at an offset has; 0 when it is none. */
export function nameCharacterLength(text: string, offset: number): number {
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  return NAME_CHARACTER.test(character) ? character.length : 0;
}

export function isDigit(code: number): boolean {
  return code >= Character.Zero && code <= Character.Nine;
}

export function isLineEnd(code: number): boolean {
  return code === Character.LineFeed || code === Character.CarriageReturn;
}
