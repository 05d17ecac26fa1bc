import { fileFacts } from "../semantics/facts.js";
import type { Workspace, WorkspaceFacts } from "../semantics/workspace.js";
import type { FormModule, Language } from "../syntax/form.js";
import type { Configs } from "./configs.js";
import { readTorchVersion } from "./dependencies.js";
import type { FileSystem } from "./file-system.js";
import { openFolders } from "./folders.js";
import { importKey } from "./imports.js";
import { languageOf } from "./languages.js";
import { resolveImport } from "./resolve-import.js";
import type { Root } from "./roots.js";
import { openSources, type Source, type Unread } from "./sources.js";
import { walk } from "./walk.js";

/** The files under one root, as the analysis of one of them sees the others. */
export interface ProjectWorkspace extends Workspace {
  /** Reads and parses a file, or says why it cannot be read. */
  load(path: string): Promise<Source | Unread>;
  /** Takes a text that is newer than the file's, such as an open document's. */
  put(path: string, form: FormModule): void;
  /** Reads what a file imports, directly and through others, so that `resolve` can answer at once. */
  prepare(path: string): Promise<void>;
  /**
   * Reads the whole root for the facts about it that files of one language state, once.
   * Until then they hold what the files loaded so far say.
   */
  readFacts(language: Language): Promise<void>;
  /** Drops what is known of a file that was changed or deleted. */
  forget(path: string): void;
}

export interface WorkspaceOptions {
  readonly files: FileSystem;
  readonly configs: Configs;
  readonly root: Root;
  /** From an absolute path to the path that documents and findings carry, and back. The same path when left out. */
  readonly names?: { readonly toName: (path: string) => string; readonly toPath: (name: string) => string };
}

/** How far imports are followed from one file: the nearest ones matter most, and a large package imports all of itself. */
const mostImports = 32;
/** How many files of a root are read for its facts. */
const mostFactFiles = 20_000;
/** In UTF-16 units of source text; together with its trees this is about 80 MB. */
const mostKept = 4_000_000;
const readAhead = 8;

export function openWorkspace({ files, configs, root, names = sameNames }: WorkspaceOptions): ProjectWorkspace {
  const baselineFiles = new Set<string>();
  const seededIn = new Map<string, Set<string>>();
  const facts: { -readonly [K in keyof WorkspaceFacts]: WorkspaceFacts[K] } = {
    torchAtLeast: undefined,
    baselineFiles,
    seededIn,
  };
  let folders = openFolders(files);
  const targets = new Map<string, ReadonlyMap<string, string>>();

  const forgetFacts = (path: string): void => {
    const name = names.toName(path);
    baselineFiles.delete(name);
    for (const seeded of seededIn.values()) seeded.delete(name);
  };

  const noteFacts = ({ path, form }: Source): void => {
    forgetFacts(path);
    const { evaluatesBaseline, seeds } = fileFacts(form);
    const name = names.toName(path);
    if (evaluatesBaseline) baselineFiles.add(name);
    for (const library of seeds) {
      const seeded = seededIn.get(library) ?? new Set();
      seededIn.set(library, seeded.add(name));
    }
  };

  const sources = openSources({ files, configs, maxKept: mostKept, onLoaded: noteFacts });

  const targetsOf = async (source: Source): Promise<ReadonlyMap<string, string>> => {
    const known = targets.get(source.path);
    if (known !== undefined) return known;
    const found = new Map<string, string>();
    for (const imported of source.imports) {
      const path = await resolveImport(source.path, imported, source.form.language, root.folder, folders);
      if (path !== undefined) found.set(importKey(imported.module, imported.level), path);
    }
    targets.set(source.path, found);
    return found;
  };

  /** What fails on a file that another one is seen with is told when that file is checked itself. */
  const tryLoad = (path: string): Promise<Source | undefined> =>
    sources.load(path).then(
      (source) => ("form" in source ? source : undefined),
      () => undefined,
    );

  const prepare = async (path: string): Promise<void> => {
    const reached = new Set([path]);
    for (const next of reached) {
      const source = sources.peek(next) ?? (await tryLoad(next));
      if (source === undefined) continue;
      for (const target of (await targetsOf(source)).values()) {
        if (reached.size <= mostImports) reached.add(target);
      }
    }
  };

  const readFacts = async (language: Language): Promise<void> => {
    facts.torchAtLeast ??= await readTorchVersion(files, root.folder);
    // Else the folder may be a home folder, or the root of the file system.
    if (!root.isProject) return;
    const pending: Promise<unknown>[] = [];
    let count = 0;
    for await (const path of walk(root.folder, { files, configs, onSkipped: () => undefined })) {
      if (languageOf(path) !== language) continue;
      if (count++ >= mostFactFiles) break;
      pending.push(tryLoad(path));
      if (pending.length >= readAhead) await pending.shift();
    }
    await Promise.all(pending);
  };

  const factsRead = new Map<Language, Promise<void>>();

  return {
    facts,
    text: (name) => sources.peek(names.toPath(name))?.form.text,
    resolve: (from, module, level) => {
      const path = targets.get(names.toPath(from))?.get(importKey(module, level));
      const source = path === undefined ? undefined : sources.peek(path);
      return source === undefined ? undefined : { path: names.toName(source.path), form: source.form };
    },
    load: sources.load,
    put: (path, form) => {
      targets.delete(path);
      sources.put(path, form);
    },
    prepare,
    readFacts: (language) => {
      const reading = factsRead.get(language) ?? readFacts(language);
      factsRead.set(language, reading);
      return reading;
    },
    forget: (path) => {
      sources.forget(path);
      forgetFacts(path);
      // The file may have come or gone, which can change where any import leads.
      targets.clear();
      folders = openFolders(files);
    },
  };
}

const sameNames = { toName: (path: string) => path, toPath: (name: string) => name };
