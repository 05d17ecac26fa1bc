import { Character, CharacterClass, CLASSES } from "./characters.js";
import type { Parser } from "./parser.js";

// The lexer reads one token ahead; where that is not enough, the text after it is looked at.

/** The offset of the next character on the line that is not blank. */
export function nextCharacter(parser: Parser): number {
  const { text } = parser;
  let offset = parser.end;
  while (text.charCodeAt(offset) === Character.Space || text.charCodeAt(offset) === Character.Tab) offset++;
  return offset;
}

/** Whether a name, a keyword or a number follows, or a continued line. */
export function isFollowedByWord(parser: Parser): boolean {
  const offset = nextCharacter(parser);
  const code = parser.text.charCodeAt(offset);
  if (code === Character.Backslash) return true;
  return offset > parser.end && (code >= 128 || (CLASSES[code]! & CharacterClass.NamePart) !== 0);
}

export function isFollowedByQuote(parser: Parser): boolean {
  const code = parser.text.charCodeAt(nextCharacter(parser));
  return code === Character.Quote || code === Character.DoubleQuote;
}

/** Whether `=` follows, and not `==`. */
export function isFollowedByEqual(parser: Parser): boolean {
  const offset = nextCharacter(parser);
  const { text } = parser;
  return text.charCodeAt(offset) === Character.Equal && text.charCodeAt(offset + 1) !== Character.Equal;
}
