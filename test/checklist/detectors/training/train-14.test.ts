import { equal } from "node:assert/strict";
import { verdictIn } from "../../verdict-in.js";

const explain = `import argparse
import shap
from sklearn.svm import SVC

def explain(row):
    values = shap.KernelExplainer(model).shap_values(row)
    print(values)
    return values

def main():
    explain(SVC().fit(x, y))

if __name__ == "__main__":
    main()
`;
const test = "from follow import explain\ndef test_one_row():\n    assert len(explain(row)) == 3\n";

describe("TRAIN-14", () => {
  it("passes when it is tested and documented", async () => {
    const texts = {
      "follow.py": explain,
      "tests/test_follow.py": test,
      "README.md": "# A\n\nRun follow.py to see one row.\n",
    };
    equal(await verdictIn(texts, "TRAIN-14"), "pass");
  });

  it("is documented by the task that runs it", async () => {
    const texts = {
      "follow.py": explain,
      "tests/test_follow.py": test,
      "README.md": "# A\n\n```sh\njust look 3\n```\n",
    };
    const task = "look row:\n    uv run python -m follow {{row}}\n";
    equal(await verdictIn({ ...texts, justfile: task }, "TRAIN-14"), "pass");
    equal(await verdictIn({ ...texts, justfile: task.replace("look", "lookup") }, "TRAIN-14"), "partial");
  });

  it("is partial when it is there", async () => {
    equal(await verdictIn({ "follow.py": explain }, "TRAIN-14"), "partial");
    equal(await verdictIn({ "follow.py": explain, "tests/test_follow.py": test }, "TRAIN-14"), "partial");
  });

  it("asks a person otherwise, also where one row is only predicted", async () => {
    equal(
      await verdictIn({ "train.py": "from sklearn.svm import SVC\nSVC().fit(x, y).predict(x[:1])\n" }, "TRAIN-14"),
      "human",
    );
    equal(
      await verdictIn({ "train.py": "import shap\nfrom sklearn.svm import SVC\nSVC().fit(x, y)\n" }, "TRAIN-14"),
      "human",
    );
  });
});
