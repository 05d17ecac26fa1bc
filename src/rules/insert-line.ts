import type { Model } from "../semantics/model.js";
import { statementsAround } from "../semantics/code/statements-around.js";
import type { Span } from "../syntax/span.js";
import type { ReportEdit } from "./rule.js";

/**
 * The edit that puts a line of code before the statement that a place is in: the outermost one around it that holds none of
 * the other places, or the innermost. Undefined where that statement shares its line with other code.
 */
export function insertLineBefore(
  model: Model,
  place: Span,
  line: string,
  outside: readonly Span[] | "innermost" = [],
): ReportEdit | undefined {
  const { text } = model.form;
  const around = statementsAround(model.form, place);
  const statement =
    outside === "innermost"
      ? around.at(-1)
      : around.find(({ start, end }) => !outside.some((other) => start <= other.start && other.end <= end));
  if (statement === undefined) return undefined;
  const indent = text.slice(text.lastIndexOf("\n", statement.start - 1) + 1, statement.start);
  if (!/^[ \t]*$/.test(indent) || text.startsWith("elif", statement.start)) return undefined;
  return { start: statement.start, end: statement.start, newText: `${line}\n${indent}` };
}
