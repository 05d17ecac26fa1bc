import * as vscode from "vscode";
import { guideScheme, type DocumentPlace } from "../protocol.js";
import type { Client } from "./client.js";

/** The editor that shows our pages; the manifest makes it the one for our scheme. */
export const pageEditor = "mlPreflight.page";

/** Serves rule and guide pages as read-only documents too, for those who want the text, or compare it. */
export function registerGuidePages(client: Client): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(guideScheme, {
    async provideTextDocumentContent(uri) {
      const page = await client.guidePage(uri.path);
      return page ?? vscode.l10n.t("There is no page at {0}.", uri.path);
    },
  });
}

/** Opens a page beside the code, and leaves the cursor where it is. */
export async function openGuidePage(uri: vscode.Uri): Promise<void> {
  if (uri.scheme !== guideScheme) {
    await vscode.env.openExternal(uri);
    return;
  }
  await showPage(uri, { viewColumn: pageColumn(), preserveFocus: true });
}

/** Shows a page in place of the one that is shown, so that reading on does not fill the window with tabs. */
export async function showPage(uri: vscode.Uri, options: vscode.TextDocumentShowOptions): Promise<void> {
  const shown = shownPage()?.uri;
  if (shown !== undefined && shown.toString() !== uri.toString()) await remember([...before, shown]);
  await open(uri, options);
}

/** Shows the page that was shown before; the editor itself forgets pages that others have taken the place of. */
export async function showPageBefore(): Promise<void> {
  const uri = before.at(-1);
  if (uri === undefined) return;
  await remember(before.slice(0, -1));
  await open(uri, { viewColumn: pageColumn() });
}

/** The pages on the way to the one that is shown, the first one first. */
let before: readonly vscode.Uri[] = [];

/** Keys and buttons are for going back while there is a way back. */
async function remember(pages: readonly vscode.Uri[]): Promise<void> {
  before = pages.slice(-50);
  await vscode.commands.executeCommand("setContext", "mlPreflight.hasPageBefore", before.length > 0);
}

async function open(uri: vscode.Uri, options: vscode.TextDocumentShowOptions): Promise<void> {
  await vscode.commands.executeCommand("vscode.openWith", uri, pageEditor, { preview: true, ...options });
}

function pageColumn(): vscode.ViewColumn {
  // Beside nothing there would be an empty half.
  const isCode = vscode.window.activeTextEditor !== undefined;
  return shownPage()?.viewColumn ?? (isCode ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active);
}

function shownPage(): { readonly uri: vscode.Uri; readonly viewColumn: vscode.ViewColumn } | undefined {
  for (const { activeTab, viewColumn } of vscode.window.tabGroups.all) {
    const input = activeTab?.input;
    if (input instanceof vscode.TabInputCustom && input.viewType === pageEditor) return { uri: input.uri, viewColumn };
  }
  return undefined;
}

/** The address of a page of ours, `/guide/data/splitting.md#time-order` for example. */
export function guidePageUri(page: string, near?: DocumentPlace): vscode.Uri {
  const [path = "", fragment = ""] = page.split("#");
  return vscode.Uri.from({
    scheme: guideScheme,
    path,
    fragment,
    query: near === undefined ? "" : JSON.stringify(near),
  });
}

/** The page of a rule, with the finding of it that is at a place. */
export function rulePageUri(rule: string, near?: DocumentPlace): vscode.Uri {
  return guidePageUri(`/rules/${rule}.md`, near);
}
