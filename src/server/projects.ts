import { isExcluded } from "../engine/config.js";
import { type Configs, type FolderConfig, openConfigs } from "../project/configs.js";
import type { FileSystem } from "../project/file-system.js";
import { joinPath, parentOf, within } from "../project/paths.js";
import { openRoots, type Root } from "../project/roots.js";
import { isForeign } from "../project/walk.js";
import { openWorkspace, type ProjectWorkspace } from "../project/workspace.js";
import { rules } from "../rules/index.js";
import type { Language } from "../syntax/form.js";

/** The files under one root. Findings carry paths relative to it. */
export interface Project {
  readonly root: Root;
  readonly workspace: ProjectWorkspace;
  readonly toName: (path: string) => string;
  readonly toPath: (name: string) => string;
  /** Reads the files of a language in the whole root in the background, once; the first findings do not wait for it. */
  readFacts(language: Language): void;
}

export interface Projects {
  of(path: string): Promise<Project>;
  configOf(path: string): Promise<FolderConfig>;
  /** Configurations and roots are found anew. */
  forgetConfigs(): void;
  /** The projects whose dependency files changed are opened anew. */
  forgetProjects(path: string): void;
  /** Drops what is known of a file, and reads it again when it is still there. False when no project takes note of it. */
  refresh(path: string): Promise<boolean>;
}

export interface ProjectsOptions {
  readonly files: FileSystem;
  readonly workspaceFolders: () => readonly string[];
  readonly onFacts: (project: Project) => void;
  readonly onError: (error: unknown) => void;
}

/** The rules' metas in the order of the rules, as configurations want them. */
export const metas = rules.map(({ meta }) => meta);

export function openProjects({ files, workspaceFolders, onFacts, onError }: ProjectsOptions): Projects {
  let configs = openConfigs(files, metas);
  let roots = openRoots(files);
  const projects = new Map<string, Project>();
  // Workspaces keep what they are given, so they get the configurations of the moment by this.
  const latest: Configs = { of: (folder) => configs.of(folder), seen: () => configs.seen() };

  const open = (root: Root): Project => {
    const toName = (path: string): string => within(root.folder, path) ?? path;
    const toPath = (name: string): string => (isAbsolute(name) ? name : joinPath(root.folder, name));
    const workspace = openWorkspace({ files, configs: latest, root, names: { toName, toPath } });
    const started = new Set<Language>();
    const project: Project = {
      root,
      workspace,
      toName,
      toPath,
      readFacts: (language) => {
        if (started.has(language)) return;
        started.add(language);
        workspace.readFacts(language).then(() => onFacts(project), onError);
      },
    };
    return project;
  };

  return {
    of: async (path) => {
      const root = await roots.of(folderOf(path), rootOtherwise(path, workspaceFolders()));
      let project = projects.get(root.folder);
      if (project === undefined) projects.set(root.folder, (project = open(root)));
      return project;
    },
    configOf: (path) => configs.of(folderOf(path)),
    forgetConfigs: () => {
      configs = openConfigs(files, metas);
      roots = openRoots(files);
    },
    forgetProjects: (path) => {
      for (const folder of projects.keys()) if (within(folder, path) !== undefined) projects.delete(folder);
    },
    refresh: async (path) => {
      let isNoted = false;
      const exists = (await files.stat(path))?.type === "file";
      for (const { root, workspace } of projects.values()) {
        const name = within(root.folder, path);
        // An installer writes thousands of files at once, and none of them says anything about the project.
        if (name === undefined || isForeign(name)) continue;
        const { config, folder } = await configs.of(folderOf(path));
        if (isExcluded(config, within(folder, path) ?? path)) continue;
        workspace.forget(path);
        if (exists) await workspace.load(path);
        isNoted = true;
      }
      return isNoted;
    },
  };
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

function isAbsolute(name: string): boolean {
  return name.startsWith("/") || /^[A-Za-z]:\//.test(name);
}
