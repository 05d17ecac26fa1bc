import { equal } from "node:assert/strict";
import { verdictIn } from "../../verdict-in.js";
import { alerts, model, service } from "./service.js";

const weekly = (more = ""): string =>
  `on: {schedule: [{cron: "0 1 * * 1"}]}\njobs:\n  train:\n    runs-on: ubuntu-latest\n    steps:\n      - run: python train.py\n${more}`;
const app = { "app.py": service(), "train.py": model };
const path = ".github/workflows/train.yml";

describe("MON-05", () => {
  it("passes with scheduled training that tells of its failure, or with an alert on age", async () => {
    const told = weekly("      - if: failure()\n        uses: slackapi/slack-github-action@v2\n");
    equal(await verdictIn({ ...app, [path]: told }, "MON-05"), "pass");
    const head = 'from prometheus_client import Gauge\nAGE = Gauge("model_age_days", "Age")';
    const aged = {
      "app.py": service({ head, tail: "AGE.set(3)" }),
      "alerts.yml": alerts("Old", "model_age_days > 30"),
    };
    equal(await verdictIn(aged, "MON-05"), "pass");
  });
  it("is partial with a schedule alone", async () => {
    equal(await verdictIn({ ...app, [path]: weekly() }, "MON-05"), "partial");
  });
  it("fails with neither, and where the job is switched off", async () => {
    equal(await verdictIn(app, "MON-05"), "fail");
    const off = weekly().replace("    runs-on", "    if: false\n    runs-on");
    equal(await verdictIn({ ...app, [path]: off }, "MON-05"), "fail");
  });
  it("takes an alert about training data for none about training, and a backtest for no training", async () => {
    const odd = {
      "alerts.yml": alerts(
        "Odd",
        "odd_inputs > 1",
        "        annotations: {summary: Values that the training data did not have}\n",
      ),
    };
    equal(await verdictIn({ ...app, ...odd, [path]: weekly() }, "MON-05"), "partial");
    const backtest =
      "from sklearn.linear_model import LogisticRegression\nfor cut in days:\n    print(LogisticRegression().fit(rows[rows.day < cut]))\n";
    const file = weekly().replace("train.py", "backtest.py");
    equal(await verdictIn({ ...app, "backtest.py": backtest, [path]: file }, "MON-05"), "fail");
  });
});
