import * as vscode from "vscode";
import { cellScheme, type DocumentPlace, documentSchemes, guideScheme, languageIds } from "../protocol.js";
import { checklistScheme, showItemCommand } from "../protocol-checklist.js";
import type { Client } from "./client.js";
import { pageEditor, showPage } from "./guide-pages.js";
import { wholeUri } from "./notebooks.js";
import { pageDocument } from "./page-document.js";

/** Shows rule and guide pages, which the server renders, with the reader's own finding in them. */
export function registerPageEditor(client: Client, media: vscode.Uri): vscode.Disposable {
  const code = followCode();
  const provider: vscode.CustomReadonlyEditorProvider = {
    openCustomDocument: (uri) => ({ uri, dispose: () => undefined }),
    resolveCustomEditor: ({ uri }, panel) => show(panel, { uri, near: nearOf(uri) ?? code.place(), client, media }),
  };
  const options = { webviewOptions: { enableFindWidget: true }, supportsMultipleEditorsPerDocument: true };
  const registration = vscode.window.registerCustomEditorProvider(pageEditor, provider, options);
  return vscode.Disposable.from(code.registration, registration);
}

interface Shown {
  readonly uri: vscode.Uri;
  readonly near: DocumentPlace | undefined;
  readonly client: Client;
  readonly media: vscode.Uri;
}

async function show(panel: vscode.WebviewPanel, { uri, near, client, media }: Shown): Promise<void> {
  const { webview } = panel;
  webview.options = { enableScripts: true, localResourceRoots: [media] };
  await openUnseen(near);
  let shown: string | undefined;
  const load = async (): Promise<void> => {
    const page = await client.guideView(uri.path, near);
    const html = page?.html ?? `<main><p>${vscode.l10n.t("There is no such page.")}</p></main>`;
    if (html === shown) return;
    if (shown === undefined) webview.html = pageDocument(webview, media, { html, style: page?.style ?? "", uri });
    else await webview.postMessage({ html });
    shown = html;
  };
  const listeners = vscode.Disposable.from(
    webview.onDidReceiveMessage((link: unknown) => {
      if (typeof link === "string") void follow(link, uri, panel);
    }),
    client.onDidChangeStatus((status) => void (near !== undefined && status.uri === addressOfWhole(near) && load())),
    // A team looks at its pages while it writes its guide.
    client.onDidChangeLifecycle(({ guide }) => void (guide !== undefined && load())),
  );
  panel.onDidDispose(() => {
    listeners.dispose();
  });
  await load();
}

/** The findings of a document are known while it is open, be it unseen. */
async function openUnseen(place: DocumentPlace | undefined): Promise<void> {
  if (place === undefined) return;
  try {
    await vscode.workspace.openTextDocument(vscode.Uri.parse(place.uri, true));
  } catch {
    // The file is gone, and with it what was found in it: the page is the same without.
  }
}

/** Opens what a link of a page leads to: another page in place of this one, or code where code is shown. */
async function follow(link: string, from: vscode.Uri, { viewColumn }: vscode.WebviewPanel): Promise<void> {
  // The address of a cell has a fragment of its own before the place.
  const cut = link.includes("#") ? link.lastIndexOf("#") : link.length;
  const [path, fragment] = [link.slice(0, cut), link.slice(cut + 1)];
  if (!/^[a-z][a-z0-9+.-]*:/i.test(link)) {
    const to = vscode.Uri.joinPath(from, "..", path).with({ query: from.query, fragment });
    await showPage(to, viewColumn === undefined ? {} : { viewColumn });
    return;
  }
  const uri = vscode.Uri.parse(path, true);
  if (uri.scheme === checklistScheme) {
    await vscode.commands.executeCommand(showItemCommand, uri.path);
    return;
  }
  if (![...documentSchemes, cellScheme].some((scheme) => scheme === uri.scheme)) return;
  const [, line = "1", column = "1"] = /^L(\d+),(\d+)$/.exec(fragment) ?? [];
  const at = new vscode.Position(Number(line) - 1, Number(column) - 1);
  const file = wholeUri(uri);
  const group = vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(({ input }) => isTabOf(input, file)));
  const options: vscode.TextDocumentShowOptions = {
    selection: new vscode.Range(at, at),
    viewColumn: group?.viewColumn ?? vscode.ViewColumn.One,
  };
  // A cell is shown in its notebook, which is no editor of text.
  if (uri.scheme === cellScheme) await vscode.commands.executeCommand("vscode.open", uri, options);
  else await vscode.window.showTextDocument(uri, options);
}

function isTabOf(input: unknown, uri: vscode.Uri): boolean {
  const isFile = input instanceof vscode.TabInputText || input instanceof vscode.TabInputNotebook;
  return isFile && input.uri.toString() === uri.toString();
}

/** The address that the status of a document, or of a cell's notebook, is told by. */
function addressOfWhole({ uri }: DocumentPlace): string {
  return uri.startsWith(`${cellScheme}:`) ? wholeUri(vscode.Uri.parse(uri, true)).toString() : uri;
}

/** Knows where the reader was in the code when a page takes the window's attention. */
function followCode(): { readonly registration: vscode.Disposable; place(): DocumentPlace | undefined } {
  let last = vscode.window.activeTextEditor;
  const registration = vscode.window.onDidChangeActiveTextEditor((editor) => (last = editor ?? last));
  return {
    registration,
    place: () => {
      if (last === undefined || last.document.isClosed) return undefined;
      const { document, selection } = last;
      if (!languageIds.some((id) => id === document.languageId)) return undefined;
      return documentPlace(document.uri, selection.active);
    },
  };
}

export function documentPlace(uri: vscode.Uri, { line, character }: vscode.Position): DocumentPlace {
  return { uri: uri.toString(), position: { line, character } };
}

/** The place that an address of a page names. Anyone may write such an address. */
function nearOf({ scheme, query }: vscode.Uri): DocumentPlace | undefined {
  if (scheme !== guideScheme || query === "") return undefined;
  try {
    const value: unknown = JSON.parse(query);
    return isDocumentPlace(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export function isDocumentPlace(value: unknown): value is DocumentPlace {
  if (typeof value !== "object" || value === null || !("uri" in value) || !("position" in value)) return false;
  const { uri, position } = value;
  if (typeof uri !== "string" || typeof position !== "object" || position === null) return false;
  return (
    "line" in position &&
    Number.isInteger(position.line) &&
    "character" in position &&
    Number.isInteger(position.character)
  );
}
