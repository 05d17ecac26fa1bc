import type { Guide, GuidePlace, Reading } from "./content.js";
import { loadGuide } from "./load-guide.js";
import { guideSource } from "./sources.js";

/** The guide as it ships. It is read when it is first asked for, which no start and no check of a file does. */
export function builtInGuide(): Guide {
  loaded ??= loadGuide(guideSource());
  return loaded;
}

let loaded: Guide | undefined;

/** The passage that `stage/topic#anchor` names; undefined when there is none. What a team hides is still there as it ships. */
export function findPlace(guideRef: string, guide: Guide = builtInGuide()): GuidePlace | undefined {
  return placeIn(guide, guideRef) ?? placeIn(builtInGuide(), guideRef);
}

function placeIn(guide: Guide, guideRef: string): GuidePlace | undefined {
  const [, stageId, topicId, anchor] = /^([^/]*)\/([^#]*)#(.*)$/.exec(guideRef) ?? [];
  const stage = guide.stages.find(({ id }) => id === stageId);
  const topic = stage?.topics.find(({ id }) => id === topicId);
  const passage = topic?.passages.find((candidate) => candidate.anchor === anchor);
  return stage && topic && passage && { stage, topic, passage };
}

/** The readings of a passage, the most helpful first; none for a reference that leads nowhere. */
export function readingsFor(guideRef: string, guide: Guide = builtInGuide()): readonly Reading[] {
  const ids = findPlace(guideRef, guide)?.passage.readings ?? [];
  const { readings } = guide;
  return ids.flatMap((id) => readings.find((reading) => reading.id === id) ?? []);
}
