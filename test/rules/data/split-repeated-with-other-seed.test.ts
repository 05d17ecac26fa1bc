import { expectFindings } from "../expect-findings.js";

const rule = "split-repeated-with-other-seed";
const header = `import numpy as np
import torch
from sklearn.linear_model import Ridge
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split
from torch.utils.data import DataLoader, random_split

X, y = np.load("x.npy"), np.load("y.npy")
`;
const expect = (source: string): void => expectFindings(rule, header + source);

describe("split-repeated-with-other-seed", () => {
  it("says what to do", () =>
    expect(`
X_train, X_test = train_test_split(X, random_state=1)
y_train, y_test = train_test_split(y, random_state=2)
                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ Features and target are split apart, with other seeds, so their rows no longer match: split them in one call.
Ridge().fit(X_train, y_train)
`));

  it("sees splits without a seed", () =>
    expect(`
X_train, X_test = train_test_split(X, test_size=0.2)
y_train, y_test = train_test_split(y, test_size=0.2)
                  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
Ridge().fit(X_train, y_train)
`));

  it("accepts the same seed twice", () =>
    expect(`
SEED = 3
X_train, X_test = train_test_split(X, random_state=SEED)
y_train, y_test = train_test_split(y, random_state=3)
Ridge().fit(X_train, y_train).score(X_test, y_test)
`));

  it("accepts splits in order", () =>
    expect(`
X_train, X_test = train_test_split(X, shuffle=False)
y_train, y_test = train_test_split(y, shuffle=False)
Ridge().fit(X_train, y_train).score(X_test, y_test)
`));

  it("sees a score on the test part of a new split", () =>
    expect(`
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
model = Ridge().fit(X_train, y_train)
_, X_new, _, y_new = train_test_split(X, y, random_state=2)
                     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ This is another split of the same rows, so its test part has training rows of the first in it: use the parts of one split.
model.score(X_new, y_new)
`));

  it("sees names that a new split reuses", () =>
    expect(`
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
model = Ridge()
model.fit(X_train, y_train)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=2)
                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
print(r2_score(y_test, model.predict(X_test)))
`));

  it("accepts a new fit for each seed", () =>
    expect(`
for seed in range(3):
    X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=seed)
    model = Ridge().fit(X_train, y_train)
    print(model.score(X_test, y_test))
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=9)
model = Ridge().fit(X_train, y_train)
print(model.score(X_test, y_test))
`));

  it("accepts a validation part of the training part", () =>
    expect(`
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
X_train, X_val, y_train, y_val = train_test_split(X_train, y_train, random_state=2)
model = Ridge().fit(X_train, y_train)
model.score(X_test, y_test), model.score(X_val, y_val)
`));

  it("sees a helper that is called twice", () =>
    expect(`
def load(seed):
    X, y = np.load("x.npy"), np.load("y.npy")
    return train_test_split(X, y, random_state=seed)

X_train, _, y_train, _ = load(1)
_, X_test, _, y_test = load(2)
                       ~~~~~~~
Ridge().fit(X_train, y_train).score(X_test, y_test)
`));

  it("accepts a helper that is called twice with one seed", () =>
    expect(`
def load(seed=1):
    X, y = np.load("x.npy"), np.load("y.npy")
    return train_test_split(X, y, random_state=seed)

X_train, _, y_train, _ = load()
_, X_test, _, y_test = load()
Ridge().fit(X_train, y_train).score(X_test, y_test)
`));

  it("accepts different data", () =>
    expect(`
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
model = Ridge().fit(X_train, y_train)
A, b = np.load("other.npy"), np.load("truth.npy")
_, A_test, _, b_test = train_test_split(A, b, random_state=2)
model.score(A_test, b_test)
`));

  it("accepts a model of its own for each split", () =>
    expect(`
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
first = Ridge().fit(X_train, y_train)
A_train, A_test, b_train, b_test = train_test_split(X, y, random_state=2)
second = Ridge().fit(A_train, b_train)
first.score(X_test, y_test), second.score(A_test, b_test)
`));

  it("accepts a seed that nobody knows, and seeding before each split", () =>
    expect(`
X_train, X_test = train_test_split(X, random_state=config.seed)
y_train, y_test = train_test_split(y, random_state=settings["seed"])
Ridge().fit(X_train, y_train)
np.random.seed(0)
A_train, A_test = train_test_split(X)
np.random.seed(0)
b_train, b_test = train_test_split(y)
Ridge().fit(A_train, b_train)
`));

  it("sees a helper of another file that is called with other seeds", () =>
    expectFindings(
      rule,
      `${header}
from parts import halves

fit_rows, _, fit_y, _ = halves(X, y, 3)
model = Ridge().fit(fit_rows, fit_y)
_, rest, _, rest_y = halves(X, y, 4)
                     ~~~~~~~~~~~~~~~
print(model.score(rest, rest_y))
`,
      {
        files: {
          "parts.py": `from sklearn.model_selection import train_test_split
def halves(rows, answers, seed):
    return train_test_split(rows, answers, test_size=0.5, random_state=seed)
`,
        },
      },
    ));

  it("sees rows that are read again by the same helper", () => {
    const apart = (first: string, second: string): string => `
import pandas as pd
def table(year):
    rows = pd.read_csv(f"sales-{year}.csv").dropna()
    return rows[["a", "b"]], rows["y"]
def fitted():
    features, y = table(${first})
    a, _, c, _ = train_test_split(features, y, random_state=11)
    return Ridge().fit(a, c)
def judged(model):
    features, y = table(${second})
    _, b, _, d = train_test_split(features, y, random_state=12)
    print(model.score(b, d))
judged(fitted())
`;
    expect(apart("2023", "2024"));
    const mark = "                 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n";
    expect(apart("2023", "2023").replace("random_state=12)\n", `random_state=12)\n${mark}`));
  });

  it("accepts splits on two sides of a choice", () =>
    expect(`
class Trial:
    def __init__(self, rows, kind):
        if kind == "plain":
            train, test = train_test_split(rows, test_size=0.3)
            self.X, self.y, self.X_out, self.y_out = train[["a"]], train["y"], test[["a"]], test["y"]
        else:
            self.X, self.X_out, self.y, self.y_out = train_test_split(rows[["a"]], rows["y"], random_state=5)

    def run(self):
        model = Ridge().fit(self.X, self.y)
        print(model.score(self.X_out, self.y_out))
`));
});
