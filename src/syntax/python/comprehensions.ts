import { parseTargets } from "./expression-lists.js";
import type { Comprehension, Expression } from "./expression-nodes.js";
import { parseOr } from "./expressions.js";
import { Kind } from "./kind.js";
import { parseLambda } from "./parameters.js";
import { at, type Parser } from "./parser.js";
import { expect, take } from "./recovery.js";
import { Token } from "./token.js";

export function startsComprehension(parser: Parser): boolean {
  return parser.token === Token.For || parser.token === Token.Async;
}

/** The `for` clauses of a comprehension, each with its conditions. */
export function parseComprehensions(parser: Parser): Comprehension[] {
  const comprehensions: Comprehension[] = [];
  while (startsComprehension(parser)) {
    const { start } = parser;
    const isAsync = take(parser, Token.Async);
    if (!expect(parser, Token.For, "A `for` is missing here.")) break;
    const target = parseTargets(parser);
    expect(parser, Token.In, "An `in` is missing here.");
    const iter = parseOr(parser);
    const ifs: Expression[] = [];
    while (take(parser, Token.If)) ifs.push(parseCondition(parser));
    comprehensions.push({
      kind: Kind.comprehension,
      start,
      end: parser.previousEnd,
      target,
      iter,
      ifs,
      is_async: isAsync ? 1 : 0,
    });
  }
  return comprehensions;
}

/** A condition has no `else`, because its `if` would be the next condition. */
function parseCondition(parser: Parser): Expression {
  if (parser.token === Token.Lambda) return parseLambda(parser);
  const target = parseOr(parser);
  if (!at(parser, Token.ColonEqual)) return target;
  take(parser, Token.ColonEqual);
  const value = parseOr(parser);
  return { kind: Kind.NamedExpr, start: target.start, end: parser.previousEnd, target, value };
}
