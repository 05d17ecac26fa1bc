import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { builtInGuide } from "../../src/guide/guide.js";
import { pages } from "../../src/report/pages.js";
import { site } from "../../src/report/site.js";
import { allRules } from "../../src/project/project-rules/all-rules.js";
import { runCli } from "./run-cli.js";

describe("ml-preflight explain and docs", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "ml-preflight-docs-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const writeTeamGuide = async (text: string): Promise<void> => {
    await mkdir(join(folder, ".preflight"), { recursive: true });
    await writeFile(join(folder, ".preflight", "guide.yaml"), text);
  };

  for (const subject of [
    "suppression-without-rule",
    "data/splitting",
    "R-000-01",
    "PLAN-01",
    "LG-1.1",
    "ml-engineer",
  ]) {
    it(`explains ${subject} in the words of its page`, async () => {
      const page = [...pages(allRules).values()].find((one) => one.subject === subject);
      const { code, stdout, stderr } = await runCli(["explain", subject], { cwd: folder });
      assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
      assert.equal(stdout, page?.text());
    });
  }

  it("explains as the team's guide has it", async () => {
    await writeTeamGuide(
      "readings:\n  - id: wiki\n    title: Our wiki\n    url: https://example.org/w\n    stage: data\n",
    );
    const { stdout } = await runCli(["explain", "wiki"], { cwd: folder });
    assert.match(stdout, /^# Our wiki\n/);
  });

  it("writes the site that the report makes, whatever is below the folder", async () => {
    const { code, stdout, stderr } = await runCli(["docs", "--out", "out/site"], { cwd: folder });
    assert.deepEqual({ code, stderr }, { code: 0, stderr: "" });
    assert.match(stdout, /^\d+ pages, from .*index\.html on\.\n$/);
    const written = await readdir(join(folder, "out", "site"), { recursive: true, withFileTypes: true });
    const expected = site(allRules, builtInGuide());
    assert.equal(written.filter((entry) => entry.isFile()).length, expected.size);
    const index = await readFile(join(folder, "out", "site", "index.html"), "utf8");
    assert.equal(index, expected.get("index.html"));
  });

  it("puts the team's guide into the site, from any folder of the project", async () => {
    await writeTeamGuide("stages:\n  - id: data\n    title: Our data\n");
    await mkdir(join(folder, "src"));
    const { code } = await runCli(["docs", "src", "--out", "site"], { cwd: folder });
    assert.equal(code, 0);
    assert.match(await readFile(join(folder, "site", "index.html"), "utf8"), />Our data</);
  });

  it("names the faults of the team's guide, and writes what is sound", async () => {
    await writeTeamGuide("stages:\n  - id: data\n    title: Our data\nreadings:\n  - id: x\n    before: nothing\n");
    const { code, stderr } = await runCli(["docs", "--out", "site"], { cwd: folder });
    assert.equal(code, 2);
    assert.match(stderr, /^\.preflight\/guide\.yaml:\d+:\d+: /);
    assert.match(await readFile(join(folder, "site", "index.html"), "utf8"), />Our data</);
  });

  it("says when there is no such folder, or nowhere to write", async () => {
    const missing = await runCli(["docs", "nowhere", "--out", "site"], { cwd: folder });
    assert.equal(missing.code, 2);
    assert.match(missing.stderr, /nowhere: there is no such folder/);
    await writeFile(join(folder, "taken"), "");
    const taken = await runCli(["docs", "--out", "taken/site"], { cwd: folder });
    assert.equal(taken.code, 2);
    assert.match(taken.stderr, /ml-preflight: /);
    assert.equal((await runCli(["docs"], { cwd: folder })).code, 2);
  });

  it("is where checks link to when the configuration says where it is hosted", async () => {
    await mkdir(join(folder, ".preflight"));
    await writeFile(join(folder, ".preflight", "config.yaml"), "docsUrl: https://docs.example.org/ml\n");
    await writeFile(join(folder, "a.py"), "x = 1  # preflight: ignore\n");
    const { code, stdout } = await runCli(["check"], { cwd: folder });
    assert.equal(code, 1);
    const [, link = ""] = /rule: https:\/\/docs\.example\.org\/ml\/(\S+)\n/.exec(stdout) ?? [];
    assert.ok(site(allRules, builtInGuide()).has(link), stdout);
    const without = await runCli(["check", "--no-config"], { cwd: folder });
    assert.match(without.stdout, /\n    guide: [a-z]+\/[a-z-]+#/);
  });
});
