import { equal } from "node:assert/strict";
import { verdictIn } from "../../verdict-in.js";

const train = (lines: string): string => `import mlflow
from sklearn.svm import SVC
def main():
    model = SVC().fit(x, y)
${lines.replace(/^/gm, "    ")}

if __name__ == "__main__":
    main()
`;
const logged = (...names: readonly string[]): string =>
  train(names.map((name) => `mlflow.log_metric("${name}", 1)`).join("\n"));

describe("TRAIN-11", () => {
  it("passes with three scores", async () => {
    equal(await verdictIn({ "train.py": logged("train_f1", "val_f1", "test_f1") }, "TRAIN-11"), "pass");
  });

  it("is partial without the test score", async () => {
    equal(await verdictIn({ "train.py": logged("train/loss", "val/loss") }, "TRAIN-11"), "partial");
  });

  it("takes scores of groups alone for no score on test data", async () => {
    const scored = (body: string): Readonly<Record<string, string>> => ({
      "train.py": logged("train/loss", "val/loss"),
      "evaluate.py": `import json\nfrom pathlib import Path\nimport pandas as pd\nfrom sklearn.metrics import f1_score\n\ndef main():\n    rows = pd.read_csv("data/test.csv")\n    ${body}\n    Path("scores.json").write_text(json.dumps(found))\n\nif __name__ == "__main__":\n    main()\n`,
      "dvc.yaml": "stages:\n  evaluate:\n    cmd: python evaluate.py\n",
    });
    equal(await verdictIn(scored('found = f1_score(rows["late"], rows["given"])'), "TRAIN-11"), "pass");
    const grouped = 'found = rows.groupby("shop").apply(lambda own: f1_score(own["late"], own["given"])).to_dict()';
    equal(await verdictIn(scored(grouped), "TRAIN-11"), "partial");
  });

  it("fails without validation, and when the test score is logged in every epoch", async () => {
    equal(await verdictIn({ "train.py": logged("train_f1", "test_f1") }, "TRAIN-11"), "fail");
    const loop =
      'for epoch in range(9):\n    loss.backward()\n    mlflow.log_metric("test_f1", 1)\nmlflow.log_metric("val_f1", 1)\nmlflow.log_metric("train_f1", 1)';
    equal(await verdictIn({ "train.py": train(loop) }, "TRAIN-11"), "fail");
  });

  it("asks a person about cross-validation", async () => {
    const folds =
      "from sklearn.model_selection import cross_validate\nfrom sklearn.svm import SVC\ncross_validate(SVC().fit(x, y), x, y)\n";
    equal(await verdictIn({ "train.py": folds }, "TRAIN-11"), "human");
  });

  it("takes nothing from comments and tests", async () => {
    equal(
      await verdictIn(
        { "train.py": train("# train_f1 val_f1 test_f1"), "tests/test_a.py": logged("train_f1", "val_f1", "test_f1") },
        "TRAIN-11",
      ),
      "fail",
    );
  });
});
