/** One row of a view as plain data: everything that is shown and spoken, and what it is about. Rows are made anew at every change. */
export interface Row {
  /** Stays the same as long as the row is about the same thing, so that what is open and chosen stays so. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** Markdown. */
  readonly tooltip?: string;
  /** What a screen reader says in place of label and description. */
  readonly spoken: string;
  readonly icon?: RowIcon;
  /** What menus tell rows apart by. */
  readonly context: string;
  readonly isChecked?: boolean;
  /** What a click opens. */
  readonly opens?: Target;
  readonly subject?: Subject;
  /** A row with children, be they none, can be opened. */
  readonly children?: readonly Row[];
  readonly isOpenAtFirst?: boolean;
}

export interface RowIcon {
  /** The name of one of the editor's own icons. */
  readonly name: string;
  /** The name of a colour of the theme. */
  readonly color?: string;
}

/** What a click leads to. */
export type Target =
  /** A page of the guide, `/guide/data/splitting.md#time-order` for example. */
  | { readonly kind: "page"; readonly page: string }
  | PlaceTarget
  | { readonly kind: "web"; readonly url: string }
  | { readonly kind: "note"; readonly goal: string }
  | { readonly kind: "command"; readonly command: string }
  /** The panel of the checklist of a folder, at an item. */
  | { readonly kind: "checklist"; readonly root: string; readonly item?: string };

/** Lines and columns count from 0, the cells of a notebook from 1. */
export interface PlaceTarget {
  readonly kind: "place";
  readonly uri: string;
  readonly cell?: number;
  readonly line: number;
  readonly column: number;
}

/** What a row is about, for the commands of its menu. */
export type Subject =
  | { readonly kind: "finding"; readonly rule: string }
  | { readonly kind: "reading"; readonly id: string; readonly url: string | undefined }
  | { readonly kind: "goal"; readonly id: string }
  | { readonly kind: "tool"; readonly url: string }
  | { readonly kind: "stage"; readonly id: string }
  /** Of the checklist of the folder at an address. */
  | { readonly kind: "item"; readonly id: string; readonly root: string };

/** The words of the editor's language; `vscode.l10n.t` is one. */
export type Translate = (message: string, ...values: (string | number)[]) => string;
