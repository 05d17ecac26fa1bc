import type { FormModule, NotebookPart } from "../form.js";
import { readPython } from "../python/lower.js";
import type { Notebook, NotebookCell } from "./notebook.js";

/**
 * A notebook as one module: its Python cells one after the other, each read on its own, so that what is broken in one
 * hides nothing of the others. Cells in other languages are no part of it.
 */
export function notebookForm({ cells }: Notebook): FormModule {
  const parts: NotebookPart[] = [];
  let text = "";
  for (const [index, cell] of cells.entries()) {
    const { kind, executionCount, isEdited = false, outputs } = cell;
    const start = text.length;
    if (isPython(cell)) text += `${cell.text}\n`;
    parts.push({
      cell: index + 1,
      start,
      end: Math.max(start, text.length - 1),
      kind: kind === "code" && !isPython(cell) ? "other" : kind,
      prose: isPython(cell) ? "" : cell.text,
      executionCount,
      ...(isEdited ? { isEdited } : {}),
      outputs,
    });
  }
  return readPython(text, { ipython: true, parts: parts.filter(({ kind }) => kind === "code"), notebook: parts });
}

function isPython({ kind, language, text }: NotebookCell): boolean {
  return kind === "code" && language === "python" && !foreignCell.test(text);
}

/** Databricks gives a whole cell to another language by one `%`; its `%python`, like IPython's, does not. */
const foreignCell = /^\s*%(?:md|md-sandbox|scala|r|sh|fs|sql)(?:[ \t]*\r?\n|[ \t]+[^\s=].*(?:\r?\n|$)|$)/;
