import { expectFindings } from "../expect-findings.js";

const rule = "no-baseline-evaluated";
const header = `import numpy as np
from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor
from sklearn.metrics import accuracy_score, mean_absolute_error
from sklearn.model_selection import cross_val_score, train_test_split
`;
const body = `
model = RandomForestClassifier()
model.fit(X_train, y_train)
print(accuracy_score(y_test, model.predict(X_test)))
`;
const expect = (source: string): void => expectFindings(rule, header + source);

describe("no-baseline-evaluated", () => {
  it("speaks once, at the first score", () =>
    expect(`
X_train, X_test, y_train, y_test = train_test_split(X, y)
model = RandomForestClassifier()
model.fit(X_train, y_train)
predicted = model.predict(X_test)
print(accuracy_score(y_test, predicted))
      ~~~~~~~~~~~~~~ This score stands alone: score a simple baseline (\`DummyClassifier\`, the mean, the last value) on the same rows.
print(model.score(X_test, y_test))
`));

  it("follows a script through its functions", () =>
    expect(`
def train(X, y):
    return RandomForestRegressor().fit(X, y)

def report(model, X, y):
    print(mean_absolute_error(y, model.predict(X)))
          ~~~~~~~~~~~~~~~~~~~

def main():
    X_train, X_test, y_train, y_test = train_test_split(*load())
    report(train(X_train, y_train), X_test, y_test)

if __name__ == "__main__":
    main()
`));

  it("counts cross-validation and Keras", () => {
    expect(`
print(cross_val_score(RandomForestClassifier(), X, y).mean())
      ~~~~~~~~~~~~~~~
`);
    expectFindings(
      rule,
      `from tensorflow import keras
net = keras.Sequential([keras.layers.Dense(1)])
net.compile(loss="mse")
net.fit(X_train, y_train)
print(net.evaluate(X_test, y_test))
      ~~~~~~~~~~~~
`,
    );
  });

  it("counts networks of torch: a metric, or right answers counted by hand", () => {
    const train = `import torch
from torch import nn
from sklearn.metrics import f1_score
net = nn.Sequential(nn.Linear(4, 3))
optimizer = torch.optim.Adam(net.parameters())
for x, y in train_loader:
    optimizer.zero_grad()
    nn.functional.cross_entropy(net(x), y).backward()
    optimizer.step()
net.eval()
`;
    expectFindings(
      rule,
      `${train}
correct = 0
with torch.no_grad():
    for x, y in test_loader:
        guess = net(x).argmax(1)
        correct += (guess == y).type(torch.float).sum().item()
                                ~~~~
print(correct / len(test_set))
`,
    );
    expectFindings(
      rule,
      `${train}
truth, guesses = [], []
with torch.no_grad():
    for x, y in test_loader:
        guesses.extend(net(x).argmax(1).tolist())
        truth.extend(y.tolist())
print(f1_score(truth, guesses, average="macro"))
      ~~~~~~~~
`,
    );
    expectFindings(rule, `${train}torch.save(net.state_dict(), "net.pt")\n`);
  });

  it("counts boosters and scores by hand", () => {
    expectFindings(
      rule,
      `import xgboost as xgb
from sklearn.metrics import roc_auc_score
booster = xgb.train({"eta": 0.1}, xgb.DMatrix(X_train, y_train))
print(roc_auc_score(y_test, booster.predict(xgb.DMatrix(X_test))))
      ~~~~~~~~~~~~~
`,
    );
    expect(`
model = RandomForestClassifier().fit(X_train, y_train)
predicted = model.predict(X_test)
print("accuracy", np.mean(predicted == y_test))
                  ~~~~~~~
`);
  });

  it("counts Lightning's test, and the best of a search", () => {
    expectFindings(
      rule,
      `import pytorch_lightning as pl
trainer = pl.Trainer()
trainer.fit(net, train_loader)
trainer.test(net, test_loader)
~~~~~~~~~~~~
`,
    );
    expect(`
from sklearn.model_selection import GridSearchCV
search = GridSearchCV(RandomForestClassifier(), {"max_depth": [2, 3]}).fit(X_train, y_train)
print(search.best_estimator_.score(X_test, y_test))
      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~
`);
  });

  it("takes no early stopping, and no lone tree, for a comparison", () => {
    expect(`
from sklearn.tree import DecisionTreeClassifier
previous_best = 0
tree = DecisionTreeClassifier().fit(X_train, y_train)
print(tree.score(X_test, y_test))
      ~~~~~~~~~~
`);
  });

  const accepted: readonly [title: string, code: string][] = [
    [
      "a dummy estimator",
      `from sklearn.dummy import DummyClassifier\nprint(DummyClassifier().fit(X, y).score(X_test, y_test))${body}`,
    ],
    ["the mean", `print(mean_absolute_error(y_test, np.full_like(y_test, y_train.mean())))${body}`],
    ["the largest class", `print("share", y_test.value_counts(normalize=True).max())${body}`],
    ["the last value", `last_value = series.shift(1)\nprint(mean_absolute_error(series, last_value))${body}`],
    [
      "a linear model beside it",
      `from sklearn.linear_model import LogisticRegression\nprint(LogisticRegression().fit(X, y).score(X_test, y_test))${body}`,
    ],
    [
      "a decision tree beside it",
      `from sklearn.tree import DecisionTreeClassifier\nprint(DecisionTreeClassifier().fit(X, y).score(X_test, y_test))${body}`,
    ],
    ["a linear model alone", `from sklearn.linear_model import Ridge\nprint(Ridge().fit(X, y).score(X_test, y_test))`],
    ["the median, repeated", `print(mean_absolute_error(y_test, np.repeat(np.median(y_train), len(y_test))))${body}`],
    ["the mean in a list", `guess = [y_train.mean()] * len(y_test)\nprint(mean_absolute_error(y_test, guess))${body}`],
    ["the larger class", `rate = y_test.mean()\nprint(max(rate, 1 - rate))${body}`],
    ["the largest count", `print(np.bincount(y_test).max() / len(y_test))${body}`],
    ["the value before", `print(mean_absolute_error(y_test[1:], y_test[:-1]))${body}`],
    ["the season before", `season = series.shift(24)\nprint(mean_absolute_error(series[24:], season[24:]))${body}`],
    ["zeros", `print(accuracy_score(y_test, np.zeros_like(y_test)))${body}`],
    ["chance", `print("chance", 1 / 3)${body}`],
    ["the model in production", `old_score = score(old_model)${body}`],
    ["a baseline by name", `baseline = mine.simple()\nprint("baseline", baseline.score(X_test, y_test))${body}`],
    [
      "a library",
      `def fit_and_score(X, y, X_test, y_test):\n    model = RandomForestClassifier().fit(X, y)\n    return accuracy_score(y_test, model.predict(X_test))`,
    ],
    [
      "a model that was trained elsewhere",
      `import joblib\nmodel = joblib.load("m.joblib")\nprint(accuracy_score(y_test, model.predict(X_test)))`,
    ],
    ["training without a score", "model = RandomForestClassifier().fit(X, y)\njoblib.dump(model, path)"],
    [
      "clusters",
      "from sklearn.cluster import KMeans\nfrom sklearn.metrics import adjusted_rand_score\nk = KMeans(3).fit(X)\nprint(adjusted_rand_score(y, k.predict(X)))",
    ],
    [
      "unit tests",
      `def test_model():\n    assert RandomForestClassifier().fit(X, y).score(X, y) > 0.5\n\ntest_model()`,
    ],
  ];
  for (const [title, code] of accepted) it(`accepts ${title}`, () => expect(`${code}\n`));

  it("accepts a baseline in another file of the workspace", () =>
    expectFindings(rule, header + body, { facts: { baselineFiles: new Set(["baselines.py"]) } }));

  it("does not take naive Bayes, or a comment, for a baseline", () =>
    expect(`
# no baseline yet
import sklearn.naive_bayes
model = RandomForestClassifier().fit(X_train, y_train)
print(model.score(X_test, y_test))
      ~~~~~~~~~~~
`));

  it("knows the value of an earlier time in a column", () => {
    const compared = (first: string): string => `
import pandas as pd
rows = pd.read_csv("hours.csv")
rows["a_day_ago"] = rows["load"].shift(24)
early, late = rows[:9000], rows[9000:]
model = RandomForestRegressor().fit(early[["a_day_ago", "hour"]], early["load"])
for guess in (${first}, model.predict(late[["a_day_ago", "hour"]])):
    print(mean_absolute_error(late["load"], guess))
`;
    expect(compared('late["a_day_ago"]'));
    expect(compared("model.predict(late[INPUTS])") + "          ~~~~~~~~~~~~~~~~~~~\n");
  });
});
