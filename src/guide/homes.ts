import type { Guide } from "./content.js";

/** A place of the guide that says what a row of the inventory says. */
export interface Home {
  readonly kind:
    "stage" | "topic" | "passage" | "point" | "reading" | "path" | "goal" | "tool" | "item" | "snippet" | "rule";
  /** An id; of what stands in a topic `stage/topic#anchor`. */
  readonly at: string;
  /** The words and the link that have to be seen there. */
  readonly says: readonly string[];
}

/** Where each row of the inventory lives, by its id. */
export function homesOf(guide: Guide): ReadonlyMap<string, readonly Home[]> {
  const homes = new Map<string, Home[]>();
  for (const { rows, ...home } of allHomes(guide)) {
    for (const row of rows) homes.set(row, [...(homes.get(row) ?? []), home]);
  }
  return homes;
}

interface HomeOfRows extends Home {
  readonly rows: readonly string[];
}

function* allHomes(guide: Guide): Iterable<HomeOfRows> {
  for (const stage of guide.stages) {
    yield { kind: "stage", at: stage.id, rows: stage.rows, says: [stage.title, stage.summary, stage.audience] };
    for (const topic of stage.topics) {
      const place = `${stage.id}/${topic.id}`;
      yield { kind: "topic", at: place, rows: topic.rows, says: [topic.title] };
      for (const { anchor, title, text, rows, points } of topic.passages) {
        const at = `${place}#${anchor}`;
        yield { kind: "passage", at, rows, says: [title, text] };
        for (const point of points) {
          yield { kind: "point", at, rows: point.rows, says: given(point.name, point.url, point.text) };
        }
      }
    }
  }
  for (const { id, rows, label, url, note } of guide.readings) {
    yield { kind: "reading", at: id, rows, says: given(label, url, note) };
  }
  for (const path of guide.paths) {
    yield { kind: "path", at: path.id, rows: path.rows, says: [path.title, path.summary] };
    for (const { rows, why } of path.steps) yield { kind: "path", at: path.id, rows, says: [why] };
  }
  for (const { id, rows, text } of guide.goals) yield { kind: "goal", at: id, rows, says: [text] };
  for (const { id, rows, name, url, purpose, note } of guide.tools) {
    yield { kind: "tool", at: id, rows, says: given(name, url, purpose, note) };
  }
  for (const { id, rows, question } of guide.items) yield { kind: "item", at: id, rows, says: [question] };
  for (const { id, rows, title } of guide.snippets) yield { kind: "snippet", at: id, rows, says: [title] };
  for (const { id, rows } of guide.rules) yield { kind: "rule", at: id, rows, says: [id] };
}

function given(...texts: readonly (string | undefined)[]): readonly string[] {
  return texts.filter((text) => text !== undefined);
}
