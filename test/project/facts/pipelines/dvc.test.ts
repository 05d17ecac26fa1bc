import { strict as assert } from "node:assert";
import { fields, lines, stepsOf } from "./steps-of.js";

describe("pipelines of DVC", () => {
  it("reads stages with what they take, make and run", async () => {
    const steps = await stepsOf({
      "dvc.yaml": lines(
        "stages:",
        "  prepare:",
        "    cmd: python src/prepare.py data/raw",
        "    deps: [src/prepare.py, data/raw]",
        "    outs: [data/clean]",
        "  train:",
        "    cmd:",
        "      - python -m src.train --lr ${train.lr}",
        "      - bash evaluate.sh",
        "    deps: [data/clean/train.csv]",
        "    params: [train.lr, other.yaml: [a]]",
        "    outs:",
        "      - model.pkl: {cache: false}",
        "    metrics: [metrics.json]",
        "  report:",
        "    cmd: papermill notebooks/report.ipynb out.ipynb",
        "    deps: [metrics.json]",
      ),
      "params.yaml": "train:\n  lr: 0.1\n",
      "evaluate.sh": "python src/evaluate.py\n",
      "src/prepare.py": "",
      "src/train.py": "",
      "src/evaluate.py": "",
      "notebooks/report.ipynb": "{}",
    });
    assert.deepEqual(fields(steps, "runs", "needs", "line"), {
      prepare: [["src/prepare.py"], [], 2],
      train: [["src/train.py", "evaluate.sh", "src/evaluate.py"], ["prepare"], 6],
      report: [["notebooks/report.ipynb"], ["train"], 15],
    });
    assert.deepEqual(fields(steps, "inputs", "outputs", "commands")["train"], [
      ["data/clean/train.csv", "params.yaml", "other.yaml"],
      ["model.pkl", "metrics.json"],
      ["python -m src.train --lr 0.1", "bash evaluate.sh"],
    ]);
  });

  it("counts paths from the folder in which a stage runs", async () => {
    const steps = await stepsOf({
      "ml/dvc.yaml": lines(
        "stages:",
        "  train:",
        "    wdir: jobs",
        "    cmd: python train.py",
        "    deps: [../data.csv, 's3://bucket/x']",
      ),
      "ml/jobs/train.py": "",
    });
    assert.deepEqual(fields(steps, "runs", "inputs"), {
      train: [["ml/jobs/train.py"], ["ml/data.csv", "s3://bucket/x"]],
    });
  });

  it("makes a step of each leg", async () => {
    const steps = await stepsOf({
      "dvc.yaml": lines(
        "stages:",
        "  a:",
        "    foreach: [us, eu]",
        "    do: {cmd: 'python ${item}.py', outs: ['${item}.csv']}",
        "  b:",
        "    foreach: {x: {n: 1}}",
        "    do: {cmd: 'python us.py ${key} ${item.n}'}",
        "  c:",
        "    foreach: ${models}",
        "    do: {cmd: 'python us.py ${item.kind}'}",
        "  d:",
        "    matrix: {model: [cnn, rnn], size: [1, 2]}",
        "    cmd: python us.py ${item.model} ${item.size}",
        "    deps: [eu.csv]",
        "  e:",
        "    foreach: ${unknown}",
        "    do: {cmd: 'python ${item}.py'}",
      ),
      "params.yaml": "models:\n  small: {kind: cnn}\n",
      "us.py": "",
      "eu.py": "",
    });
    assert.deepEqual(fields(steps, "commands", "runs"), {
      "a@us": [["python us.py"], ["us.py"]],
      "a@eu": [["python eu.py"], ["eu.py"]],
      "b@x": [["python us.py x 1"], ["us.py"]],
      "c@small": [["python us.py cnn"], ["us.py"]],
      "d@cnn-1": [["python us.py cnn 1"], ["us.py"]],
      "d@cnn-2": [["python us.py cnn 2"], ["us.py"]],
      "d@rnn-1": [["python us.py rnn 1"], ["us.py"]],
      "d@rnn-2": [["python us.py rnn 2"], ["us.py"]],
      e: [["python ${item}.py"], []],
    });
    assert.deepEqual(steps["d@rnn-2"]?.needs, ["a@eu"]);
  });

  it("knows the commands that the project installs, and what lies elsewhere in an image", async () => {
    const steps = await stepsOf({
      "dvc.yaml": lines(
        "stages:",
        "  a: {cmd: fit-model --fast}",
        "  b: {cmd: python /app/src/b.py}",
        "  c: {cmd: make fit}",
      ),
      "pyproject.toml": '[project.scripts]\nfit-model = "pkg.cli:main"\n',
      Makefile: "fit:\n\tpython src/b.py\n",
      "src/pkg/cli.py": "",
      "src/b.py": "",
    });
    assert.deepEqual(fields(steps, "runs"), { a: [["src/pkg/cli.py#main"]], b: [["src/b.py"]], c: [["src/b.py"]] });
  });

  it("takes nothing from comments, and counts no tests as steps that run code", async () => {
    const steps = await stepsOf({
      "dvc.yaml": lines("stages:", "  # a: {cmd: python a.py}", "  t: {cmd: pytest tests/a.py}"),
      "tests/a.py": "",
    });
    assert.deepEqual(fields(steps, "runs"), { t: [[]] });
  });
});
