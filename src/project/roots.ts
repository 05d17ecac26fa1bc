import type { FileSystem } from "./file-system.js";
import { joinPath, upwards } from "./paths.js";

/** The project that a file belongs to. */
export interface Root {
  readonly folder: string;
  /** False when nothing says that the folder is one project, so that it may be anything, a home folder for instance. */
  readonly isProject: boolean;
}

/** The nearest folder, from this one upwards, that holds `.preflight` or `.git`; else `otherwise`. */
export async function findRoot(files: FileSystem, folder: string, otherwise: Root): Promise<Root> {
  for (const candidate of upwards(folder)) {
    for (const marker of [".preflight", ".git"]) {
      if ((await files.stat(joinPath(candidate, marker))) !== undefined) return { folder: candidate, isProject: true };
    }
  }
  return otherwise;
}
