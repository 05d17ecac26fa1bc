import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { checkFilesNotification, type Lifecycle, type StageFindings } from "../../src/protocol.js";
import { mainProgram, quietHelper, trainingHelper } from "./cross-file-programs.js";
import { type LspClient, startClient } from "./lsp-client.js";
import { isChecked, type LifecycleView, openView } from "./lifecycle-client.js";
import { openNotebook } from "./notebook-client.js";
import { nanComparison, nanRule } from "./programs.js";

describe("the findings of a folder", () => {
  let client: LspClient;
  afterEach(() => client.stop());

  /** The paths of the files with findings, in the order in which they are listed. */
  const paths = ({ findings }: Lifecycle): readonly string[] =>
    Object.values(findings).flatMap((stage) => stage.findings.map(({ path }) => path));
  const until = (view: LifecycleView, ...wanted: readonly string[]): Promise<unknown> =>
    view.untilState((state) => isChecked(state) && paths(state).join() === wanted.join());

  it("are those of all its files, but of none that is ignored, excluded or not its own", async () => {
    client = await startClient();
    client.write(".gitignore", "made/\n");
    client.write(".preflight/config.yaml", "exclude: [old/**]\n");
    for (const folder of ["src", "made", "old", "node_modules", "lib"]) client.write(`${folder}/a.py`, nanComparison);
    client.write("src/calm.py", "x = 1\n");
    const view = await openView(client);
    await until(view, "lib/a.py", "src/a.py");
    assert.equal(view.state().check.of, 3);
    const [stage] = Object.values<StageFindings>(view.state().findings);
    assert.deepEqual(stage?.rules, { [nanRule]: 2 });
  });

  it("are those that the editor shows when a file is open", async () => {
    client = await startClient();
    const uri = client.write("src/a.py", nanComparison);
    const view = await openView(client);
    await until(view, "src/a.py");
    const closed = view.state().findings;
    await client.open("src/a.py", nanComparison);
    await client.until(uri, (found) => found.length > 0);
    assert.deepEqual(view.state().findings, closed);
    await client.change(uri, "x = 1\n");
    await until(view);
    // What was not saved is not in the file.
    await client.close(uri);
    await until(view, "src/a.py");
  });

  it("name the cell of a notebook, open or not, and notebooks come last", async () => {
    client = await startClient();
    const cells = ["import numpy as np", "def is_missing(value):\n    return value == np.nan"];
    const ipynb = (sources: readonly string[]): string => {
      const codeCells = sources.map((source) => ({ cell_type: "code", metadata: {}, outputs: [], source }));
      return JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: codeCells });
    };
    client.write("src/a.py", nanComparison);
    const uri = client.write("explore.ipynb", ipynb(cells));
    const view = await openView(client);
    await until(view, "src/a.py", "explore.ipynb");
    const closed = Object.values<StageFindings>(view.state().findings)[0]?.findings.at(-1);
    assert.equal(closed?.uri, uri);
    assert.equal(closed.cell, 2);
    assert.equal(closed.range?.start.line, 1);

    const notebook = await openNotebook(client, uri, cells);
    await client.until(notebook.cells()[1] ?? "", (found) => found.length > 0);
    const open = Object.values<StageFindings>(view.state().findings)[0]?.findings.at(-1);
    assert.deepEqual(open, closed);
    await notebook.insert(0, { text: "# Birds", language: "markdown" });
    await view.untilState(({ findings }) => Object.values<StageFindings>(findings)[0]?.findings.at(-1)?.cell === 3);
    await notebook.close();
    await view.untilState(({ findings }) => Object.values<StageFindings>(findings)[0]?.findings.at(-1)?.cell === 2);
  });

  it("follow files that change, come and go", async () => {
    client = await startClient();
    const one = client.write("one.py", nanComparison);
    const view = await openView(client);
    await until(view, "one.py");
    client.write("one.py", "x = 1\n");
    await client.watched([one, "changed"]);
    await until(view);
    const two = client.write("pkg/two.py", nanComparison);
    await client.watched([two, "created"]);
    await until(view, "pkg/two.py");
    rmSync(join(client.folder, "pkg"), { recursive: true });
    await client.connection.sendNotification("workspace/didDeleteFiles", { files: [{ uri: client.uri("pkg") }] });
    await until(view);
  });

  it("follow what a file imports", async () => {
    client = await startClient();
    const helper = client.write("lib/modes.py", quietHelper);
    client.write("main.py", mainProgram);
    const view = await openView(client);
    await until(view);
    client.write("lib/modes.py", trainingHelper);
    await client.watched([helper, "changed"]);
    await until(view, "main.py");
  });

  it("follow the configuration", async () => {
    client = await startClient();
    client.write("a.py", nanComparison);
    client.write("b.py", nanComparison);
    const view = await openView(client);
    await until(view, "a.py", "b.py");
    const config = client.write(".preflight/config.yaml", "exclude: [b.py]\n");
    await client.watched([config, "created"]);
    await until(view, "a.py");
    client.write(".preflight/config.yaml", `rules: { ${nanRule}: off }\n`);
    await client.watched([config, "changed"]);
    await until(view);
  });

  it("have the levels of the editor's settings", async () => {
    client = await startClient({ settings: { severity: { [nanRule]: "hint" } } });
    client.write("a.py", nanComparison);
    const view = await openView(client);
    await until(view, "a.py");
    const [stage] = Object.values<StageFindings>(view.state().findings);
    assert.deepEqual(stage?.counts, { error: 0, warning: 0, info: 0, hint: 1 });
  });

  it("are those of the open documents alone when the setting says so, until it says otherwise", async () => {
    client = await startClient({ settings: { scope: "openFiles" } });
    client.write("a.py", nanComparison);
    const view = await openView(client);
    await view.untilState(({ scan }) => scan.state === "done");
    assert.equal(view.state().check.state, "off");
    assert.deepEqual(paths(view.state()), []);
    await client.setSettings({});
    await until(view, "a.py");
    await client.setSettings({ scope: "openFiles" });
    await view.untilState((state) => state.check.state === "off" && paths(state).length === 0);
  });

  it("can be halted, and go on where they were", async () => {
    client = await startClient();
    for (let index = 0; index < 400; index++) client.write(`a${1000 + index}.py`, nanComparison);
    const view = await openView(client);
    await client.connection.sendNotification(checkFilesNotification, { run: false });
    await view.untilState(({ check }) => check.state === "stopped");
    await client.connection.sendNotification(checkFilesNotification, { run: true });
    await view.untilState((state) => isChecked(state) && state.check.files === 400);
    const [stage] = Object.values<StageFindings>(view.state().findings);
    assert.deepEqual(stage?.rules, { [nanRule]: 400 });
    assert.equal(stage.findings.length, 50);
  });

  it("are told folder by folder", async () => {
    client = await startClient({ workspaceFolders: ["one", "two"] });
    client.write("one/a.py", nanComparison);
    client.write("two/b.py", "x = 1\n");
    const one = await openView(client, { uri: client.uri("one") });
    const two = await openView(client, { uri: client.uri("two/b.py") });
    assert.deepEqual([one.state().root, two.state().root], [client.uri("one"), client.uri("two")]);
    await until(one, "a.py");
    await until(two);
  });
});
