import { faultsAcross, faultsOfSnippets } from "./check-guide.js";
import { placeText, readEntries, type Fault } from "./entry.js";
import type { Guide, GuideStage, SnippetLanguage } from "./content.js";
import { loadSnippets } from "./load-snippets.js";
import { readItem } from "./read-item.js";
import { readGoal, readPath, readReading, readRule, readStage, readTool, readTopic } from "./readers.js";

/** The guide's files as the build read them: nothing about their shape is known yet. */
export interface GuideSource {
  readonly stages: unknown;
  readonly readings: unknown;
  readonly paths: unknown;
  readonly goals: unknown;
  readonly tools: unknown;
  readonly items: unknown;
  readonly snippets: unknown;
  /** By language; those of JavaScript are made from those of TypeScript. */
  readonly snippetBodies: Readonly<Partial<Record<SnippetLanguage, unknown>>>;
  readonly rules: unknown;
  /** By stage id. */
  readonly topics: Readonly<Record<string, unknown>>;
}

/** Turns the guide's files into the typed guide; throws one error that names every fault, each with its place. */
export function loadGuide(source: GuideSource): Guide {
  const faults: Fault[] = [];
  const stages = readEntries(source.stages, ["stages"], faults, readStage).map((stage): GuideStage => {
    const topics = readEntries(source.topics[stage.id] ?? [], [stage.id], faults, readTopic);
    return { ...stage, topics };
  });
  const readings = readEntries(source.readings, ["readings"], faults, readReading);
  const guide: Guide = {
    stages,
    readings: readings.toSorted((a, b) => a.order - b.order),
    paths: readEntries(source.paths, ["paths"], faults, readPath),
    goals: readEntries(source.goals, ["goals"], faults, readGoal),
    tools: readEntries(source.tools, ["tools"], faults, readTool),
    items: readEntries(source.items, ["items"], faults, readItem),
    snippets: loadSnippets(source.snippets, source.snippetBodies, faults),
    rules: readEntries(source.rules, ["rules"], faults, readRule),
  };
  const known = new Set(stages.map((stage) => stage.id));
  const messages = [
    ...faults.map(({ path, message }) => `${placeText(path)}: ${message}`),
    ...Object.keys(source.topics).flatMap((id) => (known.has(id) ? [] : [`topics: there is no stage ${id}`])),
    ...faultsAcross(guide),
    ...faultsOfSnippets(guide),
  ];
  if (messages.length > 0) throw new Error(`The guide has faults:\n${messages.join("\n")}`);
  return guide;
}
