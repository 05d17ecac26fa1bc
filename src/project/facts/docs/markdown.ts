import MarkdownIt, { type Token } from "markdown-it";
import { readYamlTrees } from "../../ci/yaml-tree.js";
import { blank } from "../../tools/blank-comments.js";
import type { ConfigEntry, DocSection } from "../file-facts.js";
import { entriesOfTree } from "../yaml-entries.js";
import { openSections, type Sections } from "./section.js";

/** The sections of a Markdown text. Headings in HTML are headings too; pictures, badges and comments say nothing. */
export function markdownSections(path: string, text: string): readonly DocSection[] {
  const sections = openSections(path);
  const { entries, rest } = frontMatter(text, path);
  let row: string[] | undefined;
  let level: number | undefined;
  for (const token of parser().parse(rest, {})) {
    const line = (token.map?.[0] ?? 0) + 1;
    if (token.type === "heading_open") level = Number(token.tag.slice(1));
    else if (token.type === "tr_open") row = [];
    else if (token.type === "tr_close") {
      sections.text((row ?? []).join(" | "));
      row = undefined;
    } else if (token.type === "inline") {
      const plain = inlineText(token.children ?? []);
      if (level !== undefined) sections.heading(plain.replace(/\s+/g, " ").trim(), level, line);
      else if (row !== undefined) row.push(plain);
      else for (const one of plain.split("\n")) sections.text(one);
      level = undefined;
    } else if (token.type === "fence" || token.type === "code_block") {
      const language = /^[^\s{},]*/.exec(token.info.trim().replace(/^\{?\.?/, ""))?.[0] ?? "";
      sections.code(language, token.content, token.type === "fence" ? line + 1 : line);
    } else if (token.type === "html_block") htmlText(token.content, line, sections);
  }
  return sections.done(entries);
}

let shared: MarkdownIt | undefined;

function parser(): MarkdownIt {
  return (shared ??= new MarkdownIt({ html: true }));
}

function inlineText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === "softbreak" || token.type === "hardbreak") return "\n";
      return token.type === "text" || token.type === "code_inline" || token.type === "text_special"
        ? token.content
        : "";
    })
    .join("");
}

function htmlText(html: string, line: number, sections: Sections): void {
  const visible = html.replace(/<!--[^]*?(?:-->|$)/g, blank);
  let last = 0;
  for (const { 0: whole, 1: level, 2: title = "", index } of visible.matchAll(/<h([1-6])\b[^>]*>([^]*?)<\/h\1\s*>/gi)) {
    linesOfHtml(visible.slice(last, index)).forEach((one) => sections.text(one));
    const heading = linesOfHtml(title).join(" ");
    if (heading !== "") sections.heading(heading, Number(level), line + countLines(visible.slice(0, index)));
    last = index + whole.length;
  }
  linesOfHtml(visible.slice(last)).forEach((one) => sections.text(one));
}

function linesOfHtml(html: string): readonly string[] {
  return html
    .replace(/<[^>]*>/g, "")
    .split("\n")
    .map((one) => one.trim())
    .filter((one) => one !== "");
}

function countLines(text: string): number {
  return text.split("\n").length - 1;
}

/** YAML between two lines of dashes at the very start, if it is a map; a rule across the page looks the same. */
function frontMatter(
  text: string,
  path: string,
): { readonly entries: readonly ConfigEntry[] | undefined; readonly rest: string } {
  const [whole, yaml] = /^---[ \t]*\n([^]*?\n)(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text) ?? [];
  const tree = yaml === undefined ? undefined : readYamlTrees(yaml, path).trees[0];
  if (whole === undefined || tree?.kind !== "map") return { entries: undefined, rest: text };
  const entries = entriesOfTree(tree).map((entry) => ({ ...entry, line: entry.line + 1 }));
  return { entries, rest: blank(whole).replace(/ /g, "") + text.slice(whole.length) };
}
