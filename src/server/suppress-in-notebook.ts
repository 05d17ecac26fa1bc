import { readSuppressionComments } from "../semantics/suppression.js";
import type { FormModule, NotebookPart } from "../syntax/form.js";
import { notebookForm } from "../syntax/notebook/notebook-form.js";
import { suppressInFile } from "./suppress-edits.js";
import { applyOffsetEdit, type OffsetEdit } from "./workspace-edit.js";

/** An edit of offsets in one cell. */
export interface CellEdit extends OffsetEdit {
  readonly cell: number;
}

/**
 * The edit that suppresses a rule in a whole notebook: in the comment that is there, or at the top of the first cell
 * where a comment can stand. Undefined where there is none: all cells are in other languages.
 */
export function suppressInNotebook(form: FormModule, rule: string): CellEdit | undefined {
  const parts = (form.notebook ?? []).filter(({ kind }) => kind === "code");
  if (readSuppressionComments(form).some(({ scope }) => scope === "file")) {
    const edit = suppressInFile(form, rule);
    const part = parts.findLast(({ start }) => start <= edit.start);
    return part && { ...edit, cell: part.cell, start: edit.start - part.start, end: edit.end - part.start };
  }
  for (const part of parts) {
    const text = textOf(form, part);
    const edit = atTop(text, `# preflight: ignore-file[${rule}]`);
    const changed = readSuppressionComments(cellForm(applyOffsetEdit(text, edit)));
    if (changed.some(({ scope, rules }) => scope === "file" && rules.some(({ id }) => id === rule))) {
      return { ...edit, cell: part.cell };
    }
  }
  return undefined;
}

/** A cell's text as a module of its own, for what is about its comments alone. */
export function cellForm(text: string): FormModule {
  const cell = { kind: "code", language: "python", text, executionCount: undefined, outputs: [] } as const;
  return notebookForm({ cells: [cell] });
}

function textOf(form: FormModule, { start, end }: NotebookPart): string {
  return form.text.slice(start, end);
}

/** Magic of a whole cell, as `%%time`, stands in its first line. */
function atTop(text: string, comment: string): OffsetEdit {
  const eol = /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
  const magic = /^\s*%%[^\r\n]*(?<end>\r\n|\r|\n)?/.exec(text);
  const start = magic?.[0].length ?? 0;
  const isLineOpen = magic !== null && magic.groups?.["end"] === undefined;
  const before = isLineOpen ? eol : "";
  const after = start === text.length ? "" : eol;
  return { start, end: start, newText: `${before}${comment}${after}` };
}
