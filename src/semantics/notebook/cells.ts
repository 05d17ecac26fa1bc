import type { NotebookPart, Statement } from "../../syntax/form.js";
import type { Span } from "../../syntax/span.js";
import { perModel } from "../code/per-model.js";
import type { Model } from "../model.js";

/** A cell of Python code with its statements; one that holds only comments or magics has none. */
export interface CodeCell extends NotebookPart {
  readonly statements: readonly Statement[];
}

/** The code cells of a notebook, in order; none where the file is no notebook. */
export const codeCells: (model: Model) => readonly CodeCell[] = perModel(({ form: { notebook = [], body } }) => {
  // Statements and cells come in the same order, so each is looked at once.
  let next = 0;
  return notebook
    .filter(({ kind }) => kind === "code")
    .map((part) => {
      const first = next;
      for (let at = body[next]; at !== undefined && at.start < part.end; at = body[next]) next++;
      return { ...part, statements: body.slice(first, next).filter((one) => !isMagic(one)) };
    });
});

function isMagic(statement: Statement): boolean {
  if (statement.kind !== "ExpressionStatement") return false;
  const { expression } = statement;
  return expression.kind === "Unknown" && expression.parts.length === 0;
}

/** Where a finding about a cell as a whole stands: its first statement, up to the end of that line. */
export function headOf({ statements, start, end }: CodeCell, text: string): Span {
  const from = statements[0]?.start ?? start;
  const to = statements[0]?.end ?? end;
  const line = /[\r\n]/.exec(text.slice(from, to))?.index;
  return { start: from, end: line === undefined ? to : from + line };
}
