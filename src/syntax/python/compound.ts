import { parseBlock } from "./blocks.js";
import { parseAsync, parseClass, parseDecorated, parseFunction } from "./definitions.js";
import { MAX_DEPTH, reportDepth } from "./depth.js";
import { parseExpressionList, parseTarget, parseTargets } from "./expression-lists.js";
import type { Expression } from "./expression-nodes.js";
import { parseNamed, parseTest } from "./expressions.js";
import { Kind } from "./kind.js";
import { nextToken } from "./lexer.js";
import { parseMatch } from "./match-statement.js";
import { NameId } from "./names.js";
import type { ExceptHandler, If, Statement, WithItem } from "./nodes.js";
import { at, nameText, report, type Parser } from "./parser.js";
import { python2HandlerName } from "./python2.js";
import { atLogicalEnd, expect, startsExpression, take } from "./recovery.js";
import { markStatement, rewind } from "./rewind.js";
import { parseSimpleLine } from "./statements.js";
import { Token } from "./token.js";

/** Reads one compound statement, or the simple statements of one line. */
export function parseStatement(parser: Parser, body: Statement[]): void {
  const statement = parseCompound(parser, body);
  if (statement !== null) body.push(statement);
}

function parseCompound(parser: Parser, body: Statement[]): Statement | null {
  const { token, start } = parser;
  switch (token) {
    case Token.If:
      return parseIf(parser);
    case Token.For:
      return parseFor(parser, start, Kind.For);
    case Token.While:
      return parseWhile(parser);
    case Token.Def:
      return parseFunction(parser, start, Kind.FunctionDef, []);
    case Token.Class:
      return parseClass(parser, start, []);
    case Token.With:
      return parseWith(parser, start, Kind.With);
    case Token.Try:
      return parseTry(parser);
    case Token.At:
      return parseDecorated(parser);
    case Token.Async:
      return parseAsync(parser);
    case Token.Newline:
      nextToken(parser);
      return null;
    case Token.Elif:
    case Token.Else:
    case Token.Except:
    case Token.Finally:
      parseOrphanClause(parser, body);
      return null;
    case Token.Name:
      if (parser.nameId === NameId.Match) {
        const match = parseMatch(parser);
        if (match !== null) return match;
      }
  }
  parseSimpleLine(parser, body);
  return null;
}

/** A clause whose statement is broken or missing: its block is kept. */
function parseOrphanClause(parser: Parser, body: Statement[]): void {
  report(parser, parser.start, "The statement that this belongs to is missing.");
  nextToken(parser);
  while (!at(parser, Token.Colon) && !atLogicalEnd(parser)) nextToken(parser);
  for (const statement of parseBlock(parser)) body.push(statement);
}

interface Clause {
  readonly start: number;
  readonly test: Expression;
  readonly body: readonly Statement[];
}

/** Reads the clauses one after the other, and nests them from the last to the first. */
function parseIf(parser: Parser): If {
  const { depth } = parser;
  const clauses: Clause[] = [];
  do {
    const { start } = parser;
    nextToken(parser);
    const test = parseNamed(parser);
    const body = parseBlock(parser);
    if (parser.depth < MAX_DEPTH || clauses.length === 0) {
      parser.depth++;
      clauses.push({ start, test, body });
    } else {
      reportDepth(parser, start);
    }
  } while (at(parser, Token.Elif));
  parser.depth = depth;
  let orelse: readonly Statement[] = take(parser, Token.Else) ? parseBlock(parser) : [];
  const end = parser.previousEnd;
  for (let index = clauses.length - 1; index > 0; index--) {
    const { start, test, body } = clauses[index]!;
    orelse = [{ kind: Kind.If, start, end, test, body, orelse }];
  }
  const { start, test, body } = clauses[0]!;
  return { kind: Kind.If, start, end, test, body, orelse };
}

function parseElse(parser: Parser): Statement[] {
  return take(parser, Token.Else) ? parseBlock(parser) : [];
}

