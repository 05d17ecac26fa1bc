import type { FileSystem } from "../../file-system.js";
import { joinPath } from "../../paths.js";

/** Files of a project that nobody walks to, by paths from its root. */
export interface ReportFiles {
  /** What a folder holds, in order; nothing where there is none, and after too many folders. */
  readonly list: (folder: string) => Promise<readonly Entry[]>;
  /** The bytes of a file; undefined when it is not there. What is larger than `most` throws. */
  readonly bytes: (path: string, most: number) => Promise<Uint8Array | undefined>;
  readonly text: (path: string, most: number) => Promise<string | undefined>;
}

export interface Entry {
  readonly name: string;
  readonly type: "file" | "directory" | "other";
}

export function reportFiles(files: FileSystem, root: string): ReportFiles {
  let lists = 0;
  const bytes = async (path: string, most: number): Promise<Uint8Array | undefined> => {
    const full = joinPath(root, path);
    const stat = await files.stat(full);
    if (stat?.type !== "file") return undefined;
    if (stat.size > most) throw new Error("it is too large to be read");
    return files.read(full);
  };
  return {
    list: async (folder) => {
      if (lists++ >= mostLists) return [];
      const entries = (await files.list(joinPath(root, folder))) ?? [];
      return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1)).slice(0, mostEntries);
    },
    bytes,
    text: async (path, most) => {
      const found = await bytes(path, most);
      return found === undefined ? undefined : new TextDecoder().decode(found);
    },
  };
}

const mostLists = 1000;
const mostEntries = 5000;
