import { parseStatement } from "./compound.js";
import { Kind } from "./kind.js";
import { nextToken } from "./lexer.js";
import type { PythonTree, Statement } from "./nodes.js";
import { at, createParser, report } from "./parser.js";
import type { Span } from "../span.js";
import { Token } from "./token.js";

export interface PythonOptions {
  /** Magic, shell and help lines are understood, as in notebooks. */
  readonly ipython?: boolean;
  /** The part of the text that is read, as if there were no other; offsets count from the text's own start. */
  readonly part?: Span;
}

/**
 * Parses Python up to 3.14. Never throws: broken source gives a partial tree and errors. The tree is that of CPython's
 * `ast` for whatever CPython accepts, and no deeper than `MAX_DEPTH`.
 */
export function parsePython(text: string, options: PythonOptions = {}): PythonTree {
  const { ipython = false, part = { start: 0, end: text.length } } = options;
  const parser = createParser(text, ipython, part);
  const body: Statement[] = [];
  nextToken(parser);
  while (!at(parser, Token.EndOfText)) {
    if (at(parser, Token.Indent)) {
      report(parser, parser.start, "This line is indented, but no block begins here.");
      nextToken(parser);
    } else if (at(parser, Token.Dedent)) {
      nextToken(parser);
    } else {
      parseStatement(parser, body);
    }
  }
  const { errors, comments } = parser;
  return { module: { kind: Kind.Module, start: part.start, end: part.end, body }, errors, comments };
}
