import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import { runChecklistRequest } from "../../src/protocol-checklist.js";
import { type LspClient, startClient } from "./lsp-client.js";

const path = ".preflight/attestations.yaml";
const entry = (item: string, more = "date: 2001-05-01"): string =>
  `  - { item: ${item}, verdict: pass, who: Ada, ${more} }\n`;
const written = (...entries: readonly string[]): string => `attestations:\n${entries.join("")}`;
const lasting = "date: 2001-05-01, expires: 9000-01-01";
const none = (found: readonly Diagnostic[]): boolean => found.length === 0;
const some = (found: readonly Diagnostic[]): boolean => found.length > 0;
const messageOf = (found: Diagnostic | undefined): string =>
  typeof found?.message === "string" ? found.message : "no plain message";
const training = "from torch import nn\n\n\ndef step(model, batch):\n    return model(batch)\n";

describe("what is wrong with attestations", () => {
  let client: LspClient;
  beforeEach(async () => {
    client = await startClient();
  });
  afterEach(() => client.stop());

  it("is told at its line while the file is typed, and taken back when it is repaired", async () => {
    const text = written(entry("PLAN-03"), entry("NONE-01"), entry("PLAN-05", "date: soon"), entry("PLAN-01", lasting));
    const uri = await client.open(path, text, "yaml");
    const found = await client.until(uri, some);
    assert.deepEqual(
      found.map(({ range, severity, code }) => [range.start.line, severity, code]),
      [
        [1, DiagnosticSeverity.Warning, "PLAN-03"],
        [2, DiagnosticSeverity.Warning, undefined],
        [3, DiagnosticSeverity.Error, "PLAN-05"],
      ],
    );
    assert.match(messageOf(found[0]), /^What Ada said about PLAN-03 counted until 2001-10-28: ask again\.$/);
    assert.match(messageOf(found[1]), /NONE-01/);
    assert.equal(found[0]?.source, "ML Preflight");
    assert.equal(found[0].codeDescription?.href, "ml-preflight-guide:/guide/items/PLAN-03.md");
    assert.deepEqual(await client.actions(uri, found[0]), []);
    await client.change(uri, written(entry("PLAN-03", lasting)));
    await client.until(uri, none);
    await client.change(uri, "attestations: [\n");
    assert.match(messageOf((await client.until(uri, some))[0]), /not YAML/);
    await client.close(uri);
    await client.until(uri, none);
  });

  it("is told once the project is at work, and as the file on the disk changes", async () => {
    client.write(path, written(entry("PLAN-03")));
    client.write("train.py", training);
    await client.open("train.py", training);
    const uri = client.uri(path);
    await client.until(uri, some);
    client.write(path, written(entry("PLAN-03", lasting)));
    await client.watched([uri, "changed"]);
    await client.until(uri, none);
    client.write(path, written(entry("PLAN-3", lasting)));
    await client.watched([uri, "changed"]);
    assert.match(messageOf((await client.until(uri, some))[0]), /PLAN-3/);
    rmSync(join(client.folder, path));
    await client.watched([uri, "deleted"]);
    await client.until(uri, none);
  });

  it("follows the configuration to another file, and knows the items and the pages of the team", async () => {
    const first = await client.open(path, written(entry("PLAN-03")), "yaml");
    await client.until(first, some);
    const second = client.write("signed.yaml", written(entry("PLAN-05")));
    await client.setSettings({ docsUrl: "https://guide.example" });
    await client.until(
      first,
      ([one]) => one?.codeDescription?.href === "https://guide.example/guide/items/PLAN-03.html",
    );
    const config = client.write(".preflight/config.yaml", "checklist: { attest: { file: signed.yaml } }\n");
    await client.watched([config, "created"]);
    await client.until(first, none);
    await client.until(second, ([one]) => one?.code === "PLAN-05");
    client.write(".preflight/config.yaml", "checklist: { attest: { file: signed.yaml, expiryDays: 40000 } }\n");
    await client.watched([config, "changed"]);
    await client.until(second, none);
  });

  it("says after a run which of them are about what does not apply", async () => {
    client.write(".git/HEAD", "ref: refs/heads/main\n");
    client.write("README.md", "# Notes\n");
    const uri = client.write(path, written(entry("DEPLOY-06", lasting)));
    const params = { uri: client.uri("."), isTrusted: false, history: [] };
    await client.connection.sendRequest(runChecklistRequest, params);
    const [idle] = await client.until(uri, some);
    assert.equal(idle?.range.start.line, 1);
    assert.match(messageOf(idle), /^DEPLOY-06 does not apply, so this counts for nothing\./);
    await client.open(path, written("  # Nothing yet.\n", entry("DEPLOY-06", lasting)), "yaml");
    await client.until(uri, ([one]) => one?.range.start.line === 2);
  });
});
