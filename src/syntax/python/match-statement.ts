import { parseBlock, parseIndented } from "./blocks.js";
import { Character, isLineEnd } from "./characters.js";
import { parseExpressionList } from "./expression-lists.js";
import { parseNamed } from "./expressions.js";
import { Kind } from "./kind.js";
import { nextToken } from "./lexer.js";
import { nextCharacter } from "./lookahead.js";
import { NameId } from "./names.js";
import type { MatchCase, Statement } from "./nodes.js";
import { at, report, type Parser } from "./parser.js";
import { parsePatterns } from "./patterns.js";
import { startsExpression, take } from "./recovery.js";
import { markStatement, rewind } from "./rewind.js";
import { parseStatement } from "./compound.js";
import { Token } from "./token.js";

/** A `match` statement; `null` when `match` is just a name. It is one if a line with `case` follows its colon. */
export function parseMatch(parser: Parser): Statement | null {
  if (isPlainName(parser)) return null;
  const mark = markStatement(parser);
  nextToken(parser);
  if (startsExpression(parser) && !at(parser, Token.Yield)) {
    const subject = parseExpressionList(parser);
    const isHeader = parser.errors.length === mark.errorCount && take(parser, Token.Colon);
    if (isHeader && take(parser, Token.Newline) && at(parser, Token.Indent) && isCaseNext(parser)) {
      const cases = parseCases(parser);
      return { kind: Kind.Match, start: mark.start, end: parser.previousEnd, subject, cases };
    }
  }
  rewind(parser, mark);
  return null;
}

/** A quick look at the next character: most uses of the name are followed by what no subject begins with. */
function isPlainName(parser: Parser): boolean {
  const { text } = parser;
  const offset = nextCharacter(parser);
  const code = text.charCodeAt(offset);
  if (Number.isNaN(code) || isLineEnd(code)) return true;
  if (code === Character.Dot) return text.charCodeAt(offset + 1) !== code;
  return "=,):;#".includes(String.fromCharCode(code));
}

/** The token is the indent, at whose place the first case begins. */
function isCaseNext(parser: Parser): boolean {
  return /^case\b/.test(parser.text.slice(parser.start, parser.start + 5));
}

function parseCases(parser: Parser): MatchCase[] {
  const cases: MatchCase[] = [];
  parseIndented(parser, () => {
    if (at(parser, Token.Name) && parser.nameId === NameId.Case) {
      cases.push(parseCase(parser));
    } else {
      report(parser, parser.start, "A `case` is missing here.");
      parseStatement(parser, []);
    }
  });
  return cases;
}

function parseCase(parser: Parser): MatchCase {
  const { start } = parser;
  nextToken(parser);
  const pattern = parsePatterns(parser);
  const guard = take(parser, Token.If) ? parseNamed(parser) : null;
  const body = parseBlock(parser);
  return { kind: Kind.match_case, start, end: parser.previousEnd, pattern, guard, body };
}