export function parseFor(parser: Parser, start: number, kind: Kind.For | Kind.AsyncFor): Statement {
  nextToken(parser);
  const target = parseTargets(parser);
  expect(parser, Token.In, "An `in` is missing here.");
  const iter = parseExpressionList(parser);
  const body = parseBlock(parser);
  const orelse = parseElse(parser);
  return { kind, start, end: parser.previousEnd, target, iter, body, orelse };
}

function parseWhile(parser: Parser): Statement {
  const { start } = parser;
  nextToken(parser);
  const test = parseNamed(parser);
  const body = parseBlock(parser);
  const orelse = parseElse(parser);
  return { kind: Kind.While, start, end: parser.previousEnd, test, body, orelse };
}

export function parseWith(parser: Parser, start: number, kind: Kind.With | Kind.AsyncWith): Statement {
  nextToken(parser);
  const items = parseBracketedItems(parser) ?? parseWithItems(parser);
  const body = parseBlock(parser);
  return { kind, start, end: parser.previousEnd, items, body };
}

function parseWithItems(parser: Parser): WithItem[] {
  const items: WithItem[] = [];
  do items.push(parseWithItem(parser));
  while (take(parser, Token.Comma));
  return items;
}

/** Items in parentheses of their own; `null` when the parentheses belong to an expression. */
function parseBracketedItems(parser: Parser): WithItem[] | null {
  if (!at(parser, Token.LeftParenthesis)) return null;
  const mark = markStatement(parser);
  nextToken(parser);
  const items: WithItem[] = [];
  while (startsExpression(parser) && !at(parser, Token.Yield) && !at(parser, Token.Star)) {
    items.push(parseWithItem(parser));
    if (parser.errors.length > mark.errorCount || !take(parser, Token.Comma)) break;
  }
  const isSound = items.length > 0 && parser.errors.length === mark.errorCount;
  if (isSound && take(parser, Token.RightParenthesis) && at(parser, Token.Colon)) return items;
  rewind(parser, mark);
  return null;
}

function parseWithItem(parser: Parser): WithItem {
  const { start } = parser;
  const context = parseTest(parser);
  const variables = take(parser, Token.As) ? parseTarget(parser) : null;
  const end = parser.previousEnd;
  return { kind: Kind.withitem, start: Math.min(start, end), end, context_expr: context, optional_vars: variables };
}

function parseTry(parser: Parser): Statement {
  const { start } = parser;
  nextToken(parser);
  const body = parseBlock(parser);
  const handlers: ExceptHandler[] = [];
  let kind: Kind.Try | Kind.TryStar = Kind.Try;
  while (at(parser, Token.Except)) {
    const handlerStart = parser.start;
    nextToken(parser);
    if (take(parser, Token.Star)) kind = Kind.TryStar;
    handlers.push(parseHandler(parser, handlerStart));
  }
  const orelse = parseElse(parser);
  const hasFinally = take(parser, Token.Finally);
  const finalbody = hasFinally ? parseBlock(parser) : [];
  if (handlers.length === 0 && !hasFinally) report(parser, start, "An `except` or `finally` is missing.");
  return { kind, start, end: parser.previousEnd, body, handlers, orelse, finalbody };
}

function parseHandler(parser: Parser, start: number): ExceptHandler {
  let type = at(parser, Token.Colon) ? null : parseExpressionList(parser);
  let name: string | null = null;
  if (take(parser, Token.As)) {
    if (at(parser, Token.Name)) {
      name = nameText(parser);
      nextToken(parser);
    } else {
      report(parser, parser.start, "A name is missing here.");
    }
  } else {
    name = python2HandlerName(parser, type);
    if (name !== null && type?.kind === Kind.Tuple) type = type.elts[0] ?? null;
  }
  const body = parseBlock(parser);
  return { kind: Kind.ExceptHandler, start, end: parser.previousEnd, type, name, body };
}
