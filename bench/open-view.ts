import { rmSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import * as vscode from "vscode";
import type { ExtensionParts } from "../src/extension/extension.js";
import type { LifecycleState } from "../src/extension/lifecycle.js";
import { makeBigWorkspace } from "./big-workspace-files.js";

/** Runs inside an extension host: what opening the lifecycle view on 50,000 files asks of the host that all extensions share. */
export async function run(): Promise<void> {
  const { folder } = makeBigWorkspace();
  try {
    const extension = vscode.extensions.getExtension<ExtensionParts>("ml-preflight.ml-preflight");
    if (extension === undefined) throw new Error("The extension is not there.");
    const { lifecycle } = await extension.activate();
    await addFolder(folder);
    const delay = monitorEventLoopDelay({ resolution: 10 });
    delay.enable();
    const begin = performance.now();
    await vscode.commands.executeCommand("mlPreflight.lifecycle.focus");
    let state = await lifecycle.load();
    const stages = performance.now() - begin;
    while (!isComplete(state)) state = await next(lifecycle.onDidChange);
    delay.disable();
    const milliseconds = (nanoseconds: number): number => nanoseconds / 1e6;
    const figures = {
      stages,
      complete: performance.now() - begin,
      p99: milliseconds(delay.percentile(99)),
      longest: milliseconds(delay.max),
    };
    console.log(`##view ${JSON.stringify(figures)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function addFolder(folder: string): Promise<void> {
  const added = next(vscode.workspace.onDidChangeWorkspaceFolders);
  const count = vscode.workspace.workspaceFolders?.length ?? 0;
  if (!vscode.workspace.updateWorkspaceFolders(count, 0, { uri: vscode.Uri.file(folder) })) {
    throw new Error("The folder could not be added.");
  }
  await added;
}

function isComplete(state: LifecycleState): boolean {
  if (typeof state === "string") throw new Error(`The view shows nothing: ${state}.`);
  return (
    state.length > 2 && state.every(({ lifecycle: { scan, check } }) => scan.state === "done" && check.state === "done")
  );
}

function next<T>(event: vscode.Event<T>): Promise<T> {
  return new Promise((resolve) => {
    const listener = event((value) => {
      listener.dispose();
      resolve(value);
    });
  });
}
