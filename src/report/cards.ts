import type { ChecklistItem, Guide, GuidePlace, LearningGoal, Reading } from "../guide/content.js";
import { findPlace, readingsFor } from "../guide/guide.js";
import { slug } from "../guide/slug.js";
import type { AnyRule } from "../rules/rule.js";
import { listSection, pageText, stageTitle } from "./markdown.js";
import {
  frontPath,
  goalPath,
  itemPath,
  linkBetween,
  readingPath,
  rolePath,
  rulePath,
  topicPath,
  snippetPath,
} from "./page-links.js";
import { readingOn, readingRemarks } from "./reading-link.js";
import { itemsReading, placesOf, readingsNamed, rulesLeadingTo } from "./related.js";

/** A reading: where it is, who should read it and why, and all that leads to it. */
export function readingCard(reading: Reading, rules: readonly AnyRule[], guide: Guide): string {
  const from = readingPath(reading.id);
  const { label, title, url, stage } = reading;
  const places = placesOf(guide).filter(({ passage }) => passage.readings.includes(reading.id));
  const steps = guide.paths.flatMap((path) =>
    path.steps.flatMap(({ kind, of, why }, index) =>
      kind === "read" && of === reading.id
        ? [
            `[${path.title}](${linkBetween(from, rolePath(path.id))}), step ${index + 1} of ${path.steps.length}: ${why}`,
          ]
        : [],
    ),
  );
  return pageText(label, [
    url === undefined ? "It has no address: a book, or a page that is gone." : `Read it: [${url}](${url})`,
    ...(title === label ? [] : [`In the reading list it is called: ${title}`]),
    ...readingRemarks(reading),
    `Stage: ${stageLink(from, stage, guide)}.`,
    ...listSection("On the path of", steps),
    ...listSection(
      "What the guide says",
      places.map((place) => placeLink(from, place)),
    ),
    ...listSection(
      "Rules that lead here",
      rulesLeadingTo(places, rules).map((rule) => ruleLink(from, rule)),
    ),
    ...listSection(
      "On the checklist",
      itemsReading(new Set([reading.id]), guide).map((item) => itemLink(from, item)),
    ),
  ]);
}

/** An item of the checklist: what it asks, where to read about it, and what helps. */
export function itemPage(item: ChecklistItem, rules: readonly AnyRule[], guide: Guide): string {
  const from = itemPath(item.id);
  const ids = new Set(item.readings);
  const places = placesOf(guide).filter(
    ({ stage, passage }) => stage.id === item.stage && passage.readings.some((id) => ids.has(id)),
  );
  const snippets = guide.snippets.filter(({ id }) => item.snippets.includes(id));
  const looksAfter = rules.filter(({ meta }) => item.rules.includes(meta.id));
  return pageText(item.id, [
    item.question,
    item.why,
    `Stage: ${stageLink(from, item.stage, guide)}.`,
    ...listSection("When it passes", verdictLines(item)),
    ...listSection("What counts", item.counts),
    ...listSection("What does not count", item.doesNotCount),
    ...listSection(
      "Rules whose findings are evidence",
      looksAfter.map((rule) => ruleLink(from, rule)),
    ),
    ...listSection(
      "Readings",
      readingsNamed(item.readings, guide).map((reading) => readingOn(from, reading)),
    ),
    ...listSection(
      "What the guide says",
      places.map((place) => placeLink(from, place)),
    ),
    ...listSection(
      "Snippets",
      snippets.map(({ id, title }) => `[${title}](${linkBetween(from, snippetPath(id))})`),
    ),
  ]);
}

/** A learning goal, with the guide's answer. */
export function goalPage(goal: LearningGoal, guide: Guide): string {
  const from = goalPath(goal.id);
  const place = findPlace(goal.guide, guide);
  const readings = readingsFor(goal.guide, guide).map((reading) => readingOn(from, reading));
  return pageText(goal.id, [
    `Week ${goal.week}. To be able to: ${goal.text}`,
    ...(place === undefined
      ? []
      : ["## The guide's answer", `> ${place.passage.text}`, `From ${placeLink(from, place)}.`]),
    ...listSection("Readings", readings),
  ]);
}

function verdictLines({ verdict }: ChecklistItem): readonly string[] {
  const { pass, partial, fail, human } = verdict;
  const cases = { Pass: pass, "In part": partial, Fail: fail, "A person says": human };
  return Object.entries(cases).flatMap(([name, text]) => (text === undefined ? [] : [`**${name}**: ${text}`]));
}

function stageLink(from: string, stage: string, guide: Guide): string {
  const title = stageTitle(stage, guide);
  // The checklist still asks about a stage that the team hides.
  if (guide.stages.every(({ id }) => id !== stage)) return stageTitle(stage);
  return `[${title}](${linkBetween(from, `${frontPath}#${slug(title)}`)})`;
}

/** A place of the guide in a list of links. */
export function placeLink(from: string, { stage, topic, passage }: GuidePlace): string {
  const address = `${topicPath(stage.id, topic.id)}#${passage.anchor}`;
  return `[${stage.title}: ${topic.title}, ${passage.title}](${linkBetween(from, address)})`;
}

/** A rule in a list of links, with what it reports. */
export function ruleLink(from: string, { meta }: AnyRule): string {
  return `[${meta.id}](${linkBetween(from, rulePath(meta.id))}): ${meta.summary}`;
}

/** An item of the checklist in a list of links, with what it asks. */
export function itemLink(from: string, { id, question }: ChecklistItem): string {
  return `[${id}](${linkBetween(from, itemPath(id))}): ${question}`;
}
