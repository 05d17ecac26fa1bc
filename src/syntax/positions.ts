import type { FormModule } from "./form.js";
import { LineIndex } from "./line-index.js";
import type { Range, Span } from "./span.js";

/** A place as readers of a file count it: in a notebook by cell, and by the lines of that cell. */
export type CellRange = Range & { readonly cell?: number };

/** Where a cell's code stands in the text of its notebook's module. */
export interface CellSpan extends Span {
  readonly cell: number;
}

/** Turns spans of a module into places in its file. */
export interface Positions {
  range(span: Span): CellRange;
}

export function positionsOf(form: FormModule, lines: LineIndex = new LineIndex(form.text)): Positions {
  const { notebook } = form;
  if (notebook === undefined) return lines;
  const code = notebook.filter(({ kind }) => kind === "code");
  return {
    range: (span) => {
      const part = code.findLast(({ start }) => start <= span.start) ?? code[0];
      const whole = lines.range(span);
      if (part === undefined) return whole;
      // What reaches into the next cell (nothing should) ends with its own.
      const end = span.end > part.end ? lines.position(Math.max(part.end, span.start)) : whole.end;
      const before = lines.position(part.start).line - 1;
      return {
        cell: part.cell,
        start: { line: whole.start.line - before, column: whole.start.column },
        end: { line: end.line - before, column: end.column },
      };
    },
  };
}
