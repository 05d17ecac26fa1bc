import assert from "node:assert/strict";
import type { Diagnostic } from "vscode-languageserver";
import { applyAction } from "./apply-edit.js";
import { type LspClient, startClient } from "./lsp-client.js";
import { nanComparison, nanRule } from "./programs.js";

const some = (found: readonly Diagnostic[]): boolean => found.length > 0;

describe("code actions", () => {
  let client: LspClient;
  before(async () => {
    client = await startClient({ initializationOptions: { explain: true } });
  });
  after(() => client.stop());

  it("repair a finding, which is gone then", async () => {
    const uri = await client.open("repair.py", nanComparison);
    const [finding] = await client.until(uri, some);
    const [repair] = await client.actions(uri, finding);
    assert.equal(repair?.kind, "quickfix");
    assert.equal(repair.diagnostics?.[0]?.code, nanRule);
    const repaired = applyAction(nanComparison, repair, uri);
    assert.match(repaired, /np\.isnan\(value\)/);
    await client.change(uri, repaired);
    assert.deepEqual(await client.current(uri), []);
  });

  for (const [where, title] of [
    ["on its line", `Suppress \`${nanRule}\` on this line`],
    ["in its file", `Suppress \`${nanRule}\` in this file`],
  ] as const) {
    it(`suppress a finding ${where}`, async () => {
      const uri = await client.open(`suppress ${where}.py`, nanComparison);
      const [finding] = await client.until(uri, some);
      const suppress = (await client.actions(uri, finding)).find((action) => action.title === title);
      await client.change(uri, applyAction(nanComparison, suppress, uri));
      assert.deepEqual(await client.current(uri), []);
    });
  }

  it("turn a rule off in a configuration that is made for it", async () => {
    const uri = await client.open("made/train.py", nanComparison);
    client.write("made/.git/HEAD", "");
    const [finding] = await client.until(uri, some);
    const turnOff = (await client.actions(uri, finding)).find(({ title }) => title.startsWith("Turn"));
    const config = client.uri("made/.preflight/config.yaml");
    const [create] = turnOff?.edit?.documentChanges ?? [];
    assert.deepEqual(create, { kind: "create", uri: config, options: { ignoreIfExists: true } });
    client.write("made/.preflight/config.yaml", applyAction("", turnOff, config));
    await client.watched([config, "created"]);
    await client.until(uri, (found) => found.length === 0);
  });

  it("turn a rule off in the configuration that is there, as it is in the editor", async () => {
    client.write("there/.preflight/config.yaml", "preset: all\n");
    const text = "# Unsaved.\npreset: strict\n";
    const config = await client.open("there/.preflight/config.yaml", text, "yaml");
    const uri = await client.open("there/train.py", nanComparison);
    const [finding] = await client.until(uri, some);
    const turnOff = (await client.actions(uri, finding)).find(({ title }) => title.startsWith("Turn"));
    const changed = applyAction(text, turnOff, config);
    assert.equal(changed, `${text}rules:\n  ${nanRule}: off\n`);
    await client.change(config, changed);
    await client.until(uri, (found) => found.length === 0);
  });

  it("explain a finding where the client has our command", async () => {
    const uri = await client.open("explain.py", nanComparison);
    const [finding] = await client.until(uri, some);
    const explain = (await client.actions(uri, finding)).find(({ title }) => title.startsWith("Explain"));
    assert.deepEqual(explain?.command?.arguments, [nanRule, { uri, position: { line: 4, character: 11 } }]);
  });

  it("are those of the kinds that were asked for", async () => {
    const uri = await client.open("kinds.py", nanComparison);
    const [finding] = await client.until(uri, some);
    assert.deepEqual(await client.actions(uri, finding, ["refactor"]), []);
    assert.ok((await client.actions(uri, finding, ["quickfix"])).length > 0);
  });

  it("change nothing on save that is not certain to keep what the program does", async () => {
    const uri = await client.open("save.py", nanComparison);
    await client.until(uri, some);
    assert.deepEqual(await client.actions(uri, undefined, ["source.fixAll"]), []);
  });

  it("answer for the text as it is, before it was checked", async () => {
    const uri = await client.open("fresh.py", "import numpy as np\n");
    await client.change(uri, nanComparison);
    const actions = await client.actions(uri, undefined, ["quickfix"]);
    assert.match(applyAction(nanComparison, actions[0], uri), /np\.isnan\(value\)/);
  });
});

describe("hovers", () => {
  let client: LspClient;
  before(async () => {
    client = await startClient({ initializationOptions: { explain: true } });
  });
  after(() => client.stop());

  it("say why a finding matters, what to do, and where to read on", async () => {
    const uri = await client.open("hover.py", nanComparison);
    await client.until(uri, some);
    const text = (await client.hover(uri, 4, 15)) ?? "";
    assert.match(text, /isnan/);
    assert.ok(text.includes(`[\`${nanRule}\`](command:mlPreflight.explain?`));
    assert.equal(await client.hover(uri, 0, 2), undefined);
  });

  it("explain a rule that a comment names", async () => {
    const line = "    return value == np.nan";
    const uri = await client.open("named.py", nanComparison.replace(line, `${line}  # preflight: ignore[${nanRule}]`));
    assert.match((await client.hover(uri, 4, 53)) ?? "", /NaN/);
    assert.equal(await client.hover(uri, 4, 35), undefined);
  });
});

describe("pages", () => {
  let client: LspClient;
  before(async () => {
    client = await startClient();
  });
  after(() => client.stop());

  it("of rules and of the guide are served as Markdown, and their links lead to pages", async () => {
    const page = (path: string): Promise<string | null> =>
      client.connection.sendRequest("mlPreflight/guidePage", { path });
    const rulePage = (await page(`/rules/${nanRule}.md`)) ?? "";
    assert.match(rulePage, /^# nan-equality\n/);
    const links = [...rulePage.matchAll(/\]\(\.\.(\/[^)#]+)/g)].map((match) => match[1] ?? "");
    assert.ok(links.length > 0);
    for (const link of links) assert.notEqual(await page(link), null, link);
    assert.equal(await page("/rules/no-such-rule.md"), null);
  });

  it("of the configuration: where it is, or would be", async () => {
    client.write("lab/.preflight/config.yaml", "preset: all\n");
    const config = (path: string): Promise<{ uri: string; exists: boolean } | null> =>
      client.connection.sendRequest("mlPreflight/configFile", { uri: path });
    const inLab = await config(client.uri("lab/deep/a.py"));
    assert.deepEqual([inLab?.uri, inLab?.exists], [client.uri("lab/.preflight/config.yaml"), true]);
    const outside = await config(client.uri("."));
    assert.deepEqual([outside?.uri, outside?.exists], [client.uri(".preflight/config.yaml"), false]);
    assert.equal(await config("untitled:a"), null);
  });
});
