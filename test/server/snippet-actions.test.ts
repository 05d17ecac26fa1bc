import assert from "node:assert/strict";
import type { CodeAction, Diagnostic } from "vscode-languageserver";
import { applyAction } from "./apply-edit.js";
import { type LspClient, startClient } from "./lsp-client.js";
import { openNotebook } from "./notebook-client.js";
import { nanComparison } from "./programs.js";

const some = (found: readonly Diagnostic[]): boolean => found.length > 0;
const snippetOf = (actions: readonly CodeAction[]): CodeAction | undefined =>
  actions.find(({ title }) => title.startsWith("Insert snippet: "));

/** Trains and scores a model in train mode. */
const evaluation = `import torch
from torchvision.models import resnet18

model = resnet18(num_classes=12)
optimizer = torch.optim.AdamW(model.parameters())
criterion = torch.nn.CrossEntropyLoss()


def run(train_loader, val_loader):
    hits = 0
    for wings, species in train_loader:
        optimizer.zero_grad()
        criterion(model(wings), species).backward()
        optimizer.step()
    with torch.no_grad():
        for wings, species in val_loader:
            hits += (model(wings).argmax(1) == species).sum().item()
    return hits
`;

const leak = `import * as tf from "@tensorflow/tfjs";

export async function watch(video: HTMLVideoElement) {
  for (;;) {
    const scaled = tf.browser.fromPixels(video).div(255);
    scaled.print();
    await tf.nextFrame();
  }
}
`;

describe("snippets for findings", () => {
  let client: LspClient;
  before(async () => {
    client = await startClient({ initializationOptions: { explain: true } });
  });
  after(() => client.stop());

  it("are offered after the repair and before what dismisses the finding", async () => {
    const uri = await client.open("score.py", evaluation);
    const found = await client.until(uri, some);
    const missing = found.find(({ code }) => code === "missing-eval-mode");
    const actions = await client.actions(uri, missing);
    const titles = actions.map(({ title }) => title);
    const at = titles.findIndex((title) => title.startsWith("Insert snippet: "));
    assert.ok(at > 0 && titles.findIndex((title) => title.startsWith("Suppress")) > at, titles.join("\n"));
    assert.match(titles[at] ?? "", /\(pf-eval\)$/);
    assert.equal(actions[at]?.kind, "quickfix");
    assert.equal(actions[at].diagnostics?.[0]?.code, "missing-eval-mode");
    const after = applyAction(evaluation, actions[at], uri);
    assert.ok(after.endsWith(evaluation.slice(evaluation.indexOf("\n\ndef run("))), after);
    assert.match(after, /^import torch\nfrom torchvision\.models import resnet18\n(?!import torch)/);
    assert.match(after, /\n\n\n@torch\.no_grad\(\)\ndef evaluate\(/);
  });

  it("keep their places to fill in", async () => {
    const uri = await client.open("leak.ts", leak, "typescript");
    const [finding] = await client.until(uri, some);
    const action = snippetOf(await client.actions(uri, finding));
    const [change] = action?.edit?.documentChanges ?? [];
    const snippets = change !== undefined && "edits" in change ? change.edits.filter((edit) => "snippet" in edit) : [];
    assert.equal(snippets.length, 1);
    assert.match(snippets[0]?.snippet.value ?? "", /\$(?:0|\{1)/);
    assert.ok(applyAction(leak, action, uri).includes(leak.slice(leak.indexOf("export"))));
  });

  it("are those of the document's language", async () => {
    const text = leak.replace(": HTMLVideoElement", "");
    const script = await client.open("leak.js", text, "javascript");
    const [finding] = await client.until(script, some);
    const inScript = applyAction(text, snippetOf(await client.actions(script, finding)), script);
    const component = `<script>\n${text}</script>\n`;
    const page = await client.open("leak.svelte", component, "svelte");
    const [other] = await client.until(page, some);
    const inPage = applyAction(component, snippetOf(await client.actions(page, other)), page);
    for (const after of [inScript, inPage]) assert.doesNotMatch(after, /\): tf\.Tensor|: HTML/);
  });

  it("are offered once, however many findings they help with", async () => {
    const uri = await client.open("twice.py", evaluation.replace("    return hits\n", "") + "    return model(hits)\n");
    await client.until(uri, some);
    const titles = (await client.actions(uri, undefined)).map(({ title }) => title);
    assert.deepEqual(titles.filter((title) => title.endsWith("(pf-eval)")).length, 1);
  });

  it("are not offered for rules without one", async () => {
    const uri = await client.open("nan.py", nanComparison);
    const [finding] = await client.until(uri, some);
    assert.equal(snippetOf(await client.actions(uri, finding)), undefined);
  });

  it("go into the cell of a notebook", async () => {
    const [imports, ...rest] = evaluation.split("\n\n\n");
    const cells = [imports ?? "", rest.join("\n\n\n")];
    const notebook = await openNotebook(client, client.uri("score.ipynb"), cells);
    const uri = notebook.cells()[1] ?? "";
    const found = await client.until(uri, some);
    const action = snippetOf(await client.actions(uri, found[0]));
    const after = applyAction(cells[1] ?? "", action, uri);
    assert.match(after, /^@torch\.no_grad\(\)\ndef evaluate\(/);
    assert.ok(after.endsWith(`\n\n\n${cells[1] ?? ""}`));
  });
});

describe("snippets in an editor that cannot stop at their places", () => {
  let client: LspClient;
  before(async () => {
    client = await startClient({ snippets: false });
  });
  after(() => client.stop());

  it("are not offered", async () => {
    const uri = await client.open("score.py", evaluation);
    const [finding] = await client.until(uri, some);
    assert.equal(snippetOf(await client.actions(uri, finding)), undefined);
  });

  it("leave what is complete around a selection", async () => {
    const uri = await client.open("leak.ts", leak, "typescript");
    const marked = leak.replace(/const scaled.*\n.*print.*/, "«$&»");
    const titles = (await client.actionsOn(uri, marked, ["refactor"])).map(({ title }) => title);
    assert.deepEqual(titles, ["Surround with `tf.tidy()`"]);
    const score = "import torch\nprint(score(x))\n";
    const python = await client.open("print.py", score);
    assert.deepEqual(await client.actionsOn(python, "import torch\n«print(score(x))»", ["refactor"]), []);
  });
});
