import { openChecklistProject } from "../../src/checklist/open-project.js";
import type { ChecklistProject } from "../../src/checklist/project.js";
import { openConfigs } from "../../src/project/configs.js";
import { namesIn } from "../../src/project/root-names.js";
import { openWorkspace } from "../../src/project/workspace.js";
import { type MemoryFile, memoryFileSystem } from "../project/memory-file-system.js";

/** A project of these texts, by paths from its root, as detectors see it; findings of rules can be added. */
export function openMemory(
  texts: Readonly<Record<string, MemoryFile>>,
  { findings = [] }: Pick<Partial<ChecklistProject>, "findings"> = {},
): Promise<ChecklistProject> {
  const files = memoryFileSystem(Object.fromEntries(Object.entries(texts).map(([path, text]) => [`/p/${path}`, text])));
  const configs = openConfigs(files, []);
  const root = { folder: "/p", isProject: true };
  const workspace = openWorkspace({ files, configs, root, names: namesIn(root) });
  return openChecklistProject({ files, configs, root, workspace, findings, tools: [] });
}
