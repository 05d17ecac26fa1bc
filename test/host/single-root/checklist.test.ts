import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import * as vscode from "vscode";
import type { ExtensionParts } from "../../../src/extension/extension.js";
import type { LifecycleState } from "../../../src/extension/lifecycle.js";
import type { PersonsWord } from "../../../src/protocol-checklist.js";
import { until } from "../findings.js";
import { closeAll, inWorkspace, replaceAll, show, write } from "../workspace.js";

const path = ".preflight/attestations.yaml";

function word(item: string): PersonsWord {
  return { item, verdict: "pass", who: "Ada Lovelace", link: "", note: "", expires: "" };
}

function entry(item: string): string {
  return `  - { item: ${item}, verdict: pass, who: Bob, date: 2026-01-01 } # ${item} was looked at\n`;
}

describe("the readiness checklist", function () {
  // The first run is that of a server that has just begun.
  this.timeout(60_000);
  let parts: ExtensionParts;
  before(async () => {
    const extension = vscode.extensions.getExtension<ExtensionParts>("ml-preflight.ml-preflight");
    assert.ok(extension);
    parts = await extension.activate();
  });
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(inWorkspace(".preflight"), { recursive: true });
  });

  const sign = (item: string): Promise<unknown> => parts.checklist.sign(inWorkspace(""), word(item));
  const onDisk = (): string => readFileSync(inWorkspace(path).fsPath, "utf8");
  const hasAll = (text: string, ...words: readonly string[]): void => {
    for (const one of words) assert.ok(text.includes(one), `${one} is not in\n${text}`);
  };

  it("is run by its command, in a panel, and its verdicts reach the views", async () => {
    await write(inWorkspace(".preflight/config.yaml"), "preset: recommended\n");
    const { lifecycle } = parts;
    await lifecycle.load();
    await vscode.commands.executeCommand("mlPreflight.runChecklist");
    let state: LifecycleState = await lifecycle.load();
    const isRun = (): boolean =>
      typeof state !== "string" && state.every(({ lifecycle: { checklist } }) => checklist !== null);
    await until(
      (listener) =>
        lifecycle.onDidChange((next) => {
          state = next;
          listener(undefined);
        }),
      isRun,
    );
    const { activeTab } = vscode.window.tabGroups.activeTabGroup;
    assert.match(activeTab?.label ?? "", /^Readiness: /);
    assert.ok(activeTab?.input instanceof vscode.TabInputWebview);
    const [folder] = typeof state === "string" ? [] : state;
    assert.ok(typeof folder?.lifecycle.items["PLAN-01"] === "object");
  });

  it("writes the first sign-off into a new file", async () => {
    assert.equal(await sign("PLAN-01"), undefined);
    hasAll(onDisk(), "attestations:", "item: PLAN-01", "who: Ada Lovelace");
  });

  it("keeps what others wrote, and what is typed and not saved", async () => {
    await write(inWorkspace(path), `# Ours.\nattestations:\n${entry("PLAN-02")}`);
    const editor = await show(inWorkspace(path));
    await replaceAll(editor, `# Ours, and typed.\nattestations:\n${entry("PLAN-02")}`);
    assert.equal(await sign("PLAN-01"), undefined);
    hasAll(onDisk(), "# Ours, and typed.", "# PLAN-02 was looked at", "item: PLAN-01");
    assert.equal(editor.document.isDirty, false);
  });

  it("loses nothing when somebody else has written the file under an open editor", async () => {
    await write(inWorkspace(path), `attestations:\n${entry("PLAN-02")}`);
    const editor = await show(inWorkspace(path));
    await replaceAll(editor, `attestations:\n${entry("PLAN-02")}${entry("PLAN-03")}`);
    // By another program, of which the editor has not heard.
    writeFileSync(inWorkspace(path).fsPath, `attestations:\n${entry("PLAN-02")}${entry("PLAN-04")}${entry("PLAN-05")}`);
    assert.equal(await sign("PLAN-01"), undefined);
    hasAll(onDisk(), "PLAN-02", "PLAN-03", "PLAN-04", "PLAN-05", "item: PLAN-01");
  });

  it("takes several sign-offs at once", async () => {
    await Promise.all(["PLAN-01", "PLAN-02", "PLAN-03"].map(sign));
    hasAll(onDisk(), "item: PLAN-01", "item: PLAN-02", "item: PLAN-03");
  });

  it("says what is missing, and writes nothing then", async () => {
    await write(inWorkspace(path), "");
    const problem = await parts.checklist.sign(inWorkspace(""), { ...word("PLAN-01"), verdict: "n/a" });
    assert.match(problem?.problem ?? "", /reason/);
    assert.equal(onDisk(), "");
  });
});
