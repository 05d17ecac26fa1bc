import { fork, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type ClientCapabilities,
  createProtocolConnection,
  type CodeAction,
  type CompletionItem,
  type Diagnostic,
  type Hover,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { type DocumentStatus, statusNotification } from "../../src/protocol.js";

/** An editor without a screen: the built server over standard input and output, and a folder of files. */
export interface LspClient {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** A folder that is removed at the end. */
  readonly folder: string;
  /** Lines that the server logged. */
  readonly log: readonly string[];
  /** What is open: `current` waits for the findings of these versions. */
  readonly texts: Map<string, { readonly version: number; readonly text: string }>;
  uri(path: string): string;
  write(path: string, text: string): string;
  open(path: string, text: string, languageId?: string): Promise<string>;
  openUri(uri: string, text: string, languageId: string): Promise<void>;
  /** Replaces the whole text. */
  change(uri: string, text: string): Promise<void>;
  save(uri: string): Promise<void>;
  close(uri: string): Promise<void>;
  /** Tells of files that came, changed or went on the disk. */
  watched(...events: readonly (readonly [uri: string, type: "created" | "changed" | "deleted"])[]): Promise<void>;
  setSettings(settings: unknown): Promise<void>;
  /** The diagnostics of a document, as soon as they are as wanted; mocha's timeout ends a wait in vain. */
  until(uri: string, isWanted: (diagnostics: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]>;
  /** The diagnostics that are published for the version that is open now. */
  current(uri: string): Promise<readonly Diagnostic[]>;
  untilStatus(uri: string, isWanted: (status: DocumentStatus) => boolean): Promise<DocumentStatus>;
  untilLog(pattern: RegExp): Promise<string>;
  hover(uri: string, line: number, character: number): Promise<string | undefined>;
  completions(uri: string, line: number, character: number): Promise<readonly CompletionItem[]>;
  actions(uri: string, at: Diagnostic | undefined, only?: readonly string[]): Promise<readonly CodeAction[]>;
  /** The actions for what stands between `«` and `»` in a text that was opened without these marks. */
  actionsOn(uri: string, marked: string, only?: readonly string[]): Promise<readonly CodeAction[]>;
  stop(): Promise<void>;
}

export interface ClientOptions {
  readonly settings?: unknown;
  /** Workspace folders, by their path in the client's folder; the folder itself when left out. */
  readonly workspaceFolders?: readonly string[];
  readonly initializationOptions?: unknown;
  /** Can the editor stop at the places of a snippet? It can when left out. */
  readonly snippets?: boolean;
  /** What the editor says that it can do with documents. */
  readonly textDocument?: ClientCapabilities["textDocument"];
}

export async function startClient(options: ClientOptions = {}): Promise<LspClient> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "ml-preflight-server-")));
  const process = startProcess();
  const connection = createProtocolConnection(
    new StreamMessageReader(process.stdout!),
    new StreamMessageWriter(process.stdin!),
  );
  let settings: unknown = options.settings ?? {};
  const texts: LspClient["texts"] = new Map();
  const published = new Map<string, PublishDiagnosticsParams>();
  const statuses = new Map<string, DocumentStatus>();
  const log: string[] = [];
  const waiting = new Set<() => void>();
  const told = (): void => waiting.forEach((look) => look());

  const when = <T>(find: () => T | undefined): Promise<T> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = find();
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });

  connection.onRequest("workspace/configuration", ({ items }: { items: readonly unknown[] }) =>
    items.map(() => settings),
  );
  connection.onRequest("client/registerCapability", () => null);
  connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
    published.set(params.uri, params);
    told();
  });
  connection.onNotification(statusNotification, (status: DocumentStatus) => {
    statuses.set(status.uri, status);
    told();
  });
  connection.onNotification("window/logMessage", ({ message }: { message: string }) => {
    log.push(message);
    told();
  });
  connection.listen();

  const uri = (path: string): string => pathToFileURL(join(folder, path)).href;
  const initialized = await connection.sendRequest<InitializeResult>("initialize", {
    processId: null,
    rootUri: null,
    workspaceFolders: (options.workspaceFolders ?? ["."]).map((path) => ({ uri: uri(path), name: path })),
    initializationOptions: options.initializationOptions,
    capabilities: {
      ...(options.textDocument === undefined ? {} : { textDocument: options.textDocument }),
      workspace: {
        configuration: true,
        workspaceFolders: true,
        didChangeConfiguration: { dynamicRegistration: true },
        didChangeWatchedFiles: { dynamicRegistration: true },
        workspaceEdit: {
          ...{ documentChanges: true, resourceOperations: ["create"] },
          ...(options.snippets === false ? {} : { snippetEditSupport: true }),
        },
      },
    },
  });
  await connection.sendNotification("initialized", {});

  const openUri = async (address: string, text: string, languageId: string): Promise<void> => {
    texts.set(address, { version: 1, text });
    await connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri: address, languageId, version: 1, text },
    });
  };

  const at = (address: string, line: number, character: number): object => ({
    textDocument: { uri: address },
    position: { line, character },
  });

  return {
    ...{ connection, initialized, folder, log, texts, uri, openUri },
    write: (path, text) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
      return uri(path);
    },
    open: async (path, text, languageId = "python") => {
      await openUri(uri(path), text, languageId);
      return uri(path);
    },
    change: async (address, text) => {
      const version = (texts.get(address)?.version ?? 0) + 1;
      texts.set(address, { version, text });
      await connection.sendNotification("textDocument/didChange", {
        textDocument: { uri: address, version },
        contentChanges: [{ text }],
      });
    },
    save: (address) => connection.sendNotification("textDocument/didSave", { textDocument: { uri: address } }),
    close: (address) => {
      texts.delete(address);
      return connection.sendNotification("textDocument/didClose", { textDocument: { uri: address } });
    },
    watched: (...events) =>
      connection.sendNotification("workspace/didChangeWatchedFiles", {
        changes: events.map(([address, type]) => ({ uri: address, type: changeTypes[type] })),
      }),
    setSettings: (next) => {
      settings = next;
      return connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    },
    until: (address, isWanted) =>
      when(() => {
        const diagnostics = published.get(address)?.diagnostics;
        return diagnostics !== undefined && isWanted(diagnostics) ? diagnostics : undefined;
      }),
    current: (address) =>
      when(() => {
        const last = published.get(address);
        return last?.version === texts.get(address)?.version ? last?.diagnostics : undefined;
      }),
    untilStatus: (address, isWanted) =>
      when(() => {
        const status = statuses.get(address);
        return status !== undefined && isWanted(status) ? status : undefined;
      }),
    untilLog: (pattern) => when(() => log.find((line) => pattern.test(line))),
    hover: async (address, line, character) => {
      const hover = await connection.sendRequest<Hover | null>("textDocument/hover", at(address, line, character));
      const contents = hover?.contents;
      return typeof contents === "object" && "value" in contents ? contents.value : undefined;
    },
    completions: (address, line, character) =>
      connection.sendRequest<CompletionItem[]>("textDocument/completion", at(address, line, character)),
    actions: (address, diagnostic, only) =>
      connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
        textDocument: { uri: address },
        range: diagnostic?.range ?? wholeOf(texts.get(address)?.text ?? ""),
        context: { diagnostics: diagnostic === undefined ? [] : [diagnostic], ...(only === undefined ? {} : { only }) },
      }),
    actionsOn: (address, marked, only) => {
      const [before = "", selected = ""] = marked.split(/[«»]/);
      const range = { start: wholeOf(before).end, end: wholeOf(before + selected).end };
      const context = { diagnostics: [], ...(only === undefined ? {} : { only }) };
      return connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
        ...{ textDocument: { uri: address }, range, context },
      });
    },
    stop: async () => {
      const ended = new Promise((resolve) => process.once("exit", resolve));
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      await ended;
      connection.dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const changeTypes = { created: 1, changed: 2, deleted: 3 } as const;

function startProcess(): ChildProcess {
  const { DIST = "dist" } = process.env;
  return fork(join(DIST, "server.js"), ["--stdio"], { stdio: ["pipe", "pipe", "inherit", "ipc"] });
}

function wholeOf(text: string): Range {
  const lines = text.split("\n");
  return { start: { line: 0, character: 0 }, end: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 } };
}
