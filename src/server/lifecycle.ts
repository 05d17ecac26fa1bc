import type { Connection } from "vscode-languageserver";
import type { FileSystem } from "../project/file-system.js";
import { joinPath, within } from "../project/paths.js";
import { openToolsInUse, type ToolsInUse } from "../project/tools/tools-in-use.js";
import {
  type ItemState,
  type LifecycleChange,
  lifecycleChangeNotification,
  type LifecycleParams,
  type LifecycleResult,
  type StageFindings,
  type ToolInUse,
} from "../protocol.js";
import { openTold } from "./changed-entries.js";
import type { Checker } from "./checker.js";
import { lifecycleGuide } from "./lifecycle-guide.js";
import type { Project, Projects } from "./projects.js";
import type { Settings } from "./settings.js";
import { stageFindings } from "./stage-findings.js";
import type { TeamGuide, TeamGuides } from "./team-guides.js";
import { toolNode } from "./tool-nodes.js";
import { pathOf, uriOf } from "./uris.js";

/** What views of the lifecycle show of projects. Nothing is read for a project that no view has asked about. */
export interface Lifecycles {
  /** The project of a file or folder. */
  projectAt(path: string | undefined): Promise<Project | undefined>;
  answer(params: LifecycleParams): Promise<LifecycleResult>;
  /** Findings were published, or taken back. */
  findingsChanged(): void;
  /** A file or folder came, changed or went. */
  fileChanged(path: string): Promise<void>;
  /** A team's guide was read anew. */
  guideChanged(): Promise<void>;
}

export interface LifecyclesOptions {
  readonly connection: Connection;
  readonly files: FileSystem;
  readonly projects: Projects;
  readonly checker: Pick<Checker, "outcomes" | "idle">;
  readonly settings: Settings;
  readonly guides: TeamGuides;
  readonly workspaceFolders: () => readonly string[];
  /** A project is read for its tools for the first time: from now on its files are to be watched. */
  readonly onTools: (guide: TeamGuide) => void;
}

/** How many files go by between two notifications while a project is read. */
const step = 250;
/** How many files are looked at in one go. */
const breath = 10;

export function openLifecycles(options: LifecyclesOptions): Lifecycles {
  const { files, projects, checker, guides, workspaceFolders } = options;
  const views = new Map<string, Promise<View>>();

  const viewOf = (project: Project): Promise<View> => {
    const { folder } = project.root;
    let view = views.get(folder);
    if (view === undefined) {
      view = guides.of(folder).then((guide) => openView(project, guide, options));
      views.set(folder, view);
    }
    return view;
  };

  const each = async (act: (view: View) => unknown): Promise<void> => {
    for (const view of [...views.values()]) await act(await view);
  };

  const projectAt = async (path: string | undefined): Promise<Project | undefined> => {
    if (path === undefined) return undefined;
    // What lies in a folder stands for the folder.
    const isFolder = (await files.stat(path))?.type === "directory";
    return projects.of(isFolder ? joinPath(path, "any") : path);
  };

  return {
    projectAt,
    answer: async ({ uri }) => {
      const project = await projectAt(uri === undefined ? workspaceFolders()[0] : pathOf(uri));
      if (project === undefined) return null;
      await checker.idle();
      return (await viewOf(project)).whole();
    },
    findingsChanged: () => void each((view) => view.findingsChanged()),
    fileChanged: (path) => each((view) => view.fileChanged(path)),
    guideChanged: () => each(async (view) => view.guideChanged(await guides.of(view.root))),
  };
}

interface View {
  readonly root: string;
  whole(): NonNullable<LifecycleResult>;
  findingsChanged(): void;
  fileChanged(path: string): Promise<void>;
  guideChanged(guide: TeamGuide): void;
}

function openView(project: Project, firstGuide: TeamGuide, options: LifecyclesOptions): View {
  const { connection, files, projects, checker, settings } = options;
  const { folder } = project.root;
  const told = { findings: openTold<StageFindings>(), items: openTold<ItemState>(), tools: openTold<ToolInUse>() };
  let team = firstGuide;
  let guide = lifecycleGuide(team);
  let scan: NonNullable<LifecycleResult>["scan"] = { state: "waiting", files: 0 };
  let tools: ToolsInUse | undefined;

  const findings = () => stageFindings(folder, checker, settings);
  const items = (): ReadonlyMap<string, ItemState> => new Map(guide.items.map(({ id }) => [id, "not-run"]));
  const toolNodes = (): ReadonlyMap<string, ToolInUse> =>
    new Map((tools?.all() ?? []).map((used) => [used.tool.id, toolNode(folder, used)]));

  const tell = (change: { readonly [K in keyof LifecycleChange]?: LifecycleChange[K] | undefined }): void => {
    const parts = Object.entries(change).filter(([, part]) => part !== undefined);
    if (parts.length === 0) return;
    const whole: LifecycleChange = { root: uriOf(folder), ...Object.fromEntries(parts) };
    void connection.sendNotification(lifecycleChangeNotification, whole);
  };

  const readTools = async (): Promise<void> => {
    const { root, workspace } = project;
    const own = openToolsInUse({ files, configs: projects.configs, root, workspace, tools: team.guide.tools });
    tools = own;
    options.onTools(team);
    scan = { state: "reading", files: 0 };
    tell({ scan });
    await own.read(async (count) => {
      if (tools !== own) return;
      scan = { state: "reading", files: count };
      // Between two files whatever has arrived meanwhile comes first.
      if (count % breath === 0) await new Promise((resolve) => setImmediate(resolve));
      if (count % step !== 0) return;
      tell({ scan, tools: told.tools.changes(toolNodes()) });
      await checker.idle();
    });
    if (tools !== own) return;
    scan = { state: "done", files: scan.files };
    tell({ scan, tools: told.tools.changes(toolNodes()) });
  };

  const startTools = (): void => {
    readTools().catch((error: unknown) => {
      scan = { state: "done", files: scan.files };
      tell({ scan });
      connection.console.error(`The tools of ${folder} could not be found. ${String(error)}`);
    });
  };

  return {
    root: folder,
    whole: () => {
      const now = { findings: findings(), items: items(), tools: toolNodes() };
      told.findings.changes(now.findings);
      told.items.changes(now.items);
      told.tools.changes(now.tools);
      // The answer goes out before the first news.
      if (tools === undefined) setImmediate(startTools);
      return {
        ...{ root: uriOf(folder), guide, scan },
        findings: Object.fromEntries(now.findings),
        items: Object.fromEntries(now.items),
        tools: Object.fromEntries(now.tools),
      };
    },
    findingsChanged: () => tell({ findings: told.findings.changes(findings()) }),
    fileChanged: async (path) => {
      if (tools === undefined || within(folder, path) === undefined) return;
      const changed = await tools.refresh(path);
      if (changed.size > 0) tell({ tools: told.tools.changes(toolNodes()) });
    },
    guideChanged: (next) => {
      const before = { guide: JSON.stringify(guide), tools: JSON.stringify(team.guide.tools) };
      team = next;
      guide = lifecycleGuide(team);
      if (JSON.stringify(guide) !== before.guide) tell({ guide, items: told.items.changes(items()) });
      if (tools !== undefined && JSON.stringify(team.guide.tools) !== before.tools) startTools();
    },
  };
}
