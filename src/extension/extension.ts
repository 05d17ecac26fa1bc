import * as vscode from "vscode";
import { Client } from "./client.js";
import { registerCommands } from "./commands.js";
import { registerGuidePages } from "./guide-pages.js";
import { registerModelPages } from "./model-pages.js";
import { registerStatus } from "./status.js";

/** Wires the parts together; every decision is made in one of them. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel("ML Preflight", { log: true });
  const client = new Client(context.asAbsolutePath("dist/server.js"), log);
  const modelPages = registerModelPages(client);
  context.subscriptions.push(
    log,
    client,
    registerStatus(client),
    registerGuidePages(client),
    modelPages.registration,
    registerCommands({ client, log, modelPages }),
  );
  // The server starts on its own time: activation is not charged with it, and the commands above work without it.
  void client.start();
}
