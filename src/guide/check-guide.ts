import type { Guide, Passage } from "./content.js";
import { sectionOf } from "./item.js";
import { slug } from "./slug.js";

/** What one entry alone cannot show: repeated ids, references that lead nowhere, addresses that open nothing. */
export function* faultsAcross(guide: Guide): Iterable<string> {
  const { stages, readings, paths, goals, tools, items, snippets, rules } = guide;
  const lists: Readonly<Record<string, readonly { readonly id: string }[]>> = {
    ...{ stages, readings, paths, goals, tools, items, snippets, rules },
    ...Object.fromEntries(stages.map(({ id, topics }) => [id, topics])),
  };
  for (const [name, list] of Object.entries(lists)) {
    yield* repeated(list.map(({ id }) => id)).map((id) => `${name}: ${id} occurs twice`);
  }
  yield* faultsOfPassages(guide);

  const ids = {
    stage: new Set(stages.map(({ id }) => id)),
    reading: new Set(readings.map(({ id }) => id)),
    role: new Set(paths.map(({ id }) => id)),
    snippet: new Set(snippets.map(({ id }) => id)),
  };
  const unknown = (place: string, kind: keyof typeof ids, named: readonly string[]): readonly string[] =>
    named.filter((id) => !ids[kind].has(id)).map((id) => `${place} names the unknown ${kind} ${id}`);
  for (const stage of stages) yield* unknown(`stages: ${stage.id}`, "role", stage.essentialFor);
  for (const { id, stage, url } of readings) {
    yield* unknown(`readings: ${id}`, "stage", [stage]);
    if (url !== undefined && !isWebAddress(url)) yield `readings: ${id} has no web address`;
  }
  for (const { id, steps } of paths) {
    for (const { kind, of } of steps) {
      const target = kind === "read" ? "reading" : kind.endsWith("-stage") ? "stage" : undefined;
      if (target !== undefined) yield* unknown(`paths: ${id}`, target, [of ?? "(none)"]);
      else if (of !== undefined) yield `paths: ${id} has a step ${kind}, which is of nothing`;
    }
  }
  const places = placeNames(guide);
  for (const { id, guide: place } of goals) {
    if (!places.has(place)) yield `goals: ${id} names the unknown place ${place}`;
  }
  for (const { id, stage, url } of tools) {
    yield* unknown(`tools: ${id}`, "stage", [stage]);
    if (!isWebAddress(url)) yield `tools: ${id} has no web address`;
  }
  for (const { id, stage, readings: read, snippets: inserted } of items) {
    yield* unknown(`items: ${id}`, "stage", [stage]);
    yield* unknown(`items: ${id}`, "reading", read);
    yield* unknown(`items: ${id}`, "snippet", inserted);
  }
  const codes = items.flatMap(({ mlTestScore }) => mlTestScore ?? []);
  yield* repeated(codes).map((code) => `items: the test ${code} is answered twice`);
  yield* codes.filter((code) => sectionOf(code) === undefined).map((code) => `items: there is no test ${code}`);
}

/** Faults of what ships alone: a team may hide the place that a snippet names, and sees it as it ships. */
export function* faultsOfSnippets(guide: Guide): Iterable<string> {
  const places = placeNames(guide);
  for (const { id, guide: place } of guide.snippets) {
    if (!places.has(place)) yield `snippets: ${id} names the unknown place ${place}`;
  }
}

function placeNames({ stages }: Guide): ReadonlySet<string> {
  return new Set(
    stages.flatMap((stage) =>
      stage.topics.flatMap((topic) => topic.passages.map(({ anchor }) => `${stage.id}/${topic.id}#${anchor}`)),
    ),
  );
}

function* faultsOfPassages({ stages, readings }: Guide): Iterable<string> {
  const known = new Set(readings.map(({ id }) => id));
  for (const stage of stages) {
    for (const topic of stage.topics) {
      const place = `${stage.id}/${topic.id}`;
      yield* repeated(topic.passages.map(({ anchor }) => anchor)).map((id) => `${place}: ${id} occurs twice`);
      for (const passage of topic.passages) {
        yield* faultsOfPassage(passage, known).map((fault) => `${place}#${passage.anchor}: ${fault}`);
      }
    }
  }
}

function faultsOfPassage(passage: Passage, readings: ReadonlySet<string>): string[] {
  const { anchor, title, layout, columns, points } = passage;
  const isTable = layout === "table";
  return [
    // Markdown viewers make a heading's address from its text, and the address is what rules hold.
    ...(slug(title) === anchor ? [] : [`the title gives #${slug(title)}`]),
    ...(passage.readings.length === 0 ? ["names no reading"] : []),
    ...passage.readings.filter((id) => !readings.has(id)).map((id) => `names the unknown reading ${id}`),
    ...(columns.length === (isTable ? 2 : 0) ? [] : ["a table has two columns, and nothing else has any"]),
    ...(isTable && points.some(({ name }) => name === undefined) ? ["a line of a table has a name"] : []),
    ...points.flatMap(({ url }) => (url === undefined || isWebAddress(url) ? [] : [`${url} is no web address`])),
  ];
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^\s]+$/.test(url);
}

function repeated(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}
