import { strict as assert } from "node:assert";
import { fields, lines, stepsOf } from "./steps-of.js";

describe("pipelines of make", () => {
  it("takes the targets that run the project's code one after the other", async () => {
    const steps = await stepsOf({
      Makefile: lines(
        "PY := python",
        ".PHONY: all train lint docs alone \\",
        "  clean",
        "all: train report",
        "data/clean.csv: data/raw.csv src/clean.py",
        "\t@$(PY) src/clean.py $< $@",
        "train: data/clean.csv | lint",
        "\t$(PY) -m src.train",
        "report: train",
        "\tjupyter nbconvert --execute report.ipynb",
        "lint:",
        "\truff check src",
        "docs: train",
        "\tpython docs/build.py",
        "clean: lint",
        "\trm -rf data/clean.csv src/clean.py",
        "alone:",
        "\tpython src/alone.py",
        "test: train",
        "\tpytest tests",
      ),
      "src/clean.py": "",
      "src/train.py": "",
      "src/alone.py": "",
      "docs/build.py": "",
      "report.ipynb": "{}",
    });
    assert.deepEqual(fields(steps, "runs", "needs"), {
      all: [[], ["train", "report"]],
      "data/clean.csv": [["src/clean.py"], []],
      train: [["src/train.py"], ["data/clean.csv", "lint"]],
      report: [["report.ipynb"], ["train"]],
    });
    assert.deepEqual(steps["data/clean.csv"]?.inputs, ["data/raw.csv", "src/clean.py"]);
    assert.deepEqual(steps["data/clean.csv"].outputs, ["data/clean.csv"]);
    assert.deepEqual(steps["data/clean.csv"].commands, ["python src/clean.py data/raw.csv data/clean.csv"]);
  });

  it("follows what a recipe makes itself", async () => {
    const steps = await stepsOf({
      Makefile: lines(
        "pipeline:",
        "\t$(MAKE) features",
        "\t$(MAKE) train",
        "features:",
        "\tpython a.py",
        "train:",
        "\tpython b.py",
      ),
      "a.py": "",
      "b.py": "",
    });
    assert.deepEqual(fields(steps, "needs"), { pipeline: [["features", "train"]], features: [[]], train: [[]] });
  });
});
