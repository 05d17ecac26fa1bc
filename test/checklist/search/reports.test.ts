import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { detector as featureTests } from "../../../src/checklist/detectors/data/data-08.js";
import { detector as dataVersions } from "../../../src/checklist/detectors/data/data-09.js";
import { detector as tests } from "../../../src/checklist/detectors/testing/test-01.js";
import { detector as tracking } from "../../../src/checklist/detectors/training/train-04.js";
import { detector as tuning } from "../../../src/checklist/detectors/training/train-05.js";
import type { DetectorResult } from "../../../src/checklist/evidence.js";
import type { Detector } from "../../../src/checklist/project.js";
import type { MemoryFile } from "../../project/memory-file-system.js";
import { lines } from "../../project/facts/source-of.js";
import { openMemory } from "../open-memory.js";

type Files = Readonly<Record<string, MemoryFile>>;

async function found(detector: Detector, files: Files): Promise<DetectorResult> {
  return detector(await openMemory(files));
}

const whats = ({ evidence }: DetectorResult): string =>
  evidence.map(({ level, what }) => `${level} ${what}`).join("\n");

const lcov = { "coverage/lcov.info": "SF:src/features.py\nDA:1,1\nDA:2,1\nDA:3,0\nend_of_record\n" };

const features: Files = {
  ".gitignore": "coverage/\nmlruns/\n*.db\n",
  "src/features.py": lines("def scale(frame):", "    return frame / frame.max()"),
};

describe("reports beside evidence", () => {
  it("tell how much of the code for features ran, where a test asserts on it", async () => {
    const test = lines("from src.features import scale", "", "def test_scale():", "    assert scale(2) == 1");
    assert.match(
      whats(await found(featureTests, { ...features, ...lcov, "tests/test_features.py": test })),
      /L2 coverage\/lcov\.info says that 2 of 3 lines of src\/features\.py ran/,
    );
  });

  it("of coverage are no test of features", async () => {
    const bare = await found(featureTests, features);
    assert.deepEqual(await found(featureTests, { ...features, ...lcov }), bare);
    assert.deepEqual(bare.evidence, []);
  });

  it("of tests tell how these went, and are no tests themselves", async () => {
    const junit = {
      "junit.xml": `<testsuite><testcase name="a"/><testcase name="b"><failure/></testcase></testsuite>`,
    };
    const test = lines("from src.features import scale", "", "def test_scale():", "    assert scale(2) == 1");
    const both = await found(tests, { ...features, ...junit, "tests/test_features.py": test });
    assert.match(whats(both), /L2 junit\.xml tells of 2 tests, of which 1 failed \(b\) and 0 were skipped/);
    assert.deepEqual((await found(tests, { ...features, ...junit })).evidence, []);
  });

  const run = { [`mlruns/0/${"a".repeat(32)}/metrics/acc`]: "1 0.5 0" };

  it("tell of tracked runs, where code tracks them", async () => {
    const train = lines(
      "import mlflow",
      "from sklearn.linear_model import Ridge",
      "with mlflow.start_run():",
      "    Ridge().fit([[1]], [1])",
      "    mlflow.log_metric('acc', 1)",
    );
    const tracked = await found(tracking, { ...features, ...run, "train.py": train });
    assert.match(whats(tracked), /L2 mlruns holds 1 run with the metrics acc and no parameters/);
  });

  it("of tracked runs are no tracking", async () => {
    const train = lines("from sklearn.linear_model import Ridge", "Ridge().fit([[1]], [1])");
    const untracked = await found(tracking, { ...features, ...run, "train.py": train });
    assert.deepEqual(untracked.evidence, []);
    assert.match(untracked.missing[0] ?? "", /mlruns holds 1 run .*but no code of the product tracks one/);
  });

  const tune = lines(
    "import optuna",
    "",
    "def objective(trial):",
    "    lr = trial.suggest_float('lr', 1e-5, 1e-1, log=True)",
    "    return lr",
    "",
    "study = optuna.create_study()",
    "study.optimize(objective, n_trials=50)",
  );
  const optuna = readFileSync("test/fixtures/reports/optuna.db");

  it("of a search are its record when they are kept with the project, and not when they are ignored", async () => {
    const isOpen = ({ objections }: DetectorResult) =>
      objections.some(({ what }) => /keeps what the search/.test(what));
    const kept = await found(tuning, { "tune.py": tune, "optuna.db": optuna });
    assert.match(whats(kept), /L2 optuna\.db keeps 60 trials/);
    assert.equal(isOpen(kept), false);
    const ignored = await found(tuning, { ...features, "tune.py": tune, "optuna.db": optuna });
    assert.equal(isOpen(ignored), true);
    assert.match(ignored.missing.join("\n"), /optuna\.db holds 60 trials but is ignored/);
    const other = await found(tuning, { "tune.py": tune.replaceAll("'lr'", "'eta'"), "optuna.db": optuna });
    assert.equal(isOpen(other), true);
  });

  it("of DVC's stages keep nothing without hashes", async () => {
    const project: Files = {
      "train.py": lines("import pandas as pd", "from sklearn.linear_model import Ridge", "Ridge().fit([[1]], [1])"),
      "dvc.yaml": lines("stages:", "  prepare:", "    cmd: python prepare.py", "    outs: [data/clean.csv]"),
      ".dvc/config": lines("[core]", "remote = s3", "['remote \"s3\"']", "url = s3://bucket/data"),
    };
    const lock = (...outs: readonly string[]) => lines("schema: '2.0'", "stages:", "  prepare:", "    cmd: a", ...outs);
    const hashed = lock("    outs:", "    - path: data/clean.csv", "      md5: aa");
    assert.match(whats(await found(dataVersions, { ...project, "dvc.lock": hashed })), /DVC keeps data\/clean\.csv/);
    assert.match(whats(await found(dataVersions, { ...project, "dvc.lock": lock() })), /whose lock is not kept/);
    const ignored = await found(dataVersions, { ...project, ".gitignore": "dvc.lock\n", "dvc.lock": hashed });
    assert.match(ignored.missing.join("\n"), /dvc\.lock is there, but ignored/);
    const broken = await found(dataVersions, { ...project, "dvc.lock": "stages: [" });
    assert.deepEqual(
      broken.unreadable.map(({ path }) => path),
      ["dvc.lock"],
    );
  });
});
