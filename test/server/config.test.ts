import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import { type LspClient, startClient } from "./lsp-client.js";
import { nanComparison, nanRule } from "./programs.js";

const some = (found: readonly Diagnostic[]): boolean => found.length > 0;
const none = (found: readonly Diagnostic[]): boolean => found.length === 0;
const isAt =
  (severity: DiagnosticSeverity) =>
  ([first]: readonly Diagnostic[]): boolean =>
    first?.severity === severity;

const messageOf = (found: Diagnostic | undefined): string =>
  typeof found?.message === "string" ? found.message : "no plain message";

describe("the configuration that governs a document", () => {
  let client: LspClient;
  let uri: string;
  beforeEach(async () => {
    client = await startClient({ workspaceFolders: ["one", "two"] });
    uri = await client.open("one/train.py", nanComparison);
    await client.until(uri, some);
  });
  afterEach(() => client.stop());

  it("applies when it is made, changed and deleted on the disk", async () => {
    const config = client.write("one/.preflight/config.yaml", `rules:\n  ${nanRule}: off\n`);
    await client.watched([config, "created"]);
    await client.until(uri, none);
    client.write("one/.preflight/config.yaml", `rules:\n  ${nanRule}: error\n`);
    await client.watched([config, "changed"]);
    await client.until(uri, isAt(DiagnosticSeverity.Error));
    rmSync(join(client.folder, "one/.preflight"), { recursive: true });
    await client.watched([client.uri("one/.preflight"), "deleted"]);
    await client.until(uri, (found) => some(found) && !isAt(DiagnosticSeverity.Error)(found));
  });

  it("applies while it is typed, and what was not saved ends with its document", async () => {
    const config = await client.open("one/.preflight/config.yaml", `exclude: ["train.py"]\n`, "yaml");
    await client.until(uri, none);
    await client.untilStatus(uri, ({ state }) => state === "excluded");
    await client.change(config, `exclude: ["other.py"]\n`);
    await client.until(uri, some);
    await client.change(config, `exclude: ["*.py"]\n`);
    await client.until(uri, none);
    await client.close(config);
    await client.until(uri, some);
  });

  it("is the nearest one, alone, also between several roots", async () => {
    const strictHere = client.write("one/.preflight/config.yaml", `rules:\n  ${nanRule}: off\n`);
    const nested = client.write("one/lab/.preflight/config.yaml", "preset: strict\n");
    const second = client.write("two/.preflight/config.yaml", `rules:\n  ${nanRule}: info\n`);
    const inLab = await client.open("one/lab/probe.py", nanComparison);
    const inTwo = await client.open("two/train.py", nanComparison);
    await client.watched([strictHere, "created"], [nested, "created"], [second, "created"]);
    await client.until(uri, none);
    await client.until(inLab, some);
    await client.until(inTwo, isAt(DiagnosticSeverity.Information));
  });

  it("keeps its good parts in force when others are wrong, and shows these in the file, open or not", async () => {
    const config = client.write("one/.preflight/config.yaml", `presett: strict\nrules:\n  ${nanRule}: error\n`);
    await client.watched([config, "created"]);
    await client.until(uri, isAt(DiagnosticSeverity.Error));
    const [problem] = await client.until(config, some);
    assert.match(messageOf(problem), /presett.*preset/);
    assert.deepEqual(problem?.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 7 } });
    client.write("one/.preflight/config.yaml", "preset: strict\n");
    await client.watched([config, "changed"]);
    await client.until(config, none);
  });

  it("may be no YAML at all", async () => {
    const config = await client.open("one/.preflight/config.yaml", "rules: [\n  : }{", "yaml");
    assert.match(messageOf((await client.until(config, some))[0]), /not YAML/);
    assert.equal((await client.current(uri)).length, 1);
  });
});

describe("writing a configuration file", () => {
  let client: LspClient;
  before(async () => {
    client = await startClient();
  });
  after(() => client.stop());

  it("completes keys, rule ids, presets and levels", async () => {
    const text = `preset: \nrules:\n  ${nanRule}: \n  \npaths:\n  - files: ["a"]\n    \n\n`;
    const uri = await client.open(".preflight/config.yaml", text, "yaml");
    const labels = async (line: number, character: number): Promise<readonly string[]> =>
      (await client.completions(uri, line, character)).map(({ label }) => label);
    assert.deepEqual(await labels(0, 8), ["recommended", "strict", "all"]);
    assert.deepEqual(await labels(2, 16), ["error", "warning", "info", "hint", "off"]);
    assert.ok((await labels(3, 2)).includes(nanRule));
    assert.deepEqual(await labels(6, 4), ["files", "preset", "rules"]);
    assert.ok((await labels(7, 0)).includes("maxFileSize"));
  });

  it("explains keys, rules and levels on hover", async () => {
    const uri = await client.open(
      "a/.preflight/config.yaml",
      `preset: strict\nrules:\n  ${nanRule}: off\n`,
      "plaintext",
    );
    assert.match((await client.hover(uri, 0, 2)) ?? "", /Default: `recommended`/);
    assert.match((await client.hover(uri, 0, 10)) ?? "", /smells/);
    assert.match((await client.hover(uri, 2, 4)) ?? "", /NaN/);
    assert.match((await client.hover(uri, 2, 17)) ?? "", /Not run/);
    assert.equal(await client.hover(uri, 1, 6), undefined);
  });
});
