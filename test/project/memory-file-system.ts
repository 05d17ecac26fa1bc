import type { FileSystem } from "../../src/project/file-system.js";

/** What stands at a path: a text, bytes, or something that is neither file nor folder and cannot be read. */
export type MemoryFile = string | Uint8Array | typeof unreadable;

export const unreadable = Symbol("unreadable");

/** A file system of a few files. Folders are there as far as files need them. */
export function memoryFileSystem(files: Readonly<Record<string, MemoryFile>>): FileSystem & {
  /** Every path that was read, once for each time. */
  readonly reads: readonly string[];
} {
  const reads: string[] = [];
  const bytesOf = (path: string): Uint8Array | undefined => {
    const file = files[path];
    if (file === undefined || file === unreadable) return undefined;
    return typeof file === "string" ? new TextEncoder().encode(file) : file;
  };
  const below = (folder: string): string[] => {
    const prefix = folder.endsWith("/") ? folder : `${folder}/`;
    return Object.keys(files).flatMap((path) => (path.startsWith(prefix) ? [path.slice(prefix.length)] : []));
  };
  return {
    reads,
    read: (path) => {
      reads.push(path);
      return Promise.resolve(bytesOf(path));
    },
    stat: (path) => {
      const bytes = bytesOf(path);
      if (bytes !== undefined) return Promise.resolve({ type: "file", size: bytes.length });
      return Promise.resolve(below(path).length > 0 ? { type: "directory", size: 0 } : undefined);
    },
    list: (path) => {
      const names = new Map(
        below(path).map((rest) => {
          const [name = "", ...more] = rest.split("/");
          const file = files[`${path === "/" ? "" : path}/${name}`];
          const type = more.length > 0 ? "directory" : file === unreadable ? "other" : "file";
          return [name, type] as const;
        }),
      );
      return Promise.resolve(names.size === 0 ? undefined : [...names].map(([name, type]) => ({ name, type })));
    },
  };
}
