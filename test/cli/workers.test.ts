import assert from "node:assert/strict";
import { join, resolve } from "node:path";
import { checkInWorkers } from "../../src/cli/check-in-workers.js";
import { toName, toPath } from "../../src/cli/names.js";
import { nodeFileSystem as files } from "../../src/cli/node-file-system.js";
import { checkFiles, type FileResult } from "../../src/project/check-files.js";
import { chosenConfigs } from "../../src/cli/choices.js";
import { findTargets } from "../../src/project/targets.js";
import { rules } from "../../src/rules/index.js";
import { mainProgram, trainingHelper } from "../server/cross-file-programs.js";
import { makeFolder, runCli } from "./run-cli.js";

const score =
  "from sklearn.metrics import accuracy_score\nfrom sklearn.svm import SVC\n\nmodel = SVC().fit(X_train, y_train)\nprint(accuracy_score(y_test, model.predict(X_test)))\n";
const ignored = "x = 1  # preflight: ignore\n";

/** More files than one worker is given at once, in two projects, with facts, imports, faults and another language. */
const project: Readonly<Record<string, string | Uint8Array>> = {
  ".git/HEAD": "",
  ...Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [`many/m${index}.py`, index % 7 === 0 ? ignored : ""]),
  ),
  "main.py": mainProgram,
  "lib/__init__.py": "",
  "lib/modes.py": trainingHelper,
  "alone/.git/HEAD": "",
  "alone/score.py": score,
  "web/a.ts": "f(); // preflight: ignore\n",
  "binary.py": Uint8Array.of(1, 0),
  "inner/.git/HEAD": "",
  "inner/score.py": score,
  "inner/dummy.py":
    "from sklearn.dummy import DummyClassifier\nfrom sklearn.metrics import accuracy_score\n\nprint(accuracy_score(y, DummyClassifier().fit(X, y).predict(X)))\n",
};

describe("ml-preflight check --workers", function () {
  // Each thread loads the engine anew, and TypeScript's parser with it.
  this.timeout(60_000);

  for (const format of ["json", "text"]) {
    it(`prints the same ${format} with any number of threads`, async () => {
      const cwd = await makeFolder(project);
      const runs: Awaited<ReturnType<typeof runCli>>[] = [];
      for (const count of ["1", "3"]) {
        runs.push(await runCli(["check", "--preset", "all", "--format", format, "--workers", count], { cwd }));
      }
      assert.equal(runs[0]?.code, 1);
      assert.match(runs[0].stdout, /missing-eval-mode/);
      assert.match(runs[0].stdout, /no-baseline-evaluated/);
      assert.deepEqual(runs[1], runs[0]);
    });
  }

  it("takes the configuration, the preset and the rules that were chosen", async () => {
    const { "web/a.ts": _script, ...python } = project;
    const cwd = await makeFolder({
      ...python,
      ".preflight/config.yaml": "rules: {suppression-without-rule: hint}\nexclude: [inner]\n",
    });
    for (const args of [[], ["--no-config", "--rule", "suppression-without-rule"]]) {
      const [alone, shared] = await Promise.all(
        ["1", "2"].map((count) => runCli(["check", "--format", "json", ...args, "--workers", count], { cwd })),
      );
      assert.deepEqual(shared, alone);
    }
  });

  it("refuses what is no number of threads", async () => {
    for (const count of ["0", "17", "many"]) {
      const { code, stderr } = await runCli(["check", "--workers", count], { cwd: await makeFolder({}) });
      assert.equal(code, 2);
      assert.match(stderr, /whole number from 1 to 16/);
    }
  });
});

describe("worker threads that die", function () {
  this.timeout(60_000);
  const cli = resolve(process.env.DIST ?? "dist", "cli.js");
  const dying = {
    "at once": "process.exit(3);",
    "of an error": 'throw new Error("It broke.");',
    "while they check": `
      require("node:worker_threads").parentPort.on("message", ({ kind }) => kind === "check" && process.exit(3));
      require(${JSON.stringify(cli)});`,
  };

  for (const [when, script] of Object.entries(dying)) {
    it(`${when} are told of, and their files are checked all the same`, async () => {
      const folder = await makeFolder({ ...project, "worker.cjs": script });
      const { results, deaths } = await check(folder, join(folder, "worker.cjs"));
      assert.deepEqual(results, await checkAlone(folder));
      assert.equal(deaths.length, 2);
      assert.match(deaths[0] ?? "", /It broke\.|code 3/);
    });
  }

  it("leave the rest to those that live", async () => {
    const folder = await makeFolder({
      ...project,
      "worker.cjs": `const { threadId } = require("node:worker_threads");\nif (threadId % 2 === 0) process.exit(3);\nrequire(${JSON.stringify(cli)});\n`,
    });
    const { results, deaths } = await check(folder, join(folder, "worker.cjs"));
    assert.deepEqual(results, await checkAlone(folder));
    assert.equal(deaths.length, 1);
  });
});

const choices = { config: true } as const;

async function check(folder: string, script: string): Promise<{ results: FileResult[]; deaths: string[] }> {
  const { targets } = await findTargets([folder], toPath, { files, configs: chosenConfigs(choices) });
  const results: FileResult[] = [];
  const deaths: string[] = [];
  const found = checkInWorkers(targets, {
    script,
    count: 2,
    settings: { choices, only: [], maxKept: 1_000_000 },
    onRuleError: (rule) => assert.fail(`${rule} failed.`),
    onDeath: (reason) => deaths.push(reason),
  });
  for await (const result of found) results.push(withoutQuietText(result));
  return { results, deaths };
}

async function checkAlone(folder: string): Promise<FileResult[]> {
  const configs = chosenConfigs(choices);
  const { targets } = await findTargets([folder], toPath, { files, configs });
  const onRuleError = (rule: string): void => assert.fail(`${rule} failed.`);
  const results: FileResult[] = [];
  for await (const result of checkFiles(targets, { files, configs, rules, names: { toName, toPath }, onRuleError })) {
    results.push(withoutQuietText(result));
  }
  return results;
}

/** Workers send the text of a file only along with findings. */
function withoutQuietText(result: FileResult): FileResult {
  return "findings" in result && result.findings.length === 0 ? { ...result, text: "" } : result;
}
