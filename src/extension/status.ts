import * as vscode from "vscode";
import { documentSchemes, languageIds, type DocumentStatus } from "../protocol.js";
import type { Client, ServerState } from "./client.js";
import { wholeUri } from "./notebooks.js";

/** The entry in the language status: findings and scan time of the active document, or why there are none. */
export function registerStatus(client: Client): vscode.Disposable {
  const selector: vscode.DocumentSelector = [
    ...documentSchemes.flatMap((scheme) => languageIds.map((language) => ({ scheme, language }))),
    { notebookType: "*", language: "python" },
  ];
  const item = vscode.languages.createLanguageStatusItem("mlPreflight.status", selector);
  item.name = "ML Preflight";
  item.command = { command: "mlPreflight.showLog", title: vscode.l10n.t("Show Log") };
  const statuses = new Map<string, DocumentStatus>();
  let server: ServerState = "starting";

  const show = (): void => {
    const active = vscode.window.activeTextEditor?.document.uri;
    const status = active === undefined ? undefined : statuses.get(wholeUri(active).toString());
    const { text, detail, severity, busy } = describe(server, status);
    // Other extensions' entries stand beside ours, and none says whose it is.
    Object.assign(item, { text: `ML Preflight: ${text}`, detail, severity, busy });
  };
  show();
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.workspace.onDidCloseTextDocument((document) => statuses.delete(document.uri.toString())),
    vscode.workspace.onDidCloseNotebookDocument((notebook) => statuses.delete(notebook.uri.toString())),
    client.onDidChangeStatus((status) => {
      // The server may spell an address otherwise than VS Code does; parsing makes them equal.
      statuses.set(vscode.Uri.parse(status.uri).toString(), status);
      show();
    }),
    client.onDidChangeState((state) => {
      server = state;
      if (state !== "running") statuses.clear();
      show();
    }),
  );
}

interface Shown {
  readonly text: string;
  readonly detail: string;
  readonly severity: vscode.LanguageStatusSeverity;
  readonly busy: boolean;
}

function describe(server: ServerState, status: DocumentStatus | undefined): Shown {
  const { Error: error, Warning: warning, Information: information } = vscode.LanguageStatusSeverity;
  const t = vscode.l10n.t;
  if (server === "stopped") {
    return {
      text: t("not running"),
      detail: t("The server has stopped; its log says why."),
      severity: error,
      busy: false,
    };
  }
  if (status === undefined) return { text: t("checking"), detail: "", severity: information, busy: true };
  if (status.state === "skipped") {
    return { text: t("not checked"), detail: status.reason ?? "", severity: warning, busy: false };
  }
  if (status.state === "excluded") {
    return {
      text: t("excluded"),
      detail: status.reason ?? "",
      severity: information,
      busy: false,
    };
  }
  return { text: findings(status), detail: counts(status), severity: information, busy: false };
}

function findings({ counts: { error, warning, info, hint } }: DocumentStatus): string {
  const total = error + warning + info + hint;
  if (total === 0) return vscode.l10n.t("no findings");
  return total === 1 ? vscode.l10n.t("1 finding") : vscode.l10n.t("{0} findings", total);
}

/** "2 errors, 1 hint, 4 ms": only what there is. */
function counts({ counts: { error, warning, info, hint }, milliseconds }: DocumentStatus): string {
  const t = vscode.l10n.t;
  const parts = [
    error > 0 && (error === 1 ? t("1 error") : t("{0} errors", error)),
    warning > 0 && (warning === 1 ? t("1 warning") : t("{0} warnings", warning)),
    info > 0 && t("{0} info", info),
    hint > 0 && (hint === 1 ? t("1 hint") : t("{0} hints", hint)),
    t("{0} ms", Math.max(1, Math.round(milliseconds))),
  ];
  return parts.filter((part) => part !== false).join(", ");
}
