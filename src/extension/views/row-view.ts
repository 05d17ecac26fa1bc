import * as vscode from "vscode";
import type { LifecycleState, LifecycleStore } from "../lifecycle.js";
import type { Row } from "./row.js";
import { RowTree, type RowHandle } from "./row-tree.js";

/** A tree view of rows that are made of what is known of the folders. */
export interface RowView {
  readonly registration: vscode.Disposable;
  readonly view: vscode.TreeView<RowHandle>;
  readonly tree: RowTree;
  /** Shows the rows as they are now, if the view was seen before. */
  show(): Promise<void>;
}

export interface RowViewOptions {
  readonly id: string;
  readonly store: LifecycleStore;
  readonly options?: Partial<vscode.TreeViewOptions<RowHandle>>;
  /** What else the rows are made of. */
  readonly changes: readonly vscode.Event<void>[];
  /** Before the rows are made for the first time. */
  readonly prepare?: (state: LifecycleState) => Promise<void>;
  readonly rows: (state: LifecycleState) => readonly Row[];
  /** Puts up what stands around the rows. */
  readonly dress: (view: vscode.TreeView<RowHandle>, state: LifecycleState) => void;
}

/** Asks for nothing until the view is seen. */
export function registerRowView({ id, store, options, changes, prepare, rows, dress }: RowViewOptions): RowView {
  const tree = new RowTree(async () => {
    const state = await store.load();
    await prepare?.(state);
    dress(view, state);
    return rows(state);
  });
  const view = vscode.window.createTreeView(id, { treeDataProvider: tree, showCollapseAll: true, ...options });
  const show = async (): Promise<void> => {
    if (!tree.isShown) return;
    const state = await store.load();
    dress(view, state);
    tree.show(rows(state));
  };
  const registration = vscode.Disposable.from(
    view,
    tree,
    store.onDidChange(() => void show()),
    ...changes.map((event) => event(() => void show())),
  );
  return { registration, view, tree, show };
}
