import type { Place, UnreadableFile } from "../evidence.js";
import type { FileTrace } from "./file-trace.js";
import { type Profile, type ProfileFact, type ProfileKey, profileKeys, profileOf } from "./profile.js";
import { type Sign, signs } from "./signs.js";

/**
 * What the files of a project show of it: `paths` are all its files, `traces` those of its code. Tests, examples and
 * documents show nothing: a library that trains in its tests trains no model of its own.
 */
export function detectProfile(
  paths: readonly string[],
  traces: readonly FileTrace[],
  unreadable: readonly UnreadableFile[] = [],
): Profile {
  const own = traces.filter(({ path, inTest }) => !inTest && !isAside(path));
  const facts: Partial<Record<ProfileKey, ProfileFact>> = {};
  for (const key of profileKeys) {
    const found = signs.filter((sign) => sign.key === key).flatMap((sign) => shownBy(sign, paths, own));
    const [first] = found;
    if (first !== undefined) {
      facts[key] = { value: true, why: `${first.place.path} ${first.what}.`, places: found.map(({ place }) => place) };
    } else if (!asked.has(key)) {
      facts[key] = { value: false, why: `${absences[key] ?? "No file shows it."}${blindSpot(unreadable)}`, places: [] };
    }
  }
  const isTrained = facts.training?.value === true;
  // A model whose kind no file shows may well learn from labels; where none is trained, nothing does.
  for (const key of ["supervised", "classification"] as const) {
    if (facts[key] === undefined && !isTrained) facts[key] = { value: false, why: absences.training, places: [] };
  }
  facts.library = libraryFact(paths, facts, own.length > 0);
  return profileOf(facts, [...new Set(own.map(({ language }) => language))].toSorted());
}

/** What files cannot deny. */
const asked: ReadonlySet<ProfileKey> = new Set([
  "people",
  "public",
  "online",
  "library",
  "supervised",
  "classification",
]);

const absences = {
  training: "No code was found that trains a model.",
  serving: "No route was found that predicts, and nothing that serves a model.",
  batch: "No code was found that writes predictions.",
  deepLearning: "No library of deep learning is in use.",
  notebooks: "There are no notebooks.",
} satisfies Partial<Record<ProfileKey, string>> as Readonly<Partial<Record<ProfileKey, string>>> & {
  readonly training: string;
};

/** Nobody should take what was not found for what is not there, where something could not be read. */
function blindSpot(unreadable: readonly UnreadableFile[]): string {
  const [first] = unreadable;
  if (first === undefined) return "";
  const count = unreadable.length === 1 ? "1 file of code" : `${unreadable.length} files of code`;
  return ` ${count} could not be read: ${first.path}${unreadable.length === 1 ? "" : " and others"}.`;
}

interface Shown {
  readonly place: Place;
  readonly what: string;
}

function shownBy(sign: Sign, paths: readonly string[], traces: readonly FileTrace[]): readonly Shown[] {
  const { files, imports, without, calls, alsoCalls, what } = sign;
  if (files !== undefined) {
    const named = paths.filter((path) => files.test(path) && !isAside(path));
    return named.slice(0, mostPlaces).map((path) => ({ place: { path, line: 1 }, what }));
  }
  const found = traces.flatMap((trace): Shown[] => {
    if (imports !== undefined && !imports.some((name) => trace.imports.includes(name))) return [];
    if (without?.some((name) => trace.imports.includes(name)) === true) return [];
    const line = firstLine(trace, calls);
    if (calls !== undefined && line === undefined) return [];
    if (alsoCalls !== undefined && firstLine(trace, alsoCalls) === undefined) return [];
    return [{ place: { path: trace.path, line: line ?? 1 }, what }];
  });
  return found.slice(0, mostPlaces);
}

/** Enough to look at. */
const mostPlaces = 10;

function firstLine({ calls }: FileTrace, names: readonly string[] = []): number | undefined {
  const lines = names.flatMap((name) => (Object.hasOwn(calls, name) ? (calls[name] ?? []) : []));
  return lines.length === 0 ? undefined : Math.min(...lines);
}

/** A package for others to use: code and a manifest that names it, and nothing that trains or serves. */
function libraryFact(
  paths: readonly string[],
  facts: Readonly<Partial<Record<ProfileKey, ProfileFact>>>,
  hasCode: boolean,
): ProfileFact {
  const manifest = paths.find((path) => /^(?:pyproject\.toml|setup\.py|setup\.cfg|package\.json)$/.test(path));
  const works = (["training", "serving", "batch"] as const).find((key) => facts[key]?.value === true);
  if (works !== undefined) return { value: false, why: facts[works]?.why ?? "", places: [] };
  if (manifest === undefined || !hasCode) return { value: false, why: "It is no package for others.", places: [] };
  return {
    value: true,
    why: `${manifest} makes a package, and nothing in it trains or serves a model.`,
    places: [{ path: manifest, line: 1 }],
  };
}

function isAside(path: string): boolean {
  return /(?:^|\/)(?:examples?|docs?|benchmarks?|third_party|vendor|templates?|node_modules)\//.test(path);
}
