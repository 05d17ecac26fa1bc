import { deepEqual, equal, match, ok } from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ChecklistContract } from "../../src/checklist/contract.js";
import { commit, faultyTraining, git, makeRepository, onlyAsks, soundTraining } from "./checklist-projects.js";
import { type CliRun, makeFolder, runCli } from "./run-cli.js";

const run = (cwd: string, ...args: readonly string[]): Promise<CliRun> => runCli(["checklist", ...args], { cwd });
const report = async (cwd: string, ...args: readonly string[]): Promise<ChecklistContract & Changed> =>
  JSON.parse((await run(cwd, "--format", "json", ...args)).stdout) as ChecklistContract & Changed;

interface Changed {
  readonly changes: Readonly<Record<"better" | "worse" | "moved", readonly { readonly id: string }[]>>;
}

const attested = (...ids: readonly string[]): string =>
  [
    "attestations:",
    ...ids.map((id) => `  - {item: ${id}, verdict: pass, who: Ada, date: 2026-05-01, expires: 2126-01-01}`),
    "",
  ].join("\n");

/** One test of each section of the ML Test Score, which take no service. */
const ofEachSection = ["DATA-06", "TRAIN-13", "TRAIN-01", "MON-01"];

describe("ml-preflight checklist: its answer", function () {
  this.timeout(60_000);

  it("is 1 while the gate fails, and the last lines say why", async () => {
    const { code, stdout, stderr } = await run(await makeFolder({ "train.py": soundTraining }));
    equal(code, 1);
    match(stdout, /^Not ready; 70 items: .*(?:\n {2}.*)+\n$/m);
    match(stderr, /^ml-preflight: the gate fails, \d+ obstacles\.\n$/);
  });

  it("is 0 when the gate is passed", async () => {
    const cwd = await makeFolder({
      ".preflight/config.yaml": onlyAsks(...ofEachSection),
      ".preflight/attestations.yaml": attested(...ofEachSection),
      "train.py": soundTraining,
    });
    const { code, stdout, stderr } = await run(cwd);
    deepEqual([code, stderr], [0, ""]);
    match(stdout, /^ {2}✎ attested {2}DATA-06 /m);
    match(stdout, /^Ready; 70 items: .*, 66 n\/a\.$/m);
    equal((await run(cwd, "--no-config")).code, 1, "without its configuration, more is asked");
  });

  it("is about the overall readiness where a score is asked for", async () => {
    const cwd = await makeFolder({ "train.py": faultyTraining });
    equal((await run(cwd, "--min-score", "0")).code, 0);
    const { code, stderr } = await run(cwd, "--min-score", "0.9", "--format", "markdown");
    equal(code, 1);
    match(stderr, /^ml-preflight: the overall readiness is \d+ %, below 90 %\.\n$/);
  });

  for (const [what, args, message] of [
    ["a folder that is not there", ["nowhere"], /nowhere: there is no such folder/],
    ["a file in place of a folder", ["train.py"], /train\.py: there is no such folder/],
    ["an unknown format", ["--format", "sarif"], /Allowed choices are text, json, markdown, html/],
    ["a score beyond 1", ["--min-score", "2"], /number from 0 to 1/],
    ["a score that is none", ["--min-score", "high"], /number from 0 to 1/],
    ["a baseline that is not there", ["--baseline", "old.json"], /old\.json: this file cannot be read/],
    ["a baseline that is something else", ["--baseline", "train.py"], /train\.py: this is no run of the checklist/],
    ["two things to compare with", ["--baseline", "a", "--since", "b"], /cannot be used with/],
    ["a ref outside of git", ["--since", "main"], /is not in a git repository/],
    ["a file that cannot be written", ["--out", "none/report.html"], /none\/report\.html/],
  ] as const) {
    it(`is 2 for ${what}, said on standard error`, async () => {
      const cwd = await makeFolder({ "train.py": "x = 1\n" });
      const { code, stderr, stdout } = await run(cwd, ...args);
      deepEqual([code, stdout], [2, ""]);
      match(stderr, message);
    });
  }

  it("is 2 when the configuration has faults, which are told at their lines", async () => {
    const { code, stdout, stderr } = await run(
      await makeFolder({ ".preflight/config.yaml": "checklist: {chekcs: {}}\n" }),
    );
    equal(code, 2);
    match(stderr, /\.preflight\/config\.yaml:1:\d+: .*chekcs/);
    match(stdout, /Not ready/);
  });
});

