import { enter, leave, tooDeep } from "./depth.js";
import { parseStarNamed } from "./expression-lists.js";
import type { Arg, Arguments, Expression } from "./expression-nodes.js";
import { parseTest } from "./expressions.js";
import { Kind } from "./kind.js";
import { nextToken } from "./lexer.js";
import type { TypeParameter } from "./nodes.js";
import { at, nameText, report, type Parser } from "./parser.js";
import { atLogicalEnd, closeBracket, emptyExpression, expect, recoverInBrackets, skipRest, take } from "./recovery.js";
import { Token } from "./token.js";

export function parseLambda(parser: Parser): Expression {
  const { start } = parser;
  nextToken(parser);
  if (!enter(parser)) {
    leave(parser);
    return tooDeep(parser);
  }
  const args = parseParameters(parser, Token.Colon);
  const hasBody = expect(parser, Token.Colon, "A colon is missing here.");
  const body = hasBody ? parseTest(parser) : emptyExpression(parser);
  leave(parser);
  return { kind: Kind.Lambda, start, end: parser.previousEnd, args, body };
}

export function noParameters(parser: Parser): Arguments {
  const { previousEnd } = parser;
  return parametersNode(previousEnd, previousEnd, createLists());
}

interface Lists {
  posonlyargs: Arg[];
  args: Arg[];
  vararg: Arg | null;
  kwonlyargs: Arg[];
  kw_defaults: (Expression | null)[];
  kwarg: Arg | null;
  defaults: Expression[];
}

function createLists(): Lists {
  return { posonlyargs: [], args: [], vararg: null, kwonlyargs: [], kw_defaults: [], kwarg: null, defaults: [] };
}

function parametersNode(start: number, end: number, lists: Lists): Arguments {
  const { posonlyargs, args, vararg, kwonlyargs, kw_defaults, kwarg, defaults } = lists;
  return { kind: Kind.arguments, start, end, posonlyargs, args, vararg, kwonlyargs, kw_defaults, kwarg, defaults };
}

/** The parameters up to `close`: a parenthesis for a function, a colon for a lambda (which has no annotations). */
export function parseParameters(parser: Parser, close: Token.RightParenthesis | Token.Colon): Arguments {
  const { start, previousEnd } = parser;
  const lists = createLists();
  let isKeywordOnly = false;
  while (!at(parser, close) && !atLogicalEnd(parser)) {
    if (take(parser, Token.Slash)) {
      lists.posonlyargs = lists.args;
      lists.args = [];
    } else if (take(parser, Token.Star)) {
      isKeywordOnly = true;
      if (at(parser, Token.Name)) lists.vararg = parseParameter(parser, close);
    } else if (take(parser, Token.DoubleStar)) {
      if (at(parser, Token.Name)) lists.kwarg = parseParameter(parser, close);
      else report(parser, parser.start, "The name of a parameter is missing here.");
    } else if (at(parser, Token.Name)) {
      parseNamedParameter(parser, close, lists, isKeywordOnly);
    } else if (at(parser, Token.LeftParenthesis)) {
      skipUnpackedParameter(parser, close, lists);
    } else if (!recoverInBrackets(parser, close)) {
      break;
    }
    if (!at(parser, Token.Comma) && (close === Token.Colon || !recoverInBrackets(parser, close))) break;
    nextToken(parser);
  }
  const end = parser.previousEnd;
  return end <= start ? parametersNode(previousEnd, previousEnd, lists) : parametersNode(start, end, lists);
}

function parseNamedParameter(parser: Parser, close: Token, lists: Lists, isKeywordOnly: boolean): void {
  const arg = parseParameter(parser, close);
  const value = take(parser, Token.Equal) ? parseTest(parser) : null;
  if (isKeywordOnly) {
    lists.kwonlyargs.push(arg);
    lists.kw_defaults.push(value);
  } else {
    lists.args.push(arg);
    if (value !== null) lists.defaults.push(value);
  }
}

/** Python 2 unpacks `def f(a, (b, c))`; the parameter keeps its place without a name. */
function skipUnpackedParameter(parser: Parser, close: Token, lists: Lists): void {
  const { start } = parser;
  report(parser, start, "Python 2 only: a parameter cannot be unpacked here.");
  nextToken(parser);
  skipRest(parser);
  take(parser, Token.RightParenthesis);
  lists.args.push({ kind: Kind.arg, start, end: parser.previousEnd, arg: "", annotation: null });
  if (take(parser, Token.Equal)) lists.defaults.push(parseTest(parser));
  else if (close === Token.Colon && atLogicalEnd(parser)) report(parser, parser.start, "A colon is missing here.");
}

function parseParameter(parser: Parser, close: Token): Arg {
  const { start } = parser;
  const arg = nameText(parser);
  nextToken(parser);
  const isAnnotated = close === Token.RightParenthesis && take(parser, Token.Colon);
  const annotation = isAnnotated ? parseStarNamed(parser) : null;
  return { kind: Kind.arg, start, end: parser.previousEnd, arg, annotation };
}

/** `[T: bound = default, *Ts, **P]` after the name of a function, class or type. */
export function parseTypeParameters(parser: Parser): TypeParameter[] {
  const parameters: TypeParameter[] = [];
  if (!take(parser, Token.LeftBracket)) return parameters;
  while (!at(parser, Token.RightBracket)) {
    const { start } = parser;
    const kind = typeParameterKind(parser);
    if (!at(parser, Token.Name)) {
      report(parser, parser.start, "The name of a type parameter is missing here.");
      break;
    }
    const name = nameText(parser);
    nextToken(parser);
    const bound = take(parser, Token.Colon) ? parseTest(parser) : null;
    const defaultValue = take(parser, Token.Equal) ? parseStarNamed(parser) : null;
    parameters.push({ kind, start, end: parser.previousEnd, name, bound, default_value: defaultValue });
    if (!take(parser, Token.Comma)) break;
  }
  closeBracket(parser, Token.RightBracket);
  return parameters;
}

function typeParameterKind(parser: Parser): TypeParameter["kind"] {
  if (take(parser, Token.Star)) return Kind.TypeVarTuple;
  return take(parser, Token.DoubleStar) ? Kind.ParamSpec : Kind.TypeVar;
}
