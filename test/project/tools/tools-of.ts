import { defaultConfig } from "../../../src/engine/config.js";
import { builtInGuide } from "../../../src/guide/guide.js";
import { fixedConfigs } from "../../../src/project/configs.js";
import { openToolsInUse, type ToolsInUse, type UsedTool } from "../../../src/project/tools/tools-in-use.js";
import { openWorkspace, type ProjectWorkspace } from "../../../src/project/workspace.js";
import { memoryFileSystem } from "../memory-file-system.js";

export interface ToolProject {
  readonly tools: ToolsInUse;
  readonly workspace: ProjectWorkspace;
  /** The files by their absolute paths, to be changed. */
  readonly files: Record<string, string>;
  readonly reads: readonly string[];
}

/** A project of some files by their path in it, which lies in `/p`. */
export function openToolProject(texts: Readonly<Record<string, string>>): ToolProject {
  const files = Object.fromEntries(Object.entries(texts).map(([path, text]) => [`/p/${path}`, text]));
  const disk = memoryFileSystem(files);
  const options = { files: disk, configs: fixedConfigs(defaultConfig), root: { folder: "/p", isProject: true } };
  const workspace = openWorkspace(options);
  const tools = openToolsInUse({ ...options, workspace, tools: builtInGuide().tools });
  return { tools, workspace, files, reads: disk.reads };
}

export async function toolsOf(texts: Readonly<Record<string, string>>): Promise<readonly UsedTool[]> {
  const { tools } = openToolProject(texts);
  await tools.read();
  return tools.all();
}

/** What shows a tool, as `kind path:line words`. */
export function toolShown(used: readonly UsedTool[], id: string): readonly string[] {
  const found = used.find(({ tool }) => tool.id === id);
  return (found?.traces ?? []).map(({ kind, path, range, what }) => {
    const place = `${path.slice("/p/".length)}${range === undefined ? "" : `:${range.start.line}`}`;
    return `${kind} ${place} ${what}`;
  });
}