describe("ml-preflight checklist: its forms", function () {
  this.timeout(60_000);

  it("says the same in all of them", async () => {
    const cwd = await makeFolder({ ".git/HEAD": "", "src/train.py": faultyTraining });
    const json = await report(cwd);
    const item = json.items.find(({ id }) => id === "TRAIN-08");
    deepEqual([item?.verdict, item?.against[0]?.path, item?.against[0]?.line], ["partial", "src/train.py", 12]);
    equal(json.items.length, 70);
    for (const format of ["text", "markdown", "html"]) {
      const { stdout } = await run(cwd, "--format", format);
      match(stdout, /src\/train\.py:12/);
      for (const { id, verdict } of json.items) if (verdict !== "n/a") ok(stdout.includes(id), `${format}: ${id}`);
    }
  });

  it("is about the whole project from any of its folders", async () => {
    const cwd = await makeFolder({ ".git/HEAD": "", "src/train.py": faultyTraining });
    const above = await report(cwd);
    deepEqual(await report(join(cwd, "src")), above);
    deepEqual(await report(cwd, "src"), above);
  });

  it("is written to a file where one is named", async () => {
    const cwd = await makeFolder({ "train.py": soundTraining });
    const { stdout } = await run(cwd, "--format", "html", "--out", "report.html");
    equal(stdout, "Written to report.html.\n");
    match(await readFile(join(cwd, "report.html"), "utf8"), /^<!doctype html>/);
  });

  it("has colours only where they are asked for", async () => {
    const cwd = await makeFolder({ "train.py": soundTraining });
    ok(!(await run(cwd)).stdout.includes("\u001b"));
    const { stdout } = await runCli(["checklist"], { cwd, env: { FORCE_COLOR: "1" } });
    ok(stdout.includes("\u001b[34m"));
  });
});

describe("ml-preflight checklist --baseline", function () {
  this.timeout(60_000);

  it("fails only on what got worse since the run", async () => {
    const cwd = await makeFolder({ ".git/HEAD": "", "train.py": soundTraining });
    await run(cwd, "--format", "json", "--out", "before.json");
    equal((await run(cwd, "--baseline", "before.json")).code, 0, "nothing changed");
    await writeFile(join(cwd, "train.py"), faultyTraining);
    const { code, stdout, stderr } = await run(cwd, "--baseline", "before.json");
    equal(code, 1);
    match(stdout, /^Changes since before\.json\n {2}worse +TRAIN-08: /m);
    match(stderr, /1 item got worse since before\.json: TRAIN-08\.\n$/);
  });

  it("takes the record of a run too", async () => {
    const cwd = await makeFolder({ ".git/HEAD": "", "train.py": faultyTraining });
    const record = { version: 1, date: "2026-05-01", items: { "TRAIN-08": { verdict: "pass", level: "L2" } } };
    await writeFile(join(cwd, "run.json"), JSON.stringify({ ...record, mlTestScore: 0, stages: {}, openQuestions: 0 }));
    equal((await run(cwd, "--baseline", "run.json")).code, 1);
  });
});

