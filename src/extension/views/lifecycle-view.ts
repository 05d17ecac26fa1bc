import * as vscode from "vscode";
import type { Lifecycle } from "../../protocol.js";
import type { LifecycleState, LifecycleStore } from "../lifecycle.js";
import type { Progress } from "../progress.js";
import { findingTotal } from "./finding-rows.js";
import { lifecycleFilters, lifecycleRows, type LifecycleFilter } from "./lifecycle-rows.js";
import { RowTree } from "./row-tree.js";

/** The stages of the project, with all that is known of each. */
export interface LifecycleView {
  readonly registration: vscode.Disposable;
  filter(filter: LifecycleFilter): Promise<void>;
  currentFilter(): LifecycleFilter;
}

const filterKey = "lifecycle.filter";

/** Asks for nothing until the view is seen. */
export function registerLifecycleView(
  store: LifecycleStore,
  progress: Progress,
  memory: vscode.Memento,
): LifecycleView {
  const currentFilter = (): LifecycleFilter => {
    const kept = memory.get<string>(filterKey);
    return lifecycleFilters.find((filter) => filter === kept) ?? "all";
  };
  const rowsOf = (state: LifecycleState): ReturnType<typeof lifecycleRows> => {
    if (typeof state === "string") return [];
    const reader = { role: progress.role(), read: progress.read() };
    return lifecycleRows(state, currentFilter(), reader, vscode.l10n.t);
  };
  const tree = new RowTree(async () => {
    const state = await store.load();
    dress(state);
    return rowsOf(state);
  });
  const view = vscode.window.createTreeView("mlPreflight.lifecycle", { treeDataProvider: tree, showCollapseAll: true });

  const dress = (state: LifecycleState): void => {
    const filter = currentFilter();
    void vscode.commands.executeCommand("setContext", "mlPreflight.lifecycleEmpty", emptyWord(state, filter));
    const words = [filterWord(filter), typeof state === "string" ? "" : scanWord(state)].filter((word) => word !== "");
    view.description = words.join(" · ");
    view.message = typeof state === "string" || !isWithoutTraces(state) ? "" : withoutTraces();
    view.badge = badgeOf(state);
  };
  const show = async (): Promise<void> => {
    if (!tree.isShown) return;
    const state = await store.load();
    dress(state);
    tree.show(rowsOf(state));
  };

  const registration = vscode.Disposable.from(
    view,
    tree,
    store.onDidChange(() => void show()),
    progress.onDidChange(() => void show()),
  );
  return {
    registration,
    currentFilter,
    filter: async (filter) => {
      await memory.update(filterKey, filter);
      await show();
    },
  };
}

/** Which welcome text is shown when there are no rows. */
function emptyWord(state: LifecycleState, filter: LifecycleFilter): string {
  return typeof state === "string" ? state : filter;
}

function filterWord(filter: LifecycleFilter): string {
  const t = vscode.l10n.t;
  return { all: "", findings: t("with findings"), tools: t("with tools"), role: t("of your role") }[filter];
}

function scanWord({ scan }: Lifecycle): string {
  return scan.state === "reading" ? vscode.l10n.t("reading {0} files", scan.files) : "";
}

/** A project that was read, and shows no trace of machine learning. */
function isWithoutTraces({ scan, tools, findings }: Lifecycle): boolean {
  return scan.state === "done" && Object.keys(tools).length === 0 && Object.keys(findings).length === 0;
}

function withoutTraces(): string {
  return vscode.l10n.t("No machine learning code was seen in this folder. The guide is here all the same.");
}

/** None at zero: it is there to be brought down. */
function badgeOf(state: LifecycleState): vscode.ViewBadge | undefined {
  if (typeof state === "string") return undefined;
  const value = Object.values(state.findings).reduce((sum, findings) => sum + findingTotal(findings), 0);
  if (value === 0) return undefined;
  const t = vscode.l10n.t;
  return {
    value,
    tooltip: value === 1 ? t("1 finding in the open files") : t("{0} findings in the open files", value),
  };
}
