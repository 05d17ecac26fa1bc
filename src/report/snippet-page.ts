import type { Guide, Snippet, SnippetBody, SnippetLanguage } from "../guide/content.js";
import { expandSnippet } from "../guide/expand-snippet.js";
import { builtInGuide, findPlace } from "../guide/guide.js";
import { slug } from "../guide/slug.js";
import type { AnyRule } from "../rules/rule.js";
import { itemLink, placeLink, ruleLink } from "./cards.js";
import { fence, listSection, pageText, tableText } from "./markdown.js";
import { linkBetween, snippetPath } from "./page-links.js";

const languageNames: Readonly<Record<SnippetLanguage, string>> = {
  python: "Python",
  typescript: "TypeScript",
  javascript: "JavaScript",
  yaml: "YAML",
  dockerfile: "Dockerfile",
  markdown: "Markdown",
};

/** A snippet: what one types to get it, the code that comes, and what leads to it. */
export function snippetPage(
  { id, title, guide: place, bodies }: Snippet,
  rules: readonly AnyRule[],
  guide: Guide,
): string {
  const from = snippetPath(id);
  const found = findPlace(place, guide);
  const named = new Set(bodies.flatMap((body) => body.rules));
  return pageText(title, [
    ...(found === undefined ? [] : [`> ${found.passage.text}`, `From ${placeLink(from, found)}.`]),
    // JavaScript gets what TypeScript gets, without the types: once is enough to read.
    ...bodies.filter(({ language }) => language !== "javascript").map(bodySection),
    ...listSection(
      "Rules that it helps with",
      rules.filter(({ meta }) => named.has(meta.id)).map((rule) => ruleLink(from, rule)),
    ),
    ...listSection(
      "On the checklist",
      guide.items.filter(({ snippets }) => snippets.includes(id)).map((item) => itemLink(from, item)),
    ),
  ]);
}

function bodySection({ language, prefix, title, description, text }: SnippetBody): string {
  const where =
    language === "typescript" ? "TypeScript, or in JavaScript to get it without types" : languageNames[language];
  // A variable of the editor shows its own name, because what it will be is known there alone.
  const shown = expandSnippet(text, { TM_FILENAME: "this file", TM_FILENAME_BASE: "name of the file" });
  return [
    `## ${title} (${languageNames[language]})`,
    description,
    `Type \`${prefix}\` in ${where}.`,
    fence(shown, language),
  ].join("\n\n");
}

/** Every snippet with the prefixes that give it, by the stage of its place in the guide. */
export function snippetsText(guide: Guide): string {
  const stages = guide.stages.flatMap(({ id, title }) => {
    const rows = guide.snippets
      .filter((snippet) => snippet.guide.startsWith(`${id}/`))
      .map((snippet) => [snippetLink(listPath, snippet), prefixes(snippet), languagesOf(snippet)]);
    return rows.length === 0 ? [] : [`## ${title}`, tableText(["Snippet", "Type", "In"], rows)];
  });
  return pageText("Snippets", [
    "Code to begin with, for what the guide asks for. Type `pf-` in an editor, and choose.",
    ...stages,
  ]);
}

/** What one types, by language: a row for each stage; `folder` is where the guide's pages are from where the table stands. */
export function snippetTable(guide: Guide, folder: string): string {
  const rows = guide.stages.flatMap(({ id, title }) => {
    const bodies = guide.snippets.filter((snippet) => snippet.guide.startsWith(`${id}/`)).flatMap((one) => one.bodies);
    const languages = [...new Set(bodies.map(({ language }) => language))].filter((one) => one !== "javascript");
    const cells = languages.map((language) => {
      const ofLanguage = bodies.filter((body) => body.language === language);
      const name = language === "typescript" ? "TypeScript, JavaScript" : languageNames[language];
      return `${name}: ${ofLanguage.map(({ prefix }) => `\`${prefix}\``).join(" ")}`;
    });
    return cells.length === 0 ? [] : [[`[${title}](${folder}snippets.md#${slug(title)})`, cells.join("<br>")]];
  });
  return tableText(["Stage", "Snippets"], rows);
}

const listPath = "/guide/snippets.md";

function prefixes({ bodies }: Snippet): string {
  return [...new Set(bodies.map(({ prefix }) => `\`${prefix}\``))].join(", ");
}

function languagesOf({ bodies }: Snippet): string {
  return [...new Set(bodies.map(({ language }) => languageNames[language]))].join(", ");
}

/** The snippets whose place in the guide is this, as links. */
export function snippetsOfPlace(from: string, place: string, guide: Guide): readonly string[] {
  return guide.snippets.filter((snippet) => snippet.guide === place).map((snippet) => snippetLink(from, snippet));
}

/** The snippets that show the right form for what a rule reports, as links with what one types. */
export function snippetsOfRule(from: string, rule: string, guide: Guide = builtInGuide()): readonly string[] {
  return guide.snippets.flatMap((snippet) => {
    const helpful = snippet.bodies.filter(({ rules }) => rules.includes(rule));
    return helpful.length === 0 ? [] : [`${snippetLink(from, snippet)}: ${prefixes({ ...snippet, bodies: helpful })}`];
  });
}

function snippetLink(from: string, { id, title }: Snippet): string {
  return `[${title}](${linkBetween(from, snippetPath(id))})`;
}
