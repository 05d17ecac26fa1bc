import type { Guide, GuideStage, Passage, Point, Reading, Topic } from "../guide/content.js";
import { builtInGuide, readingsFor } from "../guide/guide.js";
import { slug } from "../guide/slug.js";
import type { Rule } from "../rules/rule.js";
import { tableText } from "./markdown.js";
import { readingLink, readingLine } from "./reading-link.js";

/** A topic of the guide as Markdown: its passages with their readings, and the rules that lead there. */
export function guidePage(stage: GuideStage, topic: Topic, rules: readonly Rule[], guide = builtInGuide()): string {
  const passages = topic.passages.map((passage) => passageSection(stage, topic, passage, rules, guide));
  return `${[`# ${topic.title}`, `Stage: [${stage.title}](../README.md#${slug(stage.title)}).`, ...passages].join("\n\n")}\n`;
}

function passageSection(
  stage: GuideStage,
  topic: Topic,
  passage: Passage,
  rules: readonly Rule[],
  guide: Guide,
): string {
  const ref = `${stage.id}/${topic.id}#${passage.anchor}`;
  const readings = readingsFor(ref, guide).map((reading) => `- ${readingLink(reading)}`);
  const links = rules
    .filter((rule) => rule.meta.guide === ref)
    .map(({ meta }) => `- [${meta.id}](../../rules/${meta.id}.md): ${meta.summary}`);
  return [
    `## ${passage.title}`,
    passage.text,
    ...(passage.points.length === 0 ? [] : [pointsText(passage)]),
    `Readings:\n\n${readings.join("\n")}`,
    ...(links.length === 0 ? [] : [`Rules:\n\n${links.join("\n")}`]),
  ].join("\n\n");
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
    const topics = stage.topics.map((topic) => `- [${topic.title}](${stage.id}/${topic.id}.md)`);
    const ofStage = readings.filter((reading) => reading.stage === stage.id);
    const groups = [...new Set(ofStage.map(groupOf))];
    return [
      `## ${stage.title}`,
      `${stage.summary} For ${stage.audience}.`,
      ...(topics.length === 0 ? [] : [topics.join("\n")]),
      ...groups.map((group) => {
        const lines = ofStage.filter((reading) => groupOf(reading) === group).map(readingLine);
        return `${group}:\n\n${lines.join("\n")}`;
      }),
    ].join("\n\n");
  });
  const lists = [
    "- [What to read for each role](paths.md)",
    "- [Learning goals](goals.md)",
    "- [Tools](tools.md)",
    "- [Questions of the checklist](checklist.md)",
  ];
  const head = ["# Guide", "What there is to know at each stage of an ML project, and where to read on."];
  return `${[...head, lists.join("\n"), ...sections].join("\n\n")}\n`;
}

function groupOf({ group }: Reading): string {
  return group ?? "Readings";
}
