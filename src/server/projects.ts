import { isExcluded } from "../engine/config.js";
import { type Configs, type FolderConfig, openConfigs } from "../project/configs.js";
import type { FileSystem } from "../project/file-system.js";
import type { Change } from "../project/file-index.js";
import { parentOf, within } from "../project/paths.js";
import { allMetas } from "../project/project-rules/all-rules.js";
import { type Names, namesIn } from "../project/root-names.js";
import { openRoots, type Root } from "../project/roots.js";
import { sameBounds } from "../project/version-bounds.js";
import { isForeign } from "../project/walk.js";
import { openWorkspace, type ProjectWorkspace } from "../project/workspace.js";
import type { Language } from "../syntax/form.js";

/** The reading of a project, for whoever shows how it goes. */
export interface Reading {
  onFile(count: number): void;
  end(): void;
}

/** The files under one root. Findings carry paths relative to it. */
export interface Project extends Names {
  readonly root: Root;
  readonly workspace: ProjectWorkspace;
  /** Reads the files of a language in the whole root in the background, once; the first findings do not wait for it. */
  readFacts(language: Language): void;
}

export interface Projects {
  /** The configurations of the moment. */
  readonly configs: Configs;
  of(path: string): Promise<Project>;
  configOf(path: string): Promise<FolderConfig>;
  /** Configurations and roots are found anew. */
  forgetConfigs(): void;
  /** Brings projects up to date with a dependency file; gives those of the open files that are seen otherwise now. */
  refreshVersions(path: string, open: readonly string[]): Promise<readonly string[]>;
  /** Brings projects up to date with a file that came, changed or went; gives those of the open files that are seen otherwise now. */
  refresh(path: string, open: readonly string[]): Promise<readonly string[]>;
  /** Of the open files, those that are seen otherwise since a file of a project changed. */
  seenOtherwise(project: Project, path: string, change: Change, open: readonly string[]): Promise<readonly string[]>;
}

export interface ProjectsOptions {
  readonly files: FileSystem;
  readonly workspaceFolders: () => readonly string[];
  readonly onFacts: (project: Project) => void;
  /** A project is about to be read as a whole; what is returned is told how it goes. */
  readonly onReading: (project: Project) => Reading;
  readonly onError: (error: unknown) => void;
}

export function openProjects({ files, workspaceFolders, onFacts, onReading, onError }: ProjectsOptions): Projects {
  let configs = openConfigs(files, allMetas);
  let roots = openRoots(files);
  const projects = new Map<string, Project>();
  // Workspaces keep what they are given, so they get the configurations of the moment by this.
  const latest: Configs = { of: (folder) => configs.of(folder), seen: () => configs.seen() };

  const open = (root: Root): Project => {
    const names = namesIn(root);
    const workspace = openWorkspace({ files, configs: latest, root, names });
    const started = new Set<Language>();
    const project: Project = {
      root,
      workspace,
      ...names,
      readFacts: (language) => {
        if (started.has(language)) return;
        started.add(language);
        const reading = onReading(project);
        workspace
          .readFacts(language, [], (count) => reading.onFile(count))
          .finally(() => reading.end())
          .then(() => onFacts(project), onError);
      },
    };
    return project;
  };

  return {
    configs: latest,
    of: async (path) => {
      const root = await roots.of(folderOf(path), rootOtherwise(path, workspaceFolders()));
      let project = projects.get(root.folder);
      if (project === undefined) projects.set(root.folder, (project = open(root)));
      return project;
    },
    configOf: (path) => configs.of(folderOf(path)),
    forgetConfigs: () => {
      configs = openConfigs(files, allMetas);
      roots = openRoots(files);
    },
    refreshVersions: async (path, open) => {
      const found: string[] = [];
      for (const { root, workspace } of projects.values()) {
        if (within(root.folder, path) === undefined) continue;
        const inside = open.filter((other) => isIn(root, other));
        const before = await Promise.all(inside.map((other) => workspace.torchAround(other)));
        await workspace.readVersions();
        const after = await Promise.all(inside.map((other) => workspace.torchAround(other)));
        found.push(...inside.filter((_, index) => !sameBounds(before[index], after[index])));
      }
      return found;
    },
    refresh: async (path, open) => {
      const found: string[] = [];
      for (const project of projects.values()) {
        const name = within(project.root.folder, path);
        // An installer writes thousands of files at once, and none of them says anything about the project.
        if (name === undefined || isForeign(name)) continue;
        const { config, folder } = await configs.of(folderOf(path));
        if (isExcluded(config, within(folder, path) ?? path)) continue;
        found.push(...(await seenOtherwise(project, path, await project.workspace.refresh(path), open)));
      }
      return found;
    },
    seenOtherwise,
  };
}

async function seenOtherwise(
  { root, workspace }: Project,
  path: string,
  change: Change,
  open: readonly string[],
): Promise<readonly string[]> {
  const others = open.filter((other) => other !== path && isIn(root, other));
  if (change.facts) return others;
  return change.content ? workspace.dependents(others, path) : [];
}

function isIn(root: Root, path: string): boolean {
  return within(root.folder, path) !== undefined;
}

/** Without `.preflight` and `.git`, the folder that the user opened is the project. */
function rootOtherwise(path: string, workspaceFolders: readonly string[]): Root {
  const [folder] = workspaceFolders
    .filter((candidate) => within(candidate, path) !== undefined)
    .sort((a, b) => b.length - a.length);
  return folder === undefined ? { folder: folderOf(path), isProject: false } : { folder, isProject: true };
}

function folderOf(path: string): string {
  return parentOf(path) ?? path;
}
