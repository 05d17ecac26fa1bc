import { type Dirent, readdirSync, readFileSync, type Stats, statSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import type { FileSystem } from "../project/file-system.js";

type FileType = "file" | "directory" | "other";

/** The disk. Nobody waits for anything else here, and thousands of small files cost a fraction of the time when they are read at once. */
export const nodeFileSystem: FileSystem = {
  read: (path) => attempt<Uint8Array>(() => readFileSync(path)),
  stat: async (path) => {
    const found = await attempt(() => statSync(path, { throwIfNoEntry: false }));
    return found === undefined ? undefined : { type: typeOf(found), size: found.size };
  },
  list: async (path) => {
    const entries = await attempt(() => readdirSync(path, { withFileTypes: true }));
    return entries?.map((entry) => ({ name: entry.name, type: typeOf(entry) }));
  },
};

function typeOf(entry: Dirent | Stats): FileType {
  if (entry.isFile()) return "file";
  return entry.isDirectory() ? "directory" : "other";
}

/** In milliseconds. */
const slice = 10;
let turned = performance.now();

/** What the system refuses is undefined to the callers, who say what they make of it. */
async function attempt<T>(action: () => T): Promise<T | undefined> {
  // Signals, and messages of threads, have their turn now and then.
  if (performance.now() - turned > slice) {
    await setImmediate();
    turned = performance.now();
  }
  try {
    return action();
  } catch (error) {
    if (error instanceof Error && "code" in error) return undefined;
    throw error;
  }
}
