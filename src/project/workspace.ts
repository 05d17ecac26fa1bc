import { type FileFacts, mayStateFacts, noFacts } from "../semantics/facts.js";
import type { Workspace, WorkspaceFacts } from "../semantics/workspace.js";
import type { FormModule, Language } from "../syntax/form.js";
import type { Configs } from "./configs.js";
import { readTorchVersion } from "./dependencies.js";
import { type Change, noChange, openFileIndex, sameFacts } from "./file-index.js";
import type { FileSystem } from "./file-system.js";
import { openFolders } from "./folders.js";
import { openImportLinks } from "./import-closure.js";
import { languageOf } from "./languages.js";
import { parseFile } from "./parse.js";
import { openProjectFacts } from "./project-facts.js";
import type { Names } from "./root-names.js";
import type { Root } from "./roots.js";
import { openSources, type Source, type Unread } from "./sources.js";
import { linksAlike, summaryOf } from "./summary.js";
import { openTorchVersions } from "./torch-versions.js";
import type { VersionBound } from "./version-bounds.js";
import { filesForFacts } from "./files-for-facts.js";

/** The files under one root, as the analysis of one of them sees the others. */
export interface ProjectWorkspace extends Workspace {
  /** Reads and parses a file, or says why it cannot be read. */
  load(path: string): Promise<Source | Unread>;
  /**
   * The parsed file for a look at it alone: as it is kept, or read again without being kept where there is no room;
   * undefined when it cannot be read, or when `mayTell` says of its text that it is not worth parsing.
   */
  glance(path: string, mayTell: (text: string) => boolean): Promise<FormModule | undefined>;
  /** Takes a text that is newer than the file's, such as an open document's. */
  put(path: string, form: FormModule): Change;
  /** Reads what a file imports, directly and through others, so that `resolve` can answer at once. */
  prepare(path: string): Promise<void>;
  /** As a file sees it that was prepared: with the versions of the project nearest to it, of several under the root. */
  seenFrom(path: string): Workspace;
  /** The least torch version that the project nearest to a file allows. */
  torchAround(path: string): Promise<VersionBound | undefined>;
  /**
   * Reads the whole root for the facts about it that files of one language state, once; other files of it can be named beside them.
   * Until then they hold what the files loaded so far say. `onFile` is told how many were read.
   */
  readFacts(language: Language, others?: readonly string[], onFile?: (count: number) => void): Promise<void>;
  /** What a file states; parsed only when its text may state anything, or when there is room to keep it. */
  factsOf(path: string): Promise<FileFacts>;
  /** Takes the facts of the root from someone who has read it; nothing is read for them then. */
  useFacts(facts: WorkspaceFacts): void;
  /** Reads again which versions the dependency files ask for. */
  readVersions(): Promise<void>;
  /** Brings up to date what is known of a file that came, changed or went. One whose content is the same costs no parsing. */
  refresh(path: string): Promise<Change>;
  /** Of some files that were prepared, those that see another one, or see otherwise after files came and went. */
  dependents(prepared: readonly string[], path: string): Promise<readonly string[]>;
}

export interface WorkspaceOptions {
  readonly files: FileSystem;
  readonly configs: Configs;
  readonly root: Root;
  /** From an absolute path to the path that documents and findings carry, and back. The same path when left out. */
  readonly names?: Names;
  /** How much source text is kept parsed, in UTF-16 units. */
  readonly maxKept?: number;
}

/** Together with its trees this is about 80 MB. */
const mostKept = 4_000_000;
const readAhead = 8;

