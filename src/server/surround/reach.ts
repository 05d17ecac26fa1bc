import { surroundingsOf } from "../../semantics/code/surroundings.js";
import { eachExpression, eachStatementInScope } from "../../semantics/code/visit.js";
import { targetNames } from "../../semantics/follow/environment.js";
import type { Expression } from "../../syntax/expressions.js";
import type { FormModule, Statement } from "../../syntax/form.js";
import { holds, type SelectedStatements } from "./selection.js";

/** Does a selection wait for something, or leave the function or the loop that it stands in? Then it cannot be a function's body. */
export function leaves({ text }: FormModule, { statements, lines }: SelectedStatements): boolean {
  let found = /\bfor\s+await\b|\b(?:break|continue)[ \t]+[\w$]/.test(text.slice(lines.start, lines.end));
  const inScope: Statement[] = [];
  eachStatementInScope(statements, (statement) => inScope.push(statement));
  const holders = inScope.filter(({ kind }) => kind === "Loop" || kind === "Match");
  for (const statement of inScope) {
    found ||=
      statement.kind === "Return" || statement.kind === "ClassStatement" || statement.kind === "FunctionStatement";
    found ||= statement.kind === "Import";
    if (statement.kind !== "Jump") continue;
    const targets = statement.jump === "break" ? holders : holders.filter(({ kind }) => kind === "Loop");
    found ||= !targets.some((target) => holds(target, statement));
  }
  eachExpression(statements, ({ kind }) => {
    found ||= kind === "Await" || kind === "Yield";
  });
  return found;
}

/** Does a selection write to a variable, an object or an array of the code around it? Sums are plain numbers. */
export function writesOutside(form: FormModule, { lines, statements }: SelectedStatements): boolean {
  const inside = [...surroundingsOf(form).blocks.keys()].filter((statement) => holds(lines, statement));
  const own = new Set<string>();
  const written: Expression[] = [];
  for (const statement of inside) {
    if (statement.kind === "Loop" && statement.target !== undefined) targetNames(statement.target, own);
    if (statement.kind !== "Assign") continue;
    if (statement.declares !== undefined) for (const target of statement.targets) targetNames(target, own);
    else if (statement.operator === undefined) written.push(...statement.targets);
  }
  eachExpression(statements, (expression) => {
    if (expression.kind === "AssignExpression" && expression.operator === undefined) written.push(expression.target);
    if (expression.kind === "FunctionExpression") for (const { name } of expression.function.params) own.add(name);
    if (expression.kind !== "Call" || expression.callee.kind !== "Attribute") return;
    if (/^(?:push|unshift|set)$/.test(expression.callee.name)) written.push(expression.callee.object);
  });
  return written.some((target) => !rootsOf(target).every((name) => own.has(name)));
}

/** The names that a target begins with: `a` of `a.b[0]`, both of `[a, b]`. */
function rootsOf(target: Expression): readonly string[] {
  if (target.kind === "Attribute" || target.kind === "Subscript") return rootsOf(target.object);
  const names = new Set<string>();
  targetNames(target, names);
  return names.size === 0 ? ["this"] : [...names];
}
