import type { Connection, Diagnostic } from "vscode-languageserver";
import { type DocumentStatus, languageIds, statusNotification } from "../protocol.js";
import type { Severity } from "../rules/rule.js";
import { checkDocument, type CheckContext, type Outcome } from "./check-document.js";
import { toDiagnostic } from "./diagnostics.js";
import { type Documents, isNotebookDocument, type OpenDocument } from "./documents.js";
import { addressesIn } from "./places.js";
import type { Projects } from "./projects.js";
import { openPublished } from "./published.js";
import { type Settings, severityOverride } from "./settings.js";
import { openPaths, pathOf } from "./uris.js";

/** Keeps the findings of open documents up to date, and published. Its addresses are those of text documents and notebooks, not of cells. */
export interface Checker {
  /** After an edit: checks when the keys have rested for a moment. */
  schedule(uri: string): void;
  /** Checks as soon as other documents leave time. */
  checkSoon(uri: string): void;
  /** Checks every open document again: what they were checked by has changed. */
  checkAll(): void;
  /** The same for the documents of some files. */
  checkFiles(paths: readonly string[]): void;
  /** The outcome for the text as it is now; undefined when the document changes or goes meanwhile. */
  current(uri: string): Promise<Outcome | undefined>;
  /** Takes back what was published: the document was closed, or its file deleted. */
  clear(uri: string): void;
  /** What is published now, by document. */
  outcomes(): Iterable<readonly [uri: string, outcome: Outcome]>;
  /** Settles when nothing waits to be checked at once: what nobody looks at yet comes after. */
  idle(): Promise<void>;
}

export interface CheckerOptions {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly settings: Settings;
  readonly projects: Projects;
  readonly onConfig: CheckContext["onConfig"];
  readonly ofProject: CheckContext["ofProject"];
  /** Findings of a document were published, or taken back when there is no outcome. */
  readonly onPublished: (outcome: Outcome | undefined) => void;
}

/** In milliseconds: longer than between two keys of a fast typist, shorter than one waits for an answer. */
const rest = 60;

