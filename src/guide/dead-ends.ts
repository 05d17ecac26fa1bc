import type { Guide } from "./content.js";

/** The guide without references to what was left out: with a stage go its readings and tools, with a reading its steps. */
export function withoutDeadEnds(guide: Guide): Guide {
  const stageIds = new Set(guide.stages.map(({ id }) => id));
  const ofStage = <T extends { readonly stage: string }>(things: readonly T[]): readonly T[] =>
    things.filter(({ stage }) => stageIds.has(stage));
  const readings = ofStage(guide.readings);
  const readingIds = new Set(readings.map(({ id }) => id));
  const known = (ids: readonly string[]): readonly string[] => ids.filter((id) => readingIds.has(id));

  const stages = guide.stages.map((stage) => ({
    ...stage,
    topics: stage.topics.map((topic) => ({
      ...topic,
      passages: topic.passages.map((passage) => ({ ...passage, readings: known(passage.readings) })),
    })),
  }));
  const places = new Set(
    stages.flatMap((stage) =>
      stage.topics.flatMap((topic) => topic.passages.map(({ anchor }) => `${stage.id}/${topic.id}#${anchor}`)),
    ),
  );
  return {
    ...guide,
    stages,
    readings,
    tools: ofStage(guide.tools),
    paths: guide.paths.map((path) => ({
      ...path,
      steps: path.steps.filter(({ of }) => of === undefined || readingIds.has(of) || stageIds.has(of)),
    })),
    goals: guide.goals.filter((goal) => places.has(goal.guide)),
    items: guide.items.map((item) => ({ ...item, readings: known(item.readings) })),
  };
}
