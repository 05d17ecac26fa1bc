import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

interface Manifest {
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly capabilities: { readonly untrustedWorkspaces: { readonly supported: boolean } };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title?: string; readonly category?: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
  };
}

interface Setting {
  readonly markdownDescription?: string;
  readonly scope?: string;
  readonly default?: unknown;
}

const manifestText = readFileSync("package.json", "utf8");
const manifest = JSON.parse(manifestText) as Manifest;
const sentences = JSON.parse(readFileSync("package.nls.json", "utf8")) as Record<string, string>;

describe("package.json", () => {
  it("gives every command a title and our category", () => {
    const { commands } = manifest.contributes;
    assert.ok(commands.length > 0);
    for (const { command, title, category } of commands) {
      assert.ok(said(title), command);
      assert.equal(category, "ML Preflight", command);
      assert.match(command, /^mlPreflight\.[a-zA-Z]+$/);
    }
  });

  it("has the commands of the code, and the code those of package.json", () => {
    const files = ["src/extension/command-ids.ts", "src/protocol.ts", "src/protocol-checklist.ts"];
    const ids = files.map((file) => readFileSync(file, "utf8")).join("");
    const inCode = new Set([...ids.matchAll(/"(mlPreflight\.[a-zA-Z]+)"/g)].map((match) => match[1]!));
    const declared = manifest.contributes.commands.map(({ command }) => command);
    assert.deepEqual(
      declared.filter((id) => !inCode.has(id)),
      [],
    );
  });

  it("describes every setting, with a scope and a default, and has fewer than fifteen", () => {
    const settings = Object.entries(manifest.contributes.configuration.properties);
    assert.ok(settings.length > 0 && settings.length < 15);
    for (const [name, setting] of settings) {
      assert.match(name, /^mlPreflight\./);
      assert.ok(said(setting.markdownDescription), name);
      assert.ok(setting.scope, name);
      assert.notEqual(setting.default, undefined, name);
    }
  });

  it("says every sentence that it refers to, and refers to every sentence that it says", () => {
    const used = new Set([...manifestText.matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]!));
    assert.deepEqual([...used].sort(), Object.keys(sentences).sort());
  });

  it("works in Restricted Mode", () => {
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
  });

  it("promises the oldest VS Code that the tests run in, and types of no later one", () => {
    assert.equal(manifest.engines.vscode, "^1.100.0");
    const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
      packages: Record<string, { version: string }>;
    };
    assert.match(lock.packages["node_modules/@types/vscode"]?.version ?? "", /^1\.100\./);
  });

  it("needs nothing at run time that is not bundled", () => {
    assert.deepEqual(Object.keys(manifest.dependencies ?? {}), []);
  });
});

function said(text: string | undefined): boolean {
  const key = /^%(.+)%$/.exec(text ?? "")?.[1];
  const sentence = key === undefined ? text : sentences[key];
  return sentence !== undefined && sentence.trim() !== "";
}
