import type { Language } from "../syntax/form.js";

/** The language of a file that is checked, by its name; undefined for every other file. Notebooks are taken for Python, and have no code where they are not. */
export function languageOf(path: string): Language | undefined {
  return languages.get(path.slice(path.lastIndexOf(".") + 1).toLowerCase());
}

/** Components, whose scripts are checked. */
const componentExtensions = ["vue", "svelte"] as const;

/** In the order in which an import without an extension tries them. */
export const typescriptExtensions = ["ts", "tsx", "mts", "cts", "js", "jsx", "mjs", "cjs"] as const;

const languages: ReadonlyMap<string, Language> = new Map([
  ["py", "python"],
  ["ipynb", "python"],
  ...[...typescriptExtensions, ...componentExtensions].map((extension) => [extension, "typescript"] as const),
]);
