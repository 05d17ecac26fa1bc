import { equal } from "node:assert/strict";
import { verdictIn } from "../../verdict-in.js";

const tune = (space: string, end: string): string => `import json
import optuna
from sklearn.svm import SVC

def objective(trial):
    ${space}
    return SVC(C=value).fit(x, y).score(xv, yv)

def main():
    study = optuna.create_study(direction="maximize")
    study.optimize(objective, n_trials=30)
    ${end}

if __name__ == "__main__":
    main()
`;
const log = 'value = trial.suggest_float("C", 1e-4, 1e2, log=True)';
const keep = 'json.dump(study.best_params, open("best.json", "w"))';

describe("TRAIN-05", () => {
  it("passes with a key that matters, on its scale, and a result that is kept", async () => {
    equal(await verdictIn({ "tune.py": tune(log, keep) }, "TRAIN-05"), "pass");
  });

  it("is partial on a linear scale, without a result, or with keys that matter less", async () => {
    equal(await verdictIn({ "tune.py": tune(log.replace(", log=True", ""), keep) }, "TRAIN-05"), "partial");
    equal(await verdictIn({ "tune.py": tune(log, "print(study.best_params)") }, "TRAIN-05"), "partial");
    equal(
      await verdictIn({ "tune.py": tune('value = trial.suggest_float("dropout", 0, 0.5)', keep) }, "TRAIN-05"),
      "partial",
    );
    equal(
      await verdictIn({ "tune.py": tune(log, keep) }, "TRAIN-05", { config: "{tuning: {minTrials: 50}}" }),
      "partial",
    );
  });

  it("fails without a search, over one value, over the seed alone, or where nothing calls it", async () => {
    const grid = (values: string): string =>
      `from sklearn.model_selection import GridSearchCV\nfrom sklearn.svm import SVC\nimport joblib\nsearch = GridSearchCV(SVC(), {"C": ${values}}).fit(x, y)\njoblib.dump(search, "s.joblib")\n`;
    equal(await verdictIn({ "train.py": grid("[0.1, 1, 10]") }, "TRAIN-05"), "pass");
    equal(await verdictIn({ "train.py": grid("[1]") }, "TRAIN-05"), "fail");
    equal(await verdictIn({ "train.py": "from sklearn.svm import SVC\nSVC().fit(x, y)\n" }, "TRAIN-05"), "fail");
    equal(await verdictIn({ "tune.py": tune('value = trial.suggest_int("seed", 0, 9)', keep) }, "TRAIN-05"), "fail");
    equal(await verdictIn({ "tune.py": tune(log, keep).replace("    main()\n", "    pass\n") }, "TRAIN-05"), "fail");
  });

  it("reads sweeps, whose keys the code has to read", async () => {
    const sweep =
      "method: bayes\nparameters:\n  lr:\n    distribution: log_uniform_values\n    min: 0.0001\n    max: 0.1\n";
    const train =
      "import wandb\nfrom sklearn.linear_model import SGDClassifier\nrun = wandb.init()\nSGDClassifier(eta0=wandb.config.lr).fit(x, y)\n";
    equal(await verdictIn({ "train.py": train, "sweep.yaml": sweep }, "TRAIN-05"), "pass");
    equal(await verdictIn({ "train.py": train.replace(".lr", ".rate"), "sweep.yaml": sweep }, "TRAIN-05"), "partial");
  });
});
