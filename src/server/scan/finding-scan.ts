import { saysVersions } from "../../project/dependency-files.js";
import { languageOf } from "../../project/languages.js";
import { nameOf, parentOf, within } from "../../project/paths.js";
import { walk } from "../../project/walk.js";
import { isWalked } from "../../project/walked.js";
import type { ListedFinding, ScanNews } from "./messages.js";
import type { ScanFiles, ScanProject } from "./scan-files.js";
import type { Root } from "../../project/roots.js";
import type { FindingMemory } from "./finding-memory.js";
import { openSlowNews } from "./slow-news.js";

/** The findings of all files of a folder, told as they are found, and again as files change. What did not change is not checked again. */
export interface FindingScan {
  /** Begins, goes on, or halts after the file at hand. */
  turn(isOn: boolean): void;
  changed(paths: readonly string[]): Promise<void>;
  close(): void;
}

export interface FindingScanOptions {
  readonly folder: string;
  readonly project: ScanFiles;
  readonly tell: (news: Omit<ScanNews, "folder">) => void;
  /** What is remembered of the files of a root besides. */
  readonly memory: (root: Root) => FindingMemory;
}

/** Where more files change at once, a branch was changed, and what depends on what is not worth asking for each. */
const mostSingly = 50;
/** So few files are checked again that nobody needs to be told that it is going on. */
const fewFiles = 20;

export function openFindingScan({ folder, project, tell, memory }: FindingScanOptions): FindingScan {
  const { files, configs } = project;
  /** Every file, with its findings as far as it was checked; and those that are still to be checked. */
  const listed = new Map<string, readonly ListedFinding[]>();
  const pending = new Set<string>();
  const changes = new Map<string, readonly ListedFinding[]>();
  let isListed = false;
  /** Every file was checked since they were listed: from then on a few at a time are. */
  let isWhole = false;
  let isOn = false;
  let isRunning = false;

  const goesOn = (): boolean => isOn;

  const check = (): NonNullable<ScanNews["check"]> => ({
    state: isWhole && pending.size <= fewFiles ? "done" : isOn ? "reading" : "stopped",
    files: listed.size - pending.size,
    of: listed.size,
  });
  const news = openSlowNews(() => {
    const findings = [...changes];
    changes.clear();
    tell({ check: check(), ...(findings.length === 0 ? {} : { findings }) });
  });

  const note = (path: string, findings: readonly ListedFinding[]): void => {
    const before = listed.get(path) ?? [];
    listed.set(path, findings);
    if (JSON.stringify(before) !== JSON.stringify(findings)) changes.set(path, findings);
  };
  const drop = (path: string): void => {
    if ((listed.get(path) ?? []).length > 0) changes.set(path, []);
    listed.delete(path);
    pending.delete(path);
  };

  const list = async (): Promise<void> => {
    const found = new Set<string>();
    for await (const path of walk(folder, { files, configs, onSkipped: () => undefined })) {
      if (!goesOn()) return;
      found.add(path);
    }
    for (const path of [...listed.keys()].filter((other) => !found.has(other))) drop(path);
    for (const path of found) {
      if (!listed.has(path)) listed.set(path, []);
      pending.add(path);
    }
    isListed = true;
  };

  const run = async (): Promise<void> => {
    while (goesOn() && (!isListed || pending.size > 0)) {
      if (!isListed) await list();
      for (const path of pending) {
        if (!goesOn()) break;
        // It may change while it is checked, and then it is to be checked again.
        pending.delete(path);
        const findings = await (await project.projectOf(path)).check(path);
        if (listed.has(path)) note(path, findings);
        news.soon();
      }
      if (isListed && pending.size === 0) isWhole = true;
    }
  };
  const start = async (): Promise<void> => {
    if (isRunning) return;
    isRunning = true;
    try {
      await run();
    } catch (error) {
      isOn = false;
      tell({ problem: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    } finally {
      isRunning = false;
      news.now();
    }
  };

  const recheckAll = (): void => {
    isListed = false;
    isWhole = false;
    for (const { root } of project.projects()) memory(root).forgetAll();
  };

  /** Brings a project up to date with a file; those that are seen otherwise now are to be checked. */
  const refresh = async (path: string, { root, workspace }: ScanProject, isAlone: boolean): Promise<void> => {
    const change = await workspace.refresh(path);
    const { content, facts } = change;
    if (isAlone) await memory(root).forget(path, change, workspace);
    else if (content || facts) memory(root).forgetAll();
    // What was never listed will be checked as it is then.
    if (!isListed && !isRunning) return;
    const isThere = await isWalked(path, folder, project);
    if (isThere && (await files.stat(path))?.type === "file") {
      if (!listed.has(path)) listed.set(path, []);
      if (content) pending.add(path);
    } else drop(path);
    const ofRoot = [...listed.keys()].filter((other) => within(root.folder, other) !== undefined);
    if (facts || (content && !isAlone)) for (const other of ofRoot) pending.add(other);
    else if (content) for (const other of await workspace.dependents(ofRoot, path)) pending.add(other);
  };

  const take = async (paths: readonly string[]): Promise<void> => {
    if (paths.some(decidesWhatCounts)) {
      project.forgetConfigs();
      recheckAll();
    }
    if (paths.some(saysVersions)) {
      for (const { workspace } of project.projects()) await workspace.readVersions();
      recheckAll();
    }
    const sources = paths.filter((path) => languageOf(path) !== undefined && within(folder, path) !== undefined);
    for (const path of sources) await refresh(path, await project.projectOf(path), sources.length <= mostSingly);
    // A folder that came or went as a whole is one event.
    const isFolder = (path: string): boolean =>
      languageOf(path) === undefined && [...listed.keys()].some((other) => within(path, other) !== undefined);
    if (paths.some(isFolder)) recheckAll();
  };

  return {
    turn: (next) => {
      isOn = next;
      if (next) void start();
      else news.now();
    },
    changed: async (paths) => {
      await take(paths);
      if (isOn) void start();
    },
    close: () => {
      isOn = false;
      news.stop();
    },
  };
}

/** A file that says which others are looked at, and by which rules. */
function decidesWhatCounts(path: string): boolean {
  const name = nameOf(path);
  const folder = nameOf(parentOf(path) ?? "");
  return name === ".preflight" || name === ".gitignore" || (name === "config.yaml" && folder === ".preflight");
}
