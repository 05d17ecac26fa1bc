import type { Guide } from "../guide/content.js";
import { builtInGuide, findPlace, readingsFor } from "../guide/guide.js";
import type { AnyRule, Example, ProjectExample, RuleMeta } from "../rules/rule.js";
import { itemLink } from "./cards.js";
import { fence, languageName, stageTitle, tableText } from "./markdown.js";
import { linkBetween, rulePath, topicPath } from "./page-links.js";
import { readingOn } from "./reading-link.js";
import { snippetsOfRule } from "./snippet-page.js";

/** The headings of every rule page, in order. */
export const rulePageHeadings = [
  "Why",
  "What to do",
  "Guide",
  "Reported",
  "Accepted",
  "Turn it off",
  "Sources",
] as const;

/**
 * All there is to say about a rule, as Markdown. The page behind a finding's code, `ml-preflight explain` and
 * docs/rules/ID.md are this very text. Its links are relative to the folder of rule pages.
 */
export function rulePage(rule: AnyRule, team: Guide = builtInGuide()): string {
  const { meta, examples } = rule;
  const sections: Record<(typeof rulePageHeadings)[number], string> = {
    Why: meta.why,
    "What to do": whatToDo(meta, team),
    Guide: guideSection(meta, team),
    Reported: exampleSection(examples, "bad"),
    Accepted: exampleSection(examples, "good"),
    "Turn it off": turnOffSection(meta),
    Sources: sourcesSection(meta),
  };
  const parts = [
    `# ${meta.id}`,
    `${meta.summary}.`,
    factsTable(meta),
    scope(meta),
    ...rulePageHeadings.map((heading) => `## ${heading}\n\n${sections[heading]}`),
  ];
  return `${parts.join("\n\n")}\n`;
}

function whatToDo({ id, fix }: RuleMeta, team: Guide): string {
  const snippets = snippetsOfRule(rulePath(id), id, team).map((line) => `- ${line}`);
  return [fix, ...(snippets.length === 0 ? [] : ["Snippets with the right form:", snippets.join("\n")])].join("\n\n");
}

function factsTable(meta: RuleMeta): string {
  const facts: readonly (readonly [name: string, value: string])[] = [
    ["Stage", stageTitle(meta.stage)],
    ["Languages", languagesOf(meta)],
    ["Preset", meta.preset],
    ["Severity", meta.severity],
    ["Fix", meta.fixable ?? "none"],
    ["Since", meta.since],
  ];
  return tableText(
    facts.map(([name]) => name),
    [facts.map(([, value]) => value)],
  );
}

/** The languages of a rule in words; one about whole projects is about files in any. */
export function languagesOf({ languages }: RuleMeta): string {
  return languages.length === 0 ? "Project files" : languages.map(languageName).join(", ");
}

/** When the rule speaks at all, which is the first thing to know when it is silent. */
function scope(meta: RuleMeta): string {
  if (meta.files !== undefined) return `It looks at ${meta.files}.`;
  const libraries = meta.libraries.map((name) => `\`${name}\``);
  const where = libraries.length === 0 ? "It looks at every file." : `It looks at files that use ${oneOf(libraries)}.`;
  const names = meta.readsOwnNames === true ? " It also goes by the names that you give to your own variables." : "";
  return where + names;
}

function oneOf(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} or ${items.at(-1)}`;
}

function guideSection({ id, guide: guideRef }: RuleMeta, team: Guide): string {
  const from = rulePath(id);
  const place = findPlace(guideRef, team);
  if (place === undefined) return `The guide has no place \`${guideRef}\`.`;
  const { stage, topic, passage } = place;
  const address = linkBetween(from, `${topicPath(stage.id, topic.id)}#${passage.anchor}`);
  const items = team.items.filter(({ rules }) => rules.includes(id)).map((item) => `- ${itemLink(from, item)}`);
  return [
    `From [${stage.title}: ${topic.title}, ${passage.title}](${address}):`,
    `> ${passage.text}`,
    readingsFor(guideRef, team)
      .map((reading) => `- ${readingOn(from, reading)}`)
      .join("\n"),
    ...(items.length === 0 ? [] : ["On the checklist:", items.join("\n")]),
  ].join("\n\n");
}

function exampleSection(examples: AnyRule["examples"], side: "bad" | "good"): string {
  return examples
    .map((example) => {
      const code = exampleCode(example, side);
      const file = "notebook" in example ? example.path?.[side] : undefined;
      // The title is about the mistake; the accepted programs follow in the same order.
      const named = file === undefined ? code : `\`${file}\`:\n\n${code}`;
      return example.title === undefined || side === "good" ? named : `${example.title}\n\n${named}`;
    })
    .join("\n\n");
}

function exampleCode(example: Example | ProjectExample, side: "bad" | "good"): string {
  const shown = example[side];
  if (typeof shown === "string")
    return fence(shown, ("language" in example ? example.language : undefined) ?? "python");
  // Of a project that is accepted, what is different says why.
  const before = typeof example.bad === "string" ? {} : example.bad;
  const changed = Object.entries(shown).filter(([path, text]) => before[path] !== text);
  const files = side === "bad" || changed.length === 0 ? Object.entries(shown) : changed;
  return files.map(([path, text]) => `\`${path}\`:\n\n${fence(text, fenceLanguage(path))}`).join("\n\n");
}

function fenceLanguage(path: string): string {
  const ending = /\.(\w+)$/.exec(path)?.[1] ?? "";
  return { py: "python", ts: "typescript", yml: "yaml", yaml: "yaml", toml: "toml", sh: "sh" }[ending] ?? "text";
}

function turnOffSection({ id, languages, files }: RuleMeta): string {
  const sign = files !== undefined || languages.includes("python") ? "#" : "//";
  const language = files !== undefined ? "text" : languages.includes("python") ? "python" : "typescript";
  return [
    `For one line, at its end or on a line of its own above; for a file, anywhere in it${files === undefined ? "" : ", where its format has comments"}:`,
    fence(`${sign} preflight: ignore[${id}] -- reason\n${sign} preflight: ignore-file[${id}] -- reason\n`, language),
    "For the project, or with `paths` for a part of it, in `.preflight/config.yaml`:",
    fence(`rules:\n  ${id}: off\n`, "yaml"),
  ].join("\n\n");
}

function sourcesSection(meta: RuleMeta): string {
  const sources = meta.sources ?? [];
  if (sources.length === 0) return "The readings above.";
  return sources.map(({ title, url }) => `- [${title}](${url})`).join("\n");
}
