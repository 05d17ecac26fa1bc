import type { Guide } from "../guide/content.js";
import { builtInGuide } from "../guide/guide.js";
import { slug } from "../guide/slug.js";
import type { AnyRule } from "../rules/rule.js";
import { goalPage, itemPage, readingCard } from "./cards.js";
import { guideLists, rolePage } from "./guide-lists.js";
import { inventoryPage } from "./inventory-page.js";
import { guideIndexPage, guidePage } from "./guide-page.js";
import { pageText, stageTitle, tableText } from "./markdown.js";
import { inSequence, type Page, type PageLink } from "./page.js";
import {
  frontPath,
  goalPath,
  itemPath,
  readingPath,
  rolePath,
  rulePath,
  snippetPath,
  topicPath,
} from "./page-links.js";
import { languagesOf, rulePage } from "./rule-page.js";
import { snippetPage } from "./snippet-page.js";

/**
 * Every page of the documentation that is made from rules and guide, by its path (`/rules/ID.md`, `/guide/STAGE/TOPIC.md`).
 * The files under docs/, the pages that the editor opens and those of a team's own site are the same, so links work in all.
 */
export function pages(rules: readonly AnyRule[], guide: Guide = builtInGuide()): ReadonlyMap<string, Page> {
  const ordered = inStageOrder(rules, guide);
  const all: readonly Page[] = [
    { path: frontPath, title: "Guide", text: () => guideIndexPage(guide), above: [] },
    ...inSequence(
      guideLists.map(({ path, title, text }) => ({ path, title, text: () => text(guide), above: [front] })),
    ),
    {
      ...{ path: "/guide/inventory.md", title: "Where the sources live on", above: [front] },
      text: () => inventoryPage(builtInGuide(), rules),
    },
    ...guide.stages.flatMap((stage) => stagePages(stage.id, ordered, guide)),
    ...inSequence(
      guide.paths.map((path) => ({
        ...{ path: rolePath(path.id), title: path.title, subject: path.id, above: [front, list("/guide/paths.md")] },
        text: () => rolePage(path, guide),
      })),
    ),
    ...inSequence(
      guide.goals.map((goal) => ({
        ...{ path: goalPath(goal.id), title: goal.id, subject: goal.id, above: [front, list("/guide/goals.md")] },
        text: () => goalPage(goal, guide),
      })),
    ),
    ...inSequence(
      guide.items.map((item) => ({
        ...{ path: itemPath(item.id), title: item.id, subject: item.id, above: [front, list("/guide/checklist.md")] },
        text: () => itemPage(item, rules, guide),
      })),
    ),
    ...inSequence(
      guide.snippets.map((snippet) => ({
        ...{ path: snippetPath(snippet.id), title: snippet.title, subject: snippet.id },
        ...{ above: [front, list("/guide/snippets.md")], text: () => snippetPage(snippet, rules, guide) },
      })),
    ),
    { path: "/rules/README.md", title: "Rules", text: () => ruleIndexPage(rules), above: [front] },
    ...byStage(ordered).flatMap((ofStage) =>
      inSequence(
        ofStage.map((rule) => ({
          ...{ path: rulePath(rule.meta.id), title: rule.meta.id, subject: rule.meta.id },
          ...{ above: [front, { title: "Rules", path: "/rules/README.md" }], text: () => rulePage(rule, guide) },
        })),
      ),
    ),
  ];
  return new Map(all.map((page) => [page.path, page]));
}

/** The page at a path. What a team hides is still quoted by rules, so its page is still there, as it ships. */
export function findPage(path: string, rules: readonly AnyRule[], guide: Guide): Page | undefined {
  return pages(rules, guide).get(path) ?? pages(rules).get(path);
}

const front: PageLink = { title: "Guide", path: frontPath };

function list(path: string): PageLink {
  return { title: guideLists.find((one) => one.path === path)?.title ?? path, path };
}

/** A stage's topics and readings, each in their order. */
function stagePages(id: string, rules: readonly AnyRule[], guide: Guide): readonly Page[] {
  const stage = guide.stages.find((one) => one.id === id);
  if (stage === undefined) return [];
  const above = [front, { title: stage.title, path: `${frontPath}#${slug(stage.title)}` }];
  const topics = stage.topics.map((topic) => ({
    ...{ path: topicPath(id, topic.id), title: topic.title, subject: `${id}/${topic.id}`, above },
    text: () => guidePage(stage, topic, rules, guide),
  }));
  const readings = guide.readings
    .filter((reading) => reading.stage === id)
    .map((reading) => ({
      ...{ path: readingPath(reading.id), title: reading.label, subject: reading.id, above },
      text: () => readingCard(reading, rules, guide),
    }));
  return [...inSequence(topics), ...inSequence(readings)];
}

function byStage(rules: readonly AnyRule[]): readonly (readonly AnyRule[])[] {
  const stages = [...new Set(rules.map(({ meta }) => meta.stage))];
  return stages.map((stage) => rules.filter(({ meta }) => meta.stage === stage));
}

function inStageOrder(rules: readonly AnyRule[], { stages }: Guide = builtInGuide()): readonly AnyRule[] {
  const order = stages.map(({ id }) => id);
  return rules.toSorted(
    (a, b) => order.indexOf(a.meta.stage) - order.indexOf(b.meta.stage) || (a.meta.id < b.meta.id ? -1 : 1),
  );
}

function ruleIndexPage(rules: readonly AnyRule[]): string {
  return pageText("Rules", [ruleTable(rules, "")]);
}

/** One row a rule, by stage and name; `folder` is where the rule pages are from where the table stands. */
export function ruleTable(rules: readonly AnyRule[], folder: string): string {
  const rows = inStageOrder(rules).map(({ meta }) => [
    `[${meta.id}](${folder}${meta.id}.md)`,
    meta.summary,
    stageTitle(meta.stage),
    languagesOf(meta),
    meta.preset,
    meta.severity,
    meta.fixable ?? "",
  ]);
  return tableText(["Rule", "What it reports", "Stage", "Languages", "Preset", "Severity", "Fix"], rows);
}
