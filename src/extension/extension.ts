import * as vscode from "vscode";
import { Client } from "./client.js";
import { registerCommands } from "./commands.js";
import { registerGuidePages } from "./guide-pages.js";
import { type LifecycleStore, openLifecycle } from "./lifecycle.js";
import { registerModelPages } from "./model-pages.js";
import { registerNotebooks } from "./notebooks.js";
import { openNotes } from "./notes.js";
import { registerPageEditor } from "./page-editor.js";
import { type ChecklistPanels, registerChecklistPanels } from "./panel/checklist-panels.js";
import { openProgress } from "./progress.js";
import { registerStatus } from "./status.js";
import { registerLifecycleView } from "./views/lifecycle-view.js";
import { registerReadingsView } from "./views/readings-view.js";

/** What tests and the benchmark look at; it promises nothing to other extensions. */
export interface ExtensionParts {
  readonly lifecycle: Pick<LifecycleStore, "load" | "onDidChange">;
  readonly checklist: Pick<ChecklistPanels, "sign">;
}

/** Wires the parts together; every decision is made in one of them. */
export function activate(context: vscode.ExtensionContext): ExtensionParts {
  const log = vscode.window.createOutputChannel("ML Preflight", { log: true });
  const client = new Client(context.asAbsolutePath("dist/server.js"), log);
  const modelPages = registerModelPages(client);
  const store = openLifecycle(client, log);
  const progress = openProgress(context.globalState);
  const notes = openNotes(context);
  const media = vscode.Uri.joinPath(context.extensionUri, "media");
  const checklist = registerChecklistPanels({ client, log, media, memory: context.workspaceState });
  const lifecycleView = registerLifecycleView(store, progress, context.workspaceState);
  const readingsView = registerReadingsView(store, progress, notes);
  context.subscriptions.push(
    ...[lifecycleView, readingsView, store, progress, notes].map(({ registration }) => registration),
    log,
    client,
    registerStatus(client),
    registerGuidePages(client),
    registerNotebooks(),
    registerPageEditor(client, media),
    modelPages.registration,
    checklist.registration,
    registerCommands({ client, log, modelPages, checklist, store, progress, notes, lifecycleView, readingsView }),
  );
  // The server starts on its own time: activation is not charged with it, and the commands above work without it.
  setImmediate(() => void client.start());
  return { lifecycle: store, checklist };
}
