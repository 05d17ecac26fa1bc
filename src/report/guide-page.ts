import { guide, readingsFor, type Guide, type GuideStage, type Passage, type Topic } from "../guide/guide.js";
import { slug } from "../guide/slug.js";
import type { Rule } from "../rules/rule.js";
import { readingLink } from "./rule-page.js";

/** A topic of the guide as Markdown: its passages with their readings, and the rules that lead there. */
export function guidePage(stage: GuideStage, topic: Topic, rules: readonly Rule[]): string {
  const passages = topic.passages.map((passage) => passageSection(stage, topic, passage, rules));
  return `${[`# ${topic.title}`, `Stage: [${stage.title}](../README.md#${slug(stage.title)}).`, ...passages].join("\n\n")}\n`;
}

function passageSection(stage: GuideStage, topic: Topic, passage: Passage, rules: readonly Rule[]): string {
  const ref = `${stage.id}/${topic.id}#${passage.anchor}`;
  const readings = readingsFor(ref).map((reading) => `- ${readingLink(reading)}`);
  const links = rules
    .filter((rule) => rule.meta.guide === ref)
    .map(({ meta }) => `- [${meta.id}](../../rules/${meta.id}.md): ${meta.summary}`);
  return [
    `## ${passage.title}`,
    passage.text,
    `Readings:\n\n${readings.join("\n")}`,
    ...(links.length === 0 ? [] : [`Rules:\n\n${links.join("\n")}`]),
  ].join("\n\n");
}

/** The guide's front page: every stage with its topics and readings, in reading order. */
export function guideIndexPage({ stages, readings }: Guide = guide): string {
  const sections = stages.map((stage) => {
    const topics = stage.topics.map((topic) => `- [${topic.title}](${stage.id}/${topic.id}.md)`);
    const ofStage = readings
      .filter((reading) => reading.stage === stage.id)
      .map((reading) => `- ${readingLink(reading)}${reading.note === undefined ? "" : `. ${reading.note}`}`);
    return [
      `## ${stage.title}`,
      `${stage.summary} For ${stage.audience}.`,
      ...(topics.length === 0 ? [] : [topics.join("\n")]),
      ...(ofStage.length === 0 ? [] : [`Readings:\n\n${ofStage.join("\n")}`]),
    ].join("\n\n");
  });
  return `${["# Guide", "What there is to know at each stage of an ML project, and where to read on.", ...sections].join("\n\n")}\n`;
}
