import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import {
  type CheckFilesParams,
  checkFilesNotification,
  type ConfigFileParams,
  configFileRequest,
  documentSchemes,
  explainCommand,
  type GuidePageParams,
  guidePageRequest,
  type GuideViewParams,
  guideViewRequest,
  type LifecycleParams,
  lifecycleRequest,
  type ModelParams,
  modelRequest,
  settingsSection,
} from "../protocol.js";
import type { Guide } from "../guide/content.js";
import { builtInGuide } from "../guide/guide.js";
import { openAttestationProblems } from "./attestation-problems.js";
import { openChecker } from "./checker.js";
import { serveChecklists } from "./checklist/checklists.js";
import { codeActionKinds, codeActions } from "./code-actions.js";
import { configCompletion } from "./config-completion.js";
import { configFileOf } from "./config-file.js";
import { openConfigProblems } from "./config-problems.js";
import { rulePageAddress } from "./diagnostics.js";
import { openDisk } from "./disk.js";
import { type DocumentEvents, openDocuments } from "./documents.js";
import { guidePage } from "./guide-page.js";
import { hoverAt, type PageLink } from "./hover.js";
import { openLifecycles } from "./lifecycle.js";
import { openProjectFindings } from "./project-findings.js";
import { openProjects } from "./projects.js";
import { openReading } from "./reading-progress.js";
import type { Session } from "./session.js";
import { openSettings } from "./settings.js";
import { showModel } from "./show-model.js";
import { storedNotebook } from "./stored-notebook.js";
import { openFileSync } from "./sync-files.js";
import { openTeamGuides } from "./team-guides.js";
import { isConfigFile, isGuideFile, openPaths, pathOf } from "./uris.js";
import {
  filesChanged,
  followMoves,
  openToolWatchers,
  registerWatchers,
  teamFileChanged,
  type WatchContext,
} from "./watch.js";

