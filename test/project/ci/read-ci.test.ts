import { strict as assert } from "node:assert";
import { isAutomatic, isGating, runsOf, runsScript, testRuns } from "../../../src/project/ci/queries.js";
import { readYamlTrees } from "../../../src/project/ci/yaml-tree.js";
import { unreadable } from "../memory-file-system.js";
import { ciOf, type Files, githubStep, shown } from "./ci-of.js";

describe("reading what continuous integration runs", () => {
  it("tells each run's way and where its failure is lost", async () => {
    const ci = await ciOf({
      ...githubStep("make test"),
      Makefile: "test:\n\tbash ci/test.sh\n",
      "ci/test.sh": "pytest tests\necho done\n",
    });
    const [run] = testRuns(ci);
    assert.deepEqual(
      run?.chain.map(({ path, line }) => `${path}:${line}`),
      ["/p/.github/workflows/ci.yml:6", "/p/Makefile:1", "/p/ci/test.sh:1"],
    );
    assert.deepEqual(run.place, { path: "/p/ci/test.sh", line: 1, endLine: 1 });
    assert.deepEqual(
      run.breaks.map(({ kind, place }) => `${kind} ${place.path}:${place.line}`),
      ["followed /p/ci/test.sh:2"],
    );
    assert.equal(isGating(run), false);
  });

  it("names the line of a command in a block, behind lines that go on", async () => {
    const ci = await ciOf(githubStep("pip list\n\ncd src && \\\n  pytest"));
    assert.deepEqual(testRuns(ci)[0]?.place, { path: "/p/.github/workflows/ci.yml", line: 10, endLine: 10 });
  });

  it("answers for tools, modules and scripts", async () => {
    const ci = await ciOf({
      ...githubStep(
        "ruff check .\npython -m mypy src\npython train.py --epochs 1\nbash ci/x.sh\ntorchrun --nproc 2 eval.py\ndvc repro",
      ),
      "ci/x.sh": "cd ci\npython fit.py\n",
    });
    assert.deepEqual(runsOf(ci, "ruff").map(shown), ["ruff check ."]);
    assert.deepEqual(runsOf(ci, "mypy").map(shown), ["python -m mypy src"]);
    assert.deepEqual(runsOf(ci, "dvc").map(shown), ["dvc repro"]);
    for (const path of ["train.py", "eval.py", "ci/fit.py", "ci/x.sh"]) {
      assert.equal(runsScript(ci, `/p/${path}`).length, 1, path);
    }
    assert.equal(runsScript(ci, "/p/fit.py").length, 0);
  });

  it("takes `--exit-zero` for what it is", async () => {
    const ci = await ciOf(githubStep("ruff check --exit-zero ."));
    assert.deepEqual(runsOf(ci, "ruff").map(shown), ["ruff check --exit-zero . !exit-zero"]);
  });

  it("tells runs that come by themselves from those that a person starts", async () => {
    const workflow = (on: string): Files => ({
      ".github/workflows/ci.yml": `on: ${on}\njobs:\n  t:\n    steps: [{run: pytest}]\n`,
    });
    const isBySelf = async (on: string) => testRuns(await ciOf(workflow(on))).map(isAutomatic);
    assert.deepEqual(await isBySelf("pull_request"), [true]);
    assert.deepEqual(await isBySelf("workflow_dispatch"), [false]);
  });

  it("has nothing to say of a project without any", async () => {
    assert.deepEqual(await ciOf({ "train.py": "" }), {
      jobs: [],
      runs: [],
      unknowns: [],
      faults: [],
      paths: [],
      disabled: [],
    });
  });
});

