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

describe("fit-before-split accepts", () => {
  const accepted: readonly [title: string, code: string][] = [
    [
      "a fit on the training part",
      `X_train, X_test, y_train, y_test = train_test_split(X, y)
sc = StandardScaler()
X_train = sc.fit_transform(X_train)
X_test = sc.transform(X_test)
LogisticRegression().fit(X_train, y_train).score(X_test, y_test)`,
    ],
    [
      "a model's fit",
      `clf = LogisticRegression().fit(X, y)
X_train, X_test, y_train, y_test = train_test_split(X, y)
clf.fit(X_train, y_train).score(X_test, y_test)`,
    ],
    [
      "a pipeline in cross-validation",
      `from sklearn.model_selection import cross_val_score
cross_val_score(make_pipeline(StandardScaler(), LogisticRegression()), X, y)`,
    ],
    [
      "an encoder of the target",
      `y = LabelEncoder().fit_transform(labels)
X_train, X_test, y_train, y_test = train_test_split(X, y)
LogisticRegression().fit(X_train, y_train).score(X_test, y_test)`,
    ],
    [
      "a transformer that learns nothing",
      `from sklearn.preprocessing import Normalizer, PolynomialFeatures
X = PolynomialFeatures(2).fit_transform(Normalizer().fit_transform(X))
X_train, X_test = train_test_split(X)
LogisticRegression().fit(X_train).predict(X_test)`,
    ],
    [
      "a filter before everything",
      `df = pd.read_csv("x.csv")
df[["a"]] = MinMaxScaler().fit_transform(df[["a"]])
adults = df[df["age"] >= 18]
LogisticRegression().fit(adults[["a"]], adults.y)`,
    ],
    [
      "a fit on the rows before a date",
      `df = pd.read_csv("x.csv")
train, test = df[df.day < cut], df[df.day >= cut]
s = MinMaxScaler().fit(train[["a"]])
LogisticRegression().fit(s.transform(train[["a"]]), train.y).score(s.transform(test[["a"]]), test.y)`,
    ],
    [
      "a picture of the data beside the split",
      `from sklearn.decomposition import PCA
points = PCA(2).fit_transform(X)
plot(points)
X_train, X_test = train_test_split(X)
LogisticRegression().fit(X_train).predict(X_test)`,
    ],
    [
      "a name reused for the part",
      `X, X_test, y, y_test = train_test_split(X, y)
scaler = StandardScaler()
X = scaler.fit_transform(X)
model = LogisticRegression().fit(X, y)
model.score(scaler.transform(X_test), y_test)`,
    ],
    [
      "a fit on each fold's training part",
      `for tr, te in KFold(5).split(X):
    scaler = StandardScaler().fit(X[tr])
    model = LogisticRegression().fit(scaler.transform(X[tr]), y[tr])
    print(model.score(scaler.transform(X[te]), y[te]))`,
    ],
    [
      "a validation set out of the training part",
      `X_train, X_test, y_train, y_test = train_test_split(X, y)
scaler = StandardScaler()
X_train = scaler.fit_transform(X_train)
X_test = scaler.transform(X_test)
X_train, X_val, y_train, y_val = train_test_split(X_train, y_train)
model = LogisticRegression().fit(X_train, y_train)
print(model.score(X_val, y_val), model.score(X_test, y_test))`,
    ],
    [
      "a preview",
      `X = StandardScaler().fit_transform(X)
print(X[:5])
show(X[:5])
LogisticRegression().fit(X, y)`,
    ],
    [
      "no use of the other part",
      `X = StandardScaler().fit_transform(X)
sample, _ = train_test_split(X, train_size=0.1)
plot(sample)`,
    ],
    [
      "a refit on all data in the end",
      `X_train, X_test, y_train, y_test = train_test_split(X, y)
scaler = StandardScaler().fit(X_train)
model = LogisticRegression().fit(scaler.transform(X_train), y_train)
print(model.score(scaler.transform(X_test), y_test))
scaler = StandardScaler().fit(X)
model.fit(scaler.transform(X), y)`,
    ],
    [
      "a constant that fills gaps",
      `from sklearn.impute import SimpleImputer
X = SimpleImputer(strategy="constant", fill_value=0).fit_transform(X)
X_train, X_test = train_test_split(X)
LogisticRegression().fit(X_train).predict(X_test)`,
    ],
    [
      "a scaler of somebody else's rows",
      `scaler = StandardScaler().fit(reference)
X_train, X_test = train_test_split(pd.read_csv("x.csv"))
LogisticRegression().fit(scaler.transform(X_train)).predict(scaler.transform(X_test))`,
    ],
    [
      "a class of the same name from elsewhere",
      `from mine import RobustScaler
X = RobustScaler().fit_transform(X)
X_train, X_test = train_test_split(X)
LogisticRegression().fit(X_train).predict(X_test)`,
    ],
    [
      "a column that the model does not see",
      `df = pd.read_csv("x.csv")
df["group"] = MinMaxScaler().fit_transform(df[["wind"]])
show(df.groupby("group").mean())
y = df["y"]
X = df.drop(columns=["group", "y"])
X_train, X_test, y_train, y_test = train_test_split(X, y)
LogisticRegression().fit(X_train, y_train).score(X_test, y_test)`,
    ],
    [
      "parts that a branch may swap",
      `def compare(df, threshold, swap):
    below = df["age"] < threshold
    first, second = df[below], df[~below]
    if swap:
        first, second = second, first
    s = MinMaxScaler()
    return s.fit_transform(first), s.transform(second)`,
    ],
    [
      "one of two ways that each have their own data",
      `def run(X, y, scale):
    X_train, X_test, y_train, y_test = train_test_split(X, y)
    if scale:
        s = StandardScaler().fit(X_train)
        X_train, X_test = s.transform(X_train), s.transform(X_test)
    return LogisticRegression().fit(X_train, y_train).score(X_test, y_test)`,
    ],
  ];
  for (const [title, code] of accepted) it(`accepts ${title}`, () => expect(`${code}\n`));

  it("accepts a fit on rows that come in for training, which are parted again later", () =>
    expect(`from sklearn.model_selection import train_test_split

class Tuner:
    def __init__(self, columns, model):
        self.columns, self.model = columns, model

    def train(self, x_train, y_train, x_val, y_val):
        from sklearn.preprocessing import StandardScaler
        scaler = StandardScaler()
        scaler.fit(x_train[self.columns])
        rows = scaler.transform(x_train[self.columns])
        for turn in range(9):
            support, query, y_support, y_query = train_test_split(rows, y_train, random_state=turn)
            self.model.fit(support, y_support)
            print(self.model.score(query, y_query))
`));

  it("accepts masks of one name in two functions", () =>
    expect(`import torch
from sklearn.preprocessing import StandardScaler

class Nodes:
    def __init__(self, rows):
        self.rows = StandardScaler().fit_transform(rows)

    def fit(self, model, known):
        mask = known > 0
        model.fit(self.rows[mask], known[mask])

    def embed(self, nodes):
        mask = nodes >= 8
        return self.table.predict(self.rows[~mask])
`));
});
