import type { FileSystem } from "./file-system.js";
import { joinPath, parentOf } from "./paths.js";

/** The project that a file belongs to. */
export interface Root {
  readonly folder: string;
  /** False when nothing says that the folder is one project, so that it may be anything, a home folder for instance. */
  readonly isProject: boolean;
}

export interface Roots {
  /** The nearest folder, from this one upwards, that holds `.preflight` or `.git`; else `otherwise`. */
  of(folder: string, otherwise: Root): Promise<Root>;
}

/** Finds roots, looking into each folder once. */
export function openRoots(files: FileSystem): Roots {
  const known = new Map<string, Promise<string | undefined>>();

  const find = async (folder: string): Promise<string | undefined> => {
    for (const marker of [".preflight", ".git"]) {
      if ((await files.stat(joinPath(folder, marker))) !== undefined) return folder;
    }
    const parent = parentOf(folder);
    return parent === undefined ? undefined : marked(parent);
  };

  const marked = (folder: string): Promise<string | undefined> => {
    let found = known.get(folder);
    if (found === undefined) known.set(folder, (found = find(folder)));
    return found;
  };

  return {
    of: async (folder, otherwise) => {
      const found = await marked(folder);
      return found === undefined ? otherwise : { folder: found, isProject: true };
    },
  };
}
