import {
  type Connection,
  type DidChangeNotebookDocumentParams,
  type NotebookCell,
  NotebookCellKind,
  type TextDocumentItem,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Notebook, NotebookCell as StoredCell } from "../syntax/notebook/notebook.js";
import { type ReadStored, withStored } from "./stored-notebook.js";

/** A notebook that is open in the editor, as it is now; another value after every change. */
export interface OpenNotebook {
  readonly uri: string;
  /** Our own count: the editor's may stay the same while the text of a cell changes. */
  readonly version: number;
  /** In order. */
  readonly cells: readonly OpenCell[];
  /** The cells of its file, as they were when it was opened or saved last. */
  readonly stored: Promise<readonly StoredCell[]>;
}

export interface OpenCell {
  readonly isCode: boolean;
  readonly document: TextDocument;
  /** The count that the kernel gave it when it ran last. */
  readonly executionOrder: number | undefined;
  /** The text that it had then. */
  readonly ranAs: string | undefined;
}

/** The notebooks that are open, with the texts of their cells, which are no documents of their own. */
export interface Notebooks {
  get(uri: string): OpenNotebook | undefined;
  keys(): string[];
  /** The notebook that a cell is in. */
  ofCell(cellUri: string): OpenNotebook | undefined;
  /** Has the file of an open notebook read again, which something else has written. */
  reread(uri: string): void;
}

export interface NotebookEvents {
  opened(uri: string): void;
  changed(uri: string): void | Promise<void>;
  saved(uri: string): void;
  closed(uri: string): void | Promise<void>;
}

/**
 * Follows what the editor tells of notebooks. The library's own list of them says nothing when a cell is moved, because
 * no text is opened or closed then.
 */
export function openNotebooks(connection: Connection, events: NotebookEvents, read: ReadStored): Notebooks {
  const notebooks = new Map<string, OpenNotebook>();
  const homes = new Map<string, string>();
  let version = 0;

  const readStored = (uri: string): OpenNotebook["stored"] =>
    read(uri).catch((error: unknown) => {
      connection.console.error(`The file of ${uri} could not be read. ${String(error)}`);
      return [];
    });
  const put = (uri: string, cells: readonly OpenCell[], stored = readStored(uri)): void => {
    version++;
    for (const { document } of notebooks.get(uri)?.cells ?? []) homes.delete(document.uri);
    for (const { document } of cells) homes.set(document.uri, uri);
    notebooks.set(uri, { uri, version, cells, stored });
  };

  const reread = (uri: string): void => {
    const notebook = notebooks.get(uri);
    if (notebook !== undefined) put(uri, notebook.cells);
  };

  const { synchronization } = connection.notebooks;
  synchronization.onDidOpenNotebookDocument(({ notebookDocument: { uri, cells }, cellTextDocuments }) => {
    put(uri, readCells(cells, textsOf(cellTextDocuments), []));
    events.opened(uri);
  });
  synchronization.onDidChangeNotebookDocument(({ notebookDocument: { uri }, change }) => {
    const before = notebooks.get(uri);
    if (before === undefined || change.cells === undefined) return;
    put(uri, changedCells(before.cells, change.cells), before.stored);
    void events.changed(uri);
  });
  synchronization.onDidSaveNotebookDocument(({ notebookDocument: { uri } }) => {
    if (!notebooks.has(uri)) return;
    reread(uri);
    events.saved(uri);
  });
  synchronization.onDidCloseNotebookDocument(({ notebookDocument: { uri } }) => {
    for (const { document } of notebooks.get(uri)?.cells ?? []) homes.delete(document.uri);
    if (notebooks.delete(uri)) void events.closed(uri);
  });

  return {
    get: (uri) => notebooks.get(uri),
    keys: () => [...notebooks.keys()],
    ofCell: (cellUri) => {
      const home = homes.get(cellUri);
      return home === undefined ? undefined : notebooks.get(home);
    },
    reread,
  };
}

type CellChanges = NonNullable<DidChangeNotebookDocumentParams["change"]["cells"]>;

function changedCells(before: readonly OpenCell[], { structure, data, textContent }: CellChanges): OpenCell[] {
  const texts = textsOf(structure?.didOpen ?? []);
  // A cell that was moved is taken out and put in again, and its text stays open.
  for (const { document } of before) if (!texts.has(document.uri)) texts.set(document.uri, document);
  let cells = [...before];
  if (structure !== undefined) {
    const { start, deleteCount, cells: added = [] } = structure.array;
    cells.splice(start, deleteCount, ...readCells(added, texts, before));
  }
  const newData = new Map((data ?? []).map((cell) => [cell.document, cell]));
  cells = cells.map((cell) => {
    const changed = newData.get(cell.document.uri);
    return changed === undefined ? cell : readCell(changed, texts, before);
  });
  for (const { document, changes } of textContent ?? []) {
    const text = cells.find((cell) => cell.document.uri === document.uri)?.document;
    if (text !== undefined) TextDocument.update(text, changes, document.version);
  }
  return cells;
}

function textsOf(items: readonly TextDocumentItem[]): Map<string, TextDocument> {
  return new Map(
    items.map(({ uri, languageId, version, text }) => [uri, TextDocument.create(uri, languageId, version, text)]),
  );
}

function readCells(
  cells: readonly NotebookCell[],
  texts: ReadonlyMap<string, TextDocument>,
  before: readonly OpenCell[],
): OpenCell[] {
  return cells.map((cell) => readCell(cell, texts, before));
}

function readCell(
  { kind, document: uri, executionSummary }: NotebookCell,
  texts: ReadonlyMap<string, TextDocument>,
  before: readonly OpenCell[],
): OpenCell {
  // Cells are known by their number, so one without a text keeps its place.
  const document = texts.get(uri) ?? TextDocument.create(uri, "plaintext", 0, "");
  const executionOrder = executionSummary?.executionOrder;
  const known = before.find((one) => one.document.uri === uri && one.executionOrder === executionOrder);
  const ranAs = executionOrder === undefined ? undefined : (known?.ranAs ?? document.getText());
  return { isCode: kind === NotebookCellKind.Code, document, executionOrder, ranAs };
}

/** As the editor tells it, which is without outputs. */
export function contentOf({ cells }: OpenNotebook): Notebook {
  return {
    cells: cells.map(({ isCode, document, executionOrder, ranAs }) => ({
      kind: isCode ? "code" : "markdown",
      language: document.languageId.toLowerCase(),
      text: document.getText(),
      executionCount: executionOrder,
      isEdited: ranAs !== undefined && ranAs !== document.getText(),
      outputs: [],
    })),
  };
}

/** The same with what its file tells of the cells. */
export async function withFile(content: Notebook, { stored }: OpenNotebook): Promise<Notebook> {
  return withStored(content, await stored);
}
