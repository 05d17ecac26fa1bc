import { surroundingsOf } from "../../semantics/code/surroundings.js";
import { eachExpression } from "../../semantics/code/visit.js";
import type { FormModule, Statement } from "../../syntax/form.js";
import type { Span } from "../../syntax/span.js";
import { beginsLine } from "../placed-statements.js";
import { endOfLine, indentOf, indentUnit, lineEnd, lineStart, linesOf } from "../text-lines.js";
import type { OffsetEdit } from "../workspace-edit.js";

/** Whole statements of one block that a selection holds, and nothing else but comments. */
export interface SelectedStatements {
  readonly statements: readonly Statement[];
  readonly block: readonly Statement[];
  /** The lines that they and the selected comments stand on, without the last one's ending. */
  readonly lines: Span;
  /** By what the lines are indented. */
  readonly indent: string;
  /** The stretch of the cell in a notebook, else the whole text. */
  readonly part: Span;
}

/** Undefined where a selection begins or ends in the middle of a statement, or a line of it holds other code. */
export function selectedStatements(form: FormModule, selection: Span, part: Span): SelectedStatements | undefined {
  const span = trimmed(form.text, selection);
  const inside = [...surroundingsOf(form).blocks].filter(([statement]) => holds(span, statement));
  const outermost = inside.filter(([{ start, end }]) => {
    return !inside.some(
      ([other]) => (other.start < start && end <= other.end) || (other.start <= start && end < other.end),
    );
  });
  const statements = outermost.map(([statement]) => statement).toSorted((a, b) => a.start - b.start);
  const [first] = statements;
  const block = outermost[0]?.[1];
  if (first === undefined || block === undefined || outermost.some(([, other]) => other !== block)) return undefined;
  const lines = { start: lineStart(form.text, span.start), end: lineEnd(form.text, span.end) };
  const isAlone =
    restOf(form, lines, statements).trim() === "" && statements.every(({ start }) => start >= lines.start);
  if (!isAlone || !beginsLine(form, first)) return undefined;
  return { statements, block, lines, indent: indentOf(form.text, first.start), part };
}

/** A selection without the blanks around what is selected. */
export function trimmed(text: string, { start, end }: Span): Span {
  const selected = text.slice(start, end);
  return {
    start: start + selected.length - selected.trimStart().length,
    end: end - selected.length + selected.trimEnd().length,
  };
}

export function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/**
 * A line below another one, which begins where a line begins if it can: in a snippet, editors indent what follows the
 * first line of a text as the line is that it is put into.
 */
export function lineBelow(
  text: string,
  end: number,
  part: Span,
  { indent, code, isSnippet }: { readonly indent: string; readonly code: string; readonly isSnippet: boolean },
): OffsetEdit & { readonly isSnippet: boolean } {
  const ending = /\r\n|\r|\n/y;
  ending.lastIndex = end;
  const [found] = end < part.end ? (ending.exec(text) ?? []) : [];
  if (found === undefined)
    return { start: end, end, newText: endOfLine(text) + (isSnippet ? "" : indent) + code, isSnippet };
  return { start: end + found.length, end: end + found.length, newText: indent + code + found, isSnippet };
}

/** The edits that move lines one step to the right. What stands in a string of several lines stays as it is. */
export function indentLines(form: FormModule, { statements, lines }: SelectedStatements): readonly OffsetEdit[] {
  const { text } = form;
  const unit = indentUnit(text, form.language);
  const strings = stringsOver(form, statements);
  return linesOf(text, lines)
    .filter(({ start, end }) => text.slice(start, end).trim() !== "")
    .filter(({ start }) => !strings.some((string) => string.start < start && start < string.end))
    .map(({ start }) => ({ start, end: start, newText: unit }));
}

/** The strings and templates that go over lines, whose text the beginnings of lines are part of. */
function stringsOver({ text, language }: FormModule, statements: readonly Statement[]): readonly Span[] {
  const found: Span[] = [];
  eachExpression(statements, (expression) => {
    const { kind, start, end } = expression;
    const isString = kind === "Template" || (kind === "Literal" && typeof expression.value === "string");
    const source = text.slice(start, end);
    if (!isString || !/[\r\n]/.test(source)) return;
    // Strings that merely stand below each other are joined, and no part of them goes over lines.
    if (language === "typescript" || /"""|'''|\\\r?\n/.test(source)) found.push({ start, end });
  });
  return found;
}

/** What stands on some lines besides statements, their semicolons and comments. */
function restOf({ text, comments }: FormModule, lines: Span, statements: readonly Span[]): string {
  const known = [...statements, ...comments.filter((comment) => holds(lines, comment))].toSorted(
    (a, b) => a.start - b.start,
  );
  let rest = "";
  let at = lines.start;
  for (const { start, end } of known) {
    rest += text.slice(at, start);
    at = Math.max(at, end);
  }
  return (rest + text.slice(at, lines.end)).replaceAll(";", "");
}
