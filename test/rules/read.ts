import type { Document } from "../../src/engine/analyze.js";
import type { Example } from "../../src/rules/rule.js";
import { readPython } from "../../src/syntax/python/lower.js";
import type { Language } from "../../src/syntax/form.js";
import { readTypeScript } from "../../src/syntax/typescript/parse.js";
import { readNotebookProgram } from "./notebook-program.js";

/** Parses a program under a path, by the path's ending; a notebook is written as a script of cells. */
export function read(path: string, text: string): Document {
  if (path.endsWith(".ipynb")) return { path, form: readNotebookProgram(text) };
  return { path, form: path.endsWith(".py") ? readPython(text) : readTypeScript(text, { path }) };
}

/** The path of a program that needs none of its own. */
export function examplePath(language: Language): string {
  return { python: "example.py", typescript: "example.ts" }[language];
}

/** The path of one side of an example. */
export function pathOf({ language = "python", notebook = false, path }: Example, side: "bad" | "good"): string {
  return path?.[side] ?? (notebook ? "example.ipynb" : examplePath(language));
}
