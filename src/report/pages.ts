import type { Guide } from "../guide/content.js";
import { builtInGuide } from "../guide/guide.js";
import type { Rule } from "../rules/rule.js";
import { guideListPages } from "./guide-lists.js";
import { inventoryPage } from "./inventory-page.js";
import { guideIndexPage, guidePage } from "./guide-page.js";
import { languageName, stageTitle, tableText } from "./markdown.js";
import { rulePage } from "./rule-page.js";

/**
 * Every page of the documentation that is made from rules and guide, by its path (`/rules/ID.md`, `/guide/STAGE/TOPIC.md`).
 * The files under docs/ and the documents that the editor opens are the same pages, so links work in both.
 */
export function pages(rules: readonly Rule[], guide: Guide = builtInGuide()): ReadonlyMap<string, () => string> {
  return new Map([
    ["/rules/README.md", () => ruleIndexPage(rules)],
    ...rules.map((rule) => [`/rules/${rule.meta.id}.md`, () => rulePage(rule, guide)] as const),
    ["/guide/README.md", () => guideIndexPage(guide)],
    ["/guide/inventory.md", () => inventoryPage(builtInGuide(), rules)],
    ...[...guideListPages(guide)].map(([name, page]) => [`/guide/${name}`, page] as const),
    ...guide.stages.flatMap((stage) =>
      stage.topics.map(
        (topic) => [`/guide/${stage.id}/${topic.id}.md`, () => guidePage(stage, topic, rules, guide)] as const,
      ),
    ),
  ]);
}

function ruleIndexPage(rules: readonly Rule[]): string {
  return `# Rules\n\n${ruleTable(rules, "")}\n`;
}

/** One row a rule, by stage and name; `folder` is where the rule pages are from where the table stands. */
export function ruleTable(rules: readonly Rule[], folder: string): string {
  const order = builtInGuide().stages.map((stage) => stage.id);
  const rows = rules
    .toSorted((a, b) => order.indexOf(a.meta.stage) - order.indexOf(b.meta.stage) || (a.meta.id < b.meta.id ? -1 : 1))
    .map(({ meta }) => [
      `[${meta.id}](${folder}${meta.id}.md)`,
      meta.summary,
      stageTitle(meta.stage),
      meta.languages.map(languageName).join(", "),
      meta.preset,
      meta.severity,
      meta.fixable ?? "",
    ]);
  return tableText(["Rule", "What it reports", "Stage", "Languages", "Preset", "Severity", "Fix"], rows);
}
