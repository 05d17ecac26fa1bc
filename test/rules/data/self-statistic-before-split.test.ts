import { expectFindings } from "../expect-findings.js";

const rule = "self-statistic-before-split";
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
df = df.fillna(df.mean())
               ~~~~~~~ \`df.mean\` sums up the test rows too: split first, compute it on the training part and use it for both.
X, y = df.drop("y", axis=1), df["y"]
a, b, c, d = train_test_split(X, y, random_state=0)
print(Ridge().fit(a, c).score(b, d))
`));

  it("sees standardizing by hand", () =>
    expect(`
X = np.load("x.npy")
y = np.load("y.npy")
X = (X - X.mean(axis=0)) / X.std(axis=0)
         ~~~~~~
a, b, c, d = train_test_split(X, y, random_state=0)
print(Ridge().fit(a, c).score(b, d))
`));

  it("follows a column that is filled in place", () =>
    expect(`
df = pd.read_csv("x.csv")
df["age"].fillna(df["age"].median(), inplace=True)
                           ~~~~~~
df.dropna(inplace=True)
a, b = train_test_split(df, random_state=0)
print(Ridge().fit(a[["age"]], a["y"]).score(b[["age"]], b["y"]))
`));

  it("sees the most frequent value", () =>
    expect(`
df = pd.read_csv("x.csv")
df["port"] = df["port"].fillna(df["port"].mode()[0])
                                          ~~~~
a, b = train_test_split(df, random_state=0)
print(Ridge().fit(a[["port"]], a["y"]).score(b[["port"]], b["y"]))
`));

  it("stands at the first of several", () =>
    expect(`
df = pd.read_csv("x.csv")
df.fillna({"a": df["a"].mean(),
                        ~~~~
           "b": df["b"].median()}, inplace=True)
a, b = train_test_split(df, random_state=0)
print(Ridge().fit(a[["a"]], a["y"]).score(b[["a"]], b["y"]))
`));

  it("follows a loop over columns", () =>
    expect(`
df = pd.read_csv("x.csv")
for col in df.columns[:-1]:
    df[col] = (df[col] - df[col].min()) / (df[col].max() - df[col].min())
                                 ~~~
X = df.drop(columns="y")
a, b, c, d = train_test_split(X, df["y"], random_state=0)
print(Ridge().fit(a, c).score(b, d))
`));

  it("is one finding for numbers computed apart", () =>
    expect(`
X = np.load("x.npy"); y = np.load("y.npy")
mu = np.mean(X, axis=0)
     ~~~~~~~
sigma = np.std(X, axis=0)
Xn = (X - mu) / sigma
a, b, c, d = train_test_split(Xn, y, random_state=0)
print(Ridge().fit(a, c).score(b, d))
`));

  it("sees numbers of all rows applied to the parts", () =>
    expect(`
X = np.load("x.npy"); y = np.load("y.npy")
mu, sigma = X.mean(0), X.std(0)
            ~~~~~~
a, b, c, d = train_test_split(X, y, random_state=0)
a = (a - mu) / sigma
b = (b - mu) / sigma
print(Ridge().fit(a, c).score(b, d))
`));

  it("follows helpers", () =>
    expect(`
def standardize(m):
    return (m - m.mean(axis=0)) / m.std(axis=0)
                ~~~~~~
def main():
    X = np.load("x.npy"); y = np.load("y.npy")
    X = standardize(X)
    a, b, c, d = train_test_split(X, y, random_state=0)
    print(Ridge().fit(a, c).score(b, d))
main()
`));

  it("looks into functions of a column", () =>
    expect(`
df = pd.read_csv("x.csv")
X = df.drop(columns="y")
X = X.apply(lambda c: (c - c.mean()) / c.std())
                           ~~~~~~
a, b, c, d = train_test_split(X, df["y"], random_state=0)
print(Ridge().fit(a, c).score(b, d))
`));

  it("sees cutting off at percentiles", () =>
    expect(`
X = np.load("x.npy"); y = np.load("y.npy")
lo, hi = np.percentile(X, [1, 99], axis=0)
         ~~~~~~~~~~~~~
X = np.clip(X, lo, hi)
a, b, c, d = train_test_split(X, y, random_state=0)
print(Ridge().fit(a, c).score(b, d))
`));

  it("sees cutting off at quantiles", () =>
    expect(`
df = pd.read_csv("x.csv")
df["fare"] = df["fare"].clip(upper=df["fare"].quantile(0.99))
                                              ~~~~~~~~
a, b = train_test_split(df, random_state=0)
print(Ridge().fit(a[["fare"]], a["y"]).score(b[["fare"]], b["y"]))
`));

  it("sees gaps that are written into", () =>
    expect(`
df = pd.read_csv("x.csv")
df.loc[df["age"].isna(), "age"] = df["age"].mean()
                                            ~~~~
a, b = train_test_split(df, random_state=0)
print(Ridge().fit(a[["age"]], a["y"]).score(b[["age"]], b["y"]))
`));

  it("sees medians of groups that fill gaps", () =>
    expect(`
df = pd.read_csv("x.csv")
df["age"] = df["age"].fillna(df.groupby("pclass")["age"].transform("median"))
                                                         ~~~~~~~~~
a, b = train_test_split(df, random_state=0)
print(Ridge().fit(a[["age"]], a["y"]).score(b[["age"]], b["y"]))
`));

  it("knows tensors and random_split", () =>
    expect(`
import torch
from torch.utils.data import TensorDataset, random_split, DataLoader
X = torch.load("x.pt", weights_only=True); y = torch.load("y.pt", weights_only=True)
X = (X - X.mean(dim=0)) / X.std(dim=0)
         ~~~~~~
ds = TensorDataset(X, y)
tr, te = random_split(ds, [800, 200])
model = torch.nn.Linear(3, 1)
opt = torch.optim.SGD(model.parameters(), lr=.1)
for xb, yb in DataLoader(tr, batch_size=8):
    opt.zero_grad()
    torch.nn.functional.mse_loss(model(xb), yb).backward()
    opt.step()
model.eval()
with torch.no_grad():
    for xb, yb in DataLoader(te, batch_size=8):
        print(torch.nn.functional.mse_loss(model(xb), yb))
`));

  it("looks into datasets that scale themselves", () =>
    expect(`
import torch, pandas as pd
from torch.utils.data import Dataset, random_split, DataLoader
class Rows(Dataset):
    def __init__(self, path):
        df = pd.read_csv(path)
        x = df.iloc[:, :-1].values
        self.x = torch.tensor((x - x.mean(0)) / x.std(0))
                                   ~~~~~~
        self.y = torch.tensor(df.iloc[:, -1].values)
    def __getitem__(self, i):
        return self.x[i], self.y[i]
    def __len__(self):
        return len(self.x)
ds = Rows("a.csv")
tr, te = random_split(ds, [800, 200])
train_loader, test_loader = DataLoader(tr), DataLoader(te)
`));

  it("follows methods that change a frame", () =>
    expect(`
class P:
    def __init__(self):
        self.df = pd.read_csv("x.csv")
    def clean(self):
        num = self.df.select_dtypes("number").columns
        self.df[num] = self.df[num].fillna(self.df[num].median())
                                                        ~~~~~~
        return self
    def split(self):
        return train_test_split(self.df.drop(columns="y"), self.df["y"], random_state=0)
a, b, c, d = P().clean().split()
print(Ridge().fit(a, c).score(b, d))
`));

  it("knows cross-validation", () =>
    expect(`
df = pd.read_csv("x.csv")
X = df[["a", "b"]]
X = X / X.abs().max()
                ~~~
print(cross_val_score(Ridge(), X, df["y"]).mean())
`));

  it("knows functions that standardize", () =>
    expect(`
from scipy.stats import zscore
df = pd.read_csv("x.csv")
X = df.drop(columns="y").apply(zscore)
                         ~~~~~
a, b, c, d = train_test_split(X, df["y"], random_state=0)
print(Ridge().fit(a, c).score(b, d))
`));
});