describe("ml-preflight checklist --since", function () {
  this.timeout(60_000);

  it("fails only on what got worse since a commit, a branch or a tag", async () => {
    const cwd = await makeRepository({ "src/train.py": soundTraining });
    await git(cwd, "tag", "v1");
    equal((await run(cwd, "--since", "HEAD")).code, 0, "nothing changed");
    await writeFile(join(cwd, "src/train.py"), faultyTraining);
    equal((await run(cwd, "--since", "main")).code, 1, "not committed yet");
    await git(cwd, "commit", "-qam", "Worse");
    equal((await run(cwd, "--since", "HEAD")).code, 0, "it was so before");
    const { changes } = await report(join(cwd, "src"), "--since", "v1");
    deepEqual(
      changes.worse.map(({ id }) => id),
      ["TRAIN-08"],
    );
  });

  it("reads the commit as it is: its configuration, what it ignores, what people said", async () => {
    const cwd = await makeRepository({
      ".gitignore": "scratch/\n",
      ".preflight/config.yaml": onlyAsks("PLAN-05", "TRAIN-08"),
      ".preflight/attestations.yaml": attested("PLAN-05"),
      "train.py": soundTraining,
    });
    await commit(cwd, {
      "scratch/old.py": faultyTraining,
      ".gitignore": "",
      ".preflight/attestations.yaml": "attestations: []\n",
    });
    const { changes } = await report(cwd, "--since", "HEAD~1");
    deepEqual(
      changes.worse.map(({ id }) => id),
      ["PLAN-05", "TRAIN-08"],
    );
    deepEqual(changes.better, []);
  });

  it("changes nothing in the repository, and runs none of its hooks and filters", async () => {
    const cwd = await makeRepository({ "train.py": soundTraining, ".gitattributes": "*.py filter=evil diff=evil\n" });
    const evil = `touch ${join(cwd, "ran")}`;
    for (const key of [
      "core.fsmonitor",
      "filter.evil.smudge",
      "filter.evil.process",
      "diff.evil.textconv",
      "core.pager",
    ]) {
      await git(cwd, "config", key, evil);
    }
    const before = await git(cwd, "-c", "core.fsmonitor=", "rev-parse", "HEAD");
    equal((await run(cwd, "--since", "HEAD")).code, 0);
    equal(await readFile(join(cwd, "ran"), "utf8").catch(() => "never ran"), "never ran");
    equal(await git(cwd, "-c", "core.fsmonitor=", "rev-parse", "HEAD"), before);
    equal(await readFile(join(cwd, "train.py"), "utf8"), soundTraining);
  });

  it("works in a hook, a linked worktree and a part of the repository that is a project", async () => {
    const cwd = await makeRepository({ "parts/a/.preflight/config.yaml": "{}\n", "parts/a/train.py": soundTraining });
    const other = join(await makeFolder({}), "other");
    await git(cwd, "worktree", "add", "-q", other);
    await writeFile(join(other, "parts/a/train.py"), faultyTraining);
    const env = { GIT_DIR: join(cwd, ".git"), GIT_INDEX_FILE: join(cwd, ".git/index"), GIT_WORK_TREE: cwd };
    const { code, stderr } = await runCli(["checklist", "--since", "HEAD"], { cwd: join(other, "parts/a"), env });
    equal(code, 1);
    match(stderr, /TRAIN-08/);
  });

  for (const ref of ["nowhere", "HEAD:train.py", "--output=x", "a\nHEAD", ""]) {
    it(`is 2 for ${JSON.stringify(ref)}, which is no commit`, async () => {
      const cwd = await makeRepository({ "train.py": soundTraining });
      const { code, stdout, stderr } = await run(cwd, `--since=${ref}`);
      deepEqual([code, stdout], [2, ""]);
      match(stderr, /git knows no commit/);
    });
  }
});

describe("ml-preflight checklist over many files", function () {
  this.timeout(120_000);

  it("finds by several threads what it finds by one", async () => {
    const many = Array.from({ length: 620 }, (_, index) => [`many/m${index}.py`, "x = 1\n"] as const);
    const cwd = await makeFolder({ ".git/HEAD": "", "src/train.py": faultyTraining, ...Object.fromEntries(many) });
    const item = (await report(join(cwd, "many"))).items.find(({ id }) => id === "TRAIN-08");
    deepEqual(
      item?.against.map(({ path, line }) => [path, line]),
      [["src/train.py", 12]],
    );
  });
});
