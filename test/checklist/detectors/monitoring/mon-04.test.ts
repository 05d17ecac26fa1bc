import { equal } from "node:assert/strict";
import { verdictIn } from "../../verdict-in.js";
import { model, service } from "./service.js";

const app = { "app.py": service(), "train.py": model };
const backtest = (call = "train(rows, cutoff=cutoff)"): string =>
  `from train import run as train\n\ndef main(rows):\n    for cutoff in CUTOFFS:\n        ${call}\n\nif __name__ == "__main__":\n    main(ROWS)\n`;
const monthly = {
  ".github/workflows/age.yml":
    'on: {schedule: [{cron: "0 1 1 * *"}]}\njobs:\n  age:\n    runs-on: ubuntu-latest\n    steps:\n      - run: python backtest.py\n',
};
const limit = { "config/serving.yaml": "max_model_age_days: 30\n" };

describe("MON-04", () => {
  it("passes with a backtest that runs, and a limit that was set from it", async () => {
    equal(await verdictIn({ ...app, ...monthly, ...limit, "backtest.py": backtest() }, "MON-04"), "pass");
    const config = "{freshness: {maxAgeDays: 30}}";
    equal(await verdictIn({ ...app, ...monthly, "backtest.py": backtest() }, "MON-04", { config }), "pass");
  });

  it("is partial with one of the two, and with what a document says in numbers", async () => {
    equal(await verdictIn({ ...app, ...monthly, "backtest.py": backtest() }, "MON-04"), "partial");
    equal(await verdictIn({ ...app, ...limit }, "MON-04"), "partial");
    const told = "# Age\n\nThe error of the model grows from 4.1 to 6.3 when it is 8 weeks old.\n";
    equal(await verdictIn({ ...app, "docs/age.md": told }, "MON-04"), "partial");
  });

  it("asks where nothing tells", async () => {
    equal(await verdictIn(app, "MON-04"), "human");
  });

  it("does not count a loop over epochs, an import, a comment, an example, or prose without numbers", async () => {
    equal(
      await verdictIn({ ...app, "loop.py": backtest("train(rows, epoch=cutoffs)").replace("cutoffs", "1") }, "MON-04"),
      "human",
    );
    const imported = "from prophet.diagnostics import cross_validation\n";
    equal(await verdictIn({ ...app, "loop.py": imported }, "MON-04"), "human");
    equal(
      await verdictIn({ ...app, "config/serving.yaml": "# max_model_age_days: 30\nport: 80\n" }, "MON-04"),
      "human",
    );
    equal(
      await verdictIn(
        { ...app, "examples/backtest.py": backtest(), "examples/serving.yaml": limit["config/serving.yaml"] },
        "MON-04",
      ),
      "human",
    );
    equal(
      await verdictIn({ ...app, "docs/age.md": "# Age\n\nThe model gets worse when it is old.\n" }, "MON-04"),
      "human",
    );
  });
});
