import type { FormModule, Language } from "../syntax/form.js";
import { cellsOfScript } from "../syntax/notebook/cell-script.js";
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

/** Where a script of cells is broken, its cells are read each on its own, so that one hides nothing of the others. */
function readScript(text: string): FormModule {
  const ipython = isCellScript(text);
  const whole = readPython(text, { ipython });
  const cells = whole.errors.length === 0 ? undefined : cellsOfScript(text);
  if (cells === undefined) return whole;
  const apart = readPython(text, { ipython, parts: cells });
  return apart.errors.length <= whole.errors.length ? apart : whole;
}

/** A script that an editor shows as cells (jupytext's percent format, Databricks) may hold lines of IPython's. */
function isCellScript(text: string): boolean {
  return cellMark.test(text);
}

const cellMark = /^# (?:%%|Databricks notebook source|COMMAND -{3,})/m;
