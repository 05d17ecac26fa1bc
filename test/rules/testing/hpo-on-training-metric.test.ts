import rule from "../../../src/rules/testing/hpo-on-training-metric.js";
import { expectFindings } from "../expect-findings.js";

describe("hpo-on-training-metric", () => {
  it("speaks of a score on the fitted rows", () =>
    expectFindings(
      rule,
      `import optuna
from sklearn.metrics import f1_score
from sklearn.svm import SVC
def objective(trial):
    model = SVC(C=trial.suggest_float("C", 0.1, 10)).fit(rows, labels)
    return f1_score(labels, model.predict(rows))
           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`f1_score(labels, model.predict(rows))\` is worked out on the training rows, and the search improves it: use a score on a validation part.
optuna.create_study().optimize(objective, n_trials=9)
`,
    ));

  it("speaks of the training loss of a loop", () =>
    expectFindings(
      rule,
      `import optuna
import torch
def objective(trial):
    net = torch.nn.Linear(3, 1)
    optimizer = torch.optim.Adam(net.parameters(), lr=trial.suggest_float("lr", 1e-5, 1e-1))
    for epoch in range(5):
        total = 0
        for x, y in loader:
            optimizer.zero_grad()
            loss = torch.nn.functional.mse_loss(net(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
    return total / len(loader)
           ~~~~~~~~~~~~~~~~~~~
study = optuna.create_study()
study.optimize(lambda trial: objective(trial), n_trials=9)
`,
    ));

  it("reads the curves of Keras", () =>
    expectFindings(
      rule,
      `import keras
import optuna
def objective(trial):
    model = keras.Sequential([keras.layers.Dense(trial.suggest_int("n", 1, 9))])
    model.compile("adam", "mse")
    history = model.fit(x, y, validation_split=0.2)
    return history.history["loss"][-1]
           ~~~~~~~~~~~~~~~~~~~~~~~~~~~
optuna.create_study().optimize(objective)
`,
    ));

  it("reads the objective of a Keras tuner", () =>
    expectFindings(
      rule,
      `import keras_tuner as kt
tuner = kt.RandomSearch(build, objective="accuracy", max_trials=5)
                                         ~~~~~~~~~~
other = kt.Hyperband(build, objective=kt.Objective("loss", direction="min"))
                                                   ~~~~~~
third = kt.BayesianOptimization(build, "val_loss")
fourth = kt.RandomSearch(build, kt.Objective("val_auc", "max"))
`,
    ));

  it("reads reports to Ray", () =>
    expectFindings(
      rule,
      `from ray import tune
from sklearn.svm import SVC
def trainable(config):
    model = SVC(**config)
    model.fit(X_train, y_train)
    tune.report({"accuracy": model.score(X_train, y_train)})
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
tune.Tuner(trainable).fit()
`,
    ));

  it("reads a dict with a loss", () =>
    expectFindings(
      rule,
      `from hyperopt import STATUS_OK, fmin
from sklearn.svm import SVC
def run(space):
    model = SVC(**space).fit(X_train, y_train)
    return {"loss": -model.score(X_train, y_train), "status": STATUS_OK}
                    ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
fmin(run, space, max_evals=9)
`,
    ));

  it("accepts a validation part and cross-validation", () =>
    expectFindings(
      rule,
      `import optuna
from sklearn.model_selection import cross_val_score
from sklearn.svm import SVC
def objective(trial):
    model = SVC().fit(X_train, y_train)
    return model.score(X_val, y_val)
def other(trial):
    return cross_val_score(SVC(), X_train, y_train).mean()
study = optuna.create_study()
study.optimize(objective)
study.optimize(other)
`,
    ));

  it("accepts a validation loss beside the training loss", () =>
    expectFindings(
      rule,
      `import optuna
import torch
def objective(trial):
    net = torch.nn.Linear(3, 1)
    optimizer = torch.optim.Adam(net.parameters())
    for x, y in train_loader:
        optimizer.zero_grad()
        loss = torch.nn.functional.mse_loss(net(x), y)
        loss.backward()
        optimizer.step()
    net.eval()
    with torch.no_grad():
        return sum(torch.nn.functional.mse_loss(net(x), y).item() for x, y in val_loader)
optuna.create_study().optimize(objective)
`,
    ));

  it("accepts curves of the validation rows and out-of-bag scores", () =>
    expectFindings(
      rule,
      `import keras
import optuna
from sklearn.ensemble import RandomForestClassifier
def objective(trial):
    model = keras.Sequential([keras.layers.Dense(1)])
    model.compile("adam", "mse")
    history = model.fit(x, y, validation_split=0.2)
    return min(history.history["val_loss"])
def other(trial):
    forest = RandomForestClassifier(oob_score=True).fit(X_train, y_train)
    return forest.oob_score_
optuna.create_study().optimize(objective)
optuna.create_study().optimize(other)
`,
    ));

  it("accepts training scores outside of a search", () =>
    expectFindings(
      rule,
      `import optuna
from sklearn.svm import SVC
def report():
    model = SVC().fit(X_train, y_train)
    return model.score(X_train, y_train)
`,
    ));

  it("accepts an objective whose score is worked out elsewhere", () =>
    expectFindings(
      rule,
      `import optuna
def objective(trial):
    return run_experiment(trial.suggest_int("n", 1, 9), train_path)
optuna.create_study().optimize(objective)
`,
    ));

  it("knows trials of Ray Tune that are classes", () => {
    const program = (score: string, mark: string) => `import torch
from ray import tune
from sklearn.model_selection import train_test_split

class Trial(tune.Trainable):
    def setup(self, config):
        self.x, self.x_val, self.y, self.y_val = train_test_split(rows, prices, random_state=1)
        self.net = torch.nn.Linear(9, 1)
        self.adam = torch.optim.Adam(self.net.parameters(), config["rate"])

    def step(self):
        self.adam.zero_grad()
        loss = torch.nn.functional.mse_loss(self.net(self.x), self.y)
        loss.backward()
        self.adam.step()
        with torch.no_grad():
            held = torch.nn.functional.mse_loss(self.net(self.x_val), self.y_val)
        return {"error": ${score}.item(), "other": 1}
${mark}
tune.Tuner(Trial, tune_config=tune.TuneConfig(metric="error", mode="min")).fit()
`;
    expectFindings(rule, program("loss", "                         ~~~~~~~~~~~\n"));
    expectFindings(rule, program("held", ""));
  });

  it("knows the metrics that a Lightning trainer keeps", () => {
    const program = (name: string, mark: string) => `import optuna
import pytorch_lightning as pl

def objective(trial):
    trainer = pl.Trainer(max_epochs=3)
    trainer.fit(Net(trial.suggest_int("width", 4, 64)), rows)
    return trainer.callback_metrics["${name}"].item()
${mark}
optuna.create_study().optimize(objective, n_trials=9)
`;
    expectFindings(rule, program("train_acc", "           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"));
    expectFindings(rule, program("val_acc", ""));
  });
});