/** Wires the parts together and listens; every decision is made in one of them. `script` is what its threads run. */
export function startServer(connection: Connection, script: string): void {
  let client: InitializeParams["capabilities"] = {};
  let explain = false;
  let folders: readonly string[] = [];
  const events: DocumentEvents = {
    opened: (uri) => {
      checker.checkSoon(uri);
      void teamFileChanged(uri, watch);
    },
    changed: async (uri) => {
      if (await teamFileChanged(uri, watch)) return;
      if ((await settings.of(uri)).run === "onType") checker.schedule(uri);
    },
    saved: (uri) => {
      checker.checkSoon(uri);
      const path = pathOf(uri);
      if (path !== undefined) lifecycles.filesChanged([path]);
    },
    closed: async (uri) => {
      checker.clear(uri);
      settings.forget(uri);
      const path = pathOf(uri);
      // What was not saved is not in the file.
      if ((await teamFileChanged(uri, watch)) || path === undefined) return;
      checker.checkFiles(await projects.refresh(path, openPaths(documents)));
    },
  };
  const documents = openDocuments(connection, events, (uri) => storedNotebook(uri, files, projects));
  const openText = (path: string): string | undefined => {
    const uri = documents.keys().find((key) => pathOf(key) === path);
    return uri === undefined ? undefined : documents.text(uri)?.getText();
  };
  const files = openDisk((path) => (isConfigFile(path) || isGuideFile(path) ? openText(path) : undefined));
  const settings = openSettings(connection, () => client.workspace?.configuration === true);
  const configProblems = openConfigProblems(connection, files);
  const projects = openProjects({
    files,
    workspaceFolders: () => folders,
    onFacts: ({ root }) => {
      connection.console.debug(`${root.folder} was read as a whole.`);
      checker.checkAll();
      ofProjects.open(root);
    },
    onReading: () => openReading(connection.window),
    onError: (error) => connection.console.error(`The project could not be read. ${String(error)}`),
  });
  const checker = openChecker({
    connection,
    documents,
    settings,
    projects,
    onConfig: (config) => configProblems.show(config),
    ofProject: (path, text) => ofProjects.of(path, text),
    onPublished: (outcome) => {
      lifecycles.findingsChanged();
      const project = outcome?.state === "analysed" ? outcome.project : undefined;
      if (project === undefined) return;
      void checker
        .idle()
        .then(() => Promise.all([guides.notice(project.root.folder), attestations.notice(project.root)]));
    },
  });
  const sync = openFileSync(connection, () => client);
  const ofProjects = openProjectFindings({ connection, settings, checker, sync, lifecycles: () => lifecycles });
  const guides = openTeamGuides(connection, files);
  const attestations = openAttestationProblems({ connection, files, projects, settings, openText });
  const watchesFiles = (): boolean => client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  const watchTools = openToolWatchers(connection);
  const lifecycles = openLifecycles({
    ...{ connection, files, projects, checker, settings, guides, ofProjects, script },
    workspaceFolders: () => folders,
    onTools: ({ tools }) => {
      if (watchesFiles()) watchTools(tools);
    },
    checklistOf: (folder) => checklists.resultOf(folder),
  });
  const checklists = serveChecklists({
    ...{ connection, files, projects, lifecycles },
    onAnswered: (root, { items }) => void attestations.answered(root, items),
  });
  const watch: WatchContext = { documents, projects, checker, configProblems, guides, attestations, lifecycles };
  const session: Session = {
    ...{ documents, files, projects, settings, checker, ofProjects },
    canCreateFiles: () => client.workspace?.workspaceEdit?.resourceOperations?.includes("create") === true,
    canInsertSnippets: () => client.workspace?.workspaceEdit?.snippetEditSupport === true,
    canExplain: () => explain,
  };

  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities;
    const options: unknown = params.initializationOptions;
    explain = typeof options === "object" && options !== null && "explain" in options && options.explain === true;
    folders = (params.workspaceFolders ?? []).flatMap(({ uri }) => pathOf(uri) ?? []);
    const filters = [{ pattern: { glob: "**/*" } }];
    return {
      serverInfo: { name: "ML Preflight" },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        // All cells of all kinds of notebooks: cells are known by their number, and any of them may become Python.
        notebookDocumentSync: {
          notebookSelector: documentSchemes.map((scheme) => ({ notebook: { scheme } })),
          save: true,
        },
        hoverProvider: true,
        completionProvider: { triggerCharacters: [" ", ":"] },
        codeActionProvider: { codeActionKinds },
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          fileOperations: { didDelete: { filters }, didRename: { filters } },
        },
      },
    };
  });

  connection.onInitialized(async () => {
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection });
    }
    if (watchesFiles()) await registerWatchers(connection);
    if (client.workspace?.workspaceFolders !== true) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => pathOf(uri)));
      folders = [...folders.filter((folder) => !gone.has(folder)), ...added.flatMap(({ uri }) => pathOf(uri) ?? [])];
      checker.checkAll();
      lifecycles.foldersChanged();
    });
  });

  connection.onDidChangeConfiguration(() => {
    settings.clear();
    checker.checkAll();
    ofProjects.settingsChanged();
    void attestations.refreshAll();
    lifecycles.settingsChanged();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => filesChanged(changes, watch));
  followMoves(connection, watch);

  connection.onHover(async ({ textDocument: { uri }, position }) => {
    const document = documents.text(uri);
    // Links depend on them, and of files that are no code they may not have been asked for.
    await settings.of(documents.wholeOf(uri));
    return document && hoverAt(document, position, session, pageLink(uri), await guideFor(uri));
  });
  connection.onCompletion(({ textDocument: { uri }, position }) => {
    const document = documents.text(uri);
    if (document === undefined || !isConfigFile(pathOf(uri) ?? "")) return [];
    return configCompletion(document, document.offsetAt(position));
  });
  connection.onCodeAction((params) => {
    const document = documents.text(params.textDocument.uri);
    return document === undefined ? [] : codeActions(params, document, session);
  });
  connection.onRequest(guidePageRequest, async (params: GuidePageParams) =>
    guidePage(params, await guideFor(params.uri)),
  );
  connection.onRequest(guideViewRequest, async (params: GuideViewParams) => {
    // What renders pages is loaded when the first one is opened.
    const { guideView } = await import("./guide-view.js");
    return guideView(params, await guideFor(params.uri ?? params.near?.uri), session);
  });
  connection.onRequest(lifecycleRequest, (params: LifecycleParams) => lifecycles.answer(params));
  connection.onNotification(checkFilesNotification, ({ run }: CheckFilesParams) => lifecycles.checkFiles(run));
  connection.onRequest(modelRequest, (params: ModelParams) => showModel(params, session));
  connection.onRequest(configFileRequest, ({ uri }: ConfigFileParams) => {
    const path = pathOf(uri);
    return path === undefined ? null : configFileOf(path, projects, files);
  });

  /** The guide as the team of a document or folder has it; of the first workspace folder for all else. */
  const guideFor = async (uri: string | undefined): Promise<Guide> => {
    const path = uri === undefined ? undefined : pathOf(documents.wholeOf(uri));
    const project = await lifecycles.projectAt(path ?? folders[0]);
    return project === undefined ? builtInGuide() : (await guides.of(project.root.folder)).guide;
  };

  /** VS Code drops links of a scheme of its own from hovers, so there a command opens our page. */
  const pageLink = (uri: string): PageLink => {
    const known = settings.peek(documents.wholeOf(uri));
    if (known.docsUrl !== "") return (rule) => rulePageAddress(rule, known);
    return explain
      ? (rule, position) => {
          const values = position === undefined ? [rule] : [rule, { uri, position }];
          return `command:${explainCommand}?${encodeURIComponent(JSON.stringify(values))}`;
        }
      : () => undefined;
  };

  connection.listen();
}
