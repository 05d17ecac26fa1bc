import { strict as assert } from "node:assert";
import { readPipelines } from "../../../../src/project/facts/pipelines/read-pipelines.js";
import { sourceOf } from "../source-of.js";
import { fields, lines, stepsOf } from "./steps-of.js";

const files = {
  "noxfile.py": lines(
    "import nox",
    "@nox.session",
    "def lint(session):",
    "    session.run('ruff', 'check', '.')",
    "@nox.session",
    "def features(session):",
    "    session.run('python', 'features.py', '--name', 'two words')",
    "    session.notify('report')",
    "@nox.session(requires=['features'])",
    "def train(session):",
    "    session.run('python', '-m', 'train')",
    "@nox.session(name='report')",
    "def tell(session):",
    "    session.run('python', 'report.py')",
    "@nox.session",
    "def inspect(session):",
    "    session.run('python', 'inspect_one.py', *session.posargs)",
  ),
  "features.py": "",
  "train.py": "",
  "report.py": "",
  "inspect_one.py": "",
};

describe("pipelines of nox", () => {
  it("takes the sessions that are tied by what they require and notify", async () => {
    assert.deepEqual(fields(await stepsOf(files), "runs", "needs", "line"), {
      features: [["features.py"], [], 6],
      train: [["train.py"], ["features"], 10],
      report: [["report.py"], ["features"], 13],
    });
  });

  it("finds modules in the packages of a monorepo", async () => {
    const steps = await stepsOf({
      Makefile: "fit: cut\n\tpython -m pump.fit\ncut:\n\tpython -m pump.cut\n",
      "packages/a/src/pump/fit.py": "",
      "packages/a/src/pump/cut.py": "",
      "packages/b/src/pump/cut.py": "",
      "other.mk": "two: one\n\tpython -m pump.fit\none:\n\tpython -m pump.fit\n",
    });
    assert.deepEqual(fields(steps, "runs"), {
      two: [["packages/a/src/pump/fit.py"]],
      one: [["packages/a/src/pump/fit.py"]],
    });
  });

  it("knows what stands alone as a task", async () => {
    const { tasks } = await readPipelines(sourceOf(files));
    assert.deepEqual(
      tasks.map(({ system, name, runs }) => [system, name, ...runs]),
      [
        ["nox", "lint"],
        ["nox", "features", "features.py"],
        ["nox", "train", "train.py"],
        ["nox", "report", "report.py"],
        ["nox", "inspect", "inspect_one.py"],
      ],
    );
  });

  it("knows recipes with parameters as tasks", async () => {
    const { tasks, facts } = await readPipelines(
      sourceOf({ justfile: "inspect image:\n    uv run python -m follow {{image}}\n", "follow.py": "" }),
    );
    assert.deepEqual(facts, []);
    assert.deepEqual(
      tasks.map(({ system, name, runs }) => [system, name, ...runs]),
      [["just", "inspect", "follow.py"]],
    );
  });
});
