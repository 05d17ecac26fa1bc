import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { ExtensionParts } from "../../../src/extension/extension.js";
import type { FolderLifecycle, LifecycleState } from "../../../src/extension/lifecycle.js";
import { until } from "../findings.js";

describe("the lifecycle of two folders", () => {
  it("is told folder by folder, with the findings of files that nobody has opened", async () => {
    const extension = vscode.extensions.getExtension<ExtensionParts>("ml-preflight.ml-preflight");
    assert.ok(extension);
    const { lifecycle } = await extension.activate();
    await vscode.commands.executeCommand("mlPreflight.lifecycle.focus");
    let state: LifecycleState = await lifecycle.load();
    const known = (): readonly FolderLifecycle[] => (typeof state === "string" ? [] : state);
    const isDone = (): boolean =>
      known().length === 2 && known().every((folder) => folder.lifecycle.check.state === "done");
    await until(
      (listener) =>
        lifecycle.onDidChange((next) => {
          state = next;
          listener(undefined);
        }),
      isDone,
    );
    const rows = known().flatMap(({ name, lifecycle: { findings } }) =>
      Object.values(findings).flatMap((stage) => stage.findings.map(({ path, rule }) => `${name}: ${path} ${rule}`)),
    );
    assert.deepEqual(
      ["one: split.py sklearn-random-state-missing", "two: missing.py nan-equality"].filter(
        (row) => !rows.includes(row),
      ),
      [],
    );
    assert.ok(
      !rows.includes("two: split.py sklearn-random-state-missing"),
      "The configuration of the second folder turns it off.",
    );
  });
});
