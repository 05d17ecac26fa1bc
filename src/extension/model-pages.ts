import * as vscode from "vscode";
import { languageIds, modelScheme } from "../protocol.js";
import type { Client } from "./client.js";

/** Shows what is known of a file, for developers of rules. */
export interface ModelPages {
  readonly registration: vscode.Disposable;
  /** Opens it beside the active document, or brings it up to date when it is there. */
  show(): Promise<void>;
}

/** Serves what the server knows of a file as a read-only document of a scheme of our own. */
export function registerModelPages(client: Client): ModelPages {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(modelScheme, {
    onDidChange: changed.event,
    async provideTextDocumentContent(page) {
      const text = await client.model(vscode.Uri.parse(page.query, true));
      return text ?? vscode.l10n.t("The file is not open any more, or it is not one that is checked.");
    },
  });
  return {
    registration: vscode.Disposable.from(provider, changed),
    show: async () => {
      const page = activePage();
      if (page === undefined) {
        void vscode.window.showInformationMessage(vscode.l10n.t("Open a Python, TypeScript or JavaScript file first."));
        return;
      }
      // What was shown before is of the text as it was then.
      changed.fire(page);
      const document = await vscode.workspace.openTextDocument(page);
      await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
    },
  };
}

function activePage(): vscode.Uri | undefined {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined || !languageIds.some((id) => id === document.languageId)) return undefined;
  // The path gives the tab its name, and no language: this is no program.
  const path = `${document.uri.path} (${vscode.l10n.t("what is known")})`;
  return vscode.Uri.from({
    scheme: modelScheme,
    path: path.startsWith("/") ? path : `/${path}`,
    query: document.uri.toString(),
  });
}
