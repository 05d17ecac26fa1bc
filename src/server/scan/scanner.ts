import { Worker } from "node:worker_threads";
import type { Tool } from "../../guide/content.js";
import type { ScanNews, ScanRequest } from "./messages.js";

/** Has folders read as a whole by one thread, which is started when the first of them is to be read. */
export interface Scanner {
  open(folder: string, tools: readonly Tool[], checks: boolean, onNews: (news: ScanNews) => void): void;
  setTools(folder: string, tools: readonly Tool[]): void;
  setChecks(folder: string, checks: boolean): void;
  /** Files or folders that came, changed or went. */
  changed(paths: readonly string[]): void;
  close(folder: string): void;
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
  let worker: Worker | undefined;

  const hire = (): Worker => {
    const hired = new Worker(script, { resourceLimits });
    // The server ends when its client does, whatever is being read.
    hired.unref();
    hired.on("message", (news: ScanNews) => {
      if (news.problem !== undefined) onProblem(`In ${news.folder}: ${news.problem}`);
      listeners.get(news.folder)?.(news);
    });
    hired.on("error", (error) => onProblem(`The folders could not be read any further. ${String(error)}`));
    hired.on("exit", () => {
      worker = undefined;
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
  };
}
