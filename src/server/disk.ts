import { closeSync, constants, type Dirent, openSync, readdirSync, readFileSync, type Stats, statSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { setImmediate } from "node:timers/promises";
import type { FileSystem } from "../project/file-system.js";

/** The disk, with the texts of open documents in place of the files that they will be saved to. */
export function openDisk(openText: (path: string) => string | undefined): FileSystem {
  return {
    read: (path) => {
      const text = openText(path);
      if (text !== undefined) return Promise.resolve(new TextEncoder().encode(text));
      return attempt<Uint8Array>(() => readFile(path));
    },
    stat: async (path) => statOf(await attempt(() => stat(path))),
    list: async (path) => entriesOf(await attempt(() => readdir(path, { withFileTypes: true }))),
  };
}

/**
 * The disk, for a thread that nobody waits for at the moment: thousands of small files cost a fraction of the time when
 * they are read at once.
 */
export function openDiskAtOnce(): FileSystem {
  let turned = performance.now();
  const atOnce = async <T>(action: () => T): Promise<T> => {
    // Messages have their turn now and then.
    if (performance.now() - turned > slice) {
      await setImmediate();
      turned = performance.now();
    }
    return action();
  };
  return {
    read: (path) => attempt<Uint8Array>(() => atOnce(() => readWithoutWaiting(path))),
    stat: async (path) => statOf(await attempt(() => atOnce(() => statSync(path, { throwIfNoEntry: false })))),
    list: async (path) => entriesOf(await attempt(() => atOnce(() => readdirSync(path, { withFileTypes: true })))),
  };
}

/** In milliseconds. */
const slice = 10;

/** What a named pipe holds comes only when somebody writes to it. Where a system has no such flag, it counts for nothing. */
function readWithoutWaiting(path: string): Uint8Array {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

function statOf(found: Stats | undefined): Awaited<ReturnType<FileSystem["stat"]>> {
  return found === undefined ? undefined : { type: typeOf(found), size: found.size };
}

function entriesOf(entries: readonly Dirent[] | undefined): Awaited<ReturnType<FileSystem["list"]>> {
  return entries?.map((entry) => ({ name: entry.name, type: typeOf(entry) }));
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
