import type { FileSystem } from "./file-system.js";
import { nameOf, parentOf } from "./paths.js";

/** Which files are where, each folder listed once: an import is looked for in many places, most of which are empty. */
export interface Folders {
  hasFile(folder: string, name: string): Promise<boolean>;
  isFile(path: string): Promise<boolean>;
}

export function openFolders(files: FileSystem): Folders {
  const known = new Map<string, Promise<ReadonlyMap<string, string>>>();

  const list = async (folder: string): Promise<ReadonlyMap<string, string>> => {
    // A folder that does not exist is not asked for when its parent is known not to hold it.
    const parent = parentOf(folder);
    if (parent !== undefined && known.has(parent)) {
      const type = (await entriesOf(parent)).get(nameOf(folder));
      if (type !== "directory" && type !== "other") return new Map();
    }
    return new Map((await files.list(folder))?.map(({ name, type }) => [name, type]));
  };

  const entriesOf = (folder: string): Promise<ReadonlyMap<string, string>> => {
    let entries = known.get(folder);
    if (entries === undefined) known.set(folder, (entries = list(folder)));
    return entries;
  };

  const hasFile = async (folder: string, name: string): Promise<boolean> => {
    const type = (await entriesOf(folder)).get(name);
    // A link may lead to a file; reading it will tell.
    return type === "file" || type === "other";
  };

  return {
    hasFile,
    isFile: (path) => {
      const parent = parentOf(path);
      return parent === undefined ? Promise.resolve(false) : hasFile(parent, nameOf(path));
    },
  };
}
