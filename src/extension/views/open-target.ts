import * as vscode from "vscode";
import { showItemCommand } from "../../protocol-checklist.js";
import { openCellCommand } from "../notebooks.js";
import type { Target } from "./row.js";

/** The command that leads to a target. */
export function commandOf(target: Target): vscode.Command {
  const title = vscode.l10n.t("Open");
  switch (target.kind) {
    case "page":
      return { title, command: "mlPreflight.openGuide", arguments: [target.page] };
    case "place": {
      if (target.cell !== undefined) return { title, command: openCellCommand, arguments: [target] };
      const at = new vscode.Position(target.line, target.column);
      const options: vscode.TextDocumentShowOptions = { selection: new vscode.Range(at, at) };
      return { title, command: "vscode.open", arguments: [vscode.Uri.parse(target.uri, true), options] };
    }
    case "web":
      return { title, command: "vscode.open", arguments: [vscode.Uri.parse(target.url, true)] };
    case "note":
      return { title, command: "mlPreflight.writeNote", arguments: [target.goal] };
    case "command":
      return { title, command: target.command };
    case "checklist":
      return { title, command: showItemCommand, arguments: [target.item, target.root] };
  }
}

export async function openTarget(target: Target): Promise<void> {
  const { command, arguments: values = [] } = commandOf(target);
  await vscode.commands.executeCommand(command, ...(values as readonly unknown[]));
}
