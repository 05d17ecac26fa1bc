import { type CiFiles, openCiFiles } from "../../ci/ci-files.js";
import type { FileSystem } from "../../file-system.js";
import { within } from "../../paths.js";
import { isForeign } from "../foreign.js";
import { type FactSource, largestConfiguration, type UnreadFile } from "../fact-source.js";

/** The folder in which the project seems to lie for what reads absolute paths. */
export const virtualRoot = "/project";

/** A project while its pipelines are read. */
export interface PipelineProject {
  readonly source: FactSource;
  readonly files: ReadonlySet<string>;
  /** The same files for what reads commands, by absolute paths below `virtualRoot`. */
  readonly ciFiles: CiFiles;
  readonly unreadable: UnreadFile[];
  /** The paths that a system's files may have. */
  pathsLike(name: RegExp): readonly string[];
  /** The text of a file, with plain line ends; what cannot be read is noted. */
  text(path: string): Promise<string | undefined>;
}

export function openPipelineProject(source: FactSource): PipelineProject {
  const files = new Set(source.paths);
  const unreadable: UnreadFile[] = [];
  return {
    source,
    files,
    ciFiles: openCiFiles(fileSystemOf(source, files), virtualRoot),
    unreadable,
    pathsLike: (name) => source.paths.filter((path) => name.test(path) && !isForeign(path)),
    text: async (path) => {
      const text = await source.read(path);
      if (text === undefined) unreadable.push({ path, reason: "it cannot be read" });
      else if (text.length > largestConfiguration) unreadable.push({ path, reason: "it is too large to be read" });
      else return text.replace(/\r\n?/g, "\n");
      return undefined;
    },
  };
}

/** Only what lies in the project is there; sizes are not known before a file is read. */
function fileSystemOf({ paths, read }: FactSource, files: ReadonlySet<string>): FileSystem {
  const folders = new Map<string, Map<string, "file" | "directory">>();
  for (const path of paths) {
    const parts = path.split("/");
    parts.forEach((name, index) => {
      const folder = parts.slice(0, index).join("/");
      const names = folders.get(folder) ?? new Map<string, "file" | "directory">();
      names.set(name, index === parts.length - 1 ? "file" : "directory");
      folders.set(folder, names);
    });
  }
  const encoder = new TextEncoder();
  return {
    read: async (path) => {
      const inner = within(virtualRoot, path);
      const text = inner === undefined ? undefined : await read(inner);
      return text === undefined || text.length > largestConfiguration ? undefined : encoder.encode(text);
    },
    stat: (path) => {
      const inner = within(virtualRoot, path);
      if (inner === undefined) return Promise.resolve(undefined);
      if (files.has(inner)) return Promise.resolve({ type: "file", size: 0 });
      return Promise.resolve(folders.has(inner) ? { type: "directory", size: 0 } : undefined);
    },
    list: (path) => {
      const names = folders.get(within(virtualRoot, path) ?? "..");
      return Promise.resolve(names === undefined ? undefined : [...names].map(([name, type]) => ({ name, type })));
    },
  };
}
