import { expectFindings } from "../expect-findings.js";

const rule = "self-statistic-before-split";
const header = `import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.model_selection import KFold, cross_val_score, train_test_split
`;
const expect = (source: string): void => expectFindings(rule, header + source);

describe(`${rule}: what is accepted`, () => {
  it("accepts constants and reports", () =>
    expect(`
df = pd.read_csv("x.csv").fillna(0)
df["age"] = df["age"] / 100
a, b = train_test_split(df, random_state=0)
print("mean", df["y"].mean())
print(Ridge().fit(a[["age"]], a["y"]).score(b[["age"]], b["y"]))
`));

  it("accepts statistics of each row", () =>
    expect(`
X = np.load("x.npy"); y = np.load("y.npy")
X = X - X.mean(axis=1, keepdims=True)
X = X / np.linalg.norm(X, axis=1, keepdims=True)
a, b, c, d = train_test_split(X, y, random_state=0)
print(Ridge().fit(a, c).score(b, d))
`));

  it("accepts statistics of each image", () =>
    expect(`
import numpy as np, cv2
out = []
for p in paths:
    im = cv2.imread(p)
    im = (im - im.mean()) / im.std()
    out.append(im.ravel())
X = np.array(out)
a, b, c, d = train_test_split(X, y, random_state=0)
print(Ridge().fit(a, c).score(b, d))
`));

  it("accepts a helper that loads one image", () =>
    expect(`
import numpy as np, cv2
def load(p):
    im = cv2.imread(p)
    return (im - im.mean()) / (im.std() + 1e-7)
X = np.stack([load(p) for p in paths])
a, b, c, d = train_test_split(X, y, random_state=0)
print(Ridge().fit(a, c).score(b, d))
`));

  it("accepts a comprehension over images", () =>
    expect(`
images = np.load("i.npy")
images = np.array([(im - im.mean()) / im.std() for im in images])
a, b, c, d = train_test_split(images, y, random_state=0)
print(Ridge().fit(a, c).score(b, d))
`));

  it("accepts numbers of the training part", () =>
    expect(`
X = np.load("x.npy"); y = np.load("y.npy")
a, b, c, d = train_test_split(X, y, random_state=0)
mu, sigma = a.mean(0), a.std(0)
a = (a - mu) / sigma
b = (b - mu) / sigma
print(Ridge().fit(a, c).score(b, d))
`));

  it("accepts functions of a row", () =>
    expect(`
df = pd.read_csv("x.csv")
X = df.drop(columns="y")
X = X.apply(lambda c: (c - c.mean()) / c.std(), axis=1)
a, b, c, d = train_test_split(X, df["y"], random_state=0)
print(Ridge().fit(a, c).score(b, d))
`));

  it("accepts a helper that fills both with the training medians", () =>
    expect(`
def fill(train, test):
    med = train.median()
    return train.fillna(med), test.fillna(med)
df = pd.read_csv("x.csv")
a, b = train_test_split(df, random_state=0)
a, b = fill(a, b)
print(Ridge().fit(a[["age"]], a["y"]).score(b[["age"]], b["y"]))
`));

  it("accepts what only looks back", () =>
    expect(`
df = pd.read_csv("x.csv")
df["a"] = df["a"] - df["a"].expanding().mean().shift(1)
n = int(len(df) * cfg.ratio)
a, b = df[:n], df[n:]
print(Ridge().fit(a[["a"]], a["y"]).score(b[["a"]], b["y"]))
`));

  it("accepts statistics of each file", () =>
    expect(`
frames = []
for f in files:
    df = pd.read_csv(f)
    df["sig"] = (df["sig"] - df["sig"].mean()) / df["sig"].std()
    frames.append(df)
all_rows = pd.concat(frames)
a, b = train_test_split(all_rows, random_state=0)
print(Ridge().fit(a[["sig"]], a["y"]).score(b[["sig"]], b["y"]))
`));

  it("accepts what is only reported", () =>
    expect(`
df = pd.read_csv("x.csv")
X, y = df.drop(columns="y"), df["y"]
print((y == y.mode()[0]).mean(), y.mean())
a, b, c, d = train_test_split(X, y, random_state=0)
m = Ridge().fit(a, c)
err = ((m.predict(b) - d) ** 2).mean() / y.std()
print(err)
`));

  it("accepts rows of which some are put aside for something else than a score", () =>
    expect(`import numpy as np
import torch

class Drift:
    def __init__(self, reference, kernel, centres):
        self.reference, self.kernel = (reference - reference.mean(0)) / reference.std(0), kernel
        order = torch.randperm(len(reference))
        self.ones, self.others = order[:centres], order[centres:]
        self.centres = torch.from_numpy(self.reference[self.ones])
        self.rest = torch.from_numpy(self.reference[self.others])
        self.distances = self.kernel(self.rest, self.centres)
`));

  it("accepts a picture that is changed where a mask says so", () =>
    expect(`import numpy as np
import torch

def spoil(images, share):
    chosen = np.random.rand(len(images)) < share
    noise = torch.from_numpy(np.random.rand(len(images[chosen]), 8))
    fade = torch.exp(-torch.arange(8) / 2)
    fade -= fade.min()
    fade /= fade.max()
    out = torch.zeros_like(images)
    out[chosen] = torch.tensor(images[chosen]) * fade + noise
    out[~chosen] = torch.tensor(images[~chosen])
    return out
`));

  it("accepts what is worked out piece by piece and put together again", () =>
    expect(`import torch
from torch import optim

def threshold(sound, optimizer_of):
    loud = 96 - np.max(sound) + sound
    from_there = int(np.argmax(loud > 0))
    curve = np.zeros(len(loud))
    curve[:from_there] = 27 * loud[:from_there]
    curve[from_there:] = -27 * loud[from_there:]
    return torch.from_numpy(curve), optim.SGD(optimizer_of.parameters(), lr=0.1)
`));

  it("accepts rows that are made up for others to try things on", () => {
    const line = (rows: string, use: string): string => `
def line_data():
    x = ${rows}
    frame = pd.DataFrame(np.concatenate((x, 3 * x + np.random.normal(size=x.shape[0]).reshape(-1, 1)), axis=1), columns=["x", "y"])
    frame["x"] = (frame["x"] - frame["x"].min()) / (frame["x"].max() - frame["x"].min())
    one, other = train_test_split(frame, train_size=0.6)
    ${use}
`;
    const marked = (source: string): string =>
      source.replace(/(.*)(frame\["x"\]\.min\(\)\)) \/.*\n/, (text) => `${text}${" ".repeat(42)}~~~\n`);
    const madeUp = "np.array(range(90)).reshape(-1, 1)";
    expect(line(madeUp, "return one, other"));
    expect(marked(line('np.loadtxt("x.txt").reshape(-1, 1)', "return one, other")));
    expect(marked(line(madeUp, 'print(Ridge().fit(one[["x"]], one["y"]).score(other[["x"]], other["y"]))')));
  });

  it("accepts a statistic where another branch splits", () =>
    expect(`import numpy as np
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

def scaled(X, y, folds):
    if folds:
        X = X / np.max(X)
        return X, y
    X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=2)
    return Ridge().fit(X_train, y_train).score(X_test, y_test)
`));
});
