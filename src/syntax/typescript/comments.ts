import * as ts from "typescript";
import type { Span } from "../span.js";

/**
 * Every comment, in order. What looks like a comment is one unless it stands inside a string, a template, a regular expression or
 * the text of an element. (The library's own way visits every token, which takes as long as parsing.)
 */
export function findComments(source: ts.SourceFile): readonly Span[] {
  const comments: Span[] = [];
  const pattern = /\/\/[^\n\r\u2028\u2029]*|\/\*[^]*?(?:\*\/|$)/g;
  let literals: readonly Span[] | undefined;
  let index = 0;
  for (let match = pattern.exec(source.text); match !== null; match = pattern.exec(source.text)) {
    const start = match.index;
    literals ??= findLiterals(source);
    while (index < literals.length && literals[index]!.end <= start) index++;
    const literal = literals[index];
    if (literal !== undefined && literal.start <= start) pattern.lastIndex = literal.end;
    else comments.push({ start, end: start + match[0].length });
  }
  return comments;
}

function findLiterals(source: ts.SourceFile): readonly Span[] {
  const literals: Span[] = [];
  const waiting: ts.Node[] = [...source.statements];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (literalKinds.has(node.kind)) literals.push({ start: node.getStart(source), end: node.end });
    else ts.forEachChild(node, (child) => void waiting.push(child));
  }
  return literals.sort((one, other) => one.start - other.start);
}

const literalKinds: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.StringLiteral,
  ts.SyntaxKind.NoSubstitutionTemplateLiteral,
  ts.SyntaxKind.TemplateHead,
  ts.SyntaxKind.TemplateMiddle,
  ts.SyntaxKind.TemplateTail,
  ts.SyntaxKind.RegularExpressionLiteral,
  ts.SyntaxKind.JsxText,
]);
