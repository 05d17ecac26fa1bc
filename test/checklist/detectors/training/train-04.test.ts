import { equal } from "node:assert/strict";
import { verdictIn } from "../../verdict-in.js";

const train = (lines: string): string => `import os
import mlflow
import wandb
from sklearn.linear_model import Ridge

def main():
    model = Ridge().fit(x, y)
${lines.replace(/^/gm, "    ")}

if __name__ == "__main__":
    main()
`;
const whole = `with mlflow.start_run():
    mlflow.log_params({"alpha": 1})
    mlflow.log_metrics({"val_rmse": 1})
    mlflow.sklearn.log_model(model, "model")
    mlflow.log_input(data)`;

describe("TRAIN-04", () => {
  it("passes when all five are kept", async () => {
    equal(await verdictIn({ "train.py": train(whole) }, "TRAIN-04"), "pass");
    const dvc = {
      "data.csv.dvc": "outs:\n- path: data.csv\n",
      "train.py": train(whole.replace("\n    mlflow.log_input(data)", "")),
    };
    equal(await verdictIn(dvc, "TRAIN-04"), "pass");
  });

  it("is partial when some are missing", async () => {
    equal(
      await verdictIn({ "train.py": train('mlflow.start_run()\nmlflow.log_metric("rmse", 1)') }, "TRAIN-04"),
      "partial",
    );
    const file = 'json.dump({"params": p, "metrics": m, "git_commit": c}, f)';
    equal(await verdictIn({ "train.py": `import json\n${train(file)}` }, "TRAIN-04"), "partial");
  });

  it("fails without a tracker, and with one that is imported or switched off", async () => {
    equal(await verdictIn({ "train.py": train("print(model)") }, "TRAIN-04"), "fail");
    equal(
      await verdictIn(
        { "train.py": train('wandb.init(config=c, mode="disabled")\nwandb.log({"loss": 1})') },
        "TRAIN-04",
      ),
      "fail",
    );
    const off = 'os.environ["WANDB_DISABLED"] = "true"\nwandb.init(config=c)\nwandb.log({"loss": 1})';
    equal(await verdictIn({ "train.py": train(off) }, "TRAIN-04"), "fail");
  });

  it("does not count a tracker in examples", async () => {
    equal(await verdictIn({ "train.py": train("print(1)"), "examples/train.py": train(whole) }, "TRAIN-04"), "fail");
  });

  it("asks a person where the team names a platform", async () => {
    equal(
      await verdictIn({ "train.py": train("print(1)") }, "TRAIN-04", { config: "{tracking: {system: sagemaker}}" }),
      "human",
    );
  });
});
