import ignore, { type Ignore } from "ignore";
import type { FileSystem } from "./file-system.js";
import { joinPath, upwards, within } from "./paths.js";

/** The patterns of the `.gitignore` files from a folder upwards; the nearest file has the last word. */
export interface IgnoreRules {
  readonly folder: string;
  readonly patterns: Ignore;
  readonly above: IgnoreRules | undefined;
}

/** Adds a folder's own `.gitignore` to the rules from above. */
export async function ignoreRulesIn(
  files: FileSystem,
  folder: string,
  above: IgnoreRules | undefined,
): Promise<IgnoreRules | undefined> {
  return addFile(files, joinPath(folder, ".gitignore"), folder, above);
}

/** The rules that hold at a folder before its own file: those of the folders above it up to the repository's. */
export async function ignoreRulesAbove(files: FileSystem, folder: string): Promise<IgnoreRules | undefined> {
  const folders = [...upwards(folder)];
  const checks = await Promise.all(folders.map((path) => files.stat(joinPath(path, ".git"))));
  const top = checks.findIndex((stat) => stat !== undefined);
  if (top < 0) return undefined;
  const repository = folders[top] ?? folder;
  let rules = await addFile(files, joinPath(repository, ".git/info/exclude"), repository, undefined);
  for (const path of folders.slice(1, top + 1).reverse()) rules = await ignoreRulesIn(files, path, rules);
  // A folder that is ignored as a whole, and yet was asked for, is checked.
  return isIgnored(rules, folder, true) ? undefined : rules;
}

export function isIgnored(rules: IgnoreRules | undefined, path: string, isFolder: boolean): boolean {
  for (let level = rules; level !== undefined; level = level.above) {
    const relative = within(level.folder, path);
    if (relative === undefined || relative === "") continue;
    const { ignored, unignored } = level.patterns.test(isFolder ? `${relative}/` : relative);
    if (ignored || unignored) return ignored;
  }
  return false;
}

async function addFile(
  files: FileSystem,
  file: string,
  folder: string,
  above: IgnoreRules | undefined,
): Promise<IgnoreRules | undefined> {
  const bytes = await files.read(file);
  if (bytes === undefined) return above;
  const patterns = ignore({ ignorecase: false, allowRelativePaths: true }).add(new TextDecoder().decode(bytes));
  return { folder, patterns, above };
}
