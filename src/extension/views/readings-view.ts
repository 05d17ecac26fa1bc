import * as vscode from "vscode";
import type { LifecycleGuide } from "../../protocol.js";
import { guideOf, type LifecycleStore } from "../lifecycle.js";
import type { Notes } from "../notes.js";
import type { Progress } from "../progress.js";
import { progressOn, walkOf } from "./path.js";
import { allReadings, readingRows, type ReaderState } from "./path-rows.js";
import type { Subject } from "./row.js";
import type { RowHandle } from "./row-tree.js";
import { registerRowView } from "./row-view.js";

/** What to read, in the order of the reader's role, with what is done. */
export interface ReadingsView {
  readonly registration: vscode.Disposable;
  /** Shows where a reading stands, when the view is seen. */
  reveal(reading: string): Promise<void>;
  /** Ticks off the row that the keys have just chosen, or takes its tick away; a row without a box opens or closes. */
  toggle(): Promise<void>;
}

export function registerReadingsView(store: LifecycleStore, progress: Progress, notes: Notes): ReadingsView {
  const reader = (): ReaderState => ({
    role: progress.role(),
    read: progress.read(),
    mastered: progress.mastered(),
    answered: notes.answered(),
  });
  const { registration, view, tree } = registerRowView({
    ...{ id: "mlPreflight.readings", store },
    options: { manageCheckboxStateManually: true },
    changes: [progress.onDidChange, notes.onDidChange],
    prepare: async (state) => {
      if (typeof state !== "string") await notes.load(guideOf(state)?.goals ?? []);
    },
    rows: (state) => {
      const guide = typeof state === "string" ? undefined : guideOf(state);
      return guide === undefined ? [] : readingRows(guide, reader(), vscode.l10n.t);
    },
    dress: (shown, state) => {
      const guide = typeof state === "string" ? undefined : guideOf(state);
      const empty = typeof state === "string" ? state : "no-role";
      void vscode.commands.executeCommand("setContext", "mlPreflight.readingsEmpty", empty);
      shown.description = guide === undefined ? "" : progressText(guide, reader());
    },
  });

  const touched = lastTouched(view);
  const ticked = view.onDidChangeCheckboxState(async ({ items }) => {
    for (const [{ row }, state] of items) {
      await tick(row.subject, state === vscode.TreeItemCheckboxState.Checked, progress);
    }
  });
  return {
    registration: vscode.Disposable.from(registration, touched.registration, ticked),
    reveal: async (reading) => {
      const row = tree.find(({ subject }) => subject?.kind === "reading" && subject.id === reading);
      if (row !== undefined && view.visible) await view.reveal(row, { select: true, focus: false });
    },
    toggle: async () => {
      const handle = touched.row();
      if (handle?.row.isChecked === undefined) {
        await vscode.commands.executeCommand("list.toggleExpand");
        return;
      }
      await tick(handle.row.subject, !handle.row.isChecked, progress);
      await view.reveal(handle, { select: true, focus: true });
    },
  };
}

/**
 * The editor tells extensions which rows are chosen, not which one the keys are on. So the key that ticks off has the
 * editor choose its row first, or unchoose it, and the row is the one whose state has just changed.
 */
function lastTouched(view: vscode.TreeView<RowHandle>): {
  readonly registration: vscode.Disposable;
  row(): RowHandle | undefined;
} {
  let before: readonly RowHandle[] = [];
  let row: RowHandle | undefined;
  const registration = view.onDidChangeSelection(({ selection }) => {
    const added = selection.find((one) => !before.includes(one));
    const removed = before.find((one) => !selection.includes(one));
    row = added ?? removed ?? row;
    before = selection;
  });
  return { registration, row: () => row };
}

async function tick(subject: Subject | undefined, isDone: boolean, progress: Progress): Promise<void> {
  if (subject?.kind === "reading") await progress.mark("read", [subject.id], isDone);
  if (subject?.kind === "goal") await progress.mark("mastered", [subject.id], isDone);
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
