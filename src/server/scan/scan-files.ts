import { type FileChecker, openFileChecker } from "../../project/check-files.js";
import { type Configs, openConfigs } from "../../project/configs.js";
import type { FileSystem } from "../../project/file-system.js";
import { languageOf } from "../../project/languages.js";
import { parentOf } from "../../project/paths.js";
import { allMetas } from "../../project/project-rules/all-rules.js";
import { namesIn } from "../../project/root-names.js";
import { openRoots, type Root } from "../../project/roots.js";
import type { ProjectWorkspace } from "../../project/workspace.js";
import { rules } from "../../rules/index.js";
import type { Language } from "../../syntax/form.js";
import type { ListedFinding } from "./messages.js";

/** The projects that the files of a folder belong to, as the thread that reads them sees them: as they are on the disk. */
export interface ScanFiles {
  readonly files: FileSystem;
  /** The configurations of the moment. */
  readonly configs: Configs;
  projectOf(path: string): Promise<ScanProject>;
  /** The projects that were met so far. */
  projects(): readonly ScanProject[];
  /** Configurations and roots are found anew. */
  forgetConfigs(): void;
}

export interface ScanProject {
  readonly root: Root;
  readonly workspace: ProjectWorkspace;
  /** The findings of a file, which is seen together with all of its project. */
  check(path: string): Promise<readonly ListedFinding[]>;
}

/** Half of what the editor's own side keeps, because most files are looked at once. */
const mostKept = 2_000_000;

export function openScanFiles(
  folder: string,
  files: FileSystem,
  onRuleError: (rule: string, path: string, error: unknown) => void,
): ScanFiles {
  let configs = openConfigs(files, allMetas);
  let roots = openRoots(files);
  const known = new Map<string, ScanProject>();
  const latest: Configs = { of: (path) => configs.of(path), seen: () => configs.seen() };

  const open = (root: Root): ScanProject => {
    const names = namesIn(root);
    const checker: FileChecker = openFileChecker({
      files,
      configs: latest,
      rules,
      names,
      onRuleError,
      maxKept: mostKept,
    });
    const workspace = checker.workspaceOf(root);
    return {
      root,
      workspace,
      check: async (path) => {
        const language: Language = languageOf(path) ?? "python";
        await workspace.readFacts(language);
        const result = await checker.check({ path, root, name: names.toName(path) });
        if (!("findings" in result)) return [];
        return result.findings.map(({ rule, stage, severity, message, cell, start, end }) => ({
          ...{ rule, stage, severity, message, start, end },
          ...(cell === undefined ? {} : { cell }),
        }));
      },
    };
  };

  return {
    ...{ files, configs: latest },
    projectOf: async (path) => {
      const root = await roots.of(parentOf(path) ?? path, { folder, isProject: true });
      let project = known.get(root.folder);
      if (project === undefined) known.set(root.folder, (project = open(root)));
      return project;
    },
    projects: () => [...known.values()],
    forgetConfigs: () => {
      configs = openConfigs(files, allMetas);
      roots = openRoots(files);
    },
  };
}
