import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parse } from "yaml";
import { checkProject } from "../../src/checklist/check-project.js";
import type { ChecklistResult } from "../../src/checklist/result.js";
import { openConfigs } from "../../src/project/configs.js";
import { memoryFileSystem } from "../project/memory-file-system.js";

const folder = "test/fixtures/checklist";

/** What people wrote down of a project before the checklist saw it. */
export interface Expected {
  readonly about: string;
  readonly today: string;
  readonly items: Readonly<Record<string, { readonly verdict: string; readonly why: string }>>;
}

export type Texts = Readonly<Record<string, string>>;

export function fixtureNames(): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => name.slice(0, -".yaml".length))
    .toSorted();
}

export function expectedOf(name: string): Expected {
  // YAML's own dates stay texts.
  return parse(readFileSync(join(folder, `${name}.yaml`), "utf8"), { schema: "core" }) as Expected;
}

/** The files of a fixture, by paths from its root. */
export function textsOf(name: string): Texts {
  const root = join(folder, name);
  const texts: Record<string, string> = {};
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    texts[relative(root, path).replaceAll("\\", "/")] = readFileSync(path, "utf8");
  }
  return texts;
}

export function runOn(texts: Texts, today: string): Promise<ChecklistResult> {
  const files = memoryFileSystem(Object.fromEntries(Object.entries(texts).map(([path, text]) => [`/p/${path}`, text])));
  return checkProject({ files, configs: openConfigs(files, []), root: { folder: "/p", isProject: true }, today });
}

/** Where the checklist does not yet say what people say: verdicts by project and item, and items whose mutation fails. */
export function openDifferences(): {
  readonly verdicts: Readonly<Record<string, string>>;
  readonly mutations: readonly string[];
} {
  return JSON.parse(readFileSync(join(folder, "open-differences.json"), "utf8")) as ReturnType<typeof openDifferences>;
}

export function verdictsOf({ items }: ChecklistResult): Readonly<Record<string, string>> {
  return Object.fromEntries(items.map(({ id, verdict }) => [id, verdict]));
}
