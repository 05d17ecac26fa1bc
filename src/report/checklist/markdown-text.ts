import { printable } from "../text-frame.js";
import { pieces } from "./pieces.js";

/**
 * A sentence as Markdown that shows what stands there, whoever wrote it: no mark in it does anything, and nobody is
 * called and no issue referred to by a name that happens to look like one. What is between backticks is code.
 */
export function markdownText(sentence: string): string {
  return pieces(sentence)
    .map(({ isCode, text }) => (isCode ? codeSpan(text) : escaped(text)))
    .join("");
}

/** A text as code, with more backticks around it than it has itself. */
export function codeSpan(text: string): string {
  const inner = printable(text);
  const longest = Math.max(0, ...[...inner.matchAll(/`+/g)].map(([run]) => run.length));
  const marks = "`".repeat(longest + 1);
  const space = longest > 0 || inner.trim() === "" ? " " : "";
  return `${marks}${space}${inner}${space}${marks}`;
}

function escaped(text: string): string {
  return (
    text
      .replace(/[\\`*_[\]|~$]/g, "\\$&")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      // A space that takes no room: a backslash would not keep a forge from linking these.
      .replace(/[@#](?=\w)/g, "$&&#8203;")
  );
}
