import { isForeign } from "../foreign.js";

/** How a file for people is written, by its path; undefined for every other file. */
export function docFormat(path: string): "markdown" | "rest" | undefined {
  if (isForeign(path)) return undefined;
  if (/\.(?:md|markdown|mdx)$/i.test(path)) return "markdown";
  if (/\.rst$/i.test(path)) return "rest";
  // Without an ending, or with that of plain text, they are mostly written as Markdown is.
  return namedFile.test(path) ? "markdown" : undefined;
}

const namedFile =
  /(?:^|\/)(?:README|CONTRIBUTING|CHANGELOG|CHANGES|HISTORY|SECURITY|MAINTAINERS|ETHICS|MODEL[_-]?CARD|DATA[_-]?CARD|DATASHEET)(?:\.txt)?$/i;
