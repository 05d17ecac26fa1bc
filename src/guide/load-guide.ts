import { slug } from "./slug.js";
import type { Guide, GuideStage, Passage, Reading, Topic } from "./guide.js";

/** The guide's files as the build read them: nothing about their shape is known yet. */
export interface GuideSource {
  readonly stages: unknown;
  readonly readings: unknown;
  /** By stage id. */
  readonly topics: Readonly<Record<string, unknown>>;
}

/** Turns the guide's files into the typed guide; throws one error that names every fault, each with its place. */
export function loadGuide(source: GuideSource): Guide {
  const faults: string[] = [];
  const stages = entries(source.stages, "stages", faults).map((entry): GuideStage => {
    const id = entry.id("id");
    return {
      id,
      title: entry.text("title"),
      summary: entry.text("summary"),
      audience: entry.text("audience"),
      topics: entries(source.topics[id] ?? [], id, faults).map(readTopic),
    };
  });
  const readings = entries(source.readings, "readings", faults).map(readReading);
  faults.push(...faultsAcross(stages, readings, Object.keys(source.topics)));
  if (faults.length > 0) throw new Error(`The guide has faults:\n${faults.join("\n")}`);
  return { stages, readings: readings.toSorted((a, b) => a.order - b.order) };
}

function readTopic(entry: Entry): Topic {
  return { id: entry.id("id"), title: entry.text("title"), passages: entry.entries("passages").map(readPassage) };
}

function readPassage(entry: Entry): Passage {
  return {
    anchor: entry.id("anchor"),
    title: entry.text("title"),
    text: entry.text("text"),
    rows: entry.texts("rows"),
    readings: entry.texts("readings"),
  };
}

function readReading(entry: Entry): Reading {
  const title = entry.text("title");
  return {
    id: entry.text("id"),
    title,
    label: entry.optionalText("label") ?? title,
    url: entry.optionalText("url"),
    stage: entry.text("stage"),
    order: entry.number("order"),
    inSeed: entry.boolean("inSeed"),
    note: entry.optionalText("note"),
  };
}

/** What one entry alone cannot show: repeated ids and references that lead nowhere. */
function* faultsAcross(
  stages: readonly GuideStage[],
  readings: readonly Reading[],
  topicFiles: readonly string[],
): Iterable<string> {
  const stageIds = new Set(stages.map((stage) => stage.id));
  const readingIds = new Set(readings.map((reading) => reading.id));
  yield* repeated(stages.map((stage) => stage.id)).map((id) => `stages: ${id} occurs twice`);
  yield* repeated(readings.map((reading) => reading.id)).map((id) => `readings: ${id} occurs twice`);
  for (const id of topicFiles) {
    if (!stageIds.has(id)) yield `topics: there is no stage ${id}`;
  }
  for (const reading of readings) {
    if (!stageIds.has(reading.stage)) yield `readings: ${reading.id} names the unknown stage ${reading.stage}`;
    if (reading.url !== undefined && !/^https?:\/\//.test(reading.url))
      yield `readings: ${reading.id} has no web address`;
  }
  for (const stage of stages) {
    yield* repeated(stage.topics.map((topic) => topic.id)).map((id) => `${stage.id}: ${id} occurs twice`);
    for (const topic of stage.topics) {
      const place = `${stage.id}/${topic.id}`;
      yield* repeated(topic.passages.map((passage) => passage.anchor)).map((id) => `${place}: ${id} occurs twice`);
      for (const passage of topic.passages) {
        // Markdown viewers make a heading's address from its text, and the address is what rules hold.
        if (slug(passage.title) !== passage.anchor)
          yield `${place}#${passage.anchor}: the title gives #${slug(passage.title)}`;
        if (passage.readings.length === 0) yield `${place}#${passage.anchor}: names no reading`;
        for (const id of passage.readings) {
          if (!readingIds.has(id)) yield `${place}#${passage.anchor}: names the unknown reading ${id}`;
        }
      }
    }
  }
}

function repeated(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

/** One mapping of a YAML list, read field by field; a fault is noted and an empty value stands in for it. */
interface Entry {
  text(key: string): string;
  optionalText(key: string): string | undefined;
  /** Kebab-case, because it becomes part of an address. */
  id(key: string): string;
  number(key: string): number;
  boolean(key: string): boolean;
  /** A list of texts, empty when left out. */
  texts(key: string): readonly string[];
  entries(key: string): readonly Entry[];
}

function entries(value: unknown, place: string, faults: string[]): readonly Entry[] {
  if (!Array.isArray(value)) {
    faults.push(`${place}: a list is expected`);
    return [];
  }
  return value.map((item: unknown, index) => entry(item, `${place}[${index}]`, faults));
}

function entry(value: unknown, place: string, faults: string[]): Entry {
  const fields = new Map<string, unknown>(typeof value === "object" && value !== null ? Object.entries(value) : []);
  if (fields.size === 0) faults.push(`${place}: a mapping is expected`);
  const fault = <T>(key: string, expected: string, standIn: T): T => {
    faults.push(`${place}.${key}: ${expected} is expected`);
    return standIn;
  };
  const text = (key: string): string => {
    const field = fields.get(key);
    return typeof field === "string" && field.trim() !== "" ? field.trim() : fault(key, "a text", "");
  };
  return {
    text,
    optionalText: (key) => (fields.has(key) ? text(key) : undefined),
    id: (key) => {
      const id = text(key);
      return id === "" || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) ? id : fault(key, "a kebab-case id", id);
    },
    number: (key) => {
      const field = fields.get(key);
      return typeof field === "number" ? field : fault(key, "a number", 0);
    },
    boolean: (key) => {
      const field = fields.get(key);
      return typeof field === "boolean" ? field : fault(key, "true or false", false);
    },
    texts: (key) => {
      const field = fields.get(key) ?? [];
      const items: readonly unknown[] = Array.isArray(field) ? field : [undefined];
      return items.map((item) => (typeof item === "string" ? item : fault(key, "a list of texts", "")));
    },
    entries: (key) => entries(fields.get(key), `${place}.${key}`, faults),
  };
}
