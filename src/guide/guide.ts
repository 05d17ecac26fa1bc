import { loadGuide } from "./load-guide.js";
import stages from "./stages.yaml";
import readings from "./readings.yaml";
import planning from "./topics/planning.yaml";
import data from "./topics/data.yaml";
import baseline from "./topics/baseline.yaml";
import training from "./topics/training.yaml";
import deployment from "./topics/deployment.yaml";
import testing from "./topics/testing.yaml";
import team from "./topics/team.yaml";

/** What we teach: stages in reading order, each with topics of short passages, and the readings behind them. */
export interface Guide {
  readonly stages: readonly GuideStage[];
  readonly readings: readonly Reading[];
}

export interface GuideStage {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Whom the stage is for, in words. */
  readonly audience: string;
  readonly topics: readonly Topic[];
}

export interface Topic {
  readonly id: string;
  readonly title: string;
  readonly passages: readonly Passage[];
}

/** One to four sentences of Markdown that can be shown where a finding stands. */
export interface Passage {
  readonly anchor: string;
  readonly title: string;
  readonly text: string;
  /** The rows of the guide's inventory that it carries. */
  readonly rows: readonly string[];
  /** Ids of readings, the most helpful first; at least one. */
  readonly readings: readonly string[];
}

export interface Reading {
  readonly id: string;
  /** Exactly as the reading list has it. */
  readonly title: string;
  /** What to show: the title, or better words where it is a bare address or file name. */
  readonly label: string;
  /** Books and a lost blog post have none. */
  readonly url: string | undefined;
  readonly stage: string;
  readonly order: number;
  /** False for source pages that the reading list does not name itself. */
  readonly inSeed: boolean;
  readonly note: string | undefined;
}

/** Where a `stage/topic#anchor` leads. */
export interface GuidePlace {
  readonly stage: GuideStage;
  readonly topic: Topic;
  readonly passage: Passage;
}

export const guide: Guide = loadGuide({
  stages,
  readings,
  topics: { planning, data, baseline, training, deployment, testing, team },
});

const placeByRef = new Map<string, GuidePlace>(
  guide.stages.flatMap((stage) =>
    stage.topics.flatMap((topic) =>
      topic.passages.map(
        (passage) => [`${stage.id}/${topic.id}#${passage.anchor}`, { stage, topic, passage }] as const,
      ),
    ),
  ),
);
const readingById = new Map(guide.readings.map((reading) => [reading.id, reading]));

/** The passage that `stage/topic#anchor` names; undefined when there is none. */
export function findPlace(guideRef: string): GuidePlace | undefined {
  return placeByRef.get(guideRef);
}

/** The readings of a passage, the most helpful first; none for a reference that leads nowhere. */
export function readingsFor(guideRef: string): readonly Reading[] {
  const ids = findPlace(guideRef)?.passage.readings ?? [];
  return ids.flatMap((id) => readingById.get(id) ?? []);
}
