import type { ChecklistItem, Guide, GuidePlace, Reading } from "../guide/content.js";
import type { AnyRule } from "../rules/rule.js";

/** Every passage of the guide with where it stands, in reading order. */
export function placesOf(guide: Guide): readonly GuidePlace[] {
  return guide.stages.flatMap((stage) =>
    stage.topics.flatMap((topic) => topic.passages.map((passage) => ({ stage, topic, passage }))),
  );
}

/** The address of a passage as rules and goals name it. */
export function placeName({ stage, topic, passage }: GuidePlace): string {
  return `${stage.id}/${topic.id}#${passage.anchor}`;
}

/** The readings with these ids, in the order of the ids. */
export function readingsNamed(ids: readonly string[], { readings }: Guide): readonly Reading[] {
  return ids.flatMap((id) => readings.find((reading) => reading.id === id) ?? []);
}

/** The items of the checklist that send their readers to one of these readings. */
export function itemsReading(ids: ReadonlySet<string>, { items }: Guide): readonly ChecklistItem[] {
  return items.filter(({ readings }) => readings.some((id) => ids.has(id)));
}

/** The rules that lead to one of these places. */
export function rulesLeadingTo(places: readonly GuidePlace[], rules: readonly AnyRule[]): readonly AnyRule[] {
  const names = new Set(places.map(placeName));
  return rules.filter(({ meta }) => names.has(meta.guide));
}
