import { deepEqual, equal } from "node:assert/strict";
import { resultIn, verdictIn } from "../../verdict-in.js";
import { service } from "./service.js";

const retrain = (before = ""): string =>
  `on:\n  schedule:\n    - cron: "0 3 * * 1"\njobs:\n  retrain:\n    runs-on: ubuntu-latest\n    steps:\n${before}      - run: python train.py\n      - run: python gate.py\n`;

const gate = `import json, sys

def problems(found):
    wrong = []
    if found["f1"] < 0.8:
        wrong.append("f1")
    return wrong

def main():
    wrong = problems(json.load(open("scores.json")))
    return 1 if wrong else 0

sys.exit(main())
`;

const train = `import pandas as pd
from sklearn.linear_model import LogisticRegression

frame = pd.read_parquet("rows.parquet")
LogisticRegression().fit(frame[["a"]], frame["y"])
`;

const take = (where: string): string => `import pandas as pd

QUERY = "select a, y from shop.rows ${where}"
pd.read_sql(QUERY.format(days=90), "warehouse").to_parquet("rows.parquet")
`;

const kpi = { "docs/goal.md": "# The business\n\nRevenue per visit (owner: Head of Sales; dashboard Daily).\n" };
const loop = {
  "app.py": service(),
  ...kpi,
  "gate.py": gate,
  "train.py": train,
  "take.py": take("where day >= today() - {days}"),
  ".github/workflows/retrain.yml": retrain("      - run: python take.py\n"),
};

describe("MON-12", () => {
  it("passes where the scheduled job reads what is new, trains and gates, and a document names the KPI", async () => {
    equal(await verdictIn(loop, "MON-12"), "pass");
  });

  it("is partial where all rows come from one day, or are read after the training", async () => {
    equal(await verdictIn({ ...loop, "take.py": take("where day = '2024-01-01'") }, "MON-12"), "partial");
    const after = `${retrain()}      - run: python take.py\n`;
    equal(await verdictIn({ ...loop, ".github/workflows/retrain.yml": after }, "MON-12"), "partial");
  });

  it("finds feedback that becomes cases, though nothing is trained", async () => {
    const cases = {
      "app.py": service(),
      "evals/from_feedback.py":
        "import json\nimport pandas as pd\n\ndef main():\n    bad_cases = pd.read_parquet('feedback.parquet')\n    open('cases.jsonl', 'a').write(json.dumps(bad_cases.to_dict()))\n\nmain()\n",
      ".github/workflows/feedback.yml":
        'on:\n  schedule:\n    - cron: "0 3 * * 1"\njobs:\n  collect:\n    runs-on: ubuntu-latest\n    steps:\n      - run: python evals/from_feedback.py\n',
    };
    const { verdict, evidence } = await resultIn(cases, "MON-12");
    equal(verdict, "partial");
    deepEqual(
      evidence.map(({ rule, level }) => [rule, level]),
      [["feedback-cases", "L3"]],
    );
  });

  it("fails with a job that somebody starts by hand, prose and a comment", async () => {
    const byHand = {
      "app.py": service(),
      "train.py": train,
      "docs/goal.md": "# Business logic\n\nWe sell shoes to people.\n",
    };
    equal(await verdictIn(byHand, "MON-12"), "fail");
  });
});
