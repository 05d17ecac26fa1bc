import * as vscode from "vscode";
import { Client } from "./client.js";
import { registerCommands } from "./commands.js";
import { registerGuidePages } from "./guide-pages.js";
import { registerStatus } from "./status.js";

/** Wires the parts together; every decision is made in one of them. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel("ML Preflight", { log: true });
  const client = new Client(context.asAbsolutePath("dist/server.js"), log);
  context.subscriptions.push(
    log,
    client,
    registerStatus(client),
    registerGuidePages(client),
    registerCommands({ client, log }),
  );
  // The server starts on its own time: activation is not charged with it, and the commands above work without it.
  void client.start();
}
