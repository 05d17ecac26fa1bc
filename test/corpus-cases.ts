import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileFacts } from "../src/semantics/facts.js";
import type { WorkspaceFacts } from "../src/semantics/workspace.js";
import { leastVersion, lowerBound } from "../src/project/version-bounds.js";
import { rules } from "../src/rules/index.js";
import { read } from "./rules/read.js";

/** A program of the corpus: the file that is checked, and the workspace it stands in. */
export interface CorpusCase {
  /** The folder, named for the rule that the program is about. */
  readonly rule: string;
  readonly name: string;
  /** Of the checked file, from the root of its workspace. */
  readonly path: string;
  /** Of the checked file, from the root of the repository. */
  readonly place: string;
  readonly text: string;
  readonly files: Readonly<Record<string, string>>;
  readonly facts: Partial<WorkspaceFacts>;
}

/** What the corpus says about every program. */
export const comparedRules: ReadonlySet<string> = new Set(
  rules.map(({ meta }) => meta.id).filter((id) => id !== "suppression-without-rule"),
);

/** Of these, the ones about a file as a whole: most programs about something else leave them open. */
export const wideRules: ReadonlySet<string> = new Set([
  "no-baseline-evaluated",
  "seed-missing-torch",
  "seed-missing-numpy",
  "tfjs-seed-missing",
  "hardcoded-absolute-path",
]);

/** The programs below a folder: a file each, or a folder whose checked file is headed by a comment `main`. */
export function readCorpus(root: string): CorpusCase[] {
  return folders(root).flatMap((rule) => {
    const home = join(root, rule);
    const single = sources(home).map((path) => caseOf(home, path, path, { [path]: text(home, path) }));
    const several = folders(home).map((name) => {
      const folder = join(home, name);
      const files = Object.fromEntries(filesBelow(folder).map((path) => [path, text(folder, path)]));
      const main = Object.keys(files).filter((path) => /^(#|\/\/) main$/m.test(files[path]!));
      if (main.length !== 1)
        throw new Error(`${folder} must have one file with a line "# main"; it has ${main.length}.`);
      return caseOf(folder, name, main[0]!, files);
    });
    return [...single, ...several].map((program) => ({ rule, ...program }));
  });
}

function caseOf(home: string, name: string, path: string, files: CorpusCase["files"]): Omit<CorpusCase, "rule"> {
  const programs = Object.fromEntries(Object.entries(files).filter(([file]) => isSource(file)));
  const place = join(home, path).replaceAll("\\", "/");
  return { name, path, place, text: files[path]!, files: programs, facts: factsOf(files) };
}

/** What the whole workspace says, as the project finds it on disk. */
function factsOf(files: Readonly<Record<string, string>>): WorkspaceFacts {
  const baselineFiles = new Set<string>();
  const seededIn = new Map<string, Set<string>>();
  for (const path of Object.keys(files).filter(isSource)) {
    const { evaluatesBaseline, seeds } = fileFacts(read(path, files[path]!).form);
    if (evaluatesBaseline) baselineFiles.add(path);
    for (const library of seeds) seededIn.set(library, (seededIn.get(library) ?? new Set()).add(path));
  }
  const specifiers = (files["requirements.txt"] ?? "").matchAll(/^torch\s*([=<>!~].*)$/gm);
  const bounds = [...specifiers].flatMap(([, specifier]) => lowerBound(specifier!) ?? []);
  return { torch: leastVersion(bounds), baselineFiles, seededIn };
}

function isSource(path: string): boolean {
  return /\.(py|[cm]?[tj]s|[tj]sx|vue|svelte)$/.test(path);
}

function folders(home: string): string[] {
  const entries = readdirSync(home, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return entries.map(({ name }) => name).sort();
}

function sources(home: string): string[] {
  const entries = readdirSync(home, { withFileTypes: true }).filter((entry) => entry.isFile() && isSource(entry.name));
  return entries.map(({ name }) => name).sort();
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
}

function text(home: string, path: string): string {
  return readFileSync(join(home, path), "utf8");
}
