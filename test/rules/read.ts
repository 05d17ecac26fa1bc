import type { Document } from "../../src/engine/analyze.js";
import { readPython } from "../../src/syntax/python/lower.js";
import type { Language } from "../../src/syntax/form.js";
import { readTypeScript } from "../../src/syntax/typescript/parse.js";

/** Parses a program under a path, by the path's ending. */
export function read(path: string, text: string): Document {
  return { path, form: path.endsWith(".py") ? readPython(text) : readTypeScript(text, { path }) };
}

/** The path of a program that needs none of its own. */
export function examplePath(language: Language): string {
  return { python: "example.py", typescript: "example.ts" }[language];
}
