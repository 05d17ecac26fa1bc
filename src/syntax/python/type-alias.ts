import { parseTest } from "./expressions.js";
import type { Name } from "./expression-nodes.js";
import { Kind } from "./kind.js";
import { nextToken } from "./lexer.js";
import { isFollowedByWord } from "./lookahead.js";
import type { Statement } from "./nodes.js";
import { parseTypeParameters } from "./parameters.js";
import { at, nameText, type Parser } from "./parser.js";
import { markStatement, rewind } from "./rewind.js";
import { Token } from "./token.js";

/** `type Name[T] = value`; `null` when `type` is just a name. */
export function parseTypeAlias(parser: Parser): Statement | null {
  if (!isFollowedByWord(parser)) return null;
  const mark = markStatement(parser);
  nextToken(parser);
  if (at(parser, Token.Name)) {
    const name: Name = { kind: Kind.Name, start: parser.start, end: parser.end, id: nameText(parser) };
    nextToken(parser);
    const parameters = parseTypeParameters(parser);
    if (at(parser, Token.Equal)) {
      nextToken(parser);
      const value = parseTest(parser);
      const { start } = mark;
      return { kind: Kind.TypeAlias, start, end: parser.previousEnd, name, type_params: parameters, value };
    }
  }
  rewind(parser, mark);
  return null;
}
