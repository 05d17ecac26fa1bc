import { expectFindings } from "../expect-findings.js";

const rule = "self-statistic-before-split";
const header = `import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.model_selection import KFold, cross_val_score, train_test_split
`;
const expect = (source: string): void => expectFindings(rule, header + source);

describe(`${rule}: forms`, () => {
  it("sees a division in place", () =>
    expect(`
X, y = np.load("x.npy"), np.load("y.npy")
X = X.astype("float32")
X /= X.max()
     ~~~~~ \`X.max\` sums up the test rows too: split first, compute it on the training part and use it for both.
a, b, c, d = train_test_split(X, y, random_state=0)
print(Ridge().fit(a, c).score(b, d))
`));

  it("sees np.where", () =>
    expect(`
import numpy as np, pandas as pd
df = pd.read_csv("x.csv")
df["a"] = np.where(df["a"].isna(), df["a"].median(), df["a"])
                                           ~~~~~~
a, b = train_test_split(df, random_state=0)
print(Ridge().fit(a[["a"]], a["y"]).score(b[["a"]], b["y"]))
`));

  it("follows a dict that a loop fills", () =>
    expect(`
import numpy as np, pandas as pd
df = pd.read_csv("x.csv")
fills = {}
for c in ["a", "b"]:
    fills[c] = df[c].median()
                     ~~~~~~
df = df.fillna(fills)
a, b = train_test_split(df, random_state=0)
print(Ridge().fit(a[["a"]], a["y"]).score(b[["a"]], b["y"]))
`));

  it("follows a configuration", () =>
    expect(`
def load(cfg):
    df = pd.read_csv(cfg["path"])
    return df
def clean(df, cfg):
    for name in cfg["numeric"]:
        df[name] = df[name].fillna(df[name].mean())
                                            ~~~~
    return df
def split(df, cfg):
    X, y = df.drop(columns=[cfg["target"]]), df[cfg["target"]]
    return train_test_split(X, y, test_size=cfg["test"], random_state=cfg["seed"])
def main():
    cfg = {"path": "x.csv", "numeric": ["a", "b"], "target": "y", "test": 0.3, "seed": 1}
    df = clean(load(cfg), cfg)
    a, b, c, d = split(df, cfg)
    print(Ridge().fit(a, c).score(b, d))
if __name__ == "__main__":
    main()
`));

  it("follows a dict of parts", () =>
    expect(`
df = pd.read_csv("x.csv")
num = df.select_dtypes(include="number").columns.drop("y")
df[num] = (df[num] - df[num].mean()) / df[num].std()
                             ~~~~
parts = dict(zip(["train", "test"], train_test_split(df, random_state=0)))
m = Ridge().fit(parts["train"][num], parts["train"]["y"])
print(m.score(parts["test"][num], parts["test"]["y"]))
`));

  it("accepts the mean of the first part", () =>
    expect(`
df = pd.read_csv("x.csv")
n = int(len(df) * 0.7)
mu, sd = df[:n].mean(), df[:n].std()
df = (df - mu) / sd
a, b = df[:n], df[n:]
print(Ridge().fit(a[["a"]], a["y"]).score(b[["a"]], b["y"]))
`));

  it("sees splits in order", () =>
    expect(`
df = pd.read_csv("x.csv")
n = int(len(df) * 0.7)
df = (df - df.mean()) / df.std()
           ~~~~~~~
a, b = df[:n], df[n:]
print(Ridge().fit(a[["a"]], a["y"]).score(b[["a"]], b["y"]))
`));

  it("accepts numbers within each fold", () =>
    expect(`
X, y = np.load("x.npy"), np.load("y.npy")
for tr, te in KFold(5, shuffle=True, random_state=0).split(X):
    mu = X[tr].mean(axis=0)
    sd = X[tr].std(axis=0)
    m = Ridge().fit((X[tr] - mu) / sd, y[tr])
    print(m.score((X[te] - mu) / sd, y[te]))
`));

  it("sees folds", () =>
    expect(`
X, y = np.load("x.npy"), np.load("y.npy")
X = (X - np.mean(X, axis=0)) / np.std(X, axis=0)
         ~~~~~~~
for tr, te in KFold(5, shuffle=True, random_state=0).split(X):
    m = Ridge().fit(X[tr], y[tr])
    print(m.score(X[te], y[te]))
`));

  it("accepts statistics of each window", () =>
    expect(`
def windows(sig, n):
    out = []
    for i in range(0, len(sig) - n, n):
        w = sig[i:i + n]
        out.append((w - w.mean()) / (w.std() + 1e-8))
    return np.stack(out)
X = windows(np.load("s.npy"), 128)
y = np.load("y.npy")
a, b, c, d = train_test_split(X, y, random_state=0)
print(Ridge().fit(a, c).score(b, d))
`));

  it("accepts a helper that is handed the numbers", () =>
    expect(`
def impute(frame, values=None):
    if values is None:
        values = frame.median(numeric_only=True)
    return frame.fillna(values), values
df = pd.read_csv("x.csv")
tr, te = train_test_split(df, random_state=0)
tr, med = impute(tr)
te, _ = impute(te, med)
print(Ridge().fit(tr[["a"]], tr["y"]).score(te[["a"]], te["y"]))
`));

  it("knows lists of columns that are put together", () =>
    expect(`
INPUTS = [f"sensor_{n}" for n in range(6)] + ["height", "age"]
rows = pd.read_csv("towers.csv")
rows[INPUTS] = rows[INPUTS].fillna(rows[INPUTS].median())
                                                ~~~~~~
learn, held = train_test_split(rows, random_state=4)
model = Ridge().fit(learn[INPUTS], learn["y"])
print(model.score(held[INPUTS], held["y"]))
`));
});
