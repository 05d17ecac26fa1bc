import * as vscode from "vscode";
import {
  checkFilesNotification,
  type CheckFilesParams,
  configFileRequest,
  guidePageRequest,
  guideViewRequest,
  lifecycleChangeNotification,
  lifecycleRequest,
  modelRequest,
  statusNotification,
  type ConfigFileParams,
  type ConfigFileResult,
  type DocumentStatus,
  type GuidePageParams,
  type GuidePageResult,
  type GuideViewParams,
  type GuideViewResult,
  type LifecycleChange,
  type LifecycleParams,
  type LifecycleResult,
  type ModelParams,
  type ModelResult,
} from "../protocol.js";
import {
  type ChecklistProgress,
  checklistProgressNotification,
  type CompareChecklistParams,
  compareChecklistRequest,
  type CompareChecklistResult,
  type ExportChecklistParams,
  exportChecklistRequest,
  type ExportChecklistResult,
  type ExportFormat,
  type MergeSignOffsParams,
  mergeSignOffsRequest,
  type MergeSignOffsResult,
  type RunChecklistParams,
  runChecklistRequest,
  type RunChecklistResult,
  type SignItemParams,
  signItemRequest,
  type SignItemResult,
} from "../protocol-checklist.js";
import type { LanguageClient } from "./language-client.js";

export type ServerState = "starting" | "running" | "stopped";

/** The language server as the rest of the extension sees it: one process for all folders, and the requests it answers. */
export class Client implements vscode.Disposable {
  readonly #log: vscode.LogOutputChannel;
  readonly #serverPath: string;
  #client: Promise<LanguageClient> | undefined;
  #saves: vscode.Disposable | undefined;
  readonly #statusChanged = new vscode.EventEmitter<DocumentStatus>();
  readonly #stateChanged = new vscode.EventEmitter<ServerState>();
  readonly #lifecycleChanged = new vscode.EventEmitter<LifecycleChange>();
  readonly #checklistProgressed = new vscode.EventEmitter<ChecklistProgress>();
  readonly onDidProgressChecklist = this.#checklistProgressed.event;
  readonly onDidChangeLifecycle = this.#lifecycleChanged.event;
  readonly onDidChangeStatus = this.#statusChanged.event;
  readonly onDidChangeState = this.#stateChanged.event;

  constructor(serverPath: string, log: vscode.LogOutputChannel) {
    this.#log = log;
    this.#serverPath = serverPath;
  }