export function openWorkspace(options: WorkspaceOptions): ProjectWorkspace {
  const { files, configs, root, names = sameNames, maxKept = mostKept } = options;
  let given: WorkspaceFacts | undefined;
  const own = openProjectFacts();
  const index = openFileIndex((path, stated) => own.set(names.toName(path), stated));
  const isRead = new Set<Language>();

  const note = ({ path, form, summary }: Source): Change => index.note(path, form.text, summary);
  const sources = openSources({
    files,
    configs,
    maxKept,
    onLoaded: (source) => {
      // Once the root was read, a file that is no part of it (an ignored one, say) adds nothing to its facts.
      if (!isRead.has(source.form.language) || index.has(source.path)) note(source);
    },
  });

  /** What fails on a file that another one is seen with is told when that file is checked itself. */
  const tryLoad = (path: string): Promise<Source | undefined> =>
    sources.load(path).then(
      (source) => ("form" in source ? source : undefined),
      () => undefined,
    );

  const links = openImportLinks(
    root.folder,
    openFolders(files),
    async (path) => index.summary(path) ?? sources.peek(path)?.summary ?? (await tryLoad(path))?.summary,
  );
  const reached = new Map<string, ReadonlySet<string>>();
  const reach = async (path: string): Promise<ReadonlySet<string>> => {
    const found = await links.reach(path);
    reached.set(path, found);
    return found;
  };

  const factsOf = async (path: string): Promise<FileFacts> => {
    if (index.has(path)) return index.summary(path)?.facts ?? noFacts;
    if (sources.hasRoom()) return (await tryLoad(path))?.summary.facts ?? noFacts;
    const decoded = await sources.readText(path);
    if (!("text" in decoded)) return noFacts;
    const { text } = decoded;
    // What is parsed now is dropped again: files that are kept already are needed sooner.
    const form = mayStateFacts(text) ? await parseFile(text, path) : undefined;
    const summary = form !== undefined && "body" in form ? summaryOf(form) : undefined;
    index.note(path, text, summary);
    return summary?.facts ?? noFacts;
  };

  const versions = openTorchVersions(files, root.folder);

  const readVersions = async (): Promise<void> => {
    const version = await readTorchVersion(files, root.folder);
    // Both at once: a check that runs meanwhile sees the files either as they were or as they are.
    versions.forget();
    own.setTorch(version);
  };

  const resolve: Workspace["resolve"] = (from, module, level) => {
    const path = links.target(names.toPath(from), module, level);
    const source = path === undefined ? undefined : sources.peek(path);
    return source === undefined ? undefined : { path: names.toName(source.path), form: source.form };
  };

  const text: Workspace["text"] = (name) => sources.peek(names.toPath(name))?.form.text;

  const readFacts = async (language: Language, others: readonly string[], onFile: (count: number) => void) => {
    if (own.facts.torch === undefined) await readVersions();
    const pending: Promise<unknown>[] = [];
    let count = 0;
    for await (const path of filesForFacts(root, language, others, { files, configs })) {
      pending.push(factsOf(path).catch(() => noFacts));
      if (pending.length >= readAhead) await pending.shift();
      onFile(++count);
    }
    await Promise.all(pending);
    isRead.add(language);
  };

  const reading = new Map<Language, Promise<void>>();

  const glance = async (path: string, mayTell: (text: string) => boolean): Promise<FormModule | undefined> => {
    const kept = sources.peek(path) ?? (sources.hasRoom() ? await tryLoad(path) : undefined);
    if (kept !== undefined) return mayTell(kept.form.text) ? kept.form : undefined;
    const decoded = await sources.readText(path);
    if (!("text" in decoded) || !mayTell(decoded.text)) return undefined;
    const form = await parseFile(decoded.text, path);
    return "body" in form ? form : undefined;
  };

  return {
    glance,
    get facts() {
      return given ?? own.facts;
    },
    useFacts: (facts) => {
      given = facts;
    },
    text,
    resolve,
    load: sources.load,
    put: (path, form) => {
      // Of a file that nobody has seen before, it is not known yet which imports lead to it.
      if (!index.has(path)) links.moved(openFolders(files));
      const before = index.summary(path);
      const source = sources.put(path, form);
      if (!linksAlike(before, source.summary)) links.changed(path);
      return note(source);
    },
    seenFrom: (path) => {
      const facts = given ?? own.facts;
      return { text, resolve, facts: { ...facts, torch: versions.known(path) ?? facts.torch } };
    },
    torchAround: (path) => versions.of(path),
    prepare: async (path) => {
      if (languageOf(path) === "python") await versions.of(path);
      for (const next of await reach(path)) if (sources.peek(next) === undefined) await tryLoad(next);
    },
    factsOf,
    readVersions,
    readFacts: (language, others = [], onFile = () => undefined) => {
      if (given !== undefined) return Promise.resolve();
      const promise = reading.get(language) ?? readFacts(language, others, onFile);
      reading.set(language, promise);
      return promise;
    },
    refresh: async (path) => {
      const decoded = await sources.readText(path).catch(() => undefined);
      if (decoded !== undefined && "text" in decoded) {
        if (index.isKnown(path, decoded.text)) return noChange;
        const isNew = !index.has(path);
        sources.forget(path);
        links.changed(path);
        if (isNew) links.moved(openFolders(files));
        if (isNew && !isRead.has(languageOf(path) ?? "python")) return { content: true, facts: false };
        const before = index.summary(path)?.facts ?? noFacts;
        const source = await tryLoad(path);
        if (source === undefined) return index.forget(path);
        note(source);
        return { content: true, facts: !sameFacts(before, source.summary.facts) };
      }
      sources.forget(path);
      links.moved(openFolders(files));
      return index.forget(path);
    },
    dependents: async (prepared, path) => {
      const found: string[] = [];
      for (const other of prepared) {
        const before = reached.get(other);
        if (other === path || before === undefined) continue;
        if (before.has(path) || !sameMembers(before, await reach(other))) found.push(other);
      }
      return found;
    },
  };
}

const sameNames = { toName: (path: string) => path, toPath: (name: string) => name };

function sameMembers(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((member) => b.has(member));
}
