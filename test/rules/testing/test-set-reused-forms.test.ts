import rule from "../../../src/rules/testing/test-set-reused.js";
import { expectFindings } from "../expect-findings.js";

describe("test-set-reused: more forms", () => {
  it("speaks: threshold linspace", () =>
    expectFindings(
      rule,
      `from sklearn.model_selection import train_test_split
from sklearn.metrics import f1_score
import numpy as np
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
clf = LogisticRegression().fit(X_train, y_train)
p = clf.predict_proba(X_test)[:, 1]
best_f1, best_t = 0, 0.5
for t in np.linspace(0, 1, 101):
    f1 = f1_score(y_test, (p > t).astype(int))
         ~~~~~~~~
    if f1 > best_f1:
        best_f1, best_t = f1, t
print("F1", best_f1, "at", best_t)
`,
    ));

  it("speaks: threshold comprehension argmax", () =>
    expectFindings(
      rule,
      `from sklearn.model_selection import train_test_split
from sklearn.metrics import f1_score
import numpy as np
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
p = LogisticRegression().fit(X_train, y_train).predict_proba(X_test)[:, 1]
grid = np.arange(0.1, 0.9, 0.05)
f1s = [f1_score(y_test, p >= t) for t in grid]
       ~~~~~~~~
t = grid[np.argmax(f1s)]
print("F1", max(f1s), t)
`,
    ));

  it("speaks: threshold max with key lambda", () =>
    expectFindings(
      rule,
      `from sklearn.model_selection import train_test_split
from sklearn.metrics import f1_score
import numpy as np
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
p = LogisticRegression().fit(X_train, y_train).predict_proba(X_test)[:, 1]
best_t = max(np.linspace(0, 1, 50), key=lambda t: f1_score(y_test, p >= t))
                                                  ~~~~~~~~
print("F1", f1_score(y_test, p >= best_t))
`,
    ));

  it("is silent: threshold on validation", () =>
    expectFindings(
      rule,
      `from sklearn.model_selection import train_test_split
from sklearn.metrics import f1_score
import numpy as np
X_rest, X_test, y_rest, y_test = train_test_split(X, y, random_state=1)
X_train, X_val, y_train, y_val = train_test_split(X_rest, y_rest, random_state=1)
clf = LogisticRegression().fit(X_train, y_train)
p = clf.predict_proba(X_val)[:, 1]
t = max(np.linspace(0, 1, 50), key=lambda t: f1_score(y_val, p >= t))
print("F1", f1_score(y_test, clf.predict_proba(X_test)[:, 1] >= t))
`,
    ));

  it("speaks: results list of tuples sorted lambda", () =>
    expectFindings(
      rule,
      `from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
results = []
for d in range(2, 12):
    m = DecisionTreeClassifier(max_depth=d).fit(X_train, y_train)
    results.append((d, m.score(X_test, y_test)))
                       ~~~~~~~
results.sort(key=lambda r: r[1], reverse=True)
best_depth, best_acc = results[0]
print(best_depth, best_acc)
`,
    ));

  it("speaks: dict max by key get", () =>
    expectFindings(
      rule,
      `from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.metrics import accuracy_score
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
models = {"rf": RandomForestClassifier(), "lr": LogisticRegression()}
results = {}
for name, m in models.items():
    m.fit(X_train, y_train)
    results[name] = {"acc": accuracy_score(y_test, m.predict(X_test)), "model": m}
                            ~~~~~~~~~~~~~~
best = max(results, key=lambda n: results[n]["acc"])
joblib.dump(results[best]["model"], "best.pkl")
print(best, results[best]["acc"])
`,
    ));

  it("speaks: frame idxmax", () =>
    expectFindings(
      rule,
      `import pandas as pd
from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
rows = []
for d in range(2, 12):
    m = DecisionTreeClassifier(max_depth=d).fit(X_train, y_train)
    rows.append({"depth": d, "acc": m.score(X_test, y_test)})
                                    ~~~~~~~
table = pd.DataFrame(rows)
best = table.loc[table["acc"].idxmax()]
print("best", best["depth"], best["acc"])
`,
    ));

  it("speaks: frame sort values head", () =>
    expectFindings(
      rule,
      `import pandas as pd
from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
rows = []
for d in range(2, 12):
    m = DecisionTreeClassifier(max_depth=d).fit(X_train, y_train)
    rows.append([d, m.score(X_test, y_test)])
                    ~~~~~~~
table = pd.DataFrame(rows, columns=["depth", "acc"]).sort_values("acc", ascending=False)
best_depth = table.iloc[0]["depth"]
final = DecisionTreeClassifier(max_depth=best_depth).fit(X_train, y_train)
print(final.score(X_test, y_test))
`,
    ));

  it("is silent: table printed", () =>
    expectFindings(
      rule,
      `import pandas as pd
from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
rows = []
for d in range(2, 12):
    m = DecisionTreeClassifier(max_depth=d).fit(X_train, y_train)
    rows.append({"depth": d, "acc": m.score(X_test, y_test)})
print(pd.DataFrame(rows).sort_values("acc"))
`,
    ));

  it("speaks: numpy scores array argmax", () =>
    expectFindings(
      rule,
      `import numpy as np
from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
ks = np.arange(1, 20)
acc = np.zeros(len(ks))
for i, k in enumerate(ks):
    knn = KNeighborsClassifier(n_neighbors=k)
    knn.fit(X_train, y_train)
    acc[i] = knn.score(X_test, y_test)
             ~~~~~~~~~
print("best k", ks[acc.argmax()], "accuracy", acc.max())
`,
    ));

  it("speaks: function scoring helper and comprehension", () =>
    expectFindings(
      rule,
      `from sklearn.model_selection import train_test_split
def run(k):
    m = KNeighborsClassifier(n_neighbors=k).fit(X_train, y_train)
    return m.score(X_test, y_test)
           ~~~~~~~
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
best = max(range(1, 20), key=run)
print(best, run(best))
`,
    ));

  it("is silent: the ceiling of a plot", () =>
    expectFindings(
      rule,
      `from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
predicted = model.fit(X_train, y_train).predict(X_test)
counts = [[(predicted[y_test == a] == b).sum() for a in labels] for b in labels]
highest = max([sum(count) for count in counts])
axes.set_ylim(0, highest * 1.1)
`,
    ));

  it("sees a study whose objective scores on the test part", () => {
    const studied = (scored: string, final: string): string => `import optuna
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
def cut(X, y):
    rest, X_test, y_rest, y_test = train_test_split(X, y, random_state=2)
    X_fit, X_val, y_fit, y_val = train_test_split(rest, y_rest, random_state=2)
    return X_fit, X_val, X_test, y_fit, y_val, y_test
def search(X_fit, y_fit, X_held, y_held):
    def trial_score(trial):
        model = Ridge(alpha=trial.suggest_float("alpha", 0.1, 9)).fit(X_fit, y_fit)
        trial.set_user_attr("seen", model.score(X_fit, y_fit))
        return model.score(X_held, y_held)
    study = optuna.create_study(direction="maximize")
    study.optimize(lambda trial: trial_score(trial), n_trials=30)
    return study.best_params
def run(X, y):
    X_fit, X_val, X_test, y_fit, y_val, y_test = cut(X, y)
    best = search(X_fit, y_fit, X_${scored}, y_${scored})
    print(Ridge(**best).fit(X_fit, y_fit).score(X_${final}, y_${final}))
run(*load())
`;
    const call = "return model.score(X_held, y_held)\n";
    expectFindings(rule, studied("test", "test").replace(call, `${call}               ~~~~~~~~~~~\n`));
    expectFindings(rule, studied("val", "test"));
  });
});
