import type { Guide, SnippetBody, SnippetLanguage } from "./content.js";

/** The files under snippets/ that the editor reads, by language: a body each, by its title. */
export function snippetJson({ snippets }: Guide): ReadonlyMap<SnippetLanguage, string> {
  const files = new Map<SnippetLanguage, Record<string, object>>();
  for (const { guide, bodies } of snippets) {
    for (const { language, prefix, title, description, text } of bodies) {
      const file = files.get(language) ?? {};
      // The editor shows a description as plain text, so the place in the guide is named, not linked.
      file[title] = { prefix, description: `${description} Guide: ${guide}`, body: text.trimEnd().split("\n") };
      files.set(language, file);
    }
  }
  return new Map([...files].map(([language, entries]) => [language, JSON.stringify(entries)]));
}

/** What shows the right form for what a rule reports, in a language as the editor calls it (`typescriptreact` too). */
export function snippetsForRule(rule: string, language: string, { snippets }: Guide): readonly SnippetBody[] {
  const plain = language.replace(/react$/, "");
  return snippets.flatMap(({ bodies }) =>
    bodies.filter((body) => body.language === plain && body.rules.includes(rule)),
  );
}

/** What one types for these, in whatever language. */
export function prefixesForRule(rule: string, { snippets }: Guide): readonly string[] {
  const bodies = snippets.flatMap((snippet) => snippet.bodies.filter(({ rules }) => rules.includes(rule)));
  return [...new Set(bodies.map(({ prefix }) => prefix))];
}
