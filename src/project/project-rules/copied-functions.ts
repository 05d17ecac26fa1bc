import type { FormModule, FunctionForm } from "../../syntax/form.js";
import type { Span } from "../../syntax/span.js";
import { eachStatement } from "../../semantics/code/visit.js";

/** A function that a file defines itself, with its code in a form in which copies of it are alike. */
export interface OwnFunction {
  readonly name: string;
  readonly nameSpan: Span;
  readonly tokens: readonly string[];
}

/** The functions and methods of a file that take something and give something back. */
export function ownFunctions(form: FormModule): readonly OwnFunction[] {
  const found: OwnFunction[] = [];
  eachStatement(form.body, (statement) => {
    if (statement.kind !== "FunctionStatement") return;
    const own = statement.function;
    const params = own.params.map(({ name }) => name).filter((name) => name !== "self" && name !== "cls");
    if (own.name === undefined || params.length === 0 || !givesBack(own)) return;
    found.push({ name: own.name, nameSpan: own.nameSpan, tokens: tokensOf(own, params, form) });
  });
  return found;
}

/** How much of two texts is the same, from 0 to 1: what they have in common in order, of the longer one. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  const longest = Math.max(a.length, b.length);
  if (longest === 0 || Math.min(a.length, b.length) / longest < 0.5) return 0;
  let row = new Array<number>(b.length + 1).fill(0);
  for (const token of a) {
    const next = [0];
    b.forEach((other, index) => next.push(token === other ? row[index]! + 1 : Math.max(row[index + 1]!, next[index]!)));
    row = next;
  }
  return row[b.length]! / longest;
}

function givesBack({ body }: FunctionForm): boolean {
  let found = false;
  eachStatement(body, (statement) => {
    if (statement.kind === "Return" && statement.value !== undefined) found = true;
  });
  return found;
}

/** Longer functions do more than one thing, and are not compared. */
const mostTokens = 600;

/** Without comments and the docstring; parameters are called by their number, so that their names do not matter. */
function tokensOf(
  { body }: FunctionForm,
  params: readonly string[],
  { text, comments }: FormModule,
): readonly string[] {
  const [first] = body;
  const isDocumented = first?.kind === "ExpressionStatement" && first.expression.kind === "Literal";
  const start = (isDocumented ? first.end : first?.start) ?? 0;
  const end = body.at(-1)?.end ?? start;
  let code = "";
  let at = start;
  for (const comment of comments) {
    if (comment.start < at || comment.end > end) continue;
    code += text.slice(at, comment.start);
    at = comment.end;
  }
  code += text.slice(at, end);
  const numbers = new Map(params.map((name, index) => [name, `$${index}`]));
  const tokens = [...code.matchAll(/"[^"\n]*"|'[^'\n]*'|\w+|[^\s\w]/g)].map(
    ([token]) => numbers.get(token) ?? token.replace(/^'([^'"]*)'$/, '"$1"'),
  );
  return tokens.length > mostTokens ? [] : tokens;
}
