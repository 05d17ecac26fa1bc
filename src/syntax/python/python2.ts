import { parseExpressionList } from "./expression-lists.js";
import type { Expression, Invalid } from "./expression-nodes.js";
import { parseTest } from "./expressions.js";
import { Kind } from "./kind.js";
import { nextToken } from "./lexer.js";
import { isFollowedByQuote, isFollowedByWord } from "./lookahead.js";
import type { Statement } from "./nodes.js";
import { at, nameText, report, type Parser } from "./parser.js";
import { invalid, startsExpression, take } from "./recovery.js";
import { markStatement, rewind } from "./rewind.js";
import { Token } from "./token.js";

/** `print x` and `exec code in scope`: an error, but what they hold is read. `null` when the word is just a name. */
export function parsePython2Statement(parser: Parser): Statement | null {
  if (!isFollowedByWord(parser) && !isFollowedByQuote(parser)) return null;
  const mark = markStatement(parser);
  const word = nameText(parser);
  nextToken(parser);
  if (!startsExpression(parser) || at(parser, Token.Not)) {
    rewind(parser, mark);
    return null;
  }
  report(parser, mark.start, `Python 2 only: write \`${word}(...)\`.`);
  const parts = listed(parseExpressionList(parser));
  const value = invalid(parser, mark.start, parts);
  return { kind: Kind.Expr, start: mark.start, end: parser.previousEnd, value };
}

/** `raise Error, "message"`. */
export function parsePython2Raise(parser: Parser, exc: Expression): Invalid {
  report(parser, parser.start, "Python 2 only: write `raise Error(message)`.");
  const parts = [exc];
  while (take(parser, Token.Comma)) {
    if (startsExpression(parser)) parts.push(parseTest(parser));
  }
  return invalid(parser, exc.start, parts);
}

/**
 * `except Error, e` names the exception in Python 2; since 3.14 it catches two. Exceptions are written in capitals or
 * with dots, so a short plain name in small letters is taken to be a name.
 */
export function python2HandlerName(parser: Parser, type: Expression | null): string | null {
  if (type?.kind !== Kind.Tuple || type.elts.length !== 2 || type.elts[0]?.start !== type.start) return null;
  const name = type.elts[1];
  if (name?.kind !== Kind.Name || !/^[a-z_]\w*$/.test(name.id)) return null;
  report(parser, name.start, "Python 2 only: write `except Error as name`.");
  return name.id;
}

function listed(value: Expression): readonly Expression[] {
  return value.kind === Kind.Tuple && value.elts[0]?.start === value.start ? value.elts : [value];
}
