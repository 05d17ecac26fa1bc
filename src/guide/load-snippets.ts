import type { Snippet, SnippetBody, SnippetLanguage } from "./content.js";
import { readEntries, type Fault } from "./entry.js";
import { readSnippet, readSnippetBody } from "./readers.js";

type BodySources = Readonly<Partial<Record<SnippetLanguage, unknown>>>;

/** The snippets with their bodies, which stand in files by language. */
export function loadSnippets(source: unknown, bodies: BodySources, faults: Fault[]): readonly Snippet[] {
  const snippets = readEntries(source, ["snippets"], faults, readSnippet);
  const known = new Set(snippets.map(({ id }) => id));
  const read = (language: SnippetLanguage): readonly SnippetBody[] =>
    readEntries(bodies[language] ?? [], ["snippets", language], faults, readSnippetBody).map((body, index) => {
      if (!known.has(body.snippet)) {
        faults.push({ path: ["snippets", language, index], message: `there is no snippet ${body.snippet}` });
      }
      return { ...body, language };
    });
  const typescript = read("typescript");
  const all: readonly SnippetBody[] = [
    ...read("python"),
    ...typescript.map((body) => ({ ...body, text: withTypes(body.text) })),
    ...typescript.map((body): SnippetBody => ({ ...body, language: "javascript", text: withoutTypes(body.text) })),
    ...(["yaml", "dockerfile", "markdown"] as const).flatMap(read),
  ];
  return snippets.map((snippet) => ({ ...snippet, bodies: all.filter((body) => body.snippet === snippet.id) }));
}

/** What stands between « and » is for TypeScript alone; a line that holds nothing else is no line of JavaScript. */
const typeMarks = /«([^»]*)»/g;

function withTypes(text: string): string {
  return text.replace(typeMarks, "$1");
}

function withoutTypes(text: string): string {
  return text.replace(/^[ \t]*«[^»]*»\n+/gm, "").replace(typeMarks, "");
}
