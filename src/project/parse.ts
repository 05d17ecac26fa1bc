import type { FormModule, Language } from "../syntax/form.js";
import { readPython } from "../syntax/python/lower.js";

/** Parses a source text. TypeScript's parser is large, so it is loaded with the first file that needs it. */
export async function parseSource(text: string, path: string, language: Language): Promise<FormModule> {
  if (language === "python") return readPython(text);
  const { readTypeScript } = await import("../syntax/typescript/parse.js");
  return readTypeScript(text, { path });
}
