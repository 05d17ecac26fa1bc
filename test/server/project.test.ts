import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Diagnostic } from "vscode-languageserver";
import type { Finding } from "../../src/rules/rule.js";
import { type LspClient, startClient } from "./lsp-client.js";

describe("a document as part of its project", () => {
  let client: LspClient;
  beforeEach(async () => {
    client = await startClient();
  });
  afterEach(() => client.stop());

  it("is seen with the version of torch that the project asks for, also after that changed", async () => {
    client.write("requirements.txt", "torch>=2.6\n");
    const uri = await client.open("load.py", 'import torch\n\nweights = torch.load("weights.pt")\n');
    await client.untilLog(/was read as a whole/);
    await client.until(uri, (found) => found.length === 0);
    const requirements = client.write("requirements.txt", "torch>=2.0\n");
    await client.watched([requirements, "changed"]);
    const [finding] = await client.until(uri, (found) => found.length > 0);
    assert.equal(finding?.code, "torch-load-unsafe");
  });

  it("has the findings that the command line prints", async () => {
    cpSync("test/fixtures/sample-project", client.folder, { recursive: true });
    const printed = await check(client.folder);
    assert.ok(printed.length > 0);
    const paths = [...new Set(printed.map((finding) => finding.path))];
    const isCode = (path: string): boolean => /\.(py|ts)$/.test(path);
    // Files that are no code have their findings without being open, once the project is at work.
    for (const path of [...paths.filter(isCode), ...paths.filter((one) => !isCode(one))]) {
      const language = path.endsWith(".py") ? "python" : "typescript";
      const text = readFileSync(join(client.folder, path), "utf8");
      const uri = isCode(path) ? await client.open(path, text, language) : client.write(path, text);
      const expected = printed.filter((finding) => finding.path === path).map(inShort);
      // What the whole project says arrives after the first findings.
      const shown = await client.until(uri, (found) => same(found.map(shownInShort), expected));
      assert.equal(shown.length, expected.length);
    }
  });
});

async function check(folder: string): Promise<readonly Finding[]> {
  const cli = resolve(process.env.DIST ?? "dist", "cli.js");
  const output = await new Promise<string>((done) => {
    execFile(process.execPath, [cli, "check", "--format", "json"], { cwd: folder }, (_error, stdout) => done(stdout));
  });
  return (JSON.parse(output) as { findings: readonly Finding[] }).findings;
}

function inShort({ rule, start, end, message }: Finding): string {
  return `${start.line}:${start.column}-${end.line}:${end.column} ${rule} ${message}`;
}

function shownInShort({ code, range: { start, end }, message }: Diagnostic): string {
  const text = typeof message === "string" ? message : message.value;
  return `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1} ${code} ${text}`;
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
