import { Kind } from "./kind.js";
import { nextToken } from "./lexer.js";
import type { Alias, Statement } from "./nodes.js";
import { at, nameText, report, type Parser } from "./parser.js";
import { closeBracket, expect, take } from "./recovery.js";
import { Token } from "./token.js";

/** `import a.b, c as d` */
export function parseImport(parser: Parser): Statement {
  const { start } = parser;
  const names: Alias[] = [];
  do {
    nextToken(parser);
    names.push(parseAlias(parser, true));
  } while (at(parser, Token.Comma));
  return { kind: Kind.Import, start, end: parser.previousEnd, names };
}

/** `from ..a import b as c, d` */
export function parseFromImport(parser: Parser): Statement {
  const { start } = parser;
  nextToken(parser);
  let level = 0;
  for (;;) {
    if (take(parser, Token.Dot)) level++;
    else if (take(parser, Token.Ellipsis)) level += 3;
    else break;
  }
  const module = at(parser, Token.Name) ? parseDottedName(parser) : null;
  const hasImport = expect(parser, Token.Import, "An `import` is missing here.");
  const names = hasImport ? parseImportedNames(parser) : [];
  return { kind: Kind.ImportFrom, start, end: parser.previousEnd, module, names, level };
}

function parseImportedNames(parser: Parser): Alias[] {
  if (at(parser, Token.Star)) {
    const { start, end } = parser;
    nextToken(parser);
    return [{ kind: Kind.alias, start, end, name: "*", asname: null }];
  }
  const hasBrackets = take(parser, Token.LeftParenthesis);
  const names: Alias[] = [];
  if (!at(parser, Token.Name)) report(parser, parser.start, "A name is missing here.");
  while (at(parser, Token.Name)) {
    names.push(parseAlias(parser, false));
    if (!take(parser, Token.Comma)) break;
  }
  if (hasBrackets) closeBracket(parser, Token.RightParenthesis);
  return names;
}

function parseAlias(parser: Parser, isDotted: boolean): Alias {
  const { start } = parser;
  const name = isDotted ? parseDottedName(parser) : takeName(parser);
  const asname = take(parser, Token.As) ? takeName(parser) : null;
  // A missing name has read nothing, and stands before what comes next.
  return { kind: Kind.alias, start: Math.min(start, parser.previousEnd), end: parser.previousEnd, name, asname };
}

function parseDottedName(parser: Parser): string {
  let name = takeName(parser);
  while (take(parser, Token.Dot)) {
    const part = takeName(parser);
    if (part !== "") name += `.${part}`;
  }
  return name;
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
