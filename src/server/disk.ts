import type { Dirent, Stats } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import type { FileSystem } from "../project/file-system.js";

/** The disk, with the texts of open documents in place of the files that they will be saved to. */
export function openDisk(openText: (path: string) => string | undefined): FileSystem {
  return {
    read: (path) => {
      const text = openText(path);
      if (text !== undefined) return Promise.resolve(new TextEncoder().encode(text));
      return attempt<Uint8Array>(() => readFile(path));
    },
    stat: async (path) => {
      const found = await attempt(() => stat(path));
      return found === undefined ? undefined : { type: typeOf(found), size: found.size };
    },
    list: async (path) => {
      const entries = await attempt(() => readdir(path, { withFileTypes: true }));
      return entries?.map((entry) => ({ name: entry.name, type: typeOf(entry) }));
    },
  };
}

function typeOf(entry: Dirent | Stats): "file" | "directory" | "other" {
  if (entry.isFile()) return "file";
  return entry.isDirectory() ? "directory" : "other";
}

/** What the system refuses is undefined to the callers, who say what they make of it. */
async function attempt<T>(action: () => Promise<T>): Promise<T | undefined> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof Error && "code" in error) return undefined;
    throw error;
  }
}
