import {
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
} from "vscode-languageserver";
import type { Tool } from "../guide/content.js";
import { saysVersions } from "../project/dependency-files.js";
import { toolGlobs } from "../project/tools/globs.js";
import { configFilePattern, guideFilePattern } from "../protocol.js";
import { languageOf } from "../project/languages.js";
import { isNotebook } from "../project/notebooks.js";
import { nameOf } from "../project/paths.js";
import type { AttestationProblems } from "./attestation-problems.js";
import type { Checker } from "./checker.js";
import type { ConfigProblems } from "./config-problems.js";
import type { Documents } from "./documents.js";
import type { Lifecycles } from "./lifecycle.js";
import type { Projects } from "./projects.js";
import type { TeamGuides } from "./team-guides.js";
import { isConfigFile, isGuideFile, openPaths, pathOf } from "./uris.js";

/** What may change an answer: configurations, sources, and the files that say which torch there is. */
const watched = [
  configFilePattern,
  guideFilePattern,
  // A folder that is deleted or moved as a whole is one event.
  "**/.preflight",
  "**/*.{py,ipynb,ts,tsx,mts,cts,js,jsx,mjs,cjs,vue,svelte}",
  "**/{*requirements*.txt,pyproject.toml,setup.cfg,uv.lock,poetry.lock,pdm.lock,environment*.yml,environment*.yaml}",
  // What rules about whole projects read besides: continuous integration with what it calls, locks, keys.
  "**/*.{yml,yaml,toml,sh,bash,cfg,ini,mk,in,lock,env,pem,key}",
  "**/{Makefile,makefile,GNUmakefile,Jenkinsfile*,justfile,Justfile,Pipfile,.env,.env.*,.gitignore,constraints*.txt,requirements/*.txt}",
];

export function registerWatchers(connection: Connection): Promise<unknown> {
  return connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: watched.map((globPattern) => ({ globPattern })),
  });
}

/** Has the files watched that show which tools are in use; several folders have mostly the same tools. */
export function openToolWatchers(connection: Connection): (tools: readonly Tool[]) => void {
  const known = new Set<string>();
  return (tools) => {
    const globs = toolGlobs(tools).filter((glob) => !known.has(glob));
    if (globs.length === 0) return;
    for (const glob of globs) known.add(glob);
    void connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: globs.map((globPattern) => ({ globPattern })),
    });
  };
}

export interface WatchContext {
  readonly documents: Documents;
  readonly projects: Projects;
  readonly checker: Checker;
  readonly configProblems: ConfigProblems;
  readonly guides: TeamGuides;
  readonly attestations: AttestationProblems;
  readonly lifecycles: Lifecycles;
}

/** Brings everything up to date with files that came, changed or went. */
export async function filesChanged(events: readonly FileEvent[], context: WatchContext): Promise<void> {
  context.lifecycles.filesChanged(events.flatMap(({ uri }) => pathOf(uri) ?? []));
  for (const { uri, type } of events) {
    const path = pathOf(uri);
    if (path !== undefined) await fileChanged(path, type, context);
  }
}

/** A document was opened, changed or closed; false when it is none in which a team says how it works. */
export async function teamFileChanged(uri: string, context: WatchContext): Promise<boolean> {
  const { projects, checker, configProblems, guides, attestations, lifecycles } = context;
  const path = pathOf(uri);
  if (path === undefined) return false;
  if (isGuideFile(path)) {
    await guides.refresh(path, uri);
    await lifecycles.guideChanged();
    return true;
  }
  if (!isConfigFile(path)) return attestations.refresh(path, uri);
  projects.forgetConfigs();
  await configProblems.refresh(path, uri);
  checker.checkAll();
  await attestations.refreshAll();
  return true;
}

async function fileChanged(path: string, type: FileChangeType, context: WatchContext): Promise<void> {
  const { documents, projects, checker, configProblems, guides, attestations, lifecycles } = context;
  const isFolder = nameOf(path) === ".preflight";
  await attestations.refresh(isFolder ? `${path}/attestations.yaml` : path);
  if (isFolder || isGuideFile(path)) {
    await guides.refresh(isFolder ? `${path}/guide.yaml` : path);
    await lifecycles.guideChanged();
  }
  if (isFolder || isConfigFile(path)) {
    projects.forgetConfigs();
    await configProblems.refresh(isFolder ? `${path}/config.yaml` : path);
    checker.checkAll();
    await attestations.refreshAll();
    return;
  }
  if (saysVersions(path)) checker.checkFiles(await projects.refreshVersions(path, openPaths(documents)));
  if (languageOf(path) === undefined) return;
  const open = documents.keys().find((key) => pathOf(key) === path);
  if (open !== undefined && type === FileChangeType.Created) checker.checkSoon(open);
  if (open !== undefined && type === FileChangeType.Changed && isNotebook(path)) {
    documents.reread(open);
    checker.checkFiles([path]);
  }
  // While a document is open, its text is what counts.
  if (open !== undefined && type !== FileChangeType.Deleted) return;
  if (open !== undefined) checker.clear(open);
  checker.checkFiles(await projects.refresh(path, openPaths(documents)));
}

/** Follows what is deleted and renamed in the editor. */
export function followMoves({ workspace }: Connection, context: WatchContext): void {
  workspace.onDidDeleteFiles(({ files }) => {
    const uris = files.map(({ uri }) => uri);
    filesMoved(uris, uris, context);
  });
  workspace.onDidRenameFiles(({ files }) => {
    const uris = files.flatMap(({ oldUri, newUri }) => [oldUri, newUri]);
    filesMoved(
      files.map(({ oldUri }) => oldUri),
      uris,
      context,
    );
  });
}

/** Files or whole folders that were deleted or renamed in the editor; those that are gone, and all that were touched. */
function filesMoved(
  gone: readonly string[],
  touched: readonly string[],
  { documents, checker, lifecycles }: WatchContext,
): void {
  lifecycles.filesChanged(touched.flatMap((uri) => pathOf(uri) ?? []));
  for (const one of gone) {
    for (const uri of documents.keys()) {
      if (uri === one || uri.startsWith(one.endsWith("/") ? one : `${one}/`)) checker.clear(uri);
    }
  }
}
