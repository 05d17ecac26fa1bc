import { type NotebookCell, NotebookCellKind, type NotebookDocumentChangeEvent } from "vscode-languageserver";
import type { LspClient } from "./lsp-client.js";

export interface CellContent {
  readonly text: string;
  /** Python when left out; `markdown` makes it no code. */
  readonly language?: string;
  readonly executionOrder?: number;
}

/** A notebook in an editor without a screen, edited as a person edits it. */
export interface NotebookEditor {
  readonly uri: string;
  /** The addresses of its cells, in order, as they are now. */
  cells(): readonly string[];
  edit(index: number, text: string): Promise<void>;
  insert(index: number, cell: CellContent): Promise<void>;
  remove(index: number): Promise<void>;
  move(from: number, to: number): Promise<void>;
  /** Editors take a cell out and put it in again when it gets another language. */
  setLanguage(index: number, language: string): Promise<void>;
  run(index: number, executionOrder: number): Promise<void>;
  save(): Promise<void>;
  close(): Promise<void>;
}

export async function openNotebook(
  client: LspClient,
  uri: string,
  contents: readonly (CellContent | string)[],
): Promise<NotebookEditor> {
  const cells: NotebookCell[] = [];
  const languages = new Map<string, string>();
  let version = 1;
  let made = 0;

  const make = ({ text, language = "python", executionOrder }: CellContent): NotebookCell => {
    const document = `${uri.replace(/^\w+:(?:\/\/)?/, "vscode-notebook-cell:")}#W${made++}sZmlsZQ==`;
    client.texts.set(document, { version: 1, text });
    languages.set(document, language);
    return {
      kind: language === "markdown" ? NotebookCellKind.Markup : NotebookCellKind.Code,
      document,
      ...(executionOrder === undefined ? {} : { executionSummary: { executionOrder } }),
    };
  };
  const textItem = ({ document }: NotebookCell): object => ({
    ...{ uri: document, languageId: languages.get(document) },
    ...client.texts.get(document),
  });
  const tell = (changes: NotebookDocumentChangeEvent["cells"] | object): Promise<void> =>
    client.connection.sendNotification("notebookDocument/didChange", {
      notebookDocument: { uri, version: ++version },
      change: { cells: changes },
    });
  const at = (index: number): NotebookCell => {
    const cell = cells[index];
    if (cell === undefined) throw new Error(`There is no cell ${index}.`);
    return cell;
  };
  const putIn = (index: number, cell: NotebookCell): Promise<void> => {
    cells.splice(index, 0, cell);
    const array = { start: index, deleteCount: 0, cells: [cell] };
    return tell({ structure: { array, didOpen: [textItem(cell)], didClose: [] } });
  };
  const takeOut = (index: number): Promise<void> => {
    const cell = at(index);
    cells.splice(index, 1);
    const array = { start: index, deleteCount: 1 };
    return tell({ structure: { array, didOpen: [], didClose: [{ uri: cell.document }] } });
  };

  cells.push(...contents.map((cell) => make(typeof cell === "string" ? { text: cell } : cell)));
  await client.connection.sendNotification("notebookDocument/didOpen", {
    notebookDocument: { uri, notebookType: "jupyter-notebook", version, cells },
    cellTextDocuments: cells.map(textItem),
  });
  return {
    uri,
    cells: () => cells.map(({ document }) => document),
    edit: (index, text) => {
      const { document } = at(index);
      const next = (client.texts.get(document)?.version ?? 0) + 1;
      client.texts.set(document, { version: next, text });
      return tell({ textContent: [{ document: { uri: document, version: next }, changes: [{ text }] }] });
    },
    insert: (index, cell) => putIn(index, make(cell)),
    remove: takeOut,
    move: (from, to) => {
      const [cell] = cells.splice(from, 1);
      if (cell !== undefined) cells.splice(to, 0, cell);
      const start = Math.min(from, to);
      const deleteCount = Math.abs(from - to) + 1;
      // No text is opened or closed: it is the same cell.
      return tell({
        structure: {
          array: { start, deleteCount, cells: cells.slice(start, start + deleteCount) },
          didOpen: [],
          didClose: [],
        },
      });
    },
    setLanguage: async (index, language) => {
      const cell = at(index);
      await takeOut(index);
      languages.set(cell.document, language);
      await putIn(index, cell);
    },
    run: (index, executionOrder) => {
      const cell: NotebookCell = { ...at(index), executionSummary: { executionOrder, success: true } };
      cells.splice(index, 1, cell);
      return tell({ data: [cell] });
    },
    save: () => client.connection.sendNotification("notebookDocument/didSave", { notebookDocument: { uri } }),
    close: () =>
      client.connection.sendNotification("notebookDocument/didClose", {
        notebookDocument: { uri },
        cellTextDocuments: cells.map(({ document }) => ({ uri: document })),
      }),
  };
}
