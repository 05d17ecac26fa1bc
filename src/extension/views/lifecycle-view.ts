import * as vscode from "vscode";
import type { FolderLifecycle, LifecycleStore } from "../lifecycle.js";
import type { Progress } from "../progress.js";
import { checkWords } from "./check-words.js";
import { findingTotal } from "./finding-rows.js";
import { type FolderMemory, folderRows } from "./folder-rows.js";
import { lifecycleFilters, type LifecycleFilter } from "./lifecycle-rows.js";
import { registerRowView } from "./row-view.js";
import { openViewProgress } from "./view-progress.js";

/** The stages of each folder, with all that is known of each. */
export interface LifecycleView {
  readonly registration: vscode.Disposable;
  filter(filter: LifecycleFilter): Promise<void>;
  currentFilter(): LifecycleFilter;
}

const id = "mlPreflight.lifecycle";
const filterKey = "lifecycle.filter";

export function registerLifecycleView(
  store: LifecycleStore,
  progress: Progress,
  memory: vscode.Memento,
): LifecycleView {
  const currentFilter = (): LifecycleFilter => {
    const kept = memory.get<string>(filterKey);
    return lifecycleFilters.find((filter) => filter === kept) ?? "all";
  };
  const bar = openViewProgress(id);
  const memories: FolderMemory = new Map();
  const rowView = registerRowView({
    ...{ id, store },
    changes: [progress.onDidChange],
    rows: (state) => {
      if (typeof state === "string") return [];
      const reader = { role: progress.role(), read: progress.read() };
      return folderRows(state, currentFilter(), reader, vscode.l10n.t, memories);
    },
    dress: (view, state) => {
      const folders = typeof state === "string" ? [] : state;
      const filter = currentFilter();
      setContext("lifecycleEmpty", typeof state === "string" ? state : filter);
      setContext("lifecycleCheck", checkState(folders));
      bar.show(folders.some(({ lifecycle }) => isReading(lifecycle)));
      view.description = [filterWord(filter), ...checkWords(folders, vscode.l10n.t)]
        .filter((word) => word !== "")
        .join(" · ");
      view.message = folders.length > 0 && folders.every(isWithoutTraces) ? withoutTraces() : "";
      view.badge = badgeOf(folders);
    },
  });
  return {
    registration: vscode.Disposable.from(rowView.registration, bar.registration),
    currentFilter,
    filter: async (filter) => {
      await memory.update(filterKey, filter);
      await rowView.show();
    },
  };
}

function setContext(name: string, value: string): void {
  void vscode.commands.executeCommand("setContext", `mlPreflight.${name}`, value);
}

/** Which of the buttons is there: to halt the checks, or to let them go on. */
function checkState(folders: readonly FolderLifecycle[]): "reading" | "stopped" | "done" {
  const states = folders.map(({ lifecycle }) => lifecycle.check.state);
  if (states.includes("reading")) return "reading";
  return states.some((state) => state === "stopped" || state === "off") ? "stopped" : "done";
}

function isReading({ scan, check }: FolderLifecycle["lifecycle"]): boolean {
  return scan.state === "reading" || check.state === "reading";
}

function filterWord(filter: LifecycleFilter): string {
  const t = vscode.l10n.t;
  return { all: "", findings: t("with findings"), tools: t("with tools"), role: t("of your role") }[filter];
}

/** A folder that was read, and shows no trace of machine learning. */
function isWithoutTraces({ lifecycle: { scan, check, tools, findings } }: FolderLifecycle): boolean {
  const isRead = scan.state === "done" && check.state !== "reading";
  return isRead && Object.keys(tools).length === 0 && Object.keys(findings).length === 0;
}

function withoutTraces(): string {
  return vscode.l10n.t("No machine learning code was seen in this folder. The guide is here all the same.");
}

/** None at zero: it is there to be brought down. */
function badgeOf(folders: readonly FolderLifecycle[]): vscode.ViewBadge | undefined {
  const all = folders.flatMap(({ lifecycle }) => Object.values(lifecycle.findings));
  const value = all.reduce((sum, findings) => sum + findingTotal(findings), 0);
  if (value === 0) return undefined;
  const t = vscode.l10n.t;
  return { value, tooltip: value === 1 ? t("1 finding") : t("{0} findings", value) };
}
