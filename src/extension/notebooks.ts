import * as vscode from "vscode";
import { cellScheme } from "../protocol.js";
import type { PlaceTarget } from "./views/row.js";

/** For rows that lead into a notebook: only once it is open do its cells have addresses. */
export const openCellCommand = "_mlPreflight.openCell";

export function registerNotebooks(): vscode.Disposable {
  return vscode.commands.registerCommand(openCellCommand, openCell);
}

/** Shows a notebook with the cursor at a place in one of its cells. */
async function openCell({ uri, cell, line, column }: PlaceTarget): Promise<void> {
  const notebook = await vscode.workspace.openNotebookDocument(vscode.Uri.parse(uri, true));
  // The notebook may have fewer cells now than when it was read.
  const index = Math.min((cell ?? 1) - 1, notebook.cellCount - 1);
  const selections = index < 0 ? [] : [new vscode.NotebookRange(index, index + 1)];
  await vscode.window.showNotebookDocument(notebook, { selections });
  if (index < 0) return;
  const at = new vscode.Position(line, column);
  const options: vscode.TextDocumentShowOptions = { selection: new vscode.Range(at, at) };
  await vscode.commands.executeCommand("vscode.open", notebook.cellAt(index).document.uri, options);
}

/** The address of what a document is checked with: of its notebook for a cell, its own for all else. */
export function wholeUri(uri: vscode.Uri): vscode.Uri {
  if (uri.scheme !== cellScheme) return uri;
  const address = uri.toString();
  const home = vscode.workspace.notebookDocuments.find((notebook) =>
    notebook.getCells().some(({ document }) => document.uri.toString() === address),
  );
  return home?.uri ?? uri;
}

/** The address of a cell by its number; undefined when the notebook is not open. */
export function cellUri(notebookUri: string, cell: number): vscode.Uri | undefined {
  const address = vscode.Uri.parse(notebookUri, true).toString();
  const notebook = vscode.workspace.notebookDocuments.find(({ uri }) => uri.toString() === address);
  return notebook?.getCells()[cell - 1]?.document.uri;
}
