import type { FormModule } from "../form.js";
import { lowerBlock } from "./lower-statements.js";
import { parsePython } from "./parse.js";

/** Reads Python source into the common form. Never throws: broken source gives what could be read of it, and errors. */
export function readPython(text: string, options?: { readonly ipython?: boolean }): FormModule {
  const { module, errors, comments } = parsePython(text, options);
  const body = lowerBlock({ depth: 0, yields: false }, module.body);
  return { language: "python", text, body, comments, errors };
}
