import rule from "../../../src/rules/testing/search-on-all-data-then-test.js";
import { expectFindings } from "../expect-findings.js";

describe("search-on-all-data-then-test: more forms", () => {
  it("speaks: loop search then split", () =>
    expectFindings(
      rule,
      `from sklearn.model_selection import cross_val_score, train_test_split
best, best_c = -1, None
for c in [0.01, 0.1, 1, 10]:
    s = cross_val_score(LogisticRegression(C=c), X, y, cv=5).mean()
        ~~~~~~~~~~~~~~~
    if s > best:
        best, best_c = s, c
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
model = LogisticRegression(C=best_c).fit(X_train, y_train)
print(model.score(X_test, y_test))
`,
    ));

  it("speaks: loop search list argmax then split before", () =>
    expectFindings(
      rule,
      `from sklearn.model_selection import cross_val_score, train_test_split
import numpy as np
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
cs = [0.01, 0.1, 1, 10]
cv = []
for c in cs:
    cv.append(cross_val_score(LogisticRegression(C=c), X, y, cv=5).mean())
              ~~~~~~~~~~~~~~~
best_c = cs[int(np.argmax(cv))]
model = LogisticRegression(C=best_c).fit(X_train, y_train)
print(accuracy_score(y_test, model.predict(X_test)))
`,
    ));

  it("speaks: loop comprehension dict", () =>
    expectFindings(
      rule,
      `from sklearn.model_selection import cross_val_score, train_test_split
scores = {c: cross_val_score(LogisticRegression(C=c), X, y, cv=5).mean() for c in (0.1, 1, 10)}
             ~~~~~~~~~~~~~~~
best_c = max(scores, key=scores.get)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
model = LogisticRegression(C=best_c).fit(X_train, y_train)
print(model.score(X_test, y_test))
`,
    ));

  it("is silent: no choice, cv table on all and then one test", () =>
    expectFindings(
      rule,
      `from sklearn.model_selection import cross_val_score, train_test_split
for model in models:
    print(model, cross_val_score(model, X, y, cv=5).mean())
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
print(SVC().fit(X_train, y_train).score(X_test, y_test))
`,
    ));

  it("is silent: loop search on train part", () =>
    expectFindings(
      rule,
      `from sklearn.model_selection import cross_val_score, train_test_split
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
best, best_c = -1, None
for c in [0.01, 0.1, 1, 10]:
    s = cross_val_score(LogisticRegression(C=c), X_train, y_train, cv=5).mean()
    if s > best:
        best, best_c = s, c
print(LogisticRegression(C=best_c).fit(X_train, y_train).score(X_test, y_test))
`,
    ));

  it("speaks: study all rows", () =>
    expectFindings(
      rule,
      `import optuna
from sklearn.model_selection import cross_val_score, train_test_split
def objective(trial):
    return cross_val_score(SVC(C=trial.suggest_float("C", 1e-3, 10)), X, y).mean()
study = optuna.create_study(direction="maximize")
study.optimize(objective, n_trials=20)
~~~~~~~~~~~~~~
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
print(SVC(**study.best_params).fit(X_train, y_train).score(X_test, y_test))
`,
    ));

  it("speaks: study all rows lambda and split within", () =>
    expectFindings(
      rule,
      `import optuna
from sklearn.model_selection import cross_val_score, train_test_split, KFold
def objective(trial, X, y):
    scores = []
    for tr, va in KFold(5).split(X):
        m = SVC(C=trial.suggest_float("C", 1e-3, 10)).fit(X[tr], y[tr])
        scores.append(m.score(X[va], y[va]))
    return np.mean(scores)
X, y = load_breast_cancer(return_X_y=True)
study = optuna.create_study(direction="maximize")
study.optimize(lambda t: objective(t, X, y), n_trials=20)
~~~~~~~~~~~~~~
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
print(SVC(**study.best_params).fit(X_train, y_train).score(X_test, y_test))
`,
    ));
});
