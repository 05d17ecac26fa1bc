import type { FormModule } from "../../syntax/form.js";
import type { FileSystem } from "../file-system.js";
import { parseSource } from "../parse.js";
import { joinPath, within } from "../paths.js";
import { json, toml } from "../structured.js";
import type { Fault } from "./model.js";
import { readYamlTrees, type Tree } from "./yaml-tree.js";

/** The files that continuous integration and the tools it calls are told by, each read once. */
export interface CiFiles {
  readonly root: string;
  text(path: string): Promise<string | undefined>;
  yaml(path: string): Promise<readonly Tree[]>;
  toml(path: string): Promise<unknown>;
  json(path: string): Promise<unknown>;
  python(path: string): Promise<FormModule | undefined>;
  /** Names in a folder, in order; empty when there is no such folder. */
  names(path: string): Promise<readonly { readonly name: string; readonly type: "file" | "directory" | "other" }[]>;
  isFile(path: string): Promise<boolean>;
  isFolder(path: string): Promise<boolean>;
  /** The first of some names that is a file in a folder. */
  firstIn(folder: string, names: readonly string[]): Promise<string | undefined>;
  readonly faults: () => readonly Fault[];
}

/** What is larger than this is no configuration that someone wrote. */
const largestFile = 1_000_000;

export function openCiFiles(files: FileSystem, root: string): CiFiles {
  const faults: Fault[] = [];
  const texts = new Map<string, Promise<string | undefined>>();

  const readText = async (path: string): Promise<string | undefined> => {
    // Whatever a configuration names, nothing outside the project is read.
    if (within(root, path) === undefined) return undefined;
    const stat = await files.stat(path);
    if (stat?.type !== "file") return undefined;
    if (stat.size > largestFile) {
      faults.push({ path, line: undefined, reason: "too-large", detail: `${stat.size} bytes` });
      return undefined;
    }
    const bytes = await files.read(path);
    if (bytes === undefined) {
      faults.push({ path, line: undefined, reason: "unreadable", detail: "it cannot be read" });
      return undefined;
    }
    return new TextDecoder().decode(bytes).replace(/\r\n?/g, "\n");
  };

  const text = (path: string) => once(texts, path, readText);

  const isFile = async (path: string): Promise<boolean> =>
    within(root, path) !== undefined && (await files.stat(path))?.type === "file";

  /** Reads a file in some way, once. `read` gives undefined for a text that is not what it should be. */
  const reader = <T>(read: (content: string, path: string) => T | Promise<T>, none: T) => {
    const known = new Map<string, Promise<T>>();
    return (path: string): Promise<T> =>
      once(known, path, async () => {
        const content = await text(path);
        return content === undefined ? none : read(content, path);
      });
  };

  const structured = (parse: (content: string) => unknown) =>
    reader<unknown>((content, path) => {
      const value = parse(content);
      if (value === undefined) {
        faults.push({ path, line: undefined, reason: "malformed", detail: "its own tool would refuse it" });
      }
      return value;
    }, undefined);

  return {
    root,
    text,
    yaml: reader<readonly Tree[]>((content, path) => {
      const { trees, faults: found } = readYamlTrees(content, path);
      faults.push(...found);
      return trees;
    }, []),
    toml: structured(toml),
    json: structured(json),
    python: reader<FormModule | undefined>((content, path) => parseSource(content, path, "python"), undefined),
    names: async (path) => {
      const entries = within(root, path) === undefined ? undefined : await files.list(path);
      return (entries ?? []).toSorted((a, b) => (a.name < b.name ? -1 : 1));
    },
    isFile,
    isFolder: async (path) => within(root, path) !== undefined && (await files.stat(path))?.type === "directory",
    firstIn: async (folder, names) => {
      for (const name of names) {
        const path = joinPath(folder, name);
        if (await isFile(path)) return path;
      }
      return undefined;
    },
    faults: () => faults,
  };
}

function once<T>(known: Map<string, Promise<T>>, path: string, read: (path: string) => Promise<T>): Promise<T> {
  const promise = known.get(path) ?? read(path);
  known.set(path, promise);
  return promise;
}
