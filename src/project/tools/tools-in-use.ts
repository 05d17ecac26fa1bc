import type { Tool } from "../../guide/content.js";
import type { Configs } from "../configs.js";
import type { FileSystem } from "../file-system.js";
import { languageOf } from "../languages.js";
import { joinPath, nameOf, parentOf, within } from "../paths.js";
import type { Root } from "../roots.js";
import { walk } from "../walk.js";
import { isWalked } from "../walked.js";
import type { ProjectWorkspace } from "../workspace.js";
import { detectorsOf } from "./detectors.js";
import { type FileTraces, openTraceReader } from "./reader.js";
import { type ToolTrace, traceKinds } from "./trace.js";

/** A tool that a project uses, with all that shows it, the strongest first. */
export interface UsedTool {
  readonly tool: Tool;
  readonly traces: readonly ToolTrace[];
  /** Nothing but tests use it; what is only asked for as a dependency is used by nobody yet. */
  readonly onlyInTests: boolean;
}

/** Which tools the files under a root use, kept up to date file by file. */
export interface ToolsInUse {
  /** Reads the whole root; `onFile` is told how many files were looked at, and waited for. */
  read(onFile?: (count: number) => Promise<void> | void): Promise<void>;
  /** Looks anew at a file or folder that came, changed or went; gives the ids of the tools whose traces are others now. */
  refresh(path: string): Promise<ReadonlySet<string>>;
  of(tool: string): UsedTool | undefined;
  /** In the order of the guide. */
  all(): readonly UsedTool[];
}

export interface ToolsInUseOptions {
  readonly files: FileSystem;
  readonly configs: Configs;
  readonly root: Root;
  readonly workspace: Pick<ProjectWorkspace, "glance">;
  /** The tools of the guide, the team's own among them. */
  readonly tools: readonly Tool[];
}

/** The tools that a project uses. */
export async function toolsInUse(options: ToolsInUseOptions): Promise<readonly UsedTool[]> {
  const tools = openToolsInUse(options);
  await tools.read();
  return tools.all();
}

/** Enough for any project; where more matter, something else than a project was opened. */
const mostFiles = 20_000;
const readAhead = 8;

export function openToolsInUse(options: ToolsInUseOptions): ToolsInUse {
  const { files, configs, root, tools } = options;
  const detectors = detectorsOf(tools);
  const reader = openTraceReader({ ...options, root: root.folder, detectors });
  /** By file, of those alone that show something or import what is named like a tool. */
  const known = new Map<string, FileTraces>();

  const keep = (path: string, found: FileTraces): ReadonlySet<string> => {
    const before = known.get(path)?.traces ?? [];
    if (found.traces.length === 0 && found.modules.size === 0) known.delete(path);
    else known.set(path, found);
    return changedTools(before, found.traces);
  };

  const look = async (path: string): Promise<ReadonlySet<string>> => keep(path, await reader.file(path));

  /** Files that import a module of this name, which may be another one's now. */
  const lookAtImporters = async (module: string): Promise<readonly string[]> => {
    const changed: string[] = [];
    for (const [path, { modules }] of [...known]) if (modules.has(module)) changed.push(...(await look(path)));
    return changed;
  };

  const of = (tool: Tool, traces: readonly ToolTrace[]): UsedTool | undefined => {
    if (traces.length === 0) return undefined;
    const used = traces.filter(({ kind }) => kind !== "dependency");
    return {
      tool,
      traces: traces.toSorted(byStrength),
      onlyInTests: used.length > 0 && used.every(({ inTest }) => inTest),
    };
  };

  return {
    read: async (onFile = () => undefined) => {
      if (!root.isProject) return;
      let count = 0;
      const pending: Promise<unknown>[] = [];
      const wants = (path: string): boolean => reader.matters(path);
      const onFolder = (path: string): void => void keep(path, { traces: reader.folder(path), modules: new Set() });
      for await (const path of walk(root.folder, { files, configs, wants, onFolder, onSkipped: () => undefined })) {
        if (count >= mostFiles) break;
        // A file that cannot be read shows nothing; the checks say why it cannot.
        pending.push(look(path).catch(() => undefined));
        if (pending.length >= readAhead) await pending.shift();
        await onFile(++count);
      }
      await Promise.all(pending);
      // What git keeps for itself is no part of the walk, and one tool has its files there.
      const annex = joinPath(root.folder, ".git/annex");
      if ((await files.stat(annex))?.type === "directory") onFolder(annex);
    },
    refresh: async (path) => {
      const changed = new Set<string>();
      const add = (ids: Iterable<string>): void => {
        for (const id of ids) changed.add(id);
      };
      const isOurs = root.isProject && (await isWalked(path, root.folder, options));
      const stat = isOurs ? await files.stat(path) : undefined;
      if (stat?.type !== "file") {
        const isBelow = (other: string): boolean => within(path, other) !== undefined;
        for (const other of [...known.keys()].filter(isBelow)) add(keep(other, { traces: [], modules: new Set() }));
        if (stat?.type === "directory") add(keep(path, { traces: reader.folder(path), modules: new Set() }));
      } else if (reader.matters(path)) add(await look(path));
      const module = moduleOf(path);
      if (languageOf(path) === "python" && detectors.modules.has(module)) {
        reader.moved();
        add(await lookAtImporters(module));
      }
      return changed;
    },
    of: (id) => {
      const tool = tools.find((one) => one.id === id);
      return (
        tool &&
        of(
          tool,
          [...known.values()].flatMap(({ traces }) => traces.filter((trace) => trace.tool === id)),
        )
      );
    },
    all: () => {
      const byTool = new Map<string, ToolTrace[]>(tools.map(({ id }) => [id, []]));
      for (const { traces } of known.values()) for (const trace of traces) byTool.get(trace.tool)?.push(trace);
      return tools.flatMap((tool) => of(tool, byTool.get(tool.id) ?? []) ?? []);
    },
  };
}

/** The top-level module that a file is: `datasets.py` as well as `datasets/__init__.py`. */
function moduleOf(path: string): string {
  const name = nameOf(path);
  return name === "__init__.py" ? nameOf(parentOf(path) ?? "") : name.replace(/\.py$/, "");
}

function changedTools(before: readonly ToolTrace[], after: readonly ToolTrace[]): ReadonlySet<string> {
  const keys = (traces: readonly ToolTrace[]): Map<string, ToolTrace> =>
    new Map(traces.map((trace) => [JSON.stringify(trace), trace]));
  const [old, now] = [keys(before), keys(after)];
  const differing = [...[...old].filter(([key]) => !now.has(key)), ...[...now].filter(([key]) => !old.has(key))];
  return new Set(differing.map(([, { tool }]) => tool));
}

function byStrength(a: ToolTrace, b: ToolTrace): number {
  return (
    Number(a.inTest) - Number(b.inTest) ||
    traceKinds.indexOf(a.kind) - traceKinds.indexOf(b.kind) ||
    (a.path < b.path ? -1 : Number(a.path > b.path))
  );
}
