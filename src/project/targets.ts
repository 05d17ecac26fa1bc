import picomatch from "picomatch";
import { isExcluded } from "../engine/config.js";
import { matchesGlobs } from "../engine/globs.js";
import type { Configs } from "./configs.js";
import type { FileSystem } from "./file-system.js";
import { languageOf } from "./languages.js";
import { joinPath, parentOf, within } from "./paths.js";
import { openRoots, type Root } from "./roots.js";
import type { SkippedFile } from "./skipped.js";
import { walk } from "./walk.js";

/** A file to check, and the project it belongs to. Paths are absolute. */
export interface Target {
  readonly path: string;
  readonly root: Root;
}

export interface Targets {
  readonly targets: readonly Target[];
  /** Folders that could not be read. */
  readonly skipped: readonly SkippedFile[];
  /** The arguments that name nothing, as they were given. */
  readonly missing: readonly string[];
  /** Files that were named one by one and are in no language that is checked. */
  readonly unsupported: readonly string[];
  /** The projects that the arguments lead into. */
  readonly roots: readonly Root[];
  /** Do the arguments name this file, or a folder that it lies in? */
  readonly covers: (path: string) => boolean;
}

/**
 * The files that PATH arguments name: files, folders, and globs that the shell did not expand.
 * A file that is named itself is checked even where `.gitignore` excludes it; a configuration's `exclude` holds for all.
 */
export async function findTargets(
  args: readonly string[],
  resolve: (path: string) => string,
  { files, configs }: { readonly files: FileSystem; readonly configs: Configs },
): Promise<Targets> {
  const roots = openRoots(files);
  const targets = new Map<string, Target>();
  const skipped: SkippedFile[] = [];
  const missing: string[] = [];
  const unsupported: string[] = [];
  const folders = new Map<string, Root>();
  const covering: ((path: string) => boolean)[] = [];

  const add = async (path: string, otherwise: Root): Promise<void> => {
    if (!targets.has(path)) targets.set(path, { path, root: await rootOf(parentOf(path) ?? path, otherwise) });
  };

  const rootOf = async (folder: string, otherwise: Root): Promise<Root> => {
    const root = await roots.of(folder, otherwise);
    if (folders.get(root.folder)?.isProject !== true) folders.set(root.folder, root);
    return root;
  };

  const addFolder = async (folder: string, glob: string | undefined): Promise<boolean> => {
    const globs = glob === undefined ? undefined : [glob];
    const root = await rootOf(folder, { folder, isProject: true });
    covering.push((path) => {
      const name = within(folder, path);
      return name !== undefined && (globs === undefined || matchesGlobs(globs, name));
    });
    let found = false;
    for await (const path of walk(folder, { files, configs, onSkipped: (entry) => skipped.push(entry) })) {
      if (globs !== undefined && !matchesGlobs(globs, within(folder, path) ?? path)) continue;
      found = true;
      await add(path, root);
    }
    return found || (globs !== undefined && (await hasMatch(folder, globs)));
  };

  /** Files that are no code may have findings of rules about the project. */
  const hasMatch = async (folder: string, globs: readonly string[]): Promise<boolean> => {
    for await (const path of walk(folder, { files, configs, wants: () => true, onSkipped: () => undefined })) {
      if (matchesGlobs(globs, within(folder, path) ?? path)) return true;
    }
    return false;
  };

  const addFile = async (path: string, arg: string): Promise<void> => {
    const folder = parentOf(path) ?? path;
    const { config, folder: configFolder } = await configs.of(folder);
    if (isExcluded(config, within(configFolder, path) ?? path)) return;
    covering.push((other) => other === path);
    if (languageOf(path) !== undefined) return add(path, { folder, isProject: false });
    unsupported.push(arg);
    await rootOf(folder, { folder, isProject: false });
  };

  for (const arg of args) {
    const path = resolve(arg);
    const stat = await files.stat(path);
    if (stat?.type === "directory") {
      await addFolder(path, undefined);
    } else if (stat !== undefined || (await isListed(files, path))) {
      await addFile(path, arg);
    } else {
      const { base, glob, isGlob } = picomatch.scan(arg.replaceAll("\\", "/").replace(/^(?:\.\/)+/, ""));
      if (!isGlob || !(await addFolder(resolve(base === "" ? "." : base), glob))) missing.push(arg);
    }
  }
  return {
    ...{ targets: [...targets.values()], skipped: unique(skipped), missing, unsupported },
    roots: [...folders.values()],
    covers: (path) => covering.some((covers) => covers(path)),
  };
}

/** A link that leads nowhere is there, though nothing can be said of it. */
async function isListed(files: FileSystem, path: string): Promise<boolean> {
  const parent = parentOf(path);
  const entries = parent === undefined ? undefined : await files.list(parent);
  return entries?.some(({ name }) => joinPath(parent ?? "", name) === path) ?? false;
}

function unique(skipped: readonly SkippedFile[]): SkippedFile[] {
  return [...new Map(skipped.map((entry) => [entry.path, entry])).values()];
}
