import type { FileSystem } from "./file-system.js";
import { joinPath, nameOf, parentOf, within } from "./paths.js";

/** What a commit holds at a path. */
export interface TreeEntry {
  /** From the top of the repository, with forward slashes. */
  readonly path: string;
  readonly kind: "file" | "link" | "submodule";
  readonly object: string;
  /** Undefined when the object is not there, as in a clone that left some out. */
  readonly size: number | undefined;
}

/** Reads what `git ls-tree -r -z -l` prints. */
export function readTree(output: Uint8Array): readonly TreeEntry[] {
  return new TextDecoder()
    .decode(output)
    .split("\0")
    .flatMap((line): TreeEntry[] => {
      const found = /^(\d+) \w+ ([0-9a-f]+) +(\S+)\t(.+)$/s.exec(line);
      if (found === null) return [];
      const [, mode = "", object = "", size = "", path = ""] = found;
      const kind = mode === "160000" ? "submodule" : mode === "120000" ? "link" : "file";
      return [{ path, kind, object, size: /^\d+$/.test(size) ? Number(size) : undefined }];
    });
}

/**
 * The files of a commit as if they lay on the disk in place of those that are there. What lies outside of the repository,
 * and what git keeps for itself, is the disk's. Of links, those to files of the commit lead somewhere.
 */
export function treeFileSystem(
  top: string,
  entries: readonly TreeEntry[],
  readObject: (object: string) => Promise<Uint8Array | undefined>,
  disk: FileSystem,
): FileSystem {
  const files = new Map<string, TreeEntry>();
  const folders = new Map<string, Map<string, "file" | "directory" | "other">>([[top, new Map()]]);
  const namesIn = (folder: string): Map<string, "file" | "directory" | "other"> => {
    const known = folders.get(folder);
    if (known !== undefined) return known;
    const names = new Map<string, "file" | "directory" | "other">();
    folders.set(folder, names);
    const parent = parentOf(folder);
    if (parent !== undefined) namesIn(parent).set(nameOf(folder), "directory");
    return names;
  };
  for (const entry of entries) {
    const path = joinPath(top, entry.path);
    if (entry.kind === "submodule") namesIn(path);
    else {
      files.set(path, entry);
      namesIn(parentOf(path) ?? top).set(nameOf(path), entry.kind === "file" ? "file" : "other");
    }
  }

  const isInTree = (path: string): boolean =>
    within(top, path) !== undefined && within(joinPath(top, ".git"), path) === undefined;

  const readEntry = async ({ object, size }: TreeEntry): Promise<Uint8Array | undefined> =>
    size === undefined || size > largestObject ? undefined : readObject(object);

  /** What stands at a path, behind links. */
  const find = async (path: string, links = 0): Promise<TreeEntry | "directory" | undefined> => {
    if (folders.has(path)) return "directory";
    const entry = files.get(path);
    if (entry?.kind !== "link") return entry;
    const target = new TextDecoder().decode(await readEntry(entry));
    const isElsewhere = target === "" || target.startsWith("/") || links >= mostLinks;
    return isElsewhere ? undefined : find(joinPath(parentOf(path) ?? top, target), links + 1);
  };

  return {
    read: async (path) => {
      if (!isInTree(path)) return disk.read(path);
      const entry = await find(path);
      return entry === undefined || entry === "directory" ? undefined : readEntry(entry);
    },
    stat: async (path) => {
      if (!isInTree(path)) return disk.stat(path);
      const entry = await find(path);
      if (entry === "directory") return { type: "directory", size: 0 };
      return entry === undefined ? undefined : { type: "file", size: entry.size ?? 0 };
    },
    list: (path) => {
      if (!isInTree(path)) return disk.list(path);
      const names = folders.get(path);
      return Promise.resolve(names && [...names].map(([name, type]) => ({ name, type })));
    },
  };
}

/** What is larger is data, which nothing here reads. */
const largestObject = 64_000_000;
const mostLinks = 10;
