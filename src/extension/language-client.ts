import * as vscode from "vscode";
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  LanguageClient,
  RevealOutputChannelOn,
  State,
  TransportKind,
  type FileEvent,
  type LanguageClientOptions,
} from "vscode-languageclient/node";
import {
  configFilePattern,
  diagnosticSource,
  documentSchemes,
  explainCommand,
  guideFilePattern,
  languageIds,
  settingsSection,
  type InitializationOptions,
} from "../protocol.js";
import { attestationFilePattern } from "../protocol-checklist.js";
import type { ServerState } from "./client.js";

export type { LanguageClient };

/** The library that talks to servers is most of the extension's code, so this is a file of its own, which activation does not wait for. */
export function openLanguageClient(
  serverPath: string,
  log: vscode.LogOutputChannel,
  onState: (state: ServerState) => void,
): LanguageClient {
  const server = { module: serverPath, transport: TransportKind.ipc };
  const client = new LanguageClient(
    settingsSection,
    diagnosticSource,
    { run: server, debug: server },
    clientOptions(log),
  );
  client.onDidChangeState(({ newState }) => onState(serverState(newState)));
  return client;
}

/**
 * The editor's file watcher takes seconds to begin after a window opened, and what is saved until then it never tells.
 * The library itself tells of documents that are in step with the server.
 */
export function tellSaves(client: LanguageClient): vscode.Disposable {
  return vscode.workspace.onDidSaveTextDocument((document) => {
    if (document.uri.scheme !== "file" || !client.isRunning()) return;
    if (vscode.languages.match(synced, document) > 0) return;
    const change: FileEvent = {
      uri: client.code2ProtocolConverter.asUri(document.uri),
      type: FileChangeType.Changed,
    };
    void client.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [change] });
  });
}

const synced = [
  ...documentSchemes.flatMap((scheme) => languageIds.map((language) => ({ scheme, language }))),
  { scheme: "file", pattern: configFilePattern },
  { scheme: "file", pattern: guideFilePattern },
  { scheme: "file", pattern: attestationFilePattern },
];

// The cells of notebooks are sent as parts of these; repairs of all of them are asked for in any cell.
const documentSelector = [...synced, ...documentSchemes.map((scheme) => ({ notebook: { notebookType: "*", scheme } }))];

function clientOptions(log: vscode.LogOutputChannel): LanguageClientOptions {
  const initializationOptions: InitializationOptions = { explain: true };
  return {
    documentSelector,
    diagnosticCollectionName: settingsSection,
    initializationOptions,
    // Our hovers link to pages by this command; no other one works in them.
    markdown: { isTrusted: { enabledCommands: [explainCommand] } },
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
  };
}

function serverState(state: State): ServerState {
  if (state === State.Running) return "running";
  return state === State.Starting ? "starting" : "stopped";
}
