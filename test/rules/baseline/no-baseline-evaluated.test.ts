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
});
