import assert from "node:assert/strict";
import type { Diagnostic } from "vscode-languageserver";
import { type LspClient, startClient } from "./lsp-client.js";
import { emptySuppression, nanComparison, nanRule } from "./programs.js";

const some = (found: readonly Diagnostic[]): boolean => found.length > 0;
const none = (found: readonly Diagnostic[]): boolean => found.length === 0;

describe("findings in the editor", () => {
  let client: LspClient;
  before(async () => {
    client = await startClient();
  });
  after(() => client.stop());

  it("are published for the version that is open, with a code that leads to the rule's page", async () => {
    const uri = await client.open("open.py", nanComparison);
    const [finding, ...others] = await client.until(uri, some);
    assert.deepEqual(others, []);
    assert.equal(finding?.code, nanRule);
    assert.equal(finding.codeDescription?.href, "ml-preflight-guide:/rules/nan-equality.md");
    assert.equal(finding.source, "ML Preflight");
    assert.deepEqual(finding.range.start, { line: 4, character: 11 });
  });

  it("follow edits", async () => {
    const uri = await client.open("edited.py", "import numpy as np\n");
    assert.deepEqual(await client.current(uri), []);
    await client.change(uri, nanComparison);
    await client.until(uri, some);
    await client.change(uri, nanComparison.replace("value == np.nan", "np.isnan(value)"));
    assert.deepEqual(await client.current(uri), []);
  });

  it("stay where half-typed code surrounds them", async () => {
    const uri = await client.open("half.py", nanComparison);
    await client.until(uri, some);
    await client.change(uri, `${nanComparison}\n\ndef broken(:\n    values = [1, (2\n`);
    assert.deepEqual(
      (await client.current(uri)).map(({ code }) => code),
      [nanRule],
    );
  });

  it("are in TypeScript too", async () => {
    const uri = await client.open("train.ts", "const value = 1; // preflight: ignore\n", "typescript");
    assert.equal((await client.until(uri, some)).length, 1);
  });

  it("are in documents that are in no file", async () => {
    await client.openUri("untitled:Untitled-1", nanComparison, "python");
    const [finding] = await client.until("untitled:Untitled-1", some);
    assert.equal(finding?.code, nanRule);
  });

  it("come with counts and a time for the language status", async () => {
    const uri = await client.open("status.py", emptySuppression);
    const { counts, milliseconds } = await client.untilStatus(uri, ({ state }) => state === "analysed");
    assert.deepEqual(counts, { error: 1, warning: 0, info: 0, hint: 0 });
    assert.ok(milliseconds > 0);
  });

  it("are not sought in files of installed packages", async () => {
    const uri = await client.open(".venv/lib/site-packages/tool/core.py", nanComparison);
    const { state } = await client.untilStatus(uri, () => true);
    assert.equal(state, "excluded");
    assert.deepEqual(await client.current(uri), []);
  });

  it("are not sought in binary text, and the log and the status say so", async () => {
    const uri = await client.open("binary.py", "a = 1\0\n");
    const { reason } = await client.untilStatus(uri, ({ state }) => state === "skipped");
    assert.match(reason ?? "", /NUL/);
    assert.match(await client.untilLog(/binary\.py is not checked/), /NUL/);
  });

  it("are not sought in a text of 50 MB, and the log and the status say so", async () => {
    const uri = await client.open("large.py", "a = 1  # preflight: ignore\n".repeat(1_950_000));
    const { reason } = await client.untilStatus(uri, ({ state }) => state === "skipped");
    assert.match(reason ?? "", /Too large: 50.* MB, the limit is 2 MB/);
    assert.deepEqual(await client.current(uri), []);
  }).timeout(20_000);

  it("outlive what is odd about a text", async () => {
    const deep = `${"(".repeat(20_000)}${")".repeat(20_000)}\n`;
    for (const [name, text] of [
      ["crlf.py", nanComparison.replaceAll("\n", "\r\n")],
      ["feed.py", nanComparison.replace("\n\n\n", "\n\f\n\n")],
      ["tabs.py", nanComparison.replace("    ", "\t")],
      ["python2.py", `print "hello"\n${nanComparison}`],
      ["deep.py", `${nanComparison}\nx = ${deep}`],
    ] as const) {
      const uri = await client.open(name, text);
      const codes = (await client.until(uri, some)).map(({ code }) => code);
      assert.deepEqual(codes, [nanRule], name);
    }
  });
});

describe("findings are cleared", () => {
  let client: LspClient;
  before(async () => {
    client = await startClient();
  });
  after(() => client.stop());

  it("when the document is closed", async () => {
    const uri = await client.open("closed.py", nanComparison);
    await client.until(uri, some);
    await client.close(uri);
    await client.until(uri, none);
  });

  it("when the file is deleted, until the document is edited again", async () => {
    const uri = client.write("deleted.py", nanComparison);
    await client.open("deleted.py", nanComparison);
    await client.until(uri, some);
    await client.watched([uri, "deleted"]);
    await client.until(uri, none);
    await client.change(uri, `${nanComparison}\n`);
    await client.until(uri, some);
  });

  it("when the folder of the file is deleted in the editor", async () => {
    const uri = await client.open("folder/inside.py", nanComparison);
    await client.until(uri, some);
    await client.connection.sendNotification("workspace/didDeleteFiles", { files: [{ uri: client.uri("folder") }] });
    await client.until(uri, none);
  });

  it("when the file is renamed, and stand under the new name", async () => {
    const before = await client.open("before.py", nanComparison);
    await client.until(before, some);
    const after = client.uri("after.py");
    await client.connection.sendNotification("workspace/didRenameFiles", {
      files: [{ oldUri: before, newUri: after }],
    });
    await client.until(before, none);
    await client.close(before);
    await client.openUri(after, nanComparison, "python");
    await client.until(after, some);
  });
});
