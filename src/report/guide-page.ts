import type { Guide, GuidePlace, GuideStage, Passage, Point, Reading, Topic } from "../guide/content.js";
import { builtInGuide } from "../guide/guide.js";
import { slug } from "../guide/slug.js";
import type { AnyRule } from "../rules/rule.js";
import { itemLink, ruleLink } from "./cards.js";
import { pageText, tableText } from "./markdown.js";
import { frontPath, linkBetween, topicPath } from "./page-links.js";
import { guideLists } from "./guide-lists.js";
import { readingLine, readingOn } from "./reading-link.js";
import { itemsReading, placeName, readingsNamed, rulesLeadingTo } from "./related.js";
import { snippetsOfPlace } from "./snippet-page.js";

/** A topic of the guide as Markdown: its passages with their readings, rules and items of the checklist. */
export function guidePage(stage: GuideStage, topic: Topic, rules: readonly AnyRule[], guide = builtInGuide()): string {
  const stageAddress = linkBetween(topicPath(stage.id, topic.id), `${frontPath}#${slug(stage.title)}`);
  const passages = topic.passages.map((passage) => passageSection({ stage, topic, passage }, rules, guide));
  return pageText(topic.title, [`Stage: [${stage.title}](${stageAddress}).`, ...passages]);
}

function passageSection(place: GuidePlace, rules: readonly AnyRule[], guide: Guide): string {
  const { stage, topic, passage } = place;
  const from = topicPath(stage.id, topic.id);
  const readings = readingsNamed(passage.readings, guide).map((reading) => readingOn(from, reading));
  const links = rulesLeadingTo([place], rules).map((rule) => ruleLink(from, rule));
  const items = itemsReading(new Set(passage.readings), guide).filter((item) => item.stage === stage.id);
  return [
    `## ${passage.title}`,
    passage.text,
    ...(passage.points.length === 0 ? [] : [pointsText(passage)]),
    ...namedList("Readings", readings),
    ...namedList("Rules", links),
    ...namedList("Snippets", snippetsOfPlace(from, placeName(place), guide)),
    ...namedList(
      "Checklist",
      items.map((item) => itemLink(from, item)),
    ),
  ].join("\n\n");
}

function namedList(name: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`${name}:`, lines.map((line) => `- ${line}`).join("\n")];
}

/** The lines of a passage, as the list or table that it asks for. */
export function pointsText({ layout, columns, points }: Passage): string {
  if (layout === "table") {
    return tableText(
      columns,
      points.map((point) => [pointName(point), point.text]),
    );
  }
  return points
    .map((point, index) => {
      const name = pointName(point);
      return `${layout === "steps" ? `${index + 1}.` : "-"} ${name === "" ? "" : `${name}: `}${point.text}`;
    })
    .join("\n");
}

function pointName({ name, url }: Point): string {
  if (url !== undefined) return `[${name ?? url}](${url})`;
  return name === undefined ? "" : `**${name}**`;
}

/** The guide's front page: every stage with its topics and readings, in reading order. */
export function guideIndexPage({ stages, readings }: Guide = builtInGuide()): string {
  const sections = stages.map((stage) => {
    const topics = stage.topics.map(
      ({ id, title }) => `- [${title}](${linkBetween(frontPath, topicPath(stage.id, id))})`,
    );
    const ofStage = readings.filter((reading) => reading.stage === stage.id);
    const groups = [...new Set(ofStage.map(groupOf))];
    return [
      `## ${stage.title}`,
      `${stage.summary} For ${stage.audience}.`,
      ...(topics.length === 0 ? [] : [topics.join("\n")]),
      ...groups.map((group) => {
        const lines = ofStage.filter((reading) => groupOf(reading) === group);
        return `${group}:\n\n${lines.map((reading) => readingLine(frontPath, reading)).join("\n")}`;
      }),
    ].join("\n\n");
  });
  const lists = [...guideLists, { title: "Rules", path: "/rules/README.md" }];
  return pageText("Guide", [
    "What there is to know at each stage of an ML project, and where to read on.",
    lists.map(({ title, path }) => `- [${title}](${linkBetween(frontPath, path)})`).join("\n"),
    ...sections,
  ]);
}

function groupOf({ group }: Reading): string {
  return group ?? "Readings";
}
