import type { FormModule, Language } from "../syntax/form.js";
import { cellsOfScript, holdsCode } from "../syntax/notebook/cell-script.js";
import { notebookForm } from "../syntax/notebook/notebook-form.js";
import { readNotebook } from "../syntax/notebook/read-notebook.js";
import { readPython } from "../syntax/python/lower.js";
import { languageOf } from "./languages.js";
import { isNotebook } from "./notebooks.js";
import type { Unread } from "./sources.js";

/** Parses a source text. TypeScript's parser is large, so it is loaded with the first file that needs it. */
export async function parseSource(text: string, path: string, language: Language): Promise<FormModule> {
  if (language === "python") return readScript(text);
  const { readTypeScript } = await import("../syntax/typescript/parse.js");
  return readTypeScript(text, { path });
}

/** Parses the text of a file, whose name says what it is. */
export async function parseFile(text: string, path: string): Promise<FormModule | Unread> {
  if (!isNotebook(path)) return parseSource(text, path, languageOf(path) ?? "python");
  const notebook = readNotebook(text);
  return "problem" in notebook ? { reason: "malformed", detail: notebook.problem } : notebookForm(notebook);
}

/**
 * A script that an editor shows as cells (jupytext's percent format, Databricks) may hold lines of IPython's. Where it is
 * broken, its cells are read each on its own, so that one hides nothing of the others, and where magic gives a whole
 * cell to another language.
 */
function readScript(text: string): FormModule {
  const cells = cellsOfScript(text);
  if (cells === undefined) return readPython(text);
  const whole = readPython(text, { ipython: true });
  if (whole.errors.length === 0 && !cellMagic.test(text)) return whole;
  // Above the cells there are only comments, but one may turn a rule off.
  const head = { start: 0, end: cells[0]?.start ?? 0 };
  const code = cells.filter(({ kind, start, end }) => kind === "code" || !holdsCode(text.slice(start, end)));
  const apart = readPython(text, { ipython: true, parts: [head, ...code] });
  return apart.errors.length <= whole.errors.length ? apart : whole;
}

const cellMagic = /^%%\w/m;
