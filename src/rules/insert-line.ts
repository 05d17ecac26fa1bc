import type { Model } from "../semantics/model.js";
import { statementsAround } from "../semantics/statements-around.js";
import type { Span } from "../syntax/span.js";
import type { ReportEdit } from "./rule.js";

/**
 * The edit that puts a line of code before the outermost statement around a place that holds none of the other places;
 * undefined where that statement shares its line with other code.
 */
export function insertLineBefore(
  model: Model,
  place: Span,
  line: string,
  outside: readonly Span[] = [],
): ReportEdit | undefined {
  const { text } = model.form;
  const statement = statementsAround(model.form, place).find(
    ({ start, end }) => !outside.some((other) => start <= other.start && other.end <= end),
  );
  if (statement === undefined) return undefined;
  const indent = text.slice(text.lastIndexOf("\n", statement.start - 1) + 1, statement.start);
  if (!/^[ \t]*$/.test(indent) || text.startsWith("elif", statement.start)) return undefined;
  return { start: statement.start, end: statement.start, newText: `${line}\n${indent}` };
}