export function openChecker(options: CheckerOptions): Checker {
  const { connection, documents, settings, projects, onConfig, ofProject, onPublished } = options;
  const timers = new Map<string, NodeJS.Timeout>();
  const latest = new Map<string, { readonly version: number; readonly epoch: number; readonly outcome: Outcome }>();
  /** The epoch in which each document was last made out of date by another file. */
  const outdated = new Map<string, number>();
  const queue = new Set<string>();
  /** The version of each document whose findings the editor shows, and what became of it. */
  const shown = new Map<string, { readonly version: number; readonly outcome: Outcome }>();
  /** Documents whose file was deleted stay silent until they are edited. */
  const gone = new Set<string>();
  const failedRules = new Set<string>();
  const published = openPublished(connection);
  let epoch = 0;
  let draining = false;
  const waiting: (() => void)[] = [];

  const onRuleError = (rule: string, path: string, error: unknown): void => {
    if (failedRules.has(rule)) return;
    failedRules.add(rule);
    connection.console.error(`The rule ${rule} failed on ${path}, the others go on. ${describe(error)}`);
  };

  const check = async (uri: string): Promise<Outcome | undefined> => {
    const document = documents.get(uri);
    if (document === undefined || gone.has(uri) || !isChecked(document)) return undefined;
    const { version } = document;
    const startEpoch = epoch;
    const isWanted = (): boolean => documents.get(uri) === document && document.version === version && !gone.has(uri);
    await settings.of(uri);
    let outcome: Outcome | undefined;
    try {
      outcome = await checkDocument(document, {
        projects,
        onConfig,
        ofProject,
        onRuleError,
        isWanted,
        onChange: (project, path, change) => {
          projects.seenOtherwise(project, path, change, openPaths(documents)).then(checkFiles, (error: unknown) => {
            connection.console.error(`What depends on ${path} could not be found. ${describe(error)}`);
          });
        },
        onLateImports: () => checkAgain(uri),
      });
    } catch (error) {
      connection.console.error(`${uri} could not be checked. ${describe(error)}`);
      outcome = { state: "skipped", reason: "An error in ML Preflight; the log has it." };
    }
    if (outcome === undefined || !isWanted()) return undefined;
    latest.set(uri, { version, epoch: startEpoch, outcome });
    return outcome;
  };

  const publish = (document: OpenDocument, outcome: Outcome): void => {
    const { uri, version } = document;
    const known = settings.peek(uri);
    const findings = outcome.state === "analysed" ? outcome.findings : [];
    const addressOf = addressesIn(uri, outcome);
    const diagnostics = new Map<string, Diagnostic[]>();
    for (const finding of findings) {
      const text = addressOf(finding);
      diagnostics.set(text, [...(diagnostics.get(text) ?? []), toDiagnostic(finding, known, addressOf)]);
    }
    shown.set(uri, { version, outcome });
    published.publish(document, diagnostics);
    const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
    for (const { rule, severity } of findings) counts[severityOverride(known, rule) ?? severity]++;
    const status: DocumentStatus = {
      uri,
      state: outcome.state,
      counts,
      milliseconds: outcome.state === "analysed" ? outcome.milliseconds : 0,
      ...(outcome.state === "analysed" ? {} : { reason: outcome.reason }),
    };
    void connection.sendNotification(statusNotification, status);
    if (outcome.state === "skipped") connection.console.info(`${uri} is not checked. ${outcome.reason}`);
    connection.console.debug(
      `${uri} version ${version}: ${outcome.state}, ${findings.length} findings, ${status.milliseconds.toFixed(1)} ms`,
    );
    onPublished(outcome);
  };

  const checkAndPublish = async (uri: string): Promise<Outcome | undefined> => {
    cancel(uri);
    const outcome = await check(uri);
    const document = documents.get(uri);
    if (outcome !== undefined && document !== undefined) publish(document, outcome);
    return outcome;
  };

  const drain = async (): Promise<void> => {
    if (draining) return;
    draining = true;
    try {
      for (const uri of queue) {
        queue.delete(uri);
        await checkAndPublish(uri);
        // Between two documents whatever has arrived meanwhile comes first.
        await new Promise((resolve) => setImmediate(resolve));
      }
    } finally {
      draining = false;
      for (const resolve of waiting.splice(0)) resolve();
    }
  };

  const checkSoon = (uri: string): void => {
    queue.add(uri);
    void drain();
  };

  /** For news from elsewhere: what is to be checked on saving waits for that when it was edited since. */
  const checkAgain = (uri: string): void => {
    const version = shown.get(uri)?.version;
    const isEdited = version !== undefined && version !== documents.get(uri)?.version;
    if (!(isEdited && settings.peek(uri).run === "onSave")) checkSoon(uri);
  };

  const checkFiles = (paths: readonly string[]): void => {
    if (paths.length === 0) return;
    epoch++;
    for (const uri of documents.keys()) {
      const path = pathOf(uri);
      if (path === undefined || !paths.includes(path)) continue;
      outdated.set(uri, epoch);
      checkAgain(uri);
    }
  };

  const cancel = (uri: string): void => {
    clearTimeout(timers.get(uri));
    timers.delete(uri);
    queue.delete(uri);
  };

  return {
    checkSoon: (uri) => {
      gone.delete(uri);
      checkSoon(uri);
    },
    schedule: (uri) => {
      gone.delete(uri);
      clearTimeout(timers.get(uri));
      timers.set(
        uri,
        setTimeout(() => checkSoon(uri), rest),
      );
    },
    checkAll: () => {
      epoch++;
      for (const uri of documents.keys()) {
        outdated.set(uri, epoch);
        checkAgain(uri);
      }
    },
    checkFiles,
    current: async (uri) => {
      const known = latest.get(uri);
      const isCurrent =
        known !== undefined && known.version === documents.get(uri)?.version && known.epoch >= (outdated.get(uri) ?? 0);
      if (isCurrent) return known.outcome;
      // What the user has asked to see only after saving is computed for the request, and not shown.
      return settings.peek(uri).run === "onSave" ? check(uri) : checkAndPublish(uri);
    },
    clear: (uri) => {
      cancel(uri);
      latest.delete(uri);
      outdated.delete(uri);
      shown.delete(uri);
      if (documents.get(uri) === undefined) gone.delete(uri);
      else gone.add(uri);
      published.clear(uri);
      onPublished(undefined);
    },
    outcomes: () => [...shown].map(([uri, { outcome }]) => [uri, outcome] as const),
    idle: () => (draining ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve()),
  };
}

function isChecked(document: OpenDocument): boolean {
  return isNotebookDocument(document) || languageIds.some((id) => id === document.languageId);
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
