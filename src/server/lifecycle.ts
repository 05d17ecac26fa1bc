import type { Connection } from "vscode-languageserver";
import type { Guide } from "../guide/content.js";
import type { FileSystem } from "../project/file-system.js";
import { joinPath, within } from "../project/paths.js";
import type { LifecycleParams, LifecycleResult } from "../protocol.js";
import type { Checker } from "./checker.js";
import { type FolderView, openFolderView } from "./folder-view.js";
import type { ProjectFindings } from "./project-findings.js";
import type { Project, Projects } from "./projects.js";
import type { ChecklistResult } from "../checklist/result.js";
import { openScanner, type Scanner } from "./scan/scanner.js";
import type { Root } from "../project/roots.js";
import type { Settings } from "./settings.js";
import type { TeamGuides } from "./team-guides.js";
import { pathOf, uriOf } from "./uris.js";

/** What views of the lifecycle show, folder by folder. Nothing is read of a folder that no view has asked about. */
export interface Lifecycles {
  /** The project of a file or folder. */
  projectAt(path: string | undefined): Promise<Project | undefined>;
  answer(params: LifecycleParams): Promise<LifecycleResult>;
  /** The workspace folder of a file or folder, and the root of its project; undefined for what is not on this disk. */
  placeOf(uri: string | undefined): Promise<FolderPlace | undefined>;
  /** The thread that reads the folders answers the checklist too: what it has read is there. */
  readonly runChecklist: Scanner["runChecklist"];
  /** It runs the rules about whole projects as well. */
  readonly scanProject: Scanner["scanProject"];
  /** The checklist of a folder was answered. */
  checklistChanged(folder: string): void;
  /** Findings were published, or taken back. */
  findingsChanged(): void;
  /** Files or folders came, changed or went. */
  filesChanged(paths: readonly string[]): void;
  /** A team's guide was read anew. */
  guideChanged(): Promise<void>;
  settingsChanged(): void;
  /** Folders were added to the workspace, or left it. */
  foldersChanged(): void;
  /** Lets all files of the folders be checked, or halts that. */
  checkFiles(run: boolean): void;
}

export interface FolderPlace {
  readonly folder: string;
  readonly root: Root;
}

export interface LifecyclesOptions {
  readonly connection: Connection;
  readonly files: FileSystem;
  readonly projects: Projects;
  readonly checker: Pick<Checker, "outcomes">;
  readonly settings: Settings;
  readonly guides: TeamGuides;
  readonly workspaceFolders: () => readonly string[];
  readonly onTools: (guide: Guide) => void;
  /** The last answers of the checklist for a folder. */
  readonly checklistOf: (folder: string) => ChecklistResult | undefined;
  readonly ofProjects: Pick<ProjectFindings, "in" | "scannerDied">;
  /** The module that the thread runs which reads folders as a whole. */
  readonly script: string;
}

export function openLifecycles(options: LifecyclesOptions): Lifecycles {
  const { connection, files, projects, guides, settings, workspaceFolders } = options;
  const views = new Map<string, Promise<FolderView>>();
  const scanner = openScanner({
    script: options.script,
    onProblem: (problem) => connection.console.error(problem),
    onDeath: () => {
      options.ofProjects.scannerDied();
      void each((view) => view.scannerDied());
    },
  });

  const each = async (act: (view: FolderView) => unknown): Promise<void> => {
    for (const view of [...views.values()]) await act(await view);
  };

  const projectAt = async (path: string | undefined): Promise<Project | undefined> => {
    if (path === undefined) return undefined;
    // What lies in a folder stands for the folder.
    const isFolder = (await files.stat(path))?.type === "directory";
    return projects.of(isFolder ? joinPath(path, "any") : path);
  };

  const open = async (folder: string, root: string): Promise<FolderView> => {
    const [guide] = await Promise.all([guides.of(root), settings.of(uriOf(folder))]);
    return openFolderView(guide, { ...options, folder, root, scanner });
  };
  const viewOf = (folder: string, root: string): Promise<FolderView> => {
    let view = views.get(folder);
    if (view === undefined) views.set(folder, (view = open(folder, root)));
    return view;
  };

  const placeOf = async (uri: string | undefined): Promise<FolderPlace | undefined> => {
    const path = uri === undefined ? workspaceFolders()[0] : pathOf(uri);
    const project = await projectAt(path);
    if (project === undefined || path === undefined) return undefined;
    const [folder = project.root.folder] = workspaceFolders()
      .filter((candidate) => within(candidate, path) !== undefined)
      .sort((a, b) => b.length - a.length);
    return { folder, root: project.root };
  };

  return {
    ...{ projectAt, placeOf },
    runChecklist: (run, listener) => scanner.runChecklist(run, listener),
    scanProject: (root, onNews) => scanner.scanProject(root, onNews),
    answer: async ({ uri }) => {
      const place = await placeOf(uri);
      return place === undefined ? null : (await viewOf(place.folder, place.root.folder)).whole();
    },
    checklistChanged: (folder) => void views.get(folder)?.then((view) => view.checklistChanged()),
    findingsChanged: () => void each((view) => view.findingsChanged()),
    filesChanged: (paths) => scanner.changed(paths),
    guideChanged: () => each(async (view) => view.guideChanged(await guides.of(view.root))),
    settingsChanged: () => void each((view) => view.settingsChanged()),
    foldersChanged: () => {
      const gone = [...views.keys()].filter((folder) => !workspaceFolders().includes(folder));
      for (const folder of gone) {
        void views.get(folder)?.then((view) => view.close());
        views.delete(folder);
      }
    },
    checkFiles: (run) => void each((view) => view.checkFiles(run)),
  };
}
