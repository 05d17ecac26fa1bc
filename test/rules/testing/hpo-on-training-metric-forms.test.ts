import rule from "../../../src/rules/testing/hpo-on-training-metric.js";
import { expectFindings } from "../expect-findings.js";

describe("hpo-on-training-metric: more forms", () => {
  it("speaks: ray session report", () =>
    expectFindings(
      rule,
      `from ray import tune
from ray.air import session
def trainable(config):
    model = GradientBoostingClassifier(max_depth=config["d"]).fit(X_train, y_train)
    session.report({"acc": model.score(X_train, y_train)})
                           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
tuner = tune.Tuner(trainable, param_space={"d": tune.randint(1, 9)}, tune_config=tune.TuneConfig(metric="acc", mode="max"))
tuner.fit()
`,
    ));

  it("speaks: ray train report loss of training", () =>
    expectFindings(
      rule,
      `from ray import tune, train
def trainable(config):
    model = Net(config["h"])
    optimizer = torch.optim.Adam(model.parameters())
    for epoch in range(10):
        total = 0.0
        for x, y in train_loader:
            optimizer.zero_grad()
            loss = F.cross_entropy(model(x), y)
            loss.backward()
            optimizer.step()
            total += loss.item()
        train.report({"loss": total / len(train_loader)})
                              ~~~~~~~~~~~~~~~~~~~~~~~~~
tune.run(trainable, config=space, metric="loss", mode="min")
`,
    ));

  it("is silent: ray report both, metric val", () =>
    expectFindings(
      rule,
      `from ray import tune
def trainable(config):
    model = GradientBoostingClassifier(max_depth=config["d"]).fit(X_train, y_train)
    tune.report({"train": model.score(X_train, y_train), "val": model.score(X_val, y_val)})
tune.run(trainable, config=space, metric="val", mode="max")
`,
    ));

  it("speaks: ray report both, metric train", () =>
    expectFindings(
      rule,
      `from ray import tune
def trainable(config):
    model = GradientBoostingClassifier(max_depth=config["d"]).fit(X_train, y_train)
    tune.report(train_acc=model.score(X_train, y_train), val_acc=model.score(X_val, y_val))
                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
tune.run(trainable, config=space, metric="train_acc", mode="max")
`,
    ));

  it("speaks: keras tuner loss", () =>
    expectFindings(
      rule,
      `import keras_tuner
tuner = keras_tuner.RandomSearch(build_model, objective="loss", max_trials=5)
                                                        ~~~~~~
tuner.search(x, y, validation_split=0.2)
`,
    ));

  it("speaks: keras tuner Objective", () =>
    expectFindings(
      rule,
      `import keras_tuner as kt
tuner = kt.BayesianOptimization(build_model, objective=kt.Objective("accuracy", direction="max"), max_trials=5)
                                                                    ~~~~~~~~~~
tuner.search(x, y, validation_split=0.2)
`,
    ));

  it("is silent: keras tuner val", () =>
    expectFindings(
      rule,
      `import keras_tuner as kt
tuner = kt.BayesianOptimization(build_model, objective="val_loss", max_trials=5)
tuner.search(x, y, validation_split=0.2)
tuner2 = kt.RandomSearch(build_model, "val_accuracy", max_trials=5)
tuner3 = kt.RandomSearch(build_model, objective=kt.Objective("val_mean_absolute_error", "min"), max_trials=5)
`,
    ));

  it("speaks: hyperopt dict", () =>
    expectFindings(
      rule,
      `from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score
from hyperopt import fmin, tpe, hp, STATUS_OK, Trials
def objective(params):
    clf = RandomForestClassifier(**params)
    clf.fit(X_train, y_train)
    acc = accuracy_score(y_train, clf.predict(X_train))
    return {"loss": -acc, "status": STATUS_OK}
                    ~~~~
best = fmin(objective, space, algo=tpe.suggest, max_evals=50, trials=Trials())
`,
    ));

  it("is silent: hyperopt dict val", () =>
    expectFindings(
      rule,
      `from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score
from hyperopt import fmin, tpe, hp, STATUS_OK
def objective(params):
    clf = RandomForestClassifier(**params).fit(X_train, y_train)
    acc = accuracy_score(y_val, clf.predict(X_val))
    return {"loss": 1 - acc, "status": STATUS_OK, "train": clf.score(X_train, y_train)}
best = fmin(fn=objective, space=space, algo=tpe.suggest, max_evals=50)
`,
    ));

  it("speaks: hyperopt variable dict", () =>
    expectFindings(
      rule,
      `from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import log_loss
from hyperopt import fmin, tpe, STATUS_OK
def objective(params):
    clf = RandomForestClassifier(**params).fit(X, y)
    result = {"loss": log_loss(y, clf.predict_proba(X)), "status": STATUS_OK}
                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    return result
best = fmin(fn=objective, space=space, algo=tpe.suggest, max_evals=50)
`,
    ));

  it("speaks: skopt", () =>
    expectFindings(
      rule,
      `from skopt import gp_minimize
from skopt.utils import use_named_args
@use_named_args(space)
def objective(**params):
    model.set_params(**params)
    model.fit(X_train, y_train)
    return -model.score(X_train, y_train)
           ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
res = gp_minimize(objective, space, n_calls=50)
`,
    ));

  it("is silent: skopt cv", () =>
    expectFindings(
      rule,
      `from skopt import gp_minimize
def objective(params):
    return -np.mean(cross_val_score(SVC(C=params[0]), X, y))
res = gp_minimize(objective, space, n_calls=50)
`,
    ));

  it("speaks: optuna keras history loss", () =>
    expectFindings(
      rule,
      `import optuna
def objective(trial):
    model = build(trial)
    history = model.fit(x_train, y_train, epochs=5, validation_data=(x_val, y_val))
    return history.history["loss"][-1]
           ~~~~~~~~~~~~~~~~~~~~~~~~~~~
study = optuna.create_study()
study.optimize(objective, n_trials=20)
`,
    ));

  it("is silent: optuna keras history val", () =>
    expectFindings(
      rule,
      `import optuna
def objective(trial):
    model = build(trial)
    history = model.fit(x_train, y_train, epochs=5, validation_data=(x_val, y_val))
    return min(history.history["val_loss"])
study = optuna.create_study()
study.optimize(objective, n_trials=20)
`,
    ));

  it("speaks: optuna torch train loss", () =>
    expectFindings(
      rule,
      `import optuna, torch
def objective(trial):
    model = Net(trial.suggest_int("h", 8, 64))
    optimizer = torch.optim.Adam(model.parameters(), lr=trial.suggest_float("lr", 1e-4, 1e-1))
    for epoch in range(10):
        running = 0.0
        for x, y in train_loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            running += loss.item()
    return running / len(train_loader)
           ~~~~~~~~~~~~~~~~~~~~~~~~~~~
optuna.create_study().optimize(objective, n_trials=20)
`,
    ));

  it("speaks: nested objective", () =>
    expectFindings(
      rule,
      `import optuna
def main():
    X_train, X_val, y_train, y_val = train_test_split(X, y)
    def objective(trial):
        m = XGBRegressor(max_depth=trial.suggest_int("d", 2, 9))
        m.fit(X_train, y_train)
        pred = m.predict(X_train)
        return mean_squared_error(y_train, pred)
               ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    study = optuna.create_study()
    study.optimize(objective, n_trials=20)
from sklearn.model_selection import train_test_split
from sklearn.metrics import mean_squared_error
from xgboost import XGBRegressor
main()
`,
    ));
});
