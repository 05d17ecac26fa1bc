import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import { commandIds } from "../../src/extension/command-ids.js";
import { defaultSettings } from "../../src/protocol.js";
import { readSettings, severityOverride } from "../../src/server/settings.js";
import { type LspClient, startClient } from "./lsp-client.js";
import { nanComparison, nanRule } from "./programs.js";

const some = (found: readonly Diagnostic[]): boolean => found.length > 0;

describe("settings", () => {
  let client: LspClient;
  beforeEach(async () => {
    client = await startClient();
  });
  afterEach(() => client.stop());

  it("change the level and the link of a finding at once", async () => {
    const uri = await client.open("colour.py", nanComparison);
    await client.until(uri, some);
    await client.setSettings({ severity: { "nan-*": "hint" }, docsUrl: "https://example.org/ml" });
    const [finding] = await client.until(uri, ([first]) => first?.severity === DiagnosticSeverity.Hint);
    assert.equal(finding?.codeDescription?.href, `https://example.org/ml/rules/${nanRule}.html`);
  });

  it("leave a document alone between saves", async () => {
    await client.setSettings({ run: "onSave" });
    const uri = await client.open("saved.py", nanComparison);
    await client.until(uri, some);
    const repaired = nanComparison.replace("value == np.nan", "np.isnan(value)");
    await client.change(uri, repaired);
    // An answer to a request shows that the change has arrived, and requests see the text as it is.
    assert.deepEqual(await client.actions(uri, undefined, ["quickfix"]), []);
    assert.equal((await client.until(uri, () => true)).length, 1);
    await client.save(uri);
    await client.until(uri, (found) => found.length === 0);
  });

  it("are taken as far as they make sense", () => {
    assert.deepEqual(readSettings(null), defaultSettings);
    assert.deepEqual(readSettings({ run: "never", severity: { a: "red", b: "hint" }, docsUrl: "command:x" }), {
      run: "onType",
      severity: { b: "hint" },
      docsUrl: "",
      scope: "workspace",
    });
  });

  it("give a rule its own level before that of a pattern, and a longer pattern before a shorter one", () => {
    const level = (severity: typeof defaultSettings.severity, rule = "missing-no-grad"): string | undefined =>
      severityOverride({ ...defaultSettings, severity }, rule);
    assert.equal(level({ "missing-no-grad": "info", "missing-no-*": "hint" }), "info");
    assert.equal(level({ "*": "hint", "missing-*": "error" }), "error");
    assert.equal(level({ "*-no-*": "error" }), "error");
    assert.equal(level({ "missing-*-grad": "error" }, "missing-grad"), undefined);
    assert.equal(level({ "miss*sing": "error" }, "missing"), undefined);
    assert.equal(level({}), undefined);
  });
});

describe("the manifest equals the code", () => {
  interface Manifest {
    readonly contributes: {
      readonly commands: readonly { readonly command: string }[];
      readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
    };
  }
  const { contributes } = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;

  it("in its commands", () => {
    assert.deepEqual(
      contributes.commands.map(({ command }) => command),
      [...commandIds],
    );
  });

  it("in its settings and their defaults", () => {
    // The language client reads `trace.server` by itself, and the extension alone knows of notes.
    const settings = Object.entries(contributes.configuration.properties)
      .filter(([name]) => !["mlPreflight.trace.server", "mlPreflight.notes"].includes(name))
      .map(([name, { default: value }]) => [name.replace("mlPreflight.", ""), value] as const);
    assert.deepEqual(Object.fromEntries(settings), defaultSettings);
  });
});
