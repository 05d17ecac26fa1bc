import * as vscode from "vscode";
import type { Lifecycle, LifecycleChange, LifecycleGuide } from "../protocol.js";
import type { Client } from "./client.js";
import { applyChange } from "./views/apply-change.js";

/** What the server knows of the folders, kept up to date from the first time that somebody asks. */
export interface LifecycleStore {
  readonly registration: vscode.Disposable;
  /** After the first answer, whenever something is other than before. */
  readonly onDidChange: vscode.Event<LifecycleState>;
  load(): Promise<LifecycleState>;
}

/** `no-folder` where there is none on this disk; `failed` when the server gave no answer. */
export type LifecycleState = readonly FolderLifecycle[] | "no-folder" | "failed";

/** One folder of the workspace, by the name that the workspace has for it. */
export interface FolderLifecycle {
  readonly name: string;
  readonly lifecycle: Lifecycle;
}

export function openLifecycle(client: Client, log: vscode.LogOutputChannel): LifecycleStore {
  const changed = new vscode.EventEmitter<LifecycleState>();
  let state: Promise<LifecycleState> | undefined;
  let isAsking = false;

  const ask = async (): Promise<LifecycleState> => {
    isAsking = true;
    try {
      const folders = vscode.workspace.workspaceFolders ?? [];
      const answers = await Promise.all(folders.map(({ uri }) => client.lifecycle(uri)));
      const known = folders.flatMap(({ name }, index) => {
        const lifecycle = answers[index] ?? undefined;
        return lifecycle === undefined ? [] : [{ name, lifecycle }];
      });
      return known.length === 0 ? "no-folder" : known;
    } catch (error) {
      log.error("The server did not tell what it knows of the folders.", error);
      return "failed";
    } finally {
      isAsking = false;
    }
  };
  const askAgain = async (): Promise<void> => {
    if (state === undefined || isAsking) return;
    state = ask();
    changed.fire(await state);
  };
  // Each change waits for the one before it, and the first of them for the answer.
  const take = async (before: Promise<LifecycleState>, change: LifecycleChange): Promise<LifecycleState> => {
    const known = await before;
    if (typeof known === "string" || !known.some(({ lifecycle }) => lifecycle.root === change.root)) return known;
    const now = known.map((folder) =>
      folder.lifecycle.root === change.root ? { ...folder, lifecycle: applyChange(folder.lifecycle, change) } : folder,
    );
    changed.fire(now);
    return now;
  };

  const registration = vscode.Disposable.from(
    changed,
    client.onDidChangeLifecycle((change) => {
      if (state !== undefined) state = take(state, change);
    }),
    // A server that starts anew knows nothing of who listened to the one before.
    client.onDidChangeState((server) => {
      if (server === "running") void askAgain();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => void askAgain()),
  );
  const load = (): Promise<LifecycleState> => (state ??= ask());
  return { registration, onDidChange: changed.event, load };
}

/** The guide to read by: a team's own, if one of the folders has one. */
export function guideOf(folders: readonly FolderLifecycle[]): LifecycleGuide | undefined {
  const guides = folders.map(({ lifecycle }) => lifecycle.guide);
  return guides.find(({ teamFile }) => teamFile.exists) ?? guides[0];
}
