import type { Connection } from "vscode-languageserver";
import type { ChecklistResult } from "../checklist/result.js";
import type { Guide } from "../guide/content.js";
import type { ItemState } from "../protocol-checklist.js";
import {
  type Lifecycle,
  type LifecycleChange,
  lifecycleChangeNotification,
  type StageFindings,
  type ToolInUse,
} from "../protocol.js";
import { openTold } from "./changed-entries.js";
import { checklistNumbers, itemStates } from "./checklist/item-states.js";
import type { Checker } from "./checker.js";
import { lifecycleGuide } from "./lifecycle-guide.js";
import type { ListedFinding, ScanNews } from "./scan/messages.js";
import type { Scanner } from "./scan/scanner.js";
import type { ProjectFindings } from "./project-findings.js";
import type { Settings } from "./settings.js";
import { stageFindings } from "./stage-findings.js";
import type { TeamGuide } from "./team-guides.js";
import { uriOf } from "./uris.js";

/** What a view of the lifecycle shows of one folder, and the telling of what changes. */
export interface FolderView {
  readonly folder: string;
  /** The folder of its project, whose guide counts. */
  readonly root: string;
  whole(): Lifecycle;
  findingsChanged(): void;
  guideChanged(guide: TeamGuide): void;
  /** The checklist was answered. */
  checklistChanged(): void;
  settingsChanged(): Promise<void>;
  /** Lets all files be checked, whatever the settings say, or halts that. */
  checkFiles(run: boolean): void;
  /** The thread that read the folder has died. */
  scannerDied(): void;
  close(): void;
}

export interface FolderViewOptions {
  readonly folder: string;
  readonly root: string;
  readonly connection: Connection;
  readonly checker: Pick<Checker, "outcomes">;
  readonly settings: Settings;
  readonly scanner: Scanner;
  /** The folder is read for tools: from now on their files are to be watched. */
  readonly onTools: (guide: Guide) => void;
  readonly checklistOf: (folder: string) => ChecklistResult | undefined;
  /** The findings of the rules about whole projects. */
  readonly ofProjects: Pick<ProjectFindings, "in">;
}

/** The settings of the folder have been asked for. */
export function openFolderView(firstGuide: TeamGuide, options: FolderViewOptions): FolderView {
  const { folder, root, connection, checker, settings, scanner, onTools, checklistOf, ofProjects } = options;
  const isWhole = (): boolean => settings.peek(uriOf(folder)).scope === "workspace";
  const told = { findings: openTold<StageFindings>(), items: openTold<ItemState>() };
  const read = new Map<string, readonly ListedFinding[]>();
  const tools = new Map<string, ToolInUse>();
  let team = firstGuide;
  let guide = lifecycleGuide(team);
  let scan: Lifecycle["scan"] = { state: "waiting", files: 0 };
  let check: Lifecycle["check"] = { state: isWhole() ? "reading" : "off", files: 0, of: 0 };
  let isOpen = false;

  const findings = () =>
    stageFindings(folder, check.state === "off" ? noFindings : joined(read, ofProjects.in(folder)), checker, settings);
  const items = (): ReadonlyMap<string, ItemState> => itemStates(guide.items, checklistOf(folder));

  const tell = (change: { readonly [K in keyof LifecycleChange]?: LifecycleChange[K] | undefined }): void => {
    const parts = Object.entries(change).filter(([, part]) => part !== undefined);
    if (parts.length === 0) return;
    const whole: LifecycleChange = { root: uriOf(folder), ...Object.fromEntries(parts) };
    void connection.sendNotification(lifecycleChangeNotification, whole);
  };

  const take = (news: ScanNews): void => {
    for (const [path, found] of news.findings ?? []) {
      if (found.length === 0) read.delete(path);
      else read.set(path, found);
    }
    for (const [id, tool] of Object.entries(news.tools ?? {})) {
      if (tool === null) tools.delete(id);
      else tools.set(id, tool);
    }
    if (news.scan !== undefined) scan = news.scan;
    // What was on its way when the checks were turned off comes too late.
    const isChecked = check.state !== "off";
    if (news.check !== undefined && isChecked) check = news.check;
    tell({
      scan: news.scan,
      tools: news.tools,
      check: isChecked ? news.check : undefined,
      findings: news.findings !== undefined && isChecked ? told.findings.changes(findings()) : undefined,
    });
  };

  const setChecks = (state: "off" | "reading" | "stopped"): void => {
    check = { ...check, state };
    if (isOpen) scanner.setChecks(folder, state === "reading");
    else open();
    tell({ check, findings: told.findings.changes(findings()) });
  };
  const open = (): void => {
    isOpen = true;
    read.clear();
    tools.clear();
    onTools(team.guide);
    scanner.open(folder, team.guide.tools, check.state === "reading", take);
  };
  return {
    ...{ folder, root },
    whole: () => {
      const now = { findings: findings(), items: items() };
      told.findings.changes(now.findings);
      told.items.changes(now.items);
      // The answer goes out before the first news.
      setImmediate(() => {
        if (!isOpen) open();
      });
      return {
        ...{ root: uriOf(folder), guide, scan, check, checklist: checklistNumbers(checklistOf(folder)) },
        findings: Object.fromEntries(now.findings),
        items: Object.fromEntries(now.items),
        tools: Object.fromEntries(tools),
      };
    },
    findingsChanged: () => tell({ findings: told.findings.changes(findings()) }),
    guideChanged: (next) => {
      const before = { guide: JSON.stringify(guide), tools: JSON.stringify(team.guide.tools) };
      team = next;
      guide = lifecycleGuide(team);
      if (JSON.stringify(guide) !== before.guide) tell({ guide, items: told.items.changes(items()) });
      if (!isOpen || JSON.stringify(team.guide.tools) === before.tools) return;
      onTools(team.guide);
      scanner.setTools(folder, team.guide.tools);
    },
    checklistChanged: () =>
      tell({ items: told.items.changes(items()), checklist: checklistNumbers(checklistOf(folder)) }),
    settingsChanged: async () => {
      await settings.of(uriOf(folder));
      const isOff = check.state === "off";
      if (isOff === isWhole()) setChecks(isOff ? "reading" : "off");
      else tell({ findings: told.findings.changes(findings()) });
    },
    checkFiles: (run) => {
      const isGoing = check.state === "reading";
      if (run !== isGoing && (run || isGoing)) setChecks(run ? "reading" : "stopped");
    },
    scannerDied: () => {
      isOpen = false;
      scan = { ...scan, state: "done" };
      if (check.state !== "off") check = { ...check, state: "stopped" };
      tell({ scan, check });
    },
    close: () => scanner.close(folder),
  };
}

/** Both findings of each file. */
function joined(
  read: ReadonlyMap<string, readonly ListedFinding[]>,
  others: ReadonlyMap<string, readonly ListedFinding[]>,
): ReadonlyMap<string, readonly ListedFinding[]> {
  if (others.size === 0) return read;
  const all = new Map(read);
  for (const [path, findings] of others) all.set(path, [...(read.get(path) ?? []), ...findings]);
  return all;
}

const noFindings: ReadonlyMap<string, readonly ListedFinding[]> = new Map();
