import { expectFindings } from "../expect-findings.js";

const rule = "target-encoding-before-split";
const header = `import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.model_selection import KFold, cross_val_score, train_test_split
`;
const expect = (source: string): void => expectFindings(rule, header + source);

describe(rule, () => {
  it("says what to do", () =>
    expect(`
df = pd.read_csv("x.csv")
means = df.groupby("city")["price"].mean()
        ~~~~~~~~~~ \`df.groupby\` encodes with the target of the test rows too: split first, then learn the encoding from the training part only.
df["city_te"] = df["city"].map(means)
X = df.drop(columns=["price", "city"])
a, b, c, d = train_test_split(X, df["price"], random_state=0)
print(Ridge().fit(a, c).score(b, d))
`));

  it("follows constants for column names", () =>
    expect(`
TARGET = "price"
FEATURES = ["te", "size"]
df = pd.read_csv("x.csv")
df["te"] = df.groupby("city")[TARGET].transform("mean")
           ~~~~~~~~~~
a, b = train_test_split(df, random_state=0)
print(Ridge().fit(a[FEATURES], a[TARGET]).score(b[FEATURES], b[TARGET]))
`));

  it("accepts an encoding that is no feature", () =>
    expect(`
df = pd.read_csv("x.csv")
df["te"] = df.groupby("city")["price"].transform("mean")
a, b = train_test_split(df[["size", "price"]], random_state=0)
print(Ridge().fit(a[["size"]], a["price"]).score(b[["size"]], b["price"]))
`));

  it("accepts statistics of inputs, and counts", () =>
    expect(`
df = pd.read_csv("x.csv")
df["avg_size"] = df.groupby("city")["size"].transform("mean")
df["n"] = df.groupby("city")["price"].transform("count")
X, y = df.drop(columns="price"), df["price"]
a, b, c, d = train_test_split(X, y, random_state=0)
print(Ridge().fit(a, c).score(b, d))
`));

  it("knows encoders", () =>
    expect(`
import category_encoders as ce
df = pd.read_csv("x.csv")
enc = ce.CatBoostEncoder(cols=["city"])
df["city"] = enc.fit_transform(df["city"], df["price"])
             ~~~~~~~~~~~~~~~~~
X, y = df.drop(columns="price"), df["price"]
a, b, c, d = train_test_split(X, y, random_state=0)
print(Ridge().fit(a, c).score(b, d))
`));

  it("accepts encoders fitted on the training part", () =>
    expect(`
import category_encoders as ce
df = pd.read_csv("x.csv")
X, y = df.drop(columns="price"), df["price"]
a, b, c, d = train_test_split(X, y, random_state=0)
enc = ce.TargetEncoder()
a = enc.fit_transform(a, c)
b = enc.transform(b)
print(Ridge().fit(a, c).score(b, d))
`));

  it("follows merges", () =>
    expect(`
df = pd.read_csv("x.csv")
rates = df.groupby("zip").agg(rate=("churned", "mean")).reset_index()
        ~~~~~~~~~~
df = df.merge(rates, on="zip", how="left")
y = df.pop("churned")
print(cross_val_score(LogisticRegression(), df, y, cv=5).mean())
`));

  it("follows dicts", () =>
    expect(`
df = pd.read_csv("x.csv")
rates = df.groupby("zip").agg({"churned": "mean"})
        ~~~~~~~~~~
df["r"] = df["zip"].map(rates["churned"].to_dict())
X = df[["r", "age"]]
y = df.churned
a, b, c, d = train_test_split(X, y, random_state=0)
print(LogisticRegression().fit(a, c).score(b, d))
`));

  it("accepts encodings within folds", () =>
    expect(`
df = pd.read_csv("x.csv")
for tr, va in KFold(5, shuffle=True, random_state=0).split(df):
    train, val = df.iloc[tr], df.iloc[va]
    m = train.groupby("zip")["y"].mean()
    xt = train[["zip"]].assign(te=train["zip"].map(m))
    xv = val[["zip"]].assign(te=val["zip"].map(m))
    print(LogisticRegression().fit(xt, train["y"]).score(xv, val["y"]))
`));

  it("follows helpers and loops", () =>
    expect(`
def encode(frame, cols, target):
    for c in cols:
        stats = frame.groupby(c)[target].mean()
                ~~~~~~~~~~~~~
        frame[c + "_te"] = frame[c].map(stats)
    return frame
df = encode(pd.read_csv("x.csv"), ["a", "b"], "label")
X = df.drop(columns=["label"])
a, b, c, d = train_test_split(X, df["label"], random_state=0)
print(LogisticRegression().fit(a, c).score(b, d))
`));

  it("accepts means of the training part", () =>
    expect(`
df = pd.read_csv("x.csv")
a, b = train_test_split(df, random_state=0)
m = a.groupby("zip")["y"].mean()
for part in (a, b):
    part["te"] = part["zip"].map(m)
print(LogisticRegression().fit(a[["te"]], a["y"]).score(b[["te"]], b["y"]))
`));

  it("accepts what only looks back", () =>
    expect(`
from sklearn.model_selection import TimeSeriesSplit
df = pd.read_csv("x.csv")
df["lag"] = df.groupby("shop")["sales"].shift(1)
df["roll"] = df.groupby("shop")["sales"].transform(lambda s: s.shift(1).rolling(7).mean())
X, y = df[["lag", "roll"]], df["sales"]
for a, b in TimeSeriesSplit(5).split(X):
    print(LogisticRegression().fit(X.iloc[a], y.iloc[a]).score(X.iloc[b], y.iloc[b]))
`));

  it("sees a helper of another file that names the new column after the old", () =>
    expectFindings(
      rule,
      `${header}
from encoders import add_mean

flats = add_mean(pd.read_csv("flats.csv"), "street", "rent")
        ~~~~~~~~
a, b, c, d = train_test_split(flats[["size", "street_mean"]], flats["rent"], random_state=0)
print(Ridge().fit(a, c).score(b, d))
`,
      {
        files: {
          "encoders.py": `def add_mean(frame, by, what):
    means = frame.groupby(by)[what].transform("mean")
    return frame.assign(**{f"{by}_mean": means})
`,
        },
      },
    ));
});
