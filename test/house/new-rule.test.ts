import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const copied = ["docs", "package.json", "package.nls.json", "README.md", "schemas", "scripts", "src", "test/rules"];

describe("npm run new-rule", function () {
  this.timeout(120_000);

  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "ml-preflight-new-rule-"));
    for (const path of copied) cpSync(path, join(folder, path), { recursive: true });
    symlinkSync(resolve("node_modules"), join(folder, "node_modules"), "junction");
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function node(...args: string[]): { readonly status: number | null; readonly output: string } {
    const env = { ...process.env, OUT: "out" };
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, env, encoding: "utf8" });
    return { status, output: stdout + stderr };
  }

  it("writes a rule and a test that pass as they are, and refuses to write them twice", () => {
    const written = node("scripts/new-rule.mjs", "training", "made-up-defect");
    assert.equal(written.status, 0, written.output);
    const check = node("scripts/generate.mjs", "--check");
    assert.equal(check.status, 0, check.output);
    const build = node("scripts/build.mjs", "--tests");
    assert.equal(build.status, 0, build.output);
    const tests = ["meta.test.js", "examples.test.js", "training/made-up-defect.test.js"];
    const mocha = node(
      "node_modules/mocha/bin/mocha.js",
      ...["--grep", "made-up-defect"],
      ...tests.map((name) => join("out", "test", "rules", name)),
    );
    assert.equal(mocha.status, 0, mocha.output);
    assert.match(mocha.output, /\d\d passing/);

    const again = node("scripts/new-rule.mjs", "training", "made-up-defect");
    assert.equal(again.status, 2, again.output);
  });

  it("says what it wants when it is given something else", () => {
    for (const args of [[], ["training"], ["moon", "made-up-thing"], ["training", "Made Up"]]) {
      const { status, output } = node("scripts/new-rule.mjs", ...args);
      assert.equal(status, 2, output);
      assert.match(output, /Usage: npm run new-rule -- STAGE ID/);
    }
  });

  it("lets no generated file go stale", () => {
    rmSync(join(folder, "docs/guide/README.md"));
    const check = node("scripts/generate.mjs", "--check");
    assert.equal(check.status, 1);
    assert.match(check.output, /docs\/guide\/README\.md is stale/);
  });
});
