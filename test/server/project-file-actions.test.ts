import assert from "node:assert/strict";
import type { RegistrationParams } from "vscode-languageserver";
import { applyAction } from "./apply-edit.js";
import { type LspClient, startClient } from "./lsp-client.js";

const training = "import torch\n\nnet = torch.nn.Linear(1, 1)\n";
const steps = "on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n";
const workflow = `${steps}      - run: pytest || true\n`;
const ignored = "ci-test-failure-ignored";

describe("hovers and actions in files that are no code", () => {
  let client: LspClient;
  beforeEach(async () => {
    client = await startClient({
      initializationOptions: { explain: true },
      textDocument: {
        synchronization: { dynamicRegistration: true },
        hover: { dynamicRegistration: true },
        codeAction: { dynamicRegistration: true },
      },
    });
  });
  afterEach(() => client.stop());

  /** A workflow with a finding, open beside the code that makes it one of ML. */
  const openWorkflow = async (text = workflow): Promise<string> => {
    const uri = client.write(".github/workflows/ci.yml", text);
    client.write("train.py", training);
    await client.open("train.py", training);
    await client.until(uri, (found) => found.length > 0);
    return client.open(".github/workflows/ci.yml", text, "yaml");
  };

  it("explain a finding as in code, and a rule in a comment that suppresses it", async () => {
    const uri = await openWorkflow();
    const hover = await client.hover(uri, 5, 10);
    assert.match(hover ?? "", /command:mlPreflight\.explain\?/);
    assert.equal(await client.hover(uri, 0, 1), undefined);
    await client.change(uri, `${steps}      - run: pytest || true  # preflight: ignore[${ignored}]\n`);
    assert.match((await client.hover(uri, 5, 60)) ?? "", /^\*\*/);
  });

  it("suppress it on its line and in its file, turn it off, explain it", async () => {
    const uri = await openWorkflow();
    const [finding] = await client.until(uri, (found) => found.length > 0);
    const actions = await client.actions(uri, finding);
    assert.deepEqual(
      actions.map(({ title }) => title),
      [
        "Insert snippet as ci-quality-gate.yml: A GitHub workflow that stops a worse model (pf-ci-quality-gate)",
        `Suppress \`${ignored}\` on this line`,
        `Suppress \`${ignored}\` in this file`,
        `Turn \`${ignored}\` off in .preflight/config.yaml`,
        `Explain \`${ignored}\``,
      ],
    );
    assert.equal(applyAction(workflow, actions[2], uri), `# preflight: ignore-file[${ignored}]\n${workflow}`);
    const suppressed = applyAction(workflow, actions[1], uri);
    assert.equal(suppressed, `${steps}      - run: pytest || true  # preflight: ignore[${ignored}]\n`);
    client.write(".github/workflows/ci.yml", suppressed);
    await client.watched([uri, "changed"]);
    await client.until(uri, (found) => found.length === 0);
  });

  it("put a snippet, which is a whole file, beside it, once", async () => {
    const uri = await openWorkflow();
    const [finding] = await client.until(uri, (found) => found.length > 0);
    const [insert] = await client.actions(uri, finding);
    const made = client.uri(".github/workflows/ci-quality-gate.yml");
    const [create, edit] = insert?.edit?.documentChanges ?? [];
    assert.deepEqual(create, { kind: "create", uri: made });
    assert.ok(edit !== undefined && "edits" in edit && edit.textDocument.uri === made);
    const text = applyAction("", { title: "", edit: { documentChanges: [edit] } }, made);
    assert.match(text, /^name: model\n[^]*\n$/);
    client.write(".github/workflows/ci-quality-gate.yml", text);
    const titles = (await client.actions(uri, finding)).map(({ title }) => title);
    assert.ok(titles.every((title) => !title.startsWith("Insert snippet")));
  });

  it("follow the text as it is typed, and say nothing of a line that is another one now", async () => {
    const uri = await openWorkflow();
    await client.change(uri, `# Tests.\n${workflow}`);
    assert.notEqual(await client.hover(uri, 6, 10), undefined);
    assert.equal(await client.hover(uri, 5, 6), undefined);
    await client.change(uri, workflow.replace(" || true", ""));
    assert.equal(await client.hover(uri, 5, 10), undefined);
    assert.deepEqual(await client.actions(uri, undefined), []);
  });

  it("leave the findings where they are when the file is closed", async () => {
    const uri = await openWorkflow();
    await client.close(uri);
    await client.open("other.py", "x = 1\n");
    await client.current(client.uri("other.py"));
    assert.equal((await client.until(uri, () => true)).length, 1);
  });

  it("are asked for where something was found, and nowhere else", async () => {
    const registered: RegistrationParams["registrations"] = [];
    client.connection.onRequest("client/registerCapability", ({ registrations }: RegistrationParams) => {
      registered.push(...registrations);
      return null;
    });
    client.write("requirements[1].txt", "torch==2.5.1\n");
    await openWorkflow();
    const ofDocuments = registered.filter(({ method }) => method.startsWith("textDocument/"));
    assert.deepEqual(
      ofDocuments.map(({ method }) => method).sort(),
      ["codeAction", "didChange", "didClose", "didOpen", "hover"].map((name) => `textDocument/${name}`),
    );
    for (const { registerOptions } of ofDocuments) {
      assert.match(JSON.stringify(registerOptions), /\[\{"scheme":"file","pattern":"\*\*\/workflows\/ci\.yml"\}\]/);
    }
  });
});
