import { openConfigs } from "../../project/configs.js";
import type { FileSystem } from "../../project/file-system.js";
import { nameOf, within } from "../../project/paths.js";
import { allMetas } from "../../project/project-rules/all-rules.js";
import { checkProjectRules } from "../../project/project-rules/check-project-rules.js";
import { namesIn } from "../../project/root-names.js";
import type { Root } from "../../project/roots.js";
import { isForeign } from "../../project/walk.js";
import type { ProjectFile, ProjectNews } from "./messages.js";

/** Runs the rules about whole projects, and again as files of them change. */
export interface ProjectScans {
  /** From now on a project is looked after. */
  open(root: Root): void;
  changed(paths: readonly string[]): void;
  close(folder: string): void;
}

/** In milliseconds. What is saved, checked out or made comes in many pieces; and nobody waits for an answer here. */
const rest = 300;

export function openProjectScans(files: FileSystem, tell: (news: ProjectNews) => void): ProjectScans {
  const scans = new Map<string, { readonly root: Root; timer: NodeJS.Timeout | undefined }>();
  let work = Promise.resolve();

  const run = async (root: Root): Promise<void> => {
    const problems: string[] = [];
    const found = await checkProjectRules({
      ...{ files, root, names: namesIn(root) },
      // Read anew, because what says which rules run may be what has changed.
      configs: openConfigs(files, allMetas),
      onRuleError: (rule, _, error) => problems.push(`The rule ${rule} failed, the others go on. ${String(error)}`),
    });
    if (!scans.has(root.folder)) return;
    tell({ project: root.folder, files: found.map(toProjectFile), problems });
  };
  const soon = (folder: string): void => {
    const scan = scans.get(folder);
    if (scan === undefined) return;
    clearTimeout(scan.timer);
    scan.timer = setTimeout(() => {
      // One after the other, each with what changed before it begins.
      work = work
        .then(() => (scans.get(folder) === scan ? run(scan.root) : undefined))
        .catch((error: unknown) => tell({ project: folder, problems: [String(error)] }));
    }, rest);
  };

  return {
    open: (root) => {
      if (!root.isProject || scans.has(root.folder)) return;
      scans.set(root.folder, { root, timer: undefined });
      soon(root.folder);
    },
    changed: (paths) => {
      for (const folder of scans.keys()) if (paths.some((path) => matters(path, folder))) soon(folder);
    },
    close: (folder) => {
      clearTimeout(scans.get(folder)?.timer);
      scans.delete(folder);
    },
  };
}

/** What an installer or git writes in its own folders says nothing about the project. */
function matters(path: string, folder: string): boolean {
  const name = within(folder, path);
  return name !== undefined && nameOf(path) !== "" && !isForeign(name);
}

function toProjectFile({ path, text, findings }: Awaited<ReturnType<typeof checkProjectRules>>[number]): ProjectFile {
  const lines = text.split(/\r\n|\r|\n/);
  return { path, findings, lines: findings.map(({ start }) => lines[start.line - 1] ?? "") };
}
