import type { Expression } from "../../syntax/expressions.js";
import type { FormModule } from "../../syntax/form.js";
import type { Span } from "../../syntax/span.js";
import { eachExpression, eachStatement } from "./visit.js";

/** A string that the code uses, with the text that it begins with: all of a plain string, the part before the first field of a template. */
export interface UsedString extends Span {
  readonly text: string;
}

/** Every string of a file but docstrings and the help of command-line arguments, in order. */
export function usedStrings(form: FormModule): readonly UsedString[] {
  const prose = new Set<Expression>();
  eachStatement(form.body, (statement) => {
    if (statement.kind === "ExpressionStatement") prose.add(statement.expression);
  });
  eachExpression(form.body, (expression) => {
    if (expression.kind !== "Call") return;
    for (const arg of expression.args) if (arg.name !== undefined && proseArguments.has(arg.name)) prose.add(arg.value);
  });
  const found: UsedString[] = [];
  eachExpression(form.body, (expression) => {
    if (prose.has(expression)) return;
    const text =
      expression.kind === "Template"
        ? expression.texts[0]
        : expression.kind === "Literal"
          ? expression.value
          : undefined;
    if (typeof text === "string") found.push({ start: expression.start, end: expression.end, text });
  });
  return found.sort((a, b) => a.start - b.start);
}

const proseArguments = new Set(["help", "description", "epilog", "usage", "metavar", "doc"]);
