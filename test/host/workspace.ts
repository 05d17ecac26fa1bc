import * as vscode from "vscode";
import { until } from "./findings.js";

/** An address in a folder of the workspace, which is the first one when none is named. */
export function inWorkspace(path: string, folder?: string): vscode.Uri {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const root = folder === undefined ? folders[0] : folders.find(({ name }) => name === folder);
  if (root === undefined) throw new Error(`There is no folder ${folder ?? ""}.`);
  return vscode.Uri.joinPath(root.uri, path);
}

/**
 * Opens a file as a click on it does. `openTextDocument` would keep the document alive for minutes after its editor is closed.
 */
export async function show(uri: vscode.Uri): Promise<vscode.TextEditor> {
  const isActive = (): boolean => vscode.window.activeTextEditor?.document.uri.toString() === uri.toString();
  await vscode.commands.executeCommand("vscode.open", uri, { preview: false });
  await until(vscode.window.onDidChangeActiveTextEditor, isActive);
  return vscode.window.activeTextEditor!;
}

/** Writes a new file and shows it: tests that change a document each have their own. */
export async function showNew(path: string, text: string): Promise<vscode.TextEditor> {
  await write(inWorkspace(path), text);
  return show(inWorkspace(path));
}

export async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** Closes every editor, unsaved text and all, and waits until the documents are gone too. */
export async function closeAll(): Promise<void> {
  const shown = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input));
  for (const tab of vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.filter(({ isDirty }) => isDirty))) {
    if (!(tab.input instanceof vscode.TabInputText)) continue;
    await vscode.commands.executeCommand("vscode.open", tab.input.uri);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  }
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  const uris = new Set(shown.flatMap((input) => (input instanceof vscode.TabInputText ? [input.uri.toString()] : [])));
  await until(vscode.workspace.onDidCloseTextDocument, () =>
    vscode.workspace.textDocuments.every(({ uri }) => uri.scheme !== "file" || !uris.has(uri.toString())),
  );
}

export async function replaceAll(editor: vscode.TextEditor, text: string): Promise<void> {
  const { document } = editor;
  const everything = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
  await editor.edit((edit) => edit.replace(everything, text));
}

/** The actions that the light bulb offers at a range, of one kind. */
export async function actionsAt(
  uri: vscode.Uri,
  range: vscode.Range,
  kind = vscode.CodeActionKind.QuickFix,
): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    uri,
    range,
    kind.value,
    20,
  );
}

export async function apply(action: vscode.CodeAction): Promise<void> {
  if (action.edit !== undefined) await vscode.workspace.applyEdit(action.edit);
  if (action.command !== undefined) {
    await vscode.commands.executeCommand(action.command.command, ...((action.command.arguments ?? []) as unknown[]));
  }
}

/** The text of the hovers at a position. */
export async function hoverAt(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", uri, position);
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ""))
    .join("\n");
}

/** What one types to get what is suggested at a position. */
export async function prefixesAt(uri: vscode.Uri, position: vscode.Position): Promise<readonly string[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    "vscode.executeCompletionItemProvider",
    ...[uri, position],
  );
  return items.map(({ label }) => (typeof label === "string" ? label : label.label));
}
