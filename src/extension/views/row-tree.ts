import * as vscode from "vscode";
import { changedRows } from "./changed-rows.js";
import { commandOf } from "./open-target.js";
import type { Row, Subject, Target } from "./row.js";

/** A row as VS Code holds it: the same object for as long as the row's id is there. */
export interface RowHandle {
  row: Row;
  readonly parent: RowHandle | undefined;
}

/** Shows rows in a tree view, and draws again only those that changed. */
export class RowTree implements vscode.TreeDataProvider<RowHandle>, vscode.Disposable {
  readonly #load: () => Promise<readonly Row[]>;
  readonly #changed = new vscode.EventEmitter<RowHandle[] | undefined>();
  readonly #handles = new Map<string, RowHandle>();
  #rows: readonly Row[] | undefined;
  readonly onDidChangeTreeData = this.#changed.event;

  /** `load` is called when the view is first shown, not before. */
  constructor(load: () => Promise<readonly Row[]>) {
    this.#load = load;
  }

  /** True from the moment that the view has been shown. */
  get isShown(): boolean {
    return this.#rows !== undefined;
  }

  show(rows: readonly Row[]): void {
    const before = this.#rows ?? [];
    const changed = changedRows(before, rows);
    this.#take(rows);
    if (changed === "everything") this.#changed.fire(undefined);
    else if (changed.length > 0) this.#changed.fire(changed.flatMap((id) => this.#handles.get(id) ?? []));
  }

  /** The first row of which the condition holds. */
  find(isWanted: (row: Row) => boolean): RowHandle | undefined {
    return [...this.#handles.values()].find(({ row }) => isWanted(row));
  }

  async getChildren(handle?: RowHandle): Promise<RowHandle[]> {
    if (handle === undefined && this.#rows === undefined) this.#take(await this.#load());
    const rows = (handle === undefined ? this.#rows : handle.row.children) ?? [];
    return rows.flatMap(({ id }) => this.#handles.get(id) ?? []);
  }

  getParent({ parent }: RowHandle): RowHandle | undefined {
    return parent;
  }

  getTreeItem({ row }: RowHandle): vscode.TreeItem {
    return itemOf(row);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #take(rows: readonly Row[]): void {
    const gone = new Set(this.#handles.keys());
    const take = (row: Row, parent: RowHandle | undefined): void => {
      gone.delete(row.id);
      const known = this.#handles.get(row.id);
      const handle = known !== undefined && known.parent === parent ? known : { row, parent };
      handle.row = row;
      this.#handles.set(row.id, handle);
      for (const child of row.children ?? []) take(child, handle);
    };
    for (const row of rows) take(row, undefined);
    for (const id of gone) this.#handles.delete(id);
    this.#rows = rows;
  }
}

/** What the row of a menu's command is about; undefined when the command was not called from a row of ours. */
export function subjectOf(argument: unknown): Subject | undefined {
  return isHandle(argument) ? argument.row.subject : undefined;
}

/** Where a click on the row leads that a command of a menu is given. */
export function targetOf(argument: unknown): Target | undefined {
  return isHandle(argument) ? argument.row.opens : undefined;
}

function isHandle(value: unknown): value is RowHandle {
  return typeof value === "object" && value !== null && "row" in value && "parent" in value;
}

function itemOf(row: Row): vscode.TreeItem {
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const state = row.children === undefined ? None : row.isOpenAtFirst === true ? Expanded : Collapsed;
  const item = new vscode.TreeItem(row.label, state);
  item.id = row.id;
  item.contextValue = row.context;
  item.accessibilityInformation = { label: row.spoken };
  if (row.description !== undefined) item.description = row.description;
  if (row.tooltip !== undefined) item.tooltip = new vscode.MarkdownString(row.tooltip);
  if (row.icon !== undefined) {
    const { name, color } = row.icon;
    item.iconPath = new vscode.ThemeIcon(name, color === undefined ? undefined : new vscode.ThemeColor(color));
  }
  if (row.isChecked !== undefined) item.checkboxState = checkbox(row);
  if (row.opens !== undefined) item.command = commandOf(row.opens);
  return item;
}

function checkbox({ isChecked = false, label }: Row): NonNullable<vscode.TreeItem["checkboxState"]> {
  const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
  const tooltip = isChecked ? vscode.l10n.t("Done") : vscode.l10n.t("Not done yet");
  return { state: isChecked ? Checked : Unchecked, tooltip, accessibilityInformation: { label } };
}
