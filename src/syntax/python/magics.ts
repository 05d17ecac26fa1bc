import type { Magic } from "./expression-nodes.js";
import { Character } from "./characters.js";
import { Kind } from "./kind.js";
import { nextToken } from "./lexer.js";
import { lineEnd, type Parser } from "./parser.js";
import { Token } from "./token.js";

/** Whether the token at the start of a statement makes the line one of IPython's (`%time`, `!ls`, `?name`). */
export function startsMagic(parser: Parser): boolean {
  const { token } = parser;
  if (!parser.ipython) return false;
  return token === Token.Percent || token === Token.Exclamation || token === Token.Question;
}

/** `%time model.fit(X, y)` runs the rest of its line: reads on there. */
export function skipTiming(parser: Parser): void {
  if (!parser.ipython || parser.token !== Token.Percent) return;
  TIMING.lastIndex = parser.start;
  const magic = TIMING.exec(parser.text);
  if (magic === null) return;
  parser.position = magic.index + magic[0].length;
  nextToken(parser);
}

const TIMING = /%(?:time|timeit|prun|memit|mprun|lprun)(?:[ \t]+-\w+(?:[ \t]+[\w.]+(?=[ \t]))?)*[ \t]+(?=[^\s-])/y;

/** A line of IPython's, from `start` on. A cell magic whose cell is not Python takes the rest of the text. */
export function parseMagic(parser: Parser, start: number): Magic {
  const end = isForeignCell(parser) ? parser.text.length : magicEnd(parser);
  parser.token = Token.Question;
  parser.end = parser.position = end;
  nextToken(parser);
  return { kind: Kind.Magic, start, end };
}

/** The end of the line; a backslash at its end takes the next line in. */
function magicEnd(parser: Parser): number {
  const { text } = parser;
  let end = lineEnd(parser, parser.start);
  while (end < text.length && text.charCodeAt(end - 1) === Character.Backslash) {
    const isPair = text.charCodeAt(end) === Character.CarriageReturn && text.charCodeAt(end + 1) === Character.LineFeed;
    end = lineEnd(parser, end + (isPair ? 2 : 1));
  }
  return end;
}

const PYTHON_CELL = /^%%(?:time|timeit|capture|prun|python|python3|pypy|debug)\b/;

function isForeignCell(parser: Parser): boolean {
  const { text, start, from } = parser;
  if (!text.startsWith("%%", start) || /\S/.test(text.slice(from, start))) return false;
  return !PYTHON_CELL.test(text.slice(start, start + 20));
}
