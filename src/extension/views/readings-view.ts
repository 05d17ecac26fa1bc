import * as vscode from "vscode";
import type { LifecycleGuide } from "../../protocol.js";
import type { LifecycleState, LifecycleStore } from "../lifecycle.js";
import type { Notes } from "../notes.js";
import type { Progress } from "../progress.js";
import { progressOn, walkOf } from "./path.js";
import { allReadings, readingRows, type ReaderState } from "./path-rows.js";
import { RowTree, type RowHandle } from "./row-tree.js";

/** What to read, in the order of the reader's role, with what is done. */
export interface ReadingsView {
  readonly registration: vscode.Disposable;
  /** Shows where a reading stands, when the view is seen. */
  reveal(reading: string): Promise<void>;
}

/** Asks for nothing until the view is seen. */
export function registerReadingsView(store: LifecycleStore, progress: Progress, notes: Notes): ReadingsView {
  const reader = (): ReaderState => ({
    role: progress.role(),
    read: progress.read(),
    mastered: progress.mastered(),
    answered: notes.answered(),
  });
  const rowsOf = (state: LifecycleState): ReturnType<typeof readingRows> =>
    typeof state === "string" ? [] : readingRows(state.guide, reader(), vscode.l10n.t);
  const tree = new RowTree(async () => {
    const state = await store.load();
    if (typeof state !== "string") await notes.load(state.guide.goals);
    dress(state);
    return rowsOf(state);
  });
  const view = vscode.window.createTreeView("mlPreflight.readings", {
    treeDataProvider: tree,
    showCollapseAll: true,
    manageCheckboxStateManually: true,
    canSelectMany: false,
  });

  const dress = (state: LifecycleState): void => {
    const empty = typeof state === "string" ? state : "no-role";
    void vscode.commands.executeCommand("setContext", "mlPreflight.readingsEmpty", empty);
    view.description = typeof state === "string" ? "" : progressText(state.guide, reader());
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
    notes.onDidChange(() => void show()),
    view.onDidChangeCheckboxState(({ items }) => void mark(items, progress)),
  );
  return {
    registration,
    reveal: async (reading) => {
      const row = tree.find(({ subject }) => subject?.kind === "reading" && subject.id === reading);
      if (row !== undefined && view.visible) await view.reveal(row, { select: true, focus: false });
    },
  };
}

async function mark(
  items: readonly (readonly [RowHandle, vscode.TreeItemCheckboxState])[],
  progress: Progress,
): Promise<void> {
  for (const [{ row }, state] of items) {
    const isDone = state === vscode.TreeItemCheckboxState.Checked;
    if (row.subject?.kind === "reading") await progress.mark("read", [row.subject.id], isDone);
    if (row.subject?.kind === "goal") await progress.mark("mastered", [row.subject.id], isDone);
  }
}

/** "4 of 20 · ML engineer": beside the view's title, where it moves nothing. */
function progressText(guide: LifecycleGuide, { role, read }: ReaderState): string {
  const walk = walkOf(guide, role);
  if (walk !== undefined) {
    const done = progressOn(walk, guide, read);
    return `${vscode.l10n.t("{0} of {1}", done.read, done.of)} · ${walk.path.title}`;
  }
  if (role !== allReadings) return "";
  const count = guide.readings.filter(({ id }) => read.has(id)).length;
  return vscode.l10n.t("{0} of {1} read", count, guide.readings.length);
}
