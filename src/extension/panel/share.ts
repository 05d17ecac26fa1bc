import * as vscode from "vscode";
import type { Client } from "../client.js";
import type { FileFormat } from "./messages.js";

const endings: Readonly<Record<FileFormat, string>> = { markdown: "md", html: "html", json: "json" };

/** Writes the report where the reader says. */
export async function exportReport(
  client: Client,
  folder: vscode.Uri,
  format: FileFormat,
): Promise<"saved" | "dismissed" | "not-run"> {
  const text = await client.exportChecklist(folder, format);
  if (text === undefined) return "not-run";
  const ending = endings[format];
  const file = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(folder, `readiness.${ending}`),
    filters: { [format]: [ending] },
    title: vscode.l10n.t("Export the readiness report"),
  });
  if (file === undefined) return "dismissed";
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  return "saved";
}

/** Puts a short report on the clipboard; false when the checklist was not run. */
export async function copyReport(client: Client, folder: vscode.Uri): Promise<boolean> {
  const text = await client.exportChecklist(folder, "pull-request");
  if (text === undefined) return false;
  await vscode.env.clipboard.writeText(text);
  return true;
}
