import { isExcluded } from "../engine/config.js";
import type { Configs } from "./configs.js";
import type { FileSystem } from "./file-system.js";
import { type IgnoreRules, ignoreRulesAbove, ignoreRulesIn, isIgnored } from "./ignore-files.js";
import { languageOf } from "./languages.js";
import { joinPath, within } from "./paths.js";
import type { SkippedFile } from "./skipped.js";

export interface WalkOptions {
  readonly files: FileSystem;
  readonly configs: Configs;
  /** Called for each folder that cannot be read, with its absolute path. */
  readonly onSkipped: (skipped: SkippedFile) => void;
  /** Which files to give, by their path; the source files when left out. */
  readonly wants?: (path: string) => boolean;
  /** Called for each folder on the way. */
  readonly onFolder?: (path: string) => void;
}

/**
 * The source files below a folder, in order of their paths: without what `.gitignore` files and configurations exclude,
 * and without what is not the project's own (installed packages, virtual environments, caches).
 */
export async function* walk(folder: string, options: WalkOptions): AsyncGenerator<string> {
  yield* walkFolder(folder, await ignoreRulesAbove(options.files, folder), options, true);
}

/** All files below a folder that a walk comes to, and the folders that it could not read. */
export interface Walked {
  readonly paths: readonly string[];
  readonly skipped: readonly SkippedFile[];
}

/** The walk to every file, for several readers. */
export async function walkAll(folder: string, options: Pick<WalkOptions, "files" | "configs">): Promise<Walked> {
  const paths: string[] = [];
  const skipped: SkippedFile[] = [];
  const onSkipped = (one: SkippedFile): void => void skipped.push(one);
  for await (const path of walk(folder, { ...options, wants: () => true, onSkipped })) paths.push(path);
  return { paths, skipped };
}

async function* walkFolder(
  folder: string,
  rulesAbove: IgnoreRules | undefined,
  options: WalkOptions,
  isStart: boolean,
): AsyncGenerator<string> {
  const { files, configs, onSkipped, wants = isSource, onFolder } = options;
  const entries = await files.list(folder);
  if (entries === undefined) {
    onSkipped({ path: folder, reason: "unreadable", detail: "the folder cannot be read" });
    return;
  }
  if (!isStart && entries.some(({ name }) => environmentMarks.has(name))) return;
  const hasIgnoreFile = entries.some(({ name }) => name === ".gitignore");
  const rules = hasIgnoreFile ? await ignoreRulesIn(files, folder, rulesAbove) : rulesAbove;
  const { config, folder: configFolder } = await configs.of(folder);

  for (const { name, type } of [...entries].sort((a, b) => compareNames(a, b))) {
    const path = joinPath(folder, name);
    const isFolder = type === "directory";
    if (isFolder ? isNotOurs(name) : !wants(path)) continue;
    if (isExcluded(config, within(configFolder, path) ?? path) || isIgnored(rules, path, isFolder)) continue;
    if (isFolder) {
      onFolder?.(path);
      yield* walkFolder(path, rules, options, false);
    } else if (type === "file" || !(await leadsToFolder(files, path))) yield path;
  }
}

function isSource(path: string): boolean {
  return languageOf(path) !== undefined;
}

/** A link to a folder is not followed, even when its name ends like a source file's. */
async function leadsToFolder(files: FileSystem, path: string): Promise<boolean> {
  return (await files.stat(path))?.type === "directory";
}

/** As if folders' names ended in a slash, so that the files come in the order of their whole paths. */
function compareNames(a: { name: string; type: string }, b: { name: string; type: string }): number {
  const [left, right] = [a, b].map(({ name, type }) => (type === "directory" ? `${name}/` : name));
  return left! < right! ? -1 : left! > right! ? 1 : 0;
}

/** What stands at the top of a virtual environment, of Python's own kind or conda's. */
const environmentMarks = new Set(["pyvenv.cfg", "conda-meta"]);

const foreignFolders = new Set([
  ".git",
  ".hg",
  ".svn",
  ".jj",
  "node_modules",
  "bower_components",
  "site-packages",
  "__pycache__",
  "__pypackages__",
  ".cache",
  ".eggs",
  ".ipynb_checkpoints",
  ".mypy_cache",
  ".nox",
  ".pnpm-store",
  ".pytest_cache",
  ".pytype",
  ".ruff_cache",
  ".tox",
  ".venv",
  ".vscode-test",
  ".yarn",
]);

/** Does a file's path lead through a folder that is never the project's own? */
export function isForeign(path: string): boolean {
  return path.split("/").slice(0, -1).some(isNotOurs);
}

function isNotOurs(folder: string): boolean {
  return foreignFolders.has(folder) || folder.endsWith(".dist-info") || folder.endsWith(".egg-info");
}
