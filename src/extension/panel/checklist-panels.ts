import * as vscode from "vscode";
import type { PersonsWord } from "../../protocol-checklist.js";
import type { ChecklistPanel, PanelParts } from "./checklist-panel.js";
import { follow } from "./follow.js";
import type { SignProblem } from "./sign.js";

/** The type of the panels, by which the editor brings them back after it was closed. */
const viewType = "mlPreflight.checklist";

/** The panels of the checklist, one for a folder. */
export interface ChecklistPanels {
  readonly registration: vscode.Disposable;
  /** Runs the checklist for a folder, the one that the user picks where there are several, and shows it. */
  run(folder?: vscode.Uri): Promise<void>;
  /** Shows it at an item, if there is one; it is run when it was not yet. */
  show(item: string | undefined, folder?: vscode.Uri): Promise<void>;
  /** Writes what a person says into the file of the team; the problem where that cannot be done. */
  sign(folder: vscode.Uri, word: PersonsWord): Promise<SignProblem>;
}

export function registerChecklistPanels(given: Omit<PanelParts, "follow">): ChecklistPanels {
  const parts: PanelParts = { ...given, follow };
  const panels = new Map<string, Promise<ChecklistPanel>>();

  const open = async (panel: vscode.WebviewPanel, folder: vscode.Uri): Promise<ChecklistPanel> => {
    const { openChecklistPanel } = await import("./checklist-panel.js");
    return openChecklistPanel(panel, folder, parts);
  };
  const take = (panel: vscode.WebviewPanel, folder: vscode.Uri): Promise<ChecklistPanel> => {
    const opened = open(panel, folder);
    const key = folder.toString();
    panels.set(key, opened);
    panel.onDidDispose(() => panels.delete(key));
    return opened;
  };
  const panelOf = async (folder: vscode.Uri): Promise<ChecklistPanel> => {
    const known = await panels.get(folder.toString());
    if (known !== undefined) {
      known.reveal();
      return known;
    }
    const title = vscode.l10n.t("Readiness");
    return take(vscode.window.createWebviewPanel(viewType, title, vscode.ViewColumn.Active, panelOptions), folder);
  };
  const withFolder = async (
    given: vscode.Uri | undefined,
    action: (folder: vscode.Uri) => Promise<void>,
  ): Promise<void> => {
    // The server spells addresses in its own way.
    const known = given && vscode.workspace.getWorkspaceFolder(given)?.uri;
    const folder = known ?? (await pickFolder());
    if (folder !== undefined) await action(folder);
  };

  const serializer: vscode.WebviewPanelSerializer = {
    deserializeWebviewPanel: async (panel, state: unknown) => {
      const folder = folderIn(state);
      if (folder === undefined || panels.has(folder.toString())) {
        panel.dispose();
        return;
      }
      // The answers of then may not be those of now.
      await (await take(panel, folder)).run();
    },
  };
  return {
    registration: vscode.window.registerWebviewPanelSerializer(viewType, serializer),
    run: (given) => withFolder(given, async (folder) => (await panelOf(folder)).run()),
    sign: async (folder, word) => {
      const { signOff } = await import("./checklist-panel.js");
      return signOff(parts.client, folder, word);
    },
    show: (item, given) => withFolder(given, async (folder) => (await panelOf(folder)).show(item)),
  };
}

const panelOptions: vscode.WebviewPanelOptions = { enableFindWidget: true };

async function pickFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const t = vscode.l10n.t;
  if (folders.length === 0) {
    void vscode.window.showInformationMessage(t("Open a folder first: the checklist is about a project."));
    return undefined;
  }
  if (folders.length === 1) return folders[0]?.uri;
  const placeHolder = t("The checklist of which folder?");
  return (await vscode.window.showWorkspaceFolderPick({ placeHolder }))?.uri;
}

/** The folder of the workspace that a kept panel is about; it may have left the workspace since. */
function folderIn(state: unknown): vscode.Uri | undefined {
  if (typeof state !== "object" || state === null || !("folder" in state)) return undefined;
  const { folder } = state;
  return vscode.workspace.workspaceFolders?.find(({ uri }) => uri.toString() === folder)?.uri;
}
