import type { FactInput } from "../../../src/project/facts/fact-input.js";

/** A project of a few files. */
export function inputOf(texts: Readonly<Record<string, string>>): FactInput {
  return { paths: Object.keys(texts), files: (path) => Promise.resolve(texts[path]) };
}
