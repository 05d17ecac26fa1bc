import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { type LifecycleChange, lifecycleRequest } from "../../src/protocol.js";
import { openView } from "./lifecycle-client.js";
import { type LspClient, startClient } from "./lsp-client.js";
import { nanComparison, nanRule } from "./programs.js";

/** All is read, for tools and then for findings. */
const isDone = ({ check }: LifecycleChange): boolean => check?.state === "done";
const hasTools = ({ scan }: LifecycleChange): boolean => scan?.state === "done";

describe("the lifecycle of a project", () => {
  let client: LspClient;
  beforeEach(async () => {
    client = await startClient();
  });
  afterEach(() => client.stop());

  it("has the stages in order, with topics, readings, paths, goals and items that have not been run", async () => {
    const { first } = await openView(client);
    const { guide, items } = first;
    assert.equal(guide.stages.length, 12);
    assert.equal(first.root, client.uri(".").replace(/\/$/, ""));
    assert.deepEqual(guide.teamFile, { uri: client.uri(".preflight/guide.yaml"), exists: false });
    const topics = guide.stages.flatMap((stage) => stage.topics);
    const page = await client.connection.sendRequest<string | null>("mlPreflight/guidePage", { path: topics[0]?.page });
    assert.ok(page?.startsWith(`# ${topics[0]?.title}`));
    assert.ok(guide.readings.some(({ origin }) => origin === "ours"));
    assert.ok(guide.paths.some(({ steps }) => steps.some(({ kind }) => kind === "stop")));
    assert.equal(guide.goals.length, 27);
    assert.deepEqual(
      Object.keys(items),
      guide.items.map(({ id }) => id),
    );
    assert.deepEqual([...new Set(Object.values(items))], ["not-run"]);
  });

  it("counts the findings of the open documents, and tells of the stages alone that changed", async () => {
    const one = await client.open("one.py", nanComparison);
    await client.until(one, (found) => found.length > 0);
    const view = await openView(client);
    const [stage = ""] = Object.keys(view.first.findings);
    const before = view.first.findings[stage];
    assert.deepEqual(
      before?.findings.map(({ path, rule }) => [path, rule]),
      [["one.py", nanRule]],
    );
    await view.until(isDone);
    const from = view.news.length;
    const two = await client.open("two.py", nanComparison);
    const { findings, ...rest } = await view.until((change) => change.findings !== undefined, from);
    assert.deepEqual(Object.keys(rest), ["root"]);
    assert.deepEqual(Object.keys(findings ?? {}), [stage]);
    assert.deepEqual(
      findings?.[stage]?.findings.map(({ uri }) => uri),
      [one, two],
    );
    assert.equal(sum(findings[stage].counts), 2 * sum(before.counts));
    await client.close(one);
    await client.close(two);
    await view.until((change) => change.findings?.[stage] === null, from);
  });

  it("says nothing about an edit that changes nothing that is shown", async () => {
    const uri = await client.open("one.py", nanComparison);
    const view = await openView(client);
    await view.until(isDone);
    const from = view.news.length;
    await client.change(uri, `${nanComparison}\n# the end\n`);
    await client.current(uri);
    await client.change(uri, "x = 1\n");
    await view.until((change) => change.findings !== undefined, from);
    assert.equal(view.news.length, from + 1);
  });

  it("finds the tools in use, with what shows it, and follows the files", async () => {
    client.write("train.py", "import numpy\nimport wandb\n");
    client.write("tests/test_a.py", "import locust\n");
    client.write("README.md", "import mlflow\n");
    const view = await openView(client);
    assert.deepEqual(view.first.tools, {});
    assert.equal(view.first.scan.state, "waiting");
    const { scan } = await view.until(hasTools);
    await view.until(isDone);
    assert.equal(scan?.files, 2);
    // What is found early may be told before the rest is read.
    const tools = new Map(view.news.flatMap((one) => Object.entries(one.tools ?? {})));
    assert.deepEqual([...tools.keys()], ["T-wandb", "T-load"]);
    assert.equal(tools.get("T-load")?.onlyInTests, true);
    assert.deepEqual(tools.get("T-wandb")?.evidence, [
      {
        kind: "import",
        what: "wandb",
        inTest: false,
        uri: client.uri("train.py"),
        path: "train.py",
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 12 } },
      },
    ]);

    const from = view.news.length;
    const docker = client.write("Dockerfile", "FROM python\n");
    await client.watched([docker, "created"]);
    const added = await view.until((change) => change.tools !== undefined, from);
    assert.deepEqual(Object.keys(added.tools ?? {}), ["T-docker"]);
    rmSync(join(client.folder, "Dockerfile"));
    await client.watched([docker, "deleted"]);
    const gone = await view.until((change) => change.tools?.["T-docker"] === null, from);
    assert.deepEqual(gone, { root: view.first.root, tools: { "T-docker": null } });
  });

  it("follows the text of an open document when it is saved", async () => {
    const uri = client.write("train.py", "x = 1\n");
    await client.open("train.py", "x = 1\n");
    const view = await openView(client);
    await view.until(isDone);
    await client.change(uri, "import mlflow\n");
    client.write("train.py", "import mlflow\n");
    await client.save(uri);
    await view.until((change) => change.tools?.["T-mlflow"] !== undefined);
    assert.equal(view.news.at(-1)?.tools?.["T-mlflow"]?.evidenceCount, 1);
  });

  it("is null where no folder is open", async () => {
    const answer = await client.connection.sendRequest(lifecycleRequest, { uri: "untitled:Untitled-1" });
    assert.equal(answer, null);
  });
});

