import { docFormat } from "./docs/doc-format.js";
import { markdownSections } from "./docs/markdown.js";
import { restSections } from "./docs/rest.js";
import { type FactSource, type ReadFacts, readFiles } from "./fact-source.js";
import type { DocSection } from "./file-facts.js";
import { perText } from "./per-text.js";

/** Reads what a project says for people, section by section. */
export function readDocs(source: Pick<FactSource, "paths" | "read" | "memory">): Promise<ReadFacts<DocSection>> {
  return readFiles(source, (path) => docFormat(path) !== undefined, sectionsOf);
}

const sectionsOf = perText((text, path) => {
  const plain = text.replace(/^\uFEFF/, "");
  return docFormat(path) === "markdown" ? markdownSections(path, plain) : restSections(path, plain);
});