describe("broken and hostile files", () => {
  const good = githubStep("pytest")[".github/workflows/ci.yml"] ?? "";

  it("keeps what can be read of broken YAML, and names the fault", async () => {
    const ci = await ciOf({ ".github/workflows/ci.yml": `${String(good)}  other: [\n` });
    assert.deepEqual(testRuns(ci).map(shown), ["pytest"]);
    assert.deepEqual(
      ci.faults.map(({ reason, line }) => ({ reason, line })),
      [{ reason: "malformed", line: 9 }],
    );
  });

  it("reads the other workflows beside one that is no YAML at all", async () => {
    const ci = await ciOf({ ".github/workflows/a.yml": "\u0000\u0001: {{{{", ".github/workflows/b.yml": good });
    assert.deepEqual(testRuns(ci).map(shown), ["pytest"]);
    assert.deepEqual(
      ci.faults.map(({ path }) => path),
      ["/p/.github/workflows/a.yml"],
    );
  });

  it("does not let aliases multiply without end", () => {
    const levels = Array.from({ length: 12 }, (_, level) => {
      const items = level === 0 ? "x" : `*a${level - 1}`;
      return `a${level}: &a${level} [${Array.from({ length: 10 }, () => items).join(", ")}]`;
    });
    const { trees, faults } = readYamlTrees(`${levels.join("\n")}\n`, "/p/x.yml");
    assert.equal(trees.length, 1);
    assert.deepEqual(
      faults.map(({ reason }) => reason),
      ["too-many-aliases"],
    );
  });

  it("does not let an alias of itself loop", () => {
    const { faults } = readYamlTrees("a: &a\n  b: *a\n", "/p/x.yml");
    assert.deepEqual(
      faults.map(({ reason }) => reason),
      ["too-many-aliases"],
    );
  });

  it("does not let depth end the stack", () => {
    const { faults } = readYamlTrees("[".repeat(20_000), "/p/x.yml");
    assert.equal(faults[0]?.reason, "malformed");
  });

  it("keeps tags by name and builds nothing from them", () => {
    const { trees } = readYamlTrees("a: !!js/function 'x'\nb: !reference [c]\n", "/p/x.yml");
    const [tree] = trees;
    assert.ok(tree?.kind === "map");
    assert.equal(tree.entries.get("b")?.tag, "!reference");
    assert.equal(tree.entries.get("a")?.kind, "scalar");
  });

  it("names a file that is too large, and one that cannot be read", async () => {
    const large = await ciOf({ ".github/workflows/ci.yml": `${String(good)}${"# x\n".repeat(300_000)}` });
    assert.deepEqual(
      large.faults.map(({ reason }) => reason),
      ["too-large"],
    );
    const odd = await ciOf({ ".github/workflows/ci.yml": good, ".gitlab-ci.yml": unreadable });
    assert.deepEqual(testRuns(odd).map(shown), ["pytest"]);
  });

  it("tells a shell text that no shell would take", async () => {
    const ci = await ciOf(githubStep("if pytest; then"));
    assert.match(ci.unknowns[0]?.detail ?? "", /the shell would refuse/);
    assert.equal(ci.unknowns[0]?.place.line, 8);
  });

  it("reads nothing outside the project, whatever a path says", async () => {
    const ci = await ciOf({ ...githubStep("bash ../../etc/x.sh\nmake -C ../other test"), "../etc/x.sh": "pytest\n" });
    assert.deepEqual(testRuns(ci), []);
  });

  it("reads a broken Makefile, package.json, tox.ini and noxfile.py without falling over", async () => {
    const ci = await ciOf({
      ...githubStep("make test\nnpm test\ntox\nnox"),
      Makefile: "test\n\tpytest\n:\n= =\ndefine x\n",
      "package.json": "{",
      "tox.ini": "[testenv\ncommands = pytest\n",
      "noxfile.py": "def (:\n",
    });
    assert.deepEqual(testRuns(ci), []);
    assert.deepEqual(
      ci.faults.map(({ path }) => path),
      ["/p/package.json"],
    );
    assert.ok(ci.unknowns.length >= 3);
  });

  it("does not follow a generated script, nor functions without end", async () => {
    const long = await ciOf({
      ...githubStep("./configure"),
      configure: `#!/bin/sh\n${"test x || echo y\n".repeat(10_000)}`,
    });
    assert.deepEqual(
      long.unknowns.map(({ detail }) => detail),
      ["the script is too long to follow"],
    );
    const many = ["a", "b", "c", "d"].map(
      (name, at, all) => `${name}() {\n${`  ${all[at + 1] ?? "pytest"}\n`.repeat(40)}}`,
    );
    const deep = await ciOf(githubStep(`${many.join("\n")}\na`));
    assert.equal(testRuns(deep).length, 40);
  });
});
