import {
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  type TextDocuments,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { configFilePattern } from "../protocol.js";
import { languageOf } from "../project/languages.js";
import { nameOf } from "../project/paths.js";
import type { Checker } from "./checker.js";
import type { ConfigProblems } from "./config-problems.js";
import type { Projects } from "./projects.js";
import { isConfigFile, openPaths, pathOf } from "./uris.js";

/** What may change an answer: configurations, sources, and the files that say which torch there is. */
const watched = [
  configFilePattern,
  // A folder that is deleted or moved as a whole is one event.
  "**/.preflight",
  "**/*.{py,ts,tsx,mts,cts,js,jsx,mjs,cjs}",
  "**/{*requirements*.txt,pyproject.toml,setup.cfg,uv.lock,poetry.lock,pdm.lock,environment*.yml,environment*.yaml}",
];

export function registerWatchers(connection: Connection): Promise<unknown> {
  return connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: watched.map((globPattern) => ({ globPattern })),
  });
}

export interface WatchContext {
  readonly documents: TextDocuments<TextDocument>;
  readonly projects: Projects;
  readonly checker: Checker;
  readonly configProblems: ConfigProblems;
}

/** Brings everything up to date with files that came, changed or went. */
export async function filesChanged(events: readonly FileEvent[], context: WatchContext): Promise<void> {
  const { documents, projects, checker, configProblems } = context;
  for (const { uri, type } of events) {
    const path = pathOf(uri);
    if (path === undefined) continue;
    if (isConfigFile(path) || nameOf(path) === ".preflight") {
      projects.forgetConfigs();
      await configProblems.refresh(isConfigFile(path) ? path : `${path}/config.yaml`);
      checker.checkAll();
    } else if (languageOf(path) === undefined) {
      checker.checkFiles(await projects.refreshVersions(path, openPaths(documents)));
    } else {
      if (nameOf(path) === "setup.py") checker.checkFiles(await projects.refreshVersions(path, openPaths(documents)));
      const open = documents.keys().find((key) => pathOf(key) === path);
      if (open !== undefined && type === FileChangeType.Created) checker.checkSoon(open);
      // While a document is open, its text is what counts.
      if (open !== undefined && type !== FileChangeType.Deleted) continue;
      if (open !== undefined) checker.clear(open);
      checker.checkFiles(await projects.refresh(path, openPaths(documents)));
    }
  }
}

/** Files or whole folders that were deleted or renamed in the editor, told by name. */
export function filesGone(uris: readonly string[], { documents, checker }: WatchContext): void {
  for (const gone of uris) {
    for (const uri of documents.keys()) {
      if (uri === gone || uri.startsWith(gone.endsWith("/") ? gone : `${gone}/`)) checker.clear(uri);
    }
  }
}
