import * as vscode from "vscode";
import { guideScheme } from "../protocol.js";
import type { Client } from "./client.js";

/** The editor that renders Markdown; it belongs to VS Code and may be disabled. */
const previewEditor = "vscode.markdown.preview.editor";

/** Serves rule and guide pages, which the server renders, as read-only documents of our own scheme. */
export function registerGuidePages(client: Client): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(guideScheme, {
    async provideTextDocumentContent(uri) {
      const page = await client.guidePage(uri.path);
      return page ?? vscode.l10n.t("There is no page at {0}.", uri.path);
    },
  });
}

/** Opens a page rendered, beside the code, and leaves the cursor where it is. */
export async function openGuidePage(uri: vscode.Uri): Promise<void> {
  // Beside nothing there would be an empty half, and beside another page a third column.
  const viewColumn = vscode.window.activeTextEditor === undefined ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
  const where: vscode.TextDocumentShowOptions = { viewColumn, preserveFocus: true };
  if (uri.scheme !== guideScheme) {
    await vscode.env.openExternal(uri);
    return;
  }
  try {
    await vscode.commands.executeCommand("vscode.openWith", uri, previewEditor, where);
  } catch {
    // Without VS Code's Markdown preview the page is still readable as text.
    await vscode.window.showTextDocument(uri, where);
  }
}

/** The address of a page of ours, `/guide/data/splitting.md#time-order` for example. */
export function guidePageUri(page: string): vscode.Uri {
  const [path = "", fragment = ""] = page.split("#");
  return vscode.Uri.from({ scheme: guideScheme, path, fragment });
}

export function rulePageUri(rule: string): vscode.Uri {
  return guidePageUri(`/rules/${rule}.md`);
}
