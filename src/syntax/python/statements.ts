import type { Expression } from "./expression-nodes.js";
import { parseAssigned, parseExpressionList, parseStarNamed, parseYield } from "./expression-lists.js";
import { parseNamed, parseTest } from "./expressions.js";
import { parseFromImport, parseImport } from "./imports.js";
import { Kind } from "./kind.js";
import { nextToken } from "./lexer.js";
import { parseMagic, skipTiming, startsMagic } from "./magics.js";
import { NameId } from "./names.js";
import type { Statement } from "./nodes.js";
import { at, nameText, report, type Parser } from "./parser.js";
import { parsePython2Statement, parsePython2Raise } from "./python2.js";
import { atLogicalEnd, skipLine, startsExpression, take } from "./recovery.js";
import { markStatement, rewind } from "./rewind.js";
import { binaryOperator, Token } from "./token.js";
import { parseTypeAlias } from "./type-alias.js";

/**
 * The simple statements of one line. When a bracket in them proves to be never closed, they are read again
 * with brackets that end at the first line that is not indented deeper, so that the lines after it are not lost.
 */
export function parseSimpleLine(parser: Parser, body: Statement[]): void {
  const mark = markStatement(parser);
  const count = body.length;
  parser.brokeOut = false;
  parseSimpleStatements(parser, body);
  if (parser.brokeOut && !parser.lineBound) {
    rewind(parser, mark);
    body.length = count;
    parser.lineBound = true;
    parseSimpleStatements(parser, body);
    parser.lineBound = parser.rereadBudget < 0;
  }
}

function parseSimpleStatements(parser: Parser, body: Statement[]): void {
  do {
    if (at(parser, Token.Newline) || at(parser, Token.EndOfText)) break;
    body.push(parseSimpleStatement(parser));
  } while (take(parser, Token.Semicolon));
  endStatement(parser);
}

export function endStatement(parser: Parser): void {
  if (take(parser, Token.Newline) || atLogicalEnd(parser)) return;
  report(parser, parser.start, "The line should end here.");
  skipLine(parser);
  take(parser, Token.Newline);
}

function parseSimpleStatement(parser: Parser): Statement {
  const { start } = parser;
  switch (parser.token) {
    case Token.Pass:
    case Token.Break:
    case Token.Continue:
      return parseJump(parser);
    case Token.Return: {
      nextToken(parser);
      const value = isStatementEnd(parser) ? null : parseExpressionList(parser);
      return { kind: Kind.Return, start, end: parser.previousEnd, value };
    }
    case Token.Raise:
      return parseRaise(parser);
    case Token.Global:
    case Token.Nonlocal:
      return parseOuterNames(parser);
    case Token.Del:
      return parseDelete(parser);
    case Token.Assert: {
      nextToken(parser);
      const test = parseTest(parser);
      const msg = take(parser, Token.Comma) ? parseTest(parser) : null;
      return { kind: Kind.Assert, start, end: parser.previousEnd, test, msg };
    }
    case Token.Import:
      return parseImport(parser);
    case Token.From:
      return parseFromImport(parser);
    default:
      return parseExpressionStatement(parser);
  }
}

function parseJump(parser: Parser): Statement {
  const { token, start, end } = parser;
  nextToken(parser);
  const kind = token === Token.Pass ? Kind.Pass : token === Token.Break ? Kind.Break : Kind.Continue;
  return { kind, start, end };
}

function isStatementEnd(parser: Parser): boolean {
  return at(parser, Token.Newline) || at(parser, Token.Semicolon) || at(parser, Token.EndOfText);
}

function parseRaise(parser: Parser): Statement {
  const { start } = parser;
  nextToken(parser);
  let exc = isStatementEnd(parser) ? null : parseTest(parser);
  if (exc !== null && at(parser, Token.Comma)) exc = parsePython2Raise(parser, exc);
  const cause = exc !== null && take(parser, Token.From) ? parseTest(parser) : null;
  return { kind: Kind.Raise, start, end: parser.previousEnd, exc, cause };
}

function parseOuterNames(parser: Parser): Statement {
  const { start } = parser;
  const kind = parser.token === Token.Global ? Kind.Global : Kind.Nonlocal;
  const names: string[] = [];
  do {
    nextToken(parser);
    if (!at(parser, Token.Name)) {
      report(parser, parser.start, "A name is missing here.");
      break;
    }
    names.push(nameText(parser));
    nextToken(parser);
  } while (at(parser, Token.Comma));
  return { kind, start, end: parser.previousEnd, names };
}

function parseDelete(parser: Parser): Statement {
  const { start } = parser;
  nextToken(parser);
  const targets = [parseStarNamed(parser)];
  while (take(parser, Token.Comma)) {
    if (!startsExpression(parser)) break;
    targets.push(parseStarNamed(parser));
  }
  return { kind: Kind.Delete, start, end: parser.previousEnd, targets };
}

/** An assignment of any kind, or a bare expression. */
function parseExpressionStatement(parser: Parser): Statement {
  skipTiming(parser);
  const { start } = parser;
  if (startsMagic(parser)) return expressionStatement(parser, start, parseMagic(parser, start));
  if (at(parser, Token.Name) && parser.nameId <= NameId.Exec) {
    const statement = parseSoftStatement(parser);
    if (statement !== null) return statement;
  }
  const first = at(parser, Token.Yield) ? parseYield(parser) : parseExpressionList(parser);
  switch (parser.token) {
    case Token.Equal:
      return parseAssign(parser, first, start);
    case Token.AugmentedAssign: {
      const op = binaryOperator(parser.augmentedOperator);
      nextToken(parser);
      const value = parseAssigned(parser);
      return { kind: Kind.AugAssign, start, end: parser.previousEnd, target: first, op, value };
    }
    case Token.Colon:
      if (isAnnotatable(first)) return parseAnnotated(parser, first, start);
      break;
    case Token.Question:
      if (parser.ipython) return expressionStatement(parser, start, parseMagic(parser, start));
  }
  return expressionStatement(parser, start, first);
}

function expressionStatement(parser: Parser, start: number, value: Expression): Statement {
  // A missing expression has read nothing, and stands before what comes next.
  return { kind: Kind.Expr, start: Math.min(start, parser.previousEnd), end: parser.previousEnd, value };
}

/** Statements that begin with a word which is otherwise a name. */
function parseSoftStatement(parser: Parser): Statement | null {
  if (parser.nameId === NameId.Type) return parseTypeAlias(parser);
  if (parser.nameId === NameId.Print || parser.nameId === NameId.Exec) return parsePython2Statement(parser);
  return null;
}

function parseAssign(parser: Parser, first: Expression, start: number): Statement {
  const targets: Expression[] = [];
  let value = first;
  while (take(parser, Token.Equal)) {
    targets.push(value);
    value = parseAssigned(parser);
  }
  return { kind: Kind.Assign, start, end: parser.previousEnd, targets, value };
}

function isAnnotatable(target: Expression): boolean {
  return target.kind === Kind.Name || target.kind === Kind.Attribute || target.kind === Kind.Subscript;
}

function parseAnnotated(parser: Parser, target: Expression, start: number): Statement {
  nextToken(parser);
  const annotation = parseNamed(parser);
  const value = take(parser, Token.Equal) ? parseAssigned(parser) : null;
  // In parentheses, a name is annotated but not declared.
  const simple = target.kind === Kind.Name && target.start === start ? 1 : 0;
  return { kind: Kind.AnnAssign, start, end: parser.previousEnd, target, annotation, value, simple };
}
