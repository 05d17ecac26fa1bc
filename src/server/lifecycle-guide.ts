import type { GuideReadingNode, LifecycleGuide } from "../protocol.js";
import type { Reading } from "../guide/content.js";
import type { TeamGuide } from "./team-guides.js";
import { uriOf } from "./uris.js";

/** The guide as a view of it wants it. */
export function lifecycleGuide({ guide, file, exists }: TeamGuide): LifecycleGuide {
  return {
    teamFile: { uri: uriOf(file), exists },
    stages: guide.stages.map(({ id, title, summary, audience, essentialFor, topics }) => ({
      ...{ id, title, summary, audience, essentialFor },
      topics: topics.map((topic) => ({
        id: topic.id,
        title: topic.title,
        page: `/guide/${id}/${topic.id}.md`,
        passages: topic.passages.map(({ anchor, title: name, text, readings }) => ({
          ...{ anchor, title: name, text, readings },
        })),
      })),
    })),
    readings: guide.readings.map(readingNode),
    paths: guide.paths.map(({ id, title, summary, steps }) => ({
      ...{ id, title, summary },
      steps: steps.map(({ kind, of, why, ours }) => ({ kind, why, ours, ...(of === undefined ? {} : { of }) })),
    })),
    goals: guide.goals.map(({ id, week, text, guide: place }) => ({ id, week, text, page: pageOf(place) })),
    items: guide.items.map(({ id, stage, question, readings }) => ({ id, stage, question, readings })),
  };
}

function readingNode({ id, label, url, stage, note, group, inSeed, addressFound }: Reading): GuideReadingNode {
  return {
    ...{ id, label, stage },
    ...(url === undefined ? {} : { url }),
    ...(note === undefined ? {} : { note }),
    ...(group === undefined ? {} : { group }),
    origin: !inSeed ? "ours" : addressFound ? "address" : "list",
  };
}

/** `/guide/STAGE/TOPIC.md#anchor` of `STAGE/TOPIC#anchor`. */
function pageOf(place: string): string {
  const [topic = "", anchor = ""] = place.split("#");
  return `/guide/${topic}.md#${anchor}`;
}
