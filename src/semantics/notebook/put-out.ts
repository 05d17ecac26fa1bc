import type { Expression } from "../../syntax/expressions.js";
import type { Span } from "../../syntax/span.js";
import { eachExpression } from "../code/visit.js";
import type { Model } from "../model.js";
import { type CodeCell, codeCells, headOf } from "./cells.js";

/**
 * The code of each cell whose stored output says something of the kind: the line that it names, else what may cause it,
 * else the first line.
 */
export function putOut(model: Model, said: RegExp, causedBy: RegExp): readonly Span[] {
  return codeCells(model).flatMap((cell): Span[] => {
    const match = cell.outputs.map((text) => said.exec(text)).find((found) => found !== null);
    if (match === undefined) return [];
    const line = Number(match.groups?.["line"] ?? Number.NaN);
    const at = statementOn(model, cell, line) ?? callIn(model, cell, causedBy) ?? headOf(cell, model.form.text);
    return [at];
  });
}

/** The call in a cell whose last name is one of those; the last such one, as what comes after it comes of it. */
function callIn({ form }: Model, { statements }: CodeCell, names: RegExp): Span | undefined {
  let found: Expression | undefined;
  eachExpression(statements, (expression) => {
    if (expression.kind !== "Call") return;
    const { callee } = expression;
    const name = callee.kind === "Attribute" ? callee.name : callee.kind === "Name" ? callee.id : "";
    if (names.test(name) && (found === undefined || callee.start > found.start)) found = callee;
  });
  return found === undefined ? undefined : lineOf(found, form.text);
}

/** Warnings tell the line in their cell, which is right as long as the cell was not edited after it ran: it must set something. */
function statementOn({ form }: Model, { start, end, statements }: CodeCell, line: number): Span | undefined {
  if (Number.isNaN(line)) return undefined;
  const lines = form.text.slice(start, end).split("\n");
  const from = start + lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  const statement = statements.find((one) => one.start <= from && from < one.end && one.kind === "Assign");
  return statement === undefined ? undefined : lineOf(statement, form.text);
}

function lineOf({ start, end }: Span, text: string): Span {
  const length = text.slice(start, end).search(/[\r\n]/);
  return { start, end: length < 0 ? end : start + length };
}
