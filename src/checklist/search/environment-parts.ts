import { type ChecklistConfig, textsOf } from "../../engine/checklist-config.js";
import { languageOf } from "../../project/languages.js";
import type { Dependency, Lock } from "../../project/facts/file-facts.js";
import { parentOf } from "../../project/paths.js";
import type { ChecklistProject } from "../project.js";

export type Ecosystem = "python" | "javascript";

/** A part of a project that has an environment of its own: what it asks for, and what locks that. */
export interface EnvironmentPart {
  readonly name: string;
  readonly ecosystem: Ecosystem | undefined;
  readonly asked: readonly Dependency[];
  readonly locks: readonly Lock[];
  /** The file that the team names for it, where there is none. */
  readonly absent?: string;
}

/** The parts whose environment matters: those that the team names, or the languages that train and serve. */
export function partsOf(project: ChecklistProject): readonly EnvironmentPart[] {
  const named = Object.entries(namedParts(project.config));
  if (named.length > 0) return named.map(([name, path]) => namedPart(project, name, path));
  const { declared, locks } = project.dependencies;
  const managers = textsOf(project.config, "deps.managers");
  return ecosystemsOf(project).map((ecosystem) => ({
    name: ecosystem === "python" ? "Python" : "JavaScript",
    ecosystem,
    asked: declared.filter((one) => one.ecosystem === ecosystem && !one.isDevelopment),
    locks: locks.filter(
      ({ ecosystem: of, tool }) => of === ecosystem && (managers.length === 0 || managers.includes(tool)),
    ),
  }));
}

function namedParts({ settings }: ChecklistConfig): Readonly<Record<string, string>> {
  const value = settings["deps.parts"];
  if (typeof value !== "object" || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

function namedPart({ dependencies }: ChecklistProject, name: string, path: string): EnvironmentPart {
  const locks = dependencies.locks.filter((lock) => lock.path === path);
  const asked = dependencies.declared.filter((one) => !one.isDevelopment && parentOf(one.path) === parentOf(path));
  const part = {
    name,
    ecosystem: locks[0]?.ecosystem,
    locks,
    asked: locks.length > 0 ? asked : asked.filter((one) => one.path === path),
  };
  return locks.length > 0 || part.asked.length > 0 ? part : { ...part, absent: path };
}

/** The ecosystems of the code that trains or serves; those of all code, where nothing does. */
function ecosystemsOf({ profile, code, dependencies }: ChecklistProject): readonly Ecosystem[] {
  const { training, serving, batch } = profile.facts;
  const working = [...training.places, ...serving.places, ...batch.places].map(({ path }) => path);
  const paths = working.length > 0 ? working : code.filter(({ role }) => role !== "aside").map(({ path }) => path);
  const found = new Set(
    paths.flatMap((path): Ecosystem[] => {
      const language = languageOf(path);
      return language === undefined ? [] : [language === "typescript" ? "javascript" : "python"];
    }),
  );
  if (found.size === 0) for (const { ecosystem } of dependencies.declared) found.add(ecosystem);
  return [...found].toSorted();
}
