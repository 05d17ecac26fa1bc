import { expectFindings } from "../expect-findings.js";

const header = `import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, classification_report
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
`;
const expect = (source: string): void => expectFindings("evaluate-on-train", header + source);

describe("evaluate-on-train", () => {
  it("names the rows", () =>
    expect(`
model = LogisticRegression()
model.fit(X, y)
print(model.score(X, y))
      ~~~~~~~~~~~ This scores the model on \`X\`, which it was fitted on, and nothing scores it on other rows: hold some out.
`));

  it("follows predictions into a metric", () =>
    expect(`
X_train, X_test, y_train, y_test = train_test_split(X, y)
clf = make_pipeline(StandardScaler(), LogisticRegression())
clf.fit(X_train, y_train)
predicted = clf.predict(X_train)
print(classification_report(y_train, predicted))
      ~~~~~~~~~~~~~~~~~~~~~
print(accuracy_score(y_train, predicted))
`));

  it("sees the same columns written twice", () =>
    expect(`
df = pd.read_csv("x.csv")
forest = RandomForestClassifier(n_estimators=9).fit(df[["a", "b"]], df["y"])
print(accuracy_score(df["y"], forest.predict(df[["a", "b"]])))
      ~~~~~~~~~~~~~~
`));

  it("sees scores in functions and methods", () =>
    expect(`
class Job:
    def run(self):
        df = pd.read_csv("x.csv")
        self.X, self.y = df.drop(columns="y"), df["y"]
        self.model = LogisticRegression()
        self.model.fit(self.X, self.y)
        self.report()

    def report(self):
        print(self.model.score(self.X, self.y))
              ~~~~~~~~~~~~~~~~

Job().run()
`));

  it("sees Keras models", () =>
    expectFindings(
      "evaluate-on-train",
      `from tensorflow import keras
model = keras.Sequential([keras.layers.Dense(1)])
model.compile(loss="mse")
model.fit(X, y, epochs=5)
loss = model.evaluate(X, y)
       ~~~~~~~~~~~~~~
`,
    ));

  it("does not take an example of use for a score", () =>
    expect(`
def fit(X, y):
    tree = RandomForestClassifier()
    tree.fit(X, y)
    joblib.dump(tree, "tree.joblib")
    print(tree.predict(pd.DataFrame({"age": [45.0], "fare": [7.25]})))
    return tree.feature_importances_, tree.score(X, y)
                                      ~~~~~~~~~~
`));

  it("judges each model", () =>
    expect(`
X_train, X_test, y_train, y_test = train_test_split(X, y)
one = LogisticRegression().fit(X_train, y_train)
two = RandomForestClassifier().fit(X_train, y_train)
print(one.score(X_test, y_test))
print(two.score(X_train, y_train))
      ~~~~~~~~~
`));

  const accepted: readonly [title: string, code: string][] = [
    [
      "a training score beside a test score",
      `X_train, X_test, y_train, y_test = train_test_split(X, y)
m = LogisticRegression().fit(X_train, y_train)
print(m.score(X_train, y_train), m.score(X_test, y_test))`,
    ],
    ["cross-validation anywhere", "m = LogisticRegression().fit(X, y)\nprint(m.score(X, y), cross_val_score(m, X, y))"],
    [
      "predictions of other rows",
      `m = LogisticRegression().fit(X, y)
print(m.score(X, y))
submission = m.predict(pd.read_csv("new.csv"))`,
    ],
    [
      "a model that a function hands back",
      `def train(X, y):
    m = LogisticRegression().fit(X, y)
    print("fit", m.score(X, y))
    return m`,
    ],
    [
      "clusters",
      "from sklearn.cluster import KMeans\nfrom sklearn.metrics import silhouette_score\nk = KMeans(3).fit(X)\nprint(silhouette_score(X, k.predict(X)))",
    ],
    ["predictions that nothing scores", "m = LogisticRegression().fit(X, y)\nresiduals = y - m.predict(X)"],
    ["out-of-bag scores", "m = RandomForestClassifier(oob_score=True).fit(X, y)\nprint(m.oob_score_, m.score(X, y))"],
    [
      "a function that is handed the training part",
      `def train(X_train, y_train):
    m = LogisticRegression().fit(X_train, y_train)
    print("train", m.score(X_train, y_train))
    joblib.dump(m, "m.joblib")`,
    ],
    [
      "a model that an object keeps",
      `class Model:
    def fit(self, X, y):
        self.clf = LogisticRegression()
        self.clf.fit(X, y)
        print(self.clf.score(X, y))`,
    ],
    [
      "a score that decides when to stop",
      `m = LogisticRegression().fit(X, y)
while m.score(X, y) > 0.55:
    X = project(X)
    m.fit(X, y)`,
    ],
    [
      "folds",
      `from sklearn.model_selection import KFold
for tr, te in KFold(3).split(X):
    m = LogisticRegression().fit(X[tr], y[tr])
    print(m.score(X[tr], y[tr]), m.score(X[te], y[te]))`,
    ],
    [
      "a search",
      "from sklearn.model_selection import GridSearchCV\ng = GridSearchCV(LogisticRegression(), {}).fit(X, y)\nprint(g.best_score_, g.score(X, y))",
    ],
    ["models that are not known", "m = build()\nm.fit(X, y)\nprint(m.score(X, y))"],
    ["unit tests", "def test_fit():\n    assert LogisticRegression().fit(X, y).score(X, y) > 0.9"],
    [
      "a score on a test set with other columns",
      `train, test = pd.read_csv("a.csv"), pd.read_csv("b.csv")
m = LogisticRegression().fit(train[["a"]], train["y"])
print(m.score(test[["a"]], test["y"]))`,
    ],
  ];
  for (const [title, code] of accepted) it(`accepts ${title}`, () => expect(`${code}\n`));

  it("accepts lists that a helper fills anew for each part", () =>
    expect(`
def signals(names):
    rows, kinds = [], []
    for name in names:
        rows.append(pd.read_csv(name).mean())
        kinds.append(name[0])
    return rows, kinds

fit_rows, fit_kinds = signals(["a1.csv", "b1.csv"])
new_rows, new_kinds = signals(["a2.csv", "b2.csv"])
print(LogisticRegression().fit(fit_rows, fit_kinds).score(new_rows, new_kinds))
`));

  it("accepts parts that a helper reads by their name", () =>
    expect(`
def load(part):
    with np.load(f"waves_{part}.npz") as archive:
        return archive["x"], archive["y"]

known, answers = load("first")
later, truth = load("second")
print(LogisticRegression().fit(known, answers).score(later, truth))
`));

  it("knows rows and answers in one object", () => {
    const scored = (held: string): string => `import catboost as cb
import pandas as pd
def as_pool(path):
    rows = pd.read_csv(path)
    return cb.Pool(data=rows.drop(columns="y"), label=rows["y"])
pool = as_pool("a.csv")
model = cb.CatBoostClassifier(random_seed=1)
model.fit(pool)
print(model.score(${held}))
`;
    expectFindings("evaluate-on-train", scored("pool").replace("score(pool))\n", "score(pool))\n      ~~~~~~~~~~~\n"));
    expectFindings("evaluate-on-train", scored('as_pool("b.csv")'));
  });

  it("leaves what a model of the library's own scores to those who use it", () => {
    const detector = (method: string): string => `
class Detector:
    def fit(self, X, y):
        self.rows = X
        self.net = RandomForestClassifier()
        self.net.fit(self.rows, y)
        self.kept = self.net.predict(self.rows)
        return self

    def ${method}(self, X):
        return self.net.predict(X)

    def fit_and_score(self, X, y):
        self.fit(X, y)
        print(accuracy_score(y, self.kept))
`;
    expect(detector("predict"));
    expect(detector("show").replace("self.kept))", `self.kept))\n              ${"~".repeat(14)}`));
  });
});
