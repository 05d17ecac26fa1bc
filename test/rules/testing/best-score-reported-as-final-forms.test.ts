import rule from "../../../src/rules/testing/best-score-reported-as-final.js";
import { expectFindings } from "../expect-findings.js";

describe("best-score-reported-as-final: more forms", () => {
  it("speaks: best hand kept cross val", () =>
    expectFindings(
      rule,
      `from sklearn.model_selection import cross_val_score
from sklearn.neighbors import KNeighborsClassifier
best_score, best_k = 0, None
for k in range(1, 30):
    score = cross_val_score(KNeighborsClassifier(k), X, y, cv=5).mean()
    if score > best_score:
        best_score, best_k = score, k
print("accuracy", best_score, "k", best_k)
                  ~~~~~~~~~~
`,
    ));

  it("speaks: best hand kept max of list", () =>
    expectFindings(
      rule,
      `from sklearn.model_selection import cross_val_score
from sklearn.neighbors import KNeighborsClassifier
import numpy as np
scores = []
for k in range(1, 30):
    scores.append(cross_val_score(KNeighborsClassifier(k), X, y, cv=5).mean())
print("best accuracy: %.3f" % max(scores))
                              ~~~~~~~~~~~
`,
    ));

  it("is silent: best hand kept then test", () =>
    expectFindings(
      rule,
      `from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.neighbors import KNeighborsClassifier
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
best_score, best_k = 0, None
for k in range(1, 30):
    score = cross_val_score(KNeighborsClassifier(k), X_train, y_train, cv=5).mean()
    if score > best_score:
        best_score, best_k = score, k
print("cv", best_score)
print(KNeighborsClassifier(best_k).fit(X_train, y_train).score(X_test, y_test))
`,
    ));

  it("is silent: cv one model reported", () =>
    expectFindings(
      rule,
      `from sklearn.model_selection import cross_val_score
from sklearn.neighbors import KNeighborsClassifier
score = cross_val_score(KNeighborsClassifier(5), X, y, cv=5).mean()
print("accuracy", score)
`,
    ));

  it("is silent: cv of several models compared in table", () =>
    expectFindings(
      rule,
      `from sklearn.model_selection import cross_val_score
for name, model in models.items():
    scores = cross_val_score(model, X, y, cv=5)
    print(name, scores.mean(), scores.std())
`,
    ));

  it("speaks: best of dict returned", () =>
    expectFindings(
      rule,
      `from sklearn.model_selection import cross_val_score
def pick(models, X, y):
    results = {}
    for name, model in models.items():
        results[name] = cross_val_score(model, X, y, cv=5).mean()
    best = max(results, key=results.get)
    print(f"Best model: {best} with accuracy {results[best]:.3f}")
                                              ~~~~~~~~~~~~~
    return models[best]
pick({"a": SVC(), "b": LogisticRegression()}, X, y)
`,
    ));

  it("is silent: best name only", () =>
    expectFindings(
      rule,
      `from sklearn.model_selection import cross_val_score
results = {}
for name, model in models.items():
    results[name] = cross_val_score(model, X, y, cv=5).mean()
best = max(results, key=results.get)
print("chosen", best)
models[best].fit(X, y)
`,
    ));

  it("speaks: optuna best value", () =>
    expectFindings(
      rule,
      `import optuna
from sklearn.model_selection import cross_val_score
def objective(trial):
    model = RandomForestClassifier(max_depth=trial.suggest_int("d", 2, 10))
    return cross_val_score(model, X, y, cv=3).mean()
study = optuna.create_study(direction="maximize")
study.optimize(objective, n_trials=30)
print("Accuracy:", study.best_value)
                   ~~~~~~~~~~~~~~~~
`,
    ));

  it("speaks: optuna best trial value", () =>
    expectFindings(
      rule,
      `import optuna
from sklearn.model_selection import cross_val_score
def objective(trial):
    model = RandomForestClassifier(max_depth=trial.suggest_int("d", 2, 10))
    return cross_val_score(model, X, y, cv=3).mean()
study = optuna.create_study(direction="maximize")
study.optimize(objective, n_trials=30)
trial = study.best_trial
print("Final accuracy:", trial.value)
                         ~~~~~~~~~~~
`,
    ));

  it("is silent: optuna best value with held out", () =>
    expectFindings(
      rule,
      `import optuna
from sklearn.model_selection import cross_val_score, train_test_split
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
def objective(trial):
    model = RandomForestClassifier(max_depth=trial.suggest_int("d", 2, 10))
    return cross_val_score(model, X_train, y_train, cv=3).mean()
study = optuna.create_study(direction="maximize")
study.optimize(objective, n_trials=30)
print("cv", study.best_value)
final = RandomForestClassifier(**study.best_params).fit(X_train, y_train)
print(final.score(X_test, y_test))
`,
    ));

  it("speaks: optuna returned", () =>
    expectFindings(
      rule,
      `import optuna
def tune(X, y):
    def objective(trial):
        return cross_val_score(SVC(C=trial.suggest_float("C", 1e-3, 10)), X, y).mean()
    study = optuna.create_study(direction="maximize")
    study.optimize(objective, n_trials=20)
    return study.best_value
           ~~~~~~~~~~~~~~~~
result = tune(*load())
print("accuracy", result)
`,
    ));

  it("is silent: a function of a library that hands its study back", () =>
    expectFindings(
      rule,
      `import optuna
class Found:
    study: optuna.Study
    def describe(self):
        return {"number": self.study.best_trial.number, "score": self.study.best_value}

def search(objective, **settings):
    study = optuna.create_study(**settings)
    study.optimize(objective, n_trials=30)
    return Found(study=study)

def search_from(path):
    return search(**read(path))
`,
    ));

  it("is silent: a search inside an estimator's own fit, whose summary another method prints", () =>
    expectFindings(
      rule,
      `from sklearn.model_selection import GridSearchCV, RandomizedSearchCV

class TunedNet:
    def fit(self, X, y, check=True, **kwargs):
        if self.method == "grid":
            self.grid = GridSearchCV(self.net, self.space)
        elif self.method == "random":
            self.grid = RandomizedSearchCV(self.net, self.space)
        self.history = self.grid.fit(X, y, refit=True)
        self.net = self.grid.best_estimator_.model
        if self.verbose:
            self.summary()
        return self

    def summary(self):
        print("Best: %f using %s" % (self.history.best_score_, self.history.best_params_))
`,
    ));

  it("is silent: an estimator of a base class out of sight that searches in its own fit", () =>
    expectFindings(
      rule,
      `from sklearn.model_selection import GridSearchCV
from nets import BaseNet

class TunedNet(BaseNet):
    def fit(self, X, y):
        self.history = self.grid.fit(X, y)
        return self

    def summary(self):
        print("Best:", self.history.best_score_)
`,
    ));
});
