import { expectFindings } from "../expect-findings.js";

const rule = "fit-before-split";
const header = `import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import LabelEncoder, MinMaxScaler, StandardScaler
`;
const expect = (source: string): void => expectFindings(rule, header + source);

describe("fit-before-split", () => {
  it("says what to do", () =>
    expect(`
scaler = StandardScaler()
X_scaled = scaler.fit_transform(X)
           ~~~~~~~~~~~~~~~~~~~~ \`scaler.fit_transform\` learns from the test rows too: split first, then fit on the training part only.
X_train, X_test, y_train, y_test = train_test_split(X_scaled, y, test_size=0.2)
clf = LogisticRegression().fit(X_train, y_train)
clf.score(X_test, y_test)
`));

  it("follows a reused name and a fit apart from its transform", () =>
    expect(`
df = pd.read_csv("log.csv")
y = df.pop("target")
X = df.values
sc = MinMaxScaler()
sc.fit(X)
~~~~~~
X = sc.transform(X)
X_train, X_test, y_train, y_test = train_test_split(X, y)
clf = LogisticRegression()
clf.fit(X_train, y_train)
print(clf.score(X_test, y_test))
`));

  it("sees a transformer fitted on everything and applied to the parts", () =>
    expect(`
df = pd.read_csv("log.csv")
X = df.drop(columns=["target"])
y = df["target"]
X_train, X_test, y_train, y_test = train_test_split(X, y)
scaler = StandardScaler().fit(X)
                          ~~~
X_train = scaler.transform(X_train)
X_test = scaler.transform(X_test)
clf = LogisticRegression().fit(X_train, y_train)
clf.score(X_test, y_test)
`));

  it("follows columns that are scaled in place", () =>
    expect(`
df = pd.read_csv("log.csv")
cols = ["wind", "rain"]
df[cols] = StandardScaler().fit_transform(df[cols])
                            ~~~~~~~~~~~~~
X = df.drop("target", axis=1)
X_train, X_test, y_train, y_test = train_test_split(X, df["target"])
clf = LogisticRegression().fit(X_train, y_train)
print(clf.score(X_test, y_test))
`));

  it("follows frames, stacks and loc", () =>
    expect(`
df = pd.read_csv("log.csv")
df.loc[:, ["wind"]] = MinMaxScaler().fit_transform(df[["wind"]])
                                     ~~~~~~~~~~~~~
scaled = pd.DataFrame(StandardScaler().fit_transform(df[["rain"]]), columns=["rain"])
                                       ~~~~~~~~~~~~~
X = np.hstack([df[["wind"]].values, scaled.values])
X_train, X_test = train_test_split(X)
LogisticRegression().fit(X_train).predict(X_test)
`));

  it("sees splits by slices", () =>
    expect(`
X = StandardScaler().fit_transform(X)
                     ~~~~~~~~~~~~~
n = int(0.8 * len(X))
X_train, X_test = X[:n], X[n:]
clf = LogisticRegression().fit(X_train, y[:n])
clf.score(X_test, y[n:])
`));

  it("sees windows over a series that is cut with an overlap", () =>
    expect(`
scaled = MinMaxScaler().fit_transform(np.load("x.npy"))
                        ~~~~~~~~~~~~~
cut = int(len(scaled) * 0.8)
train, x_train = scaled[0:cut, :], []
for i in range(60, len(train)):
    x_train.append(train[i - 60 : i, 0])
model = LogisticRegression().fit(np.array(x_train), y)
test, x_test = scaled[cut - 60 :, :], []
for i in range(60, len(test)):
    x_test.append(test[i - 60 : i, 0])
predicted = model.predict(np.array(x_test))
`));

  it("sees splits by a permutation, by a mask and by sampling", () => {
    expect(`
X = StandardScaler().fit_transform(np.load("x.npy"))
                     ~~~~~~~~~~~~~
order = np.random.permutation(len(X))
train, test = order[:800], order[800:]
LogisticRegression().fit(X[train], y[train]).score(X[test], y[test])
`);
    expect(`
df = pd.read_csv("x.csv")
df["a"] = MinMaxScaler().fit_transform(df[["a"]])
                         ~~~~~~~~~~~~~
mask = np.random.rand(len(df)) < 0.8
LogisticRegression().fit(df[mask], df[mask].y).score(df[~mask], df[~mask].y)
`);
    expect(`
df = pd.read_csv("x.csv")
df[["a"]] = MinMaxScaler().fit_transform(df[["a"]])
                           ~~~~~~~~~~~~~
train = df.sample(frac=0.8, random_state=1)
test = df.drop(train.index)
LogisticRegression().fit(train, train.y).score(test, test.y)
`);
  });

  it("sees splits by a date and by a column that names the part", () => {
    expect(`
df = pd.read_csv("x.csv")
df[["a"]] = MinMaxScaler().fit_transform(df[["a"]])
                           ~~~~~~~~~~~~~
train = df[df["day"] < "2024-01-01"]
test = df[df["day"] >= "2024-01-01"]
LogisticRegression().fit(train[["a"]], train.y).score(test[["a"]], test.y)
`);
    expect(`
df = pd.read_csv("x.csv")
df[["a"]] = MinMaxScaler().fit_transform(df[["a"]])
                           ~~~~~~~~~~~~~
train, test = df[df.part == "train"], df[df.part == "test"]
LogisticRegression().fit(train[["a"]], train.y).score(test[["a"]], test.y)
`);
  });

  it("sees splits into folds", () =>
    expect(`
X = StandardScaler().fit_transform(X)
                     ~~~~~~~~~~~~~
for fold, (tr, te) in enumerate(KFold(5).split(X)):
    clf = LogisticRegression().fit(X[tr], y[tr])
    print(fold, clf.score(X[te], y[te]))
`));

  it("goes through functions and methods", () =>
    expect(`
def load(path):
    df = pd.read_csv(path)
    return scale(df.values), df["y"]

def scale(values):
    return MinMaxScaler().fit_transform(values)
                          ~~~~~~~~~~~~~

class Experiment:
    def __init__(self, path):
        self.X, self.y = load(path)

    def run(self):
        X_train, X_test, y_train, y_test = train_test_split(self.X, self.y)
        model = LogisticRegression()
        model.fit(X_train, y_train)
        return model.score(X_test, y_test)

Experiment("x.csv").run()
`));

  it("counts parts that a function hands back", () =>
    expect(`
def prepare(df):
    X = StandardScaler().fit_transform(df.drop("y", axis=1))
                         ~~~~~~~~~~~~~
    return train_test_split(X, df["y"], test_size=0.2)
`));

  it("looks into pipelines and column transformers", () =>
    expect(`
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
pre = ColumnTransformer([("num", make_pipeline(SimpleImputer(), StandardScaler()), ["a"])])
X = pre.fit_transform(df)
    ~~~~~~~~~~~~~~~~~
X_train, X_test = train_test_split(X)
LogisticRegression().fit(X_train).predict(X_test)
`));

  it("counts train and test put together again", () =>
    expect(`
train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
both = pd.concat([train, test])
X = StandardScaler().fit_transform(both)
                     ~~~~~~~~~~~~~
n = len(train)
clf = LogisticRegression().fit(X[:n], train.y)
submission = clf.predict(X[n:])
`));

  it("leaves rows to those who hand them to a package, and not what a package reads itself", () => {
    const tuner = (rows: string): string => `from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
import pandas as pd

from .search import best_of

def tuned(X, y):
    ${rows}
    inner, held, y_inner, y_held = train_test_split(X, y, random_state=3)
    return best_of(inner, y_inner).score(held, y_held)
`;
    expectFindings(rule, tuner("X = StandardScaler().fit_transform(X)"));
    expectFindings(
      rule,
      tuner('X = StandardScaler().fit_transform(pd.read_csv("a.csv"))\n                         ~~~~~~~~~~~~~'),
    );
  });
});
