import { setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import { joinPath } from "../../project/paths.js";
import { openTextMemory } from "../../project/facts/per-text.js";
import type { Root } from "../../project/roots.js";
import { openDiskAtOnce } from "../disk.js";
import { type ChecklistSource, openChecklistRuns } from "./checklist-runs.js";
import { type FindingMemory, openFindingMemory } from "./finding-memory.js";
import { type FindingScan, openFindingScan } from "./finding-scan.js";
import type { ChecklistNews, ProjectNews, ScanNews, ScanRequest } from "./messages.js";
import { openProjectScans } from "./project-scan.js";
import { openScanFiles } from "./scan-files.js";
import { openToolScan, type ToolScan } from "./tool-scan.js";

/** Reads folders as a whole, in a thread of its own: whatever it has to do there, the editor is answered at once. */
export function startScanWorker(): void {
  stepBack();
  const scans = new Map<string, FolderScan>();
  const post = (news: ScanNews | ChecklistNews | ProjectNews): void => parentPort?.postMessage(news);
  const runs = openChecklistRuns(post);
  const projects = openProjectScans(openDiskAtOnce(), post);
  const sourceOf = (folder: string): Promise<ChecklistSource> => {
    let scan = scans.get(folder);
    // No view has asked about it; what is read for the checklist is there for the next one all the same.
    if (scan === undefined)
      scans.set(folder, (scan = openFolderScan({ folder, tools: undefined, checks: false }, post)));
    return scan.source();
  };
  parentPort?.on("message", (request: ScanRequest) => {
    if (request.kind === "changed") {
      for (const scan of scans.values()) scan.changed(request.paths);
      projects.changed(request.paths);
    } else if (request.kind === "project") projects.open(request.root);
    else if (request.kind === "checklist") void runs.run(request, sourceOf(request.folder));
    else if (request.kind === "stop-checklist") runs.stop(request.id);
    else if (request.kind === "open") {
      scans.get(request.folder)?.close();
      scans.set(request.folder, openFolderScan(request, post));
    } else if (request.kind === "close") {
      scans.get(request.folder)?.close();
      scans.delete(request.folder);
      runs.forget(request.folder);
    } else if (request.kind === "tools") scans.get(request.folder)?.setTools(request.tools);
    else scans.get(request.folder)?.setChecks(request.checks);
  });
}

interface FolderScan {
  /** With the changes that were told so far. */
  source(): Promise<ChecklistSource>;
  setTools(tools: Extract<ScanRequest, { kind: "tools" }>["tools"]): void;
  setChecks(isOn: boolean): void;
  changed(paths: readonly string[]): void;
  close(): void;
}

interface FolderToScan {
  readonly folder: string;
  /** Undefined where nobody asks for tools. */
  readonly tools: Extract<ScanRequest, { kind: "tools" }>["tools"] | undefined;
  readonly checks: boolean;
}

function openFolderScan({ folder, tools, checks }: FolderToScan, post: (news: ScanNews) => void): FolderScan {
  let isClosed = false;
  const told = new Map<string, string>();
  const tell = (news: Omit<ScanNews, "folder">): void => {
    // How far the reading is does not change with everything that is told.
    const fresh = Object.entries(news).filter(([key, value]) => {
      const text = key === "scan" || key === "check" ? JSON.stringify(value) : "";
      if (text !== "" && told.get(key) === text) return false;
      told.set(key, text);
      return true;
    });
    if (!isClosed && fresh.length > 0) post({ folder, ...Object.fromEntries(fresh) });
  };
  const fail = (error: unknown): void => {
    tell({ problem: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  };
  const failed = new Set<string>();
  // What is typed and not saved counts in its own document alone.
  const project = openScanFiles(folder, openDiskAtOnce(), (rule, path, error) => {
    if (failed.has(rule)) return;
    failed.add(rule);
    tell({ problem: `The rule ${rule} failed on ${path}, the others go on. ${String(error)}` });
  });
  const texts = openTextMemory();
  const memories = new Map<string, FindingMemory>();
  const memory = (root: Root): FindingMemory => {
    let known = memories.get(root.folder);
    if (known === undefined) memories.set(root.folder, (known = openFindingMemory(root)));
    return known;
  };
  const findings: FindingScan = openFindingScan({ folder, project, tell, memory });
  const openTools = async (): Promise<ToolScan> => {
    const { root, workspace } = await project.projectOf(joinPath(folder, "any"));
    return openToolScan({ files: project.files, configs: project.configs, root, workspace, tell });
  };
  const toolScan = openTools();
  // One thing after the other: tools are soon found, and what is read for them is there for the checks.
  let work: Promise<void> = toolScan.then((scan) => (tools === undefined ? undefined : scan.read(tools))).catch(fail);
  // Changes do not wait for the first reading, and come one after the other.
  let changes = Promise.resolve();
  const then = (act: () => Promise<void> | void): void => {
    work = work.then(() => (isClosed ? undefined : act())).catch(fail);
  };
  const turn = (isOn: boolean): void => {
    // A halt does not wait for what it halts.
    if (isOn) then(() => findings.turn(true));
    else findings.turn(false);
  };
  if (checks) turn(true);

  return {
    source: async () => {
      await changes;
      return { project, tools: (await toolScan).known(), memory, texts };
    },
    setTools: (next) => then(async () => (await toolScan).read(next)),
    setChecks: turn,
    changed: (paths) => {
      changes = changes
        .then(async () => {
          // The findings' side brings up to date what is kept of the files, for both.
          await findings.changed(paths);
          await (await toolScan).changed(paths);
        })
        .catch(fail);
    },
    close: () => {
      isClosed = true;
      findings.close();
      toolScan.then((scan) => scan.close(), fail);
    },
  };
}

/** On Linux a priority is the thread's own: whoever types, and all that other programs do, goes first. */
function stepBack(): void {
  if (process.platform === "linux") setPriority(0, 10);
}
