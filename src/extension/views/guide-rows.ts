import type { GuideTopicNode } from "../../protocol.js";
import type { Row, Translate } from "./row.js";

/** A topic of the guide with its passages; each opens its place on the topic's page. */
export function topicRow(topic: GuideTopicNode, parent: string, t: Translate): Row {
  const id = `${parent}/guide/${topic.id}`;
  return {
    id,
    label: topic.title,
    tooltip: `**${topic.title}**\n\n${topic.passages.map(({ title }) => `- ${title}`).join("\n")}`,
    spoken: t("{0}, topic of the guide", topic.title),
    icon: { name: "file-text" },
    context: "topic",
    opens: { kind: "page", page: topic.page },
    children: topic.passages.map(({ anchor, title, text }) => ({
      id: `${id}/${anchor}`,
      label: title,
      description: plainText(text),
      tooltip: `**${title}**\n\n${text}`,
      spoken: `${title}: ${plainText(text)}`,
      icon: { name: "note" },
      context: "passage",
      opens: { kind: "page", page: `${topic.page}#${anchor}` },
    })),
  };
}

/** Markdown of a sentence or two without its marks. */
export function plainText(markdown: string): string {
  return markdown
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/\*\*|`/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}