  /** Settles when the server answers; a failure is logged and told with a button that opens the log, never thrown. */
  async start(): Promise<void> {
    try {
      await (await this.#load()).start();
    } catch (error) {
      await this.#reportFailure(error);
    }
  }

  async restart(): Promise<void> {
    try {
      await (await this.#load()).restart();
    } catch (error) {
      await this.#reportFailure(error);
    }
  }

  /** Undefined when there is no such page. */
  async guidePage(path: string): Promise<string | undefined> {
    const params: GuidePageParams = { path };
    const client = await this.#load();
    return (await client.sendRequest<GuidePageResult>(guidePageRequest, params)) ?? undefined;
  }

  /** A page as HTML; undefined when there is no such page. */
  async guideView(path: string, near: GuideViewParams["near"]): Promise<NonNullable<GuideViewResult> | undefined> {
    const params: GuideViewParams = { path, ...(near === undefined ? {} : { near }) };
    const client = await this.#load();
    return (await client.sendRequest<GuideViewResult>(guideViewRequest, params)) ?? undefined;
  }

  async configFile(uri: vscode.Uri): Promise<ConfigFileResult> {
    const client = await this.#load();
    const params: ConfigFileParams = { uri: client.code2ProtocolConverter.asUri(uri) };
    return client.sendRequest<ConfigFileResult>(configFileRequest, params);
  }

  /** Null when the folder is not on this disk. From then on the server tells what changes. */
  async lifecycle(folder: vscode.Uri): Promise<LifecycleResult> {
    const client = await this.#load();
    const params: LifecycleParams = { uri: client.code2ProtocolConverter.asUri(folder) };
    return client.sendRequest<LifecycleResult>(lifecycleRequest, params);
  }

  /** Lets all files of the folders be checked, or halts that. */
  async checkFiles(run: boolean): Promise<void> {
    const params: CheckFilesParams = { run };
    await (await this.#load()).sendNotification(checkFilesNotification, params);
  }

  /** Null when the folder is not on this disk. */
  async runChecklist(
    folder: vscode.Uri,
    params: Omit<RunChecklistParams, "uri">,
    token: vscode.CancellationToken,
  ): Promise<RunChecklistResult> {
    const client = await this.#load();
    const asked: RunChecklistParams = { uri: client.code2ProtocolConverter.asUri(folder), ...params };
    return client.sendRequest<RunChecklistResult>(runChecklistRequest, asked, token);
  }

  /** Null when the checklist was not run. */
  async compareChecklist(
    folder: vscode.Uri,
    isTrusted: boolean,
    token: vscode.CancellationToken,
  ): Promise<CompareChecklistResult> {
    const client = await this.#load();
    const params: CompareChecklistParams = { uri: client.code2ProtocolConverter.asUri(folder), isTrusted };
    return client.sendRequest<CompareChecklistResult>(compareChecklistRequest, params, token);
  }

  /** Null when the folder is not on this disk. */
  async signItem(folder: vscode.Uri, asked: Omit<SignItemParams, "uri">): Promise<SignItemResult> {
    const client = await this.#load();
    const params: SignItemParams = { uri: client.code2ProtocolConverter.asUri(folder), ...asked };
    return client.sendRequest<SignItemResult>(signItemRequest, params);
  }

  /** Undefined when the two texts cannot be joined. */
  async mergeSignOffs(folder: vscode.Uri, text: string, base: string | undefined): Promise<string | undefined> {
    const client = await this.#load();
    const uri = client.code2ProtocolConverter.asUri(folder);
    const params: MergeSignOffsParams = { uri, text, ...(base === undefined ? {} : { base }) };
    return (await client.sendRequest<MergeSignOffsResult>(mergeSignOffsRequest, params)) ?? undefined;
  }

  /** Undefined when the checklist was not run. */
  async exportChecklist(folder: vscode.Uri, format: ExportFormat): Promise<string | undefined> {
    const client = await this.#load();
    const params: ExportChecklistParams = { uri: client.code2ProtocolConverter.asUri(folder), format };
    return (await client.sendRequest<ExportChecklistResult>(exportChecklistRequest, params)) ?? undefined;
  }

  /** Undefined when the document is not open. */
  async model(uri: vscode.Uri): Promise<string | undefined> {
    const client = await this.#load();
    const params: ModelParams = { uri: client.code2ProtocolConverter.asUri(uri) };
    return (await client.sendRequest<ModelResult>(modelRequest, params)) ?? undefined;
  }

  dispose(): void {
    this.#statusChanged.dispose();
    this.#stateChanged.dispose();
    this.#lifecycleChanged.dispose();
    this.#checklistProgressed.dispose();
    this.#saves?.dispose();
    this.#client
      ?.then((client) => client.dispose())
      .catch((error: unknown) => this.#log.warn("The server did not stop in order.", error));
  }

  #load(): Promise<LanguageClient> {
    return (this.#client ??= this.#open());
  }

  async #open(): Promise<LanguageClient> {
    const { openLanguageClient, tellSaves } = await import("./language-client.js");
    const client = openLanguageClient(this.#serverPath, this.#log, (state) => this.#stateChanged.fire(state));
    client.onNotification(statusNotification, (status: DocumentStatus) => this.#statusChanged.fire(status));
    client.onNotification(lifecycleChangeNotification, (change: LifecycleChange) =>
      this.#lifecycleChanged.fire(change),
    );
    client.onNotification(checklistProgressNotification, (progress: ChecklistProgress) =>
      this.#checklistProgressed.fire(progress),
    );
    this.#saves = tellSaves(client);
    return client;
  }

  async #reportFailure(error: unknown): Promise<void> {
    this.#log.error("The server did not start.", error);
    const showLog = vscode.l10n.t("Show Log");
    const choice = await vscode.window.showErrorMessage(vscode.l10n.t("ML Preflight could not start."), showLog);
    if (choice === showLog) this.#log.show(true);
  }
}
