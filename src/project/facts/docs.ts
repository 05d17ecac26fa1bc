import { docFormat } from "./docs/doc-format.js";
import { markdownSections } from "./docs/markdown.js";
import { restSections } from "./docs/rest.js";
import { cannotBeRead, type FactInput, type Facts, largestText, type UnreadableText } from "./fact-input.js";
import type { DocSection } from "./file-facts.js";

/** Reads what a project says for people, section by section. */
export async function readDocs({ paths, files }: FactInput): Promise<Facts<readonly DocSection[]>> {
  const facts: DocSection[] = [];
  const unreadable: UnreadableText[] = [];
  for (const path of paths) {
    const format = docFormat(path);
    if (format === undefined) continue;
    const text = await files(path);
    if (text === undefined) unreadable.push({ path, reason: cannotBeRead });
    if (text === undefined || text.length > largestText) continue;
    const plain = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
    facts.push(...(format === "markdown" ? markdownSections(path, plain) : restSections(path, plain)));
  }
  return { facts, unreadable };
}
