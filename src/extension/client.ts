import * as vscode from "vscode";
import {
  LanguageClient,
  RevealOutputChannelOn,
  State,
  TransportKind,
  type LanguageClientOptions,
} from "vscode-languageclient/node";
import {
  checkFilesNotification,
  type CheckFilesParams,
  configFilePattern,
  configFileRequest,
  diagnosticSource,
  documentSchemes,
  explainCommand,
  guideFilePattern,
  guidePageRequest,
  guideViewRequest,
  languageIds,
  lifecycleChangeNotification,
  lifecycleRequest,
  modelRequest,
  settingsSection,
  statusNotification,
  type ConfigFileParams,
  type ConfigFileResult,
  type DocumentStatus,
  type GuidePageParams,
  type GuidePageResult,
  type GuideViewParams,
  type GuideViewResult,
  type InitializationOptions,
  type LifecycleChange,
  type LifecycleParams,
  type LifecycleResult,
  type ModelParams,
  type ModelResult,
} from "../protocol.js";

export type ServerState = "starting" | "running" | "stopped";

/** The language server as the rest of the extension sees it: one process for all folders, and the requests it answers. */
export class Client implements vscode.Disposable {
  readonly #log: vscode.LogOutputChannel;
  readonly #client: LanguageClient;
  readonly #statusChanged = new vscode.EventEmitter<DocumentStatus>();
  readonly #stateChanged = new vscode.EventEmitter<ServerState>();
  readonly #lifecycleChanged = new vscode.EventEmitter<LifecycleChange>();
  readonly onDidChangeLifecycle = this.#lifecycleChanged.event;
  readonly onDidChangeStatus = this.#statusChanged.event;
  readonly onDidChangeState = this.#stateChanged.event;

  constructor(serverPath: string, log: vscode.LogOutputChannel) {
    this.#log = log;
    const server = { module: serverPath, transport: TransportKind.ipc };
    this.#client = new LanguageClient(
      settingsSection,
      diagnosticSource,
      { run: server, debug: server },
      clientOptions(log),
    );
    this.#client.onNotification(statusNotification, (status: DocumentStatus) => this.#statusChanged.fire(status));
    this.#client.onNotification(lifecycleChangeNotification, (change: LifecycleChange) =>
      this.#lifecycleChanged.fire(change),
    );
    this.#client.onDidChangeState(({ newState }) => this.#stateChanged.fire(serverState(newState)));
  }

  /** Settles when the server answers; a failure is logged and told with a button that opens the log, never thrown. */
  async start(): Promise<void> {
    try {
      await this.#client.start();
    } catch (error) {
      await this.#reportFailure(error);
    }
  }

  async restart(): Promise<void> {
    try {
      await this.#client.restart();
    } catch (error) {
      await this.#reportFailure(error);
    }
  }

  /** Undefined when there is no such page. */
  async guidePage(path: string): Promise<string | undefined> {
    const params: GuidePageParams = { path };
    return (await this.#client.sendRequest<GuidePageResult>(guidePageRequest, params)) ?? undefined;
  }

  /** A page as HTML; undefined when there is no such page. */
  async guideView(path: string, near: GuideViewParams["near"]): Promise<NonNullable<GuideViewResult> | undefined> {
    const params: GuideViewParams = { path, ...(near === undefined ? {} : { near }) };
    return (await this.#client.sendRequest<GuideViewResult>(guideViewRequest, params)) ?? undefined;
  }

  configFile(uri: vscode.Uri): Promise<ConfigFileResult> {
    const params: ConfigFileParams = { uri: this.#client.code2ProtocolConverter.asUri(uri) };
    return this.#client.sendRequest<ConfigFileResult>(configFileRequest, params);
  }

  /** Null when the folder is not on this disk. From then on the server tells what changes. */
  lifecycle(folder: vscode.Uri): Promise<LifecycleResult> {
    const params: LifecycleParams = { uri: this.#client.code2ProtocolConverter.asUri(folder) };
    return this.#client.sendRequest<LifecycleResult>(lifecycleRequest, params);
  }

  /** Lets all files of the folders be checked, or halts that. */
  checkFiles(run: boolean): Promise<void> {
    const params: CheckFilesParams = { run };
    return this.#client.sendNotification(checkFilesNotification, params);
  }

  /** Undefined when the document is not open. */
  async model(uri: vscode.Uri): Promise<string | undefined> {
    const params: ModelParams = { uri: this.#client.code2ProtocolConverter.asUri(uri) };
    return (await this.#client.sendRequest<ModelResult>(modelRequest, params)) ?? undefined;
  }

  dispose(): void {
    this.#statusChanged.dispose();
    this.#stateChanged.dispose();
    this.#lifecycleChanged.dispose();
    this.#client.dispose().catch((error: unknown) => this.#log.warn("The server did not stop in order.", error));
  }

  async #reportFailure(error: unknown): Promise<void> {
    this.#log.error("The server did not start.", error);
    const showLog = vscode.l10n.t("Show Log");
    const choice = await vscode.window.showErrorMessage(vscode.l10n.t("ML Preflight could not start."), showLog);
    if (choice === showLog) this.#log.show(true);
  }
}

function clientOptions(log: vscode.LogOutputChannel): LanguageClientOptions {
  const initializationOptions: InitializationOptions = { explain: true };
  return {
    documentSelector: [
      ...documentSchemes.flatMap((scheme) => languageIds.map((language) => ({ scheme, language }))),
      { scheme: "file", pattern: configFilePattern },
      { scheme: "file", pattern: guideFilePattern },
    ],
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
