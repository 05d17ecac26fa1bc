import { escapeHtml } from "../html.js";
import { printable } from "../text-frame.js";
import { pieces } from "./pieces.js";

/** A sentence as HTML that shows what stands there, whoever wrote it; what is between backticks is code. */
export function prose(sentence: string): string {
  return pieces(sentence)
    .map(({ isCode, text }) => (isCode ? `<code>${escapeHtml(text)}</code>` : escapeHtml(text)))
    .join("");
}

export function code(text: string): string {
  return `<code>${escapeHtml(printable(text))}</code>`;
}

/** A list of HTML; nothing for an empty one. */
export function list(lines: readonly string[], tag: "ul" | "ol" = "ul", start = 1): string {
  const open = start === 1 ? tag : `${tag} start="${start}"`;
  return lines.length === 0 ? "" : `<${open}>\n${lines.map((line) => `<li>${line}</li>`).join("\n")}\n</${tag}>`;
}

/** A part of a page with its heading; nothing when it is empty. */
export function section(id: string, title: string, parts: readonly string[], level: 2 | 3 = 2): string {
  const body = parts.filter((part) => part !== "");
  if (body.length === 0) return "";
  return [
    `<section aria-labelledby="${id}">`,
    `<h${level} id="${id}">${escapeHtml(title)}</h${level}>`,
    ...body,
    "</section>",
  ].join("\n");
}

/** A link to a page of the web; what is none stays text. */
export function webLink(address: string, text: string): string {
  if (!/^https?:\/\//i.test(address)) return prose(text);
  return `<a href="${escapeHtml(address)}" rel="noreferrer">${prose(text)}</a>`;
}
