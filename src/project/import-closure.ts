import type { Folders } from "./folders.js";
import { importKey } from "./imports.js";
import { languageOf } from "./languages.js";
import { resolveImport } from "./resolve-import.js";
import type { FileSummary } from "./summary.js";

/** Where the imports of files lead, remembered until texts change or files come and go. */
export interface ImportLinks {
  /** The file that an import in `from` names, when `from` was reached before. */
  target(from: string, module: string, level: number): string | undefined;
  /** The files that a file is seen with: itself, then what it imports, the nearest first. */
  reach(path: string): Promise<ReadonlySet<string>>;
  /** A file's text is another one now. */
  changed(path: string): void;
  /** Files came or went, which can change where any import leads. */
  moved(folders: Folders): void;
}

/** How far imports are followed from one file: the nearest ones matter most, and a large package imports all of itself. */
const mostImports = 32;
/** How often a name is handed on from one package to the next. */
const mostHops = 6;

export function openImportLinks(
  root: string,
  firstFolders: Folders,
  summaryOf: (path: string) => Promise<FileSummary | undefined>,
): ImportLinks {
  const targets = new Map<string, ReadonlyMap<string, string>>();
  const needs = new Map<string, readonly string[]>();
  let folders = firstFolders;

  const link = async (path: string, { imports }: FileSummary): Promise<ReadonlyMap<string, string>> => {
    const known = targets.get(path);
    if (known !== undefined) return known;
    const found = new Map<string, string>();
    const language = languageOf(path) ?? "python";
    for (const imported of imports) {
      const target = await resolveImport(path, imported, language, root, folders);
      if (target !== undefined) found.set(importKey(imported.module, imported.level), target);
    }
    targets.set(path, found);
    return found;
  };

  /** Adds the files on the way to where a name is defined: `from ours import Net`, which `ours` has from `.nets.small`. */
  const addDefinition = async (path: string, name: string, into: Set<string>, hops: number): Promise<boolean> => {
    const summary = hops > mostHops ? undefined : await summaryOf(path);
    if (summary === undefined) return false;
    const symbol = summary.symbols.get(name);
    if (symbol !== undefined && symbol.kind !== "import") {
      into.add(path);
      return true;
    }
    const links = await link(path, summary);
    for (const { module, level } of symbol === undefined ? summary.handedOn : [symbol]) {
      const wanted = symbol === undefined ? name : symbol.name;
      const target = links.get(importKey(module, level));
      if (target === undefined || wanted === undefined || target === path) continue;
      into.add(path);
      if (await addDefinition(target, wanted, into, hops + 1)) return true;
    }
    return false;
  };

  /** What a file imports itself: the definitions of names before the rest of the modules that hand them on. */
  const needsOf = async (path: string): Promise<readonly string[]> => {
    const known = needs.get(path);
    if (known !== undefined) return known;
    const found = new Set<string>();
    const summary = await summaryOf(path);
    const links = summary === undefined ? undefined : await link(path, summary);
    for (const { module, level, names } of summary?.imports ?? []) {
      const target = links?.get(importKey(module, level));
      if (target === undefined) continue;
      for (const name of names) if (found.size < mostImports) await addDefinition(target, name, found, 0);
      found.add(target);
    }
    const list = [...found];
    needs.set(path, list);
    return list;
  };

  return {
    target: (from, module, level) => targets.get(from)?.get(importKey(module, level)),
    reach: async (path) => {
      const reached = new Set([path]);
      for (const next of reached) {
        // Where no more are taken, it is still asked where the imports of those that were lead.
        const isFull = reached.size > mostImports;
        const summary = isFull ? await summaryOf(next) : undefined;
        if (summary !== undefined) await link(next, summary);
        for (const need of isFull ? [] : await needsOf(next)) {
          if (reached.size > mostImports) break;
          reached.add(need);
        }
      }
      return reached;
    },
    changed: (path) => {
      targets.delete(path);
      needs.clear();
    },
    moved: (current) => {
      targets.clear();
      needs.clear();
      folders = current;
    },
  };
}
