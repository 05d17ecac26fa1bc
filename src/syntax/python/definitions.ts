import { parseBlock } from "./blocks.js";
import { parseFor, parseWith } from "./compound.js";
import type { Arguments, Expression } from "./expression-nodes.js";
import { parseNamed, parseTest } from "./expressions.js";
import { Kind } from "./kind.js";
import { nextToken } from "./lexer.js";
import type { ClassDef, FunctionDef, Statement } from "./nodes.js";
import { noParameters, parseParameters, parseTypeParameters } from "./parameters.js";
import { at, nameText, report, type Parser } from "./parser.js";
import { parseCall } from "./primary.js";
import { closeBracket, emptyExpression, expect, take } from "./recovery.js";
import { endStatement } from "./statements.js";
import { Token } from "./token.js";

/** From `def` on; `start` is that of `async`, if there is one. */
export function parseFunction(
  parser: Parser,
  start: number,
  kind: FunctionDef["kind"],
  decorators: readonly Expression[],
): FunctionDef {
  nextToken(parser);
  const nameStart = nameStartOf(parser);
  const name = takeName(parser);
  const typeParameters = parseTypeParameters(parser);
  const args = parseParameterList(parser);
  const returns = take(parser, Token.Arrow) ? parseTest(parser) : null;
  const body = parseBlock(parser);
  return {
    kind,
    start,
    end: parser.previousEnd,
    name,
    nameStart,
    args,
    body,
    decorator_list: decorators,
    returns,
    type_params: typeParameters,
  };
}

function parseParameterList(parser: Parser): Arguments {
  if (!expect(parser, Token.LeftParenthesis, "The parameters are missing here.")) return noParameters(parser);
  const args = parseParameters(parser, Token.RightParenthesis);
  closeBracket(parser, Token.RightParenthesis);
  return args;
}

export function parseClass(parser: Parser, start: number, decorators: readonly Expression[]): ClassDef {
  nextToken(parser);
  const nameStart = nameStartOf(parser);
  const name = takeName(parser);
  const typeParameters = parseTypeParameters(parser);
  // Bases look like the arguments of a call.
  const call = at(parser, Token.LeftParenthesis) ? parseCall(parser, emptyExpression(parser), parser.start) : null;
  const body = parseBlock(parser);
  return {
    kind: Kind.ClassDef,
    start,
    end: parser.previousEnd,
    name,
    nameStart,
    bases: call?.args ?? [],
    keywords: call?.keywords ?? [],
    body,
    decorator_list: decorators,
    type_params: typeParameters,
  };
}

/** A missing name stands right behind its keyword. */
function nameStartOf(parser: Parser): number {
  return at(parser, Token.Name) ? parser.start : parser.previousEnd;
}

function takeName(parser: Parser): string {
  if (!at(parser, Token.Name)) {
    report(parser, parser.start, "A name is missing here.");
    return "";
  }
  const name = nameText(parser);
  nextToken(parser);
  return name;
}

export function parseDecorated(parser: Parser): Statement {
  const { start: first } = parser;
  const decorators: Expression[] = [];
  while (take(parser, Token.At)) {
    decorators.push(parseNamed(parser));
    endStatement(parser);
    while (take(parser, Token.Newline));
  }
  const { start } = parser;
  if (at(parser, Token.Def)) return parseFunction(parser, start, Kind.FunctionDef, decorators);
  if (at(parser, Token.Class)) return parseClass(parser, start, decorators);
  if (at(parser, Token.Async)) {
    nextToken(parser);
    if (at(parser, Token.Def)) return parseFunction(parser, start, Kind.AsyncFunctionDef, decorators);
  }
  report(parser, parser.start, "The function or class that this decorates is missing.");
  const value = decorators[0] ?? emptyExpression(parser);
  return { kind: Kind.Expr, start: first, end: Math.max(first, parser.previousEnd), value };
}

/** `async` before `def`, `for` or `with`; before anything else it is left out. */
export function parseAsync(parser: Parser): Statement | null {
  const { start } = parser;
  nextToken(parser);
  if (at(parser, Token.Def)) return parseFunction(parser, start, Kind.AsyncFunctionDef, []);
  if (at(parser, Token.For)) return parseFor(parser, start, Kind.AsyncFor);
  if (at(parser, Token.With)) return parseWith(parser, start, Kind.AsyncWith);
  report(parser, parser.start, "A `def`, `for` or `with` is missing here.");
  endStatement(parser);
  return null;
}
