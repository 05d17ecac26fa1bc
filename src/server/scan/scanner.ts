import { Worker } from "node:worker_threads";
import type { Tool } from "../../guide/content.js";
import type { Root } from "../../project/roots.js";
import type { ChecklistEnd, ChecklistNews, ChecklistRequest, ProjectNews, ScanNews, ScanRequest } from "./messages.js";

/** Has folders read as a whole by one thread, which is started when the first of them is to be read. */
export interface Scanner {
  open(folder: string, tools: readonly Tool[], checks: boolean, onNews: (news: ScanNews) => void): void;
  setTools(folder: string, tools: readonly Tool[]): void;
  setChecks(folder: string, checks: boolean): void;
  /** Files or folders that came, changed or went. */
  changed(paths: readonly string[]): void;
  close(folder: string): void;
  /** Runs the rules about whole projects on one, from now on whenever it changes. */
  scanProject(root: Root, onNews: (news: ProjectNews) => void): void;
  /** Answers the checklist; it goes on until its end is told. */
  runChecklist(run: Omit<ChecklistRequest, "kind" | "id">, listener: ChecklistListener): ChecklistRun;
}

export interface ChecklistListener {
  readonly onProgress: (progress: NonNullable<ChecklistNews["progress"]>) => void;
}

export interface ChecklistRun {
  readonly end: Promise<ChecklistEnd>;
  stop(): void;
}

export interface ScannerOptions {
  /** The module that the thread runs. */
  readonly script: string;
  readonly onProblem: (problem: string) => void;
  /** The thread has died, and what it was to read with it. */
  readonly onDeath: () => void;
}

/** In MB: as much as a repository of some million lines needs, and so little that garbage is not left to pile up. */
const resourceLimits = { maxOldGenerationSizeMb: 512 };

export function openScanner({ script, onProblem, onDeath }: ScannerOptions): Scanner {
  const listeners = new Map<string, (news: ScanNews) => void>();
  const projects = new Map<string, (news: ProjectNews) => void>();
  const runs = new Map<number, (news: ChecklistNews) => void>();
  let lastRun = 0;
  let worker: Worker | undefined;

  const hire = (): Worker => {
    const hired = new Worker(script, { resourceLimits });
    // The server ends when its client does, whatever is being read.
    hired.unref();
    hired.on("message", (news: ScanNews | ChecklistNews | ProjectNews) => {
      if ("project" in news) {
        projects.get(news.project)?.(news);
        return;
      }
      if ("checklist" in news) {
        runs.get(news.checklist)?.(news);
        return;
      }
      if (news.problem !== undefined) onProblem(`In ${news.folder}: ${news.problem}`);
      listeners.get(news.folder)?.(news);
    });
    hired.on("error", (error) => onProblem(`The folders could not be read any further. ${String(error)}`));
    hired.on("exit", () => {
      worker = undefined;
      const end: ChecklistEnd = { state: "failed", reason: "The thread that reads the project has died." };
      for (const [checklist, tell] of [...runs]) tell({ checklist, end });
      onDeath();
    });
    return hired;
  };
  const send = (request: ScanRequest): void => worker?.postMessage(request);

  return {
    open: (folder, tools, checks, onNews) => {
      worker ??= hire();
      listeners.set(folder, onNews);
      send({ kind: "open", folder, tools, checks });
    },
    setTools: (folder, tools) => send({ kind: "tools", folder, tools }),
    setChecks: (folder, checks) => send({ kind: "checks", folder, checks }),
    changed: (paths) => send({ kind: "changed", paths }),
    close: (folder) => {
      listeners.delete(folder);
      send({ kind: "close", folder });
    },
    scanProject: (root, onNews) => {
      worker ??= hire();
      projects.set(root.folder, onNews);
      send({ kind: "project", root });
    },
    runChecklist: (run, { onProgress }) => {
      worker ??= hire();
      const id = ++lastRun;
      const end = new Promise<ChecklistEnd>((resolve) => {
        runs.set(id, (news) => {
          if (news.progress !== undefined) onProgress(news.progress);
          if (news.end === undefined) return;
          runs.delete(id);
          resolve(news.end);
        });
      });
      send({ kind: "checklist", id, ...run });
      return { end, stop: () => send({ kind: "stop-checklist", id }) };
    },
  };
}
