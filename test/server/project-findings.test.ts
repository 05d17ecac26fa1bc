import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { type LspClient, startClient } from "./lsp-client.js";

const training = "import torch\n\nnet = torch.nn.Linear(1, 1)\n";
const workflow = "on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: pytest || true\n";

describe("findings of rules about projects", () => {
  let client: LspClient;
  beforeEach(async () => {
    client = await startClient();
  });
  afterEach(() => client.stop());

  it("stand in files that are no code and not open, once the project is at work", async () => {
    const requirements = client.write("requirements.txt", "flask\ntorch\n");
    const ci = client.write(".github/workflows/ci.yml", workflow);
    client.write("train.py", training);
    await client.open("train.py", training);
    const [unpinned] = await client.until(requirements, (found) => found.length > 0);
    assert.equal(unpinned?.code, "dependencies-unpinned");
    assert.deepEqual(unpinned.range, { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } });
    assert.match(unpinned.codeDescription?.href ?? "", /dependencies-unpinned/);
    const [swallowed] = await client.until(ci, (found) => found.length > 0);
    assert.equal(swallowed?.code, "ci-test-failure-ignored");
  });

  it("follow the files, the configuration, and comments", async () => {
    const requirements = client.write("requirements.txt", "torch\n");
    await client.open("train.py", training);
    await client.until(requirements, (found) => found.length === 1);
    client.write("requirements.txt", "torch==2.5.1\n");
    await client.watched([requirements, "changed"]);
    await client.until(requirements, (found) => found.length === 0);
    client.write("requirements.txt", "torch  # preflight: ignore[dependencies-unpinned]\nnumpy\n");
    const lock = client.write("sub/requirements.txt", "torch\n");
    await client.watched([requirements, "changed"], [lock, "created"]);
    await client.until(lock, (found) => found.length === 1);
    const config = client.write(".preflight/config.yaml", "rules:\n  dependencies-unpinned: error\n");
    await client.watched([config, "created"]);
    await client.until(lock, ([finding]) => finding?.severity === 1);
    rmSync(join(client.folder, "sub"), { recursive: true });
    await client.watched([lock, "deleted"]);
    await client.until(lock, (found) => found.length === 0);
  });

  it("stand in open code too, move with their lines as these are typed, and can be suppressed", async () => {
    const prepare = [
      "def make_features(rows):",
      '    rows["age"] = rows["age"].fillna(40).clip(0, 100)',
      '    rows["income"] = rows["income"] / 1000',
      '    return rows[["age", "income"]]',
      "",
    ].join("\n");
    client.write("train.py", `from sklearn.svm import SVC\n${prepare}SVC().fit(make_features(0), [])\n`);
    const service = `from fastapi import FastAPI\nimport sklearn\n${prepare}`;
    client.write("app.py", service);
    const uri = await client.open("app.py", service);
    const [copied] = await client.until(uri, (found) => found.length > 0);
    assert.equal(copied?.code, "training-serving-skew-code");
    assert.equal(copied.range.start.line, 2);
    assert.equal(copied.relatedInformation?.[0]?.location.uri, client.uri("train.py"));
    const actions = await client.actions(uri, copied);
    assert.ok(actions.some(({ title }) => title === "Suppress `training-serving-skew-code` on this line"));
    await client.change(uri, `# the service\n${service}`);
    await client.until(uri, ([finding]) => finding?.range.start.line === 3);
    await client.change(uri, service.replace("def make_features(rows):", "def other(rows):"));
    await client.until(uri, (found) => found.length === 0);
  });

  it("have the level that the settings say, also after they changed", async () => {
    const requirements = client.write("requirements.txt", "torch\n");
    await client.open("train.py", training);
    await client.until(requirements, ([finding]) => finding?.severity === 3);
    await client.setSettings({ severity: { "dependencies-*": "warning" } });
    await client.until(requirements, ([finding]) => finding?.severity === 2);
  });
});