describe("a team's guide", () => {
  let client: LspClient;
  beforeEach(async () => {
    client = await startClient();
  });
  afterEach(() => client.stop());

  it("shows its mistakes at their lines, also when only a program of the project is open", async () => {
    const file = client.write(".preflight/guide.yaml", "stages:\n  - id: data\n    titel: Records\n");
    await client.open("train.py", nanComparison);
    const [problem] = await client.until(file, (found) => found.length > 0);
    assert.equal(problem?.range.start.line, 2);
    client.write(".preflight/guide.yaml", "stages:\n  - id: data\n    title: Records\n");
    await client.watched([file, "changed"]);
    await client.until(file, (found) => found.length === 0);
  });

  it("counts while it is typed, and what was not saved ends with its document", async () => {
    const view = await openView(client);
    await view.until(isDone);
    const titleOfData = (change: LifecycleChange): string | undefined =>
      change.guide?.stages.find(({ id }) => id === "data")?.title;
    const file = await client.open(".preflight/guide.yaml", "stages:\n  - id: data\n    title: Records\n", "yaml");
    const { items, tools } = await view.until((change) => titleOfData(change) === "Records");
    assert.deepEqual([items, tools], [undefined, undefined]);
    await client.change(file, "stages:\n  - id: data\n    titel: Records\n");
    await client.until(file, (found) => found.length === 1);
    const from = view.news.length;
    await client.change(file, "stages:\n  - id: data\n    title: Files\n");
    await view.until((change) => titleOfData(change) === "Files", from);
    await client.close(file);
    const original = view.first.guide.stages.find(({ id }) => id === "data")?.title;
    await view.until((change) => titleOfData(change) === original, from);
    await client.until(file, (found) => found.length === 0);
  });

  it("is what hovers and pages say", async () => {
    const uri = await client.open("train.py", nanComparison);
    const [finding] = await client.until(uri, (found) => found.length > 0);
    const { line, character } = finding?.range.start ?? { line: 0, character: 0 };
    const reading = /Read: \[([^\]]+)\]/.exec((await client.hover(uri, line, character)) ?? "")?.[1];
    const { first } = await openView(client);
    const { id, stage } = first.guide.readings.find(({ label }) => label === reading) ?? {};
    const file = client.write(
      ".preflight/guide.yaml",
      `readings:\n  - id: ${id}\n    title: The one we like\nstages:\n  - id: ${stage}\n    title: Our stage\n`,
    );
    await client.watched([file, "created"]);
    await client.until(file, (found) => found.length === 0);
    assert.match((await client.hover(uri, line, character)) ?? "", /Read: \[The one we like\]/);
    const page = await client.connection.sendRequest<string>("mlPreflight/guidePage", { path: "/guide/README.md" });
    assert.match(page, /^## Our stage$/m);
    const rule = await client.connection.sendRequest<string>("mlPreflight/guidePage", { path: `/rules/${nanRule}.md` });
    assert.match(rule, /\[The one we like\]/);
  });

  it("adds tools that are looked for at once", async () => {
    client.write("train.py", "import acme_train\n");
    const view = await openView(client);
    await view.until(isDone);
    const file = client.write(
      ".preflight/guide.yaml",
      [
        "tools:",
        "  - id: acme",
        "    name: Acme Train",
        "    stage: training",
        "    purpose: Starts jobs.",
        "    url: https://wiki.acme.example/train",
        "    detect:",
        "      imports: [acme_train]",
        "",
      ].join("\n"),
    );
    await client.watched([file, "created"]);
    const { tools } = await view.until((change) => change.tools?.acme !== undefined);
    assert.equal(tools?.acme?.evidence[0]?.what, "acme_train");
  });
});

function sum(counts: Readonly<Record<string, number>> | undefined): number {
  return Object.values(counts ?? {}).reduce((total, count) => total + count, 0);
}
