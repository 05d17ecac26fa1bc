import type { FactSource } from "../../../src/project/facts/fact-source.js";
import { languageOf } from "../../../src/project/languages.js";
import { parseSource } from "../../../src/project/parse.js";

/** A project of a few files, by paths from its root. */
export function sourceOf(files: Readonly<Record<string, string | undefined>>): FactSource {
  return {
    paths: Object.keys(files).sort(),
    read: (path) => Promise.resolve(files[path]),
    form: async (path) => {
      const text = files[path];
      const language = languageOf(path);
      return text === undefined || language === undefined ? undefined : parseSource(text, path, language);
    },
  };
}

export function lines(...text: readonly string[]): string {
  return `${text.join("\n")}\n`;
}
