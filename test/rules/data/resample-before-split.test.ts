import { expectFindings } from "../expect-findings.js";

const rule = "resample-before-split";
const header = `import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.model_selection import KFold, cross_val_score, train_test_split
`;
const expect = (source: string): void => expectFindings(rule, header + source);

describe(rule, () => {
  it("says what to do", () =>
    expect(`
from imblearn.over_sampling import SMOTE
sm = SMOTE(random_state=1)
X_res, y_res = sm.fit_resample(X, y)
               ~~~~~~~~~~~~~~~ \`sm.fit_resample\` puts the same rows on both sides of the split: split first, then resample the training part only.
X_train, X_test, y_train, y_test = train_test_split(X_res, y_res, random_state=1)
m = LogisticRegression().fit(X_train, y_train)
print(m.score(X_test, y_test))
`));

  it("follows methods and attributes", () =>
    expect(`
import imblearn.combine as comb
from xgboost import XGBClassifier
class Trainer:
    def load(self):
        df = pd.read_csv("x.csv")
        self.y = df.pop("y")
        self.X = df
    def balance(self):
        sampler = comb.SMOTEENN(random_state=0)
        self.X, self.y = sampler.fit_resample(self.X, self.y)
                         ~~~~~~~~~~~~~~~~~~~~
    def run(self):
        self.load()
        self.balance()
        Xtr, Xte, ytr, yte = train_test_split(self.X, self.y, random_state=0)
        m = XGBClassifier().fit(Xtr, ytr)
        print(m.score(Xte, yte))
Trainer().run()
`));

  it("accepts the training part", () =>
    expect(`
from imblearn.over_sampling import SMOTE
from sklearn.model_selection import train_test_split, GridSearchCV
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
X_res, y_res = SMOTE(random_state=1).fit_resample(X_train, y_train)
gs = GridSearchCV(LogisticRegression(), {}).fit(X_res, y_res)
print(gs.score(X_test, y_test))
`));

  it("accepts sampling within each fold", () =>
    expect(`
from imblearn.over_sampling import ADASYN
from sklearn.model_selection import StratifiedKFold
for tr, te in StratifiedKFold(5).split(X, y):
    Xr, yr = ADASYN(random_state=1).fit_resample(X[tr], y[tr])
    m = LogisticRegression().fit(Xr, yr)
    print(m.score(X[te], y[te]))
`));

  it("sees folds of resampled rows", () =>
    expect(`
from imblearn.over_sampling import ADASYN
from sklearn.model_selection import StratifiedKFold
X, y = ADASYN(random_state=1).fit_resample(X, y)
                              ~~~~~~~~~~~~
for tr, te in StratifiedKFold(5).split(X, y):
    m = LogisticRegression().fit(X[tr], y[tr])
    print(m.score(X[te], y[te]))
`));

  it("sees upsampling by scikit-learn", () =>
    expect(`
from sklearn.utils import resample
df = pd.read_csv("x.csv")
maj = df[df.y == 0]
mino = df[df.y == 1]
up = resample(mino, replace=True, n_samples=len(maj), random_state=3)
     ~~~~~~~~
bal = pd.concat([maj, up])
X = bal.drop("y", axis=1)
Xtr, Xte, ytr, yte = train_test_split(X, bal["y"], random_state=0)
print(LogisticRegression().fit(Xtr, ytr).score(Xte, yte))
`));

  it("sees rows drawn with replacement", () =>
    expect(`
df = pd.read_csv("x.csv")
maj = df[df.y == 0]
mino = df[df.y == 1]
bal = pd.concat([maj, mino.sample(len(maj), replace=True, random_state=3)])
                      ~~~~~~~~~~~
X = bal.drop("y", axis=1)
Xtr, Xte, ytr, yte = train_test_split(X, bal["y"], random_state=0)
print(LogisticRegression().fit(Xtr, ytr).score(Xte, yte))
`));

  it("sees repeated lists of rows", () =>
    expect(`
df = pd.read_csv("x.csv")
mino = df[df.y == 1]
bal = pd.concat([df] + [mino] * 4)
      ~~~~~~~~~
X = bal.drop("y", axis=1)
Xtr, Xte, ytr, yte = train_test_split(X, bal["y"], random_state=0)
print(LogisticRegression().fit(Xtr, ytr).score(Xte, yte))
`));

  it("accepts fewer rows of the larger class", () =>
    expect(`
df = pd.read_csv("x.csv")
a = df[df.y == 1]
b = df[df.y == 0].sample(len(a), random_state=1)
bal = pd.concat([a, b])
X = bal.drop("y", axis=1)
Xtr, Xte, ytr, yte = train_test_split(X, bal["y"], random_state=0)
print(LogisticRegression().fit(Xtr, ytr).score(Xte, yte))
`));

  it("accepts a bootstrap of the test part", () =>
    expect(`
from sklearn.utils import resample
Xtr, Xte, ytr, yte = train_test_split(X, y, random_state=0)
m = LogisticRegression().fit(Xtr, ytr)
s = []
for i in range(100):
    a, b = resample(Xte, yte, random_state=i)
    s.append(m.score(a, b))
print(np.percentile(s, [2.5, 97.5]))
`));

  it("follows helpers and cross-validation", () =>
    expect(`
from imblearn.over_sampling import RandomOverSampler
from sklearn.model_selection import train_test_split, cross_validate
def balance(features, target, seed=0):
    ros = RandomOverSampler(random_state=seed)
    out = ros.fit_resample(features, target)
          ~~~~~~~~~~~~~~~~
    return out
def main(X, y):
    X, y = balance(X, y)
    print(cross_validate(LogisticRegression(), X, y, cv=5)["test_score"].mean())
main(X, y)
`));

  it("sees rows drawn by their positions", () =>
    expect(`
X, y = np.load("x.npy"), np.load("y.npy")
rare = np.where(y == 1)[0]
extra = np.random.choice(rare, size=1000, replace=True)
        ~~~~~~~~~~~~~~~~
X = np.concatenate([X, X[extra]])
y = np.concatenate([y, y[extra]])
a, b, c, d = train_test_split(X, y, random_state=0)
print(LogisticRegression().fit(a, c).score(b, d))
`));

  it("accepts fewer rows", () =>
    expect(`
X, y = np.load("x.npy"), np.load("y.npy")
idx = np.random.choice(len(X), 1000, replace=False)
X, y = X[idx], y[idx]
a, b, c, d = train_test_split(X, y, random_state=0)
print(LogisticRegression().fit(a, c).score(b, d))
`));

  it("follows a loop over groups", () =>
    expect(`
from sklearn.utils import resample
df = pd.read_csv("x.csv")
top = df["y"].value_counts().max()
parts = []
for label, group in df.groupby("y"):
    parts.append(resample(group, replace=True, n_samples=top, random_state=0))
                 ~~~~~~~~
df = pd.concat(parts)
a, b = train_test_split(df, random_state=0)
print(LogisticRegression().fit(a[["x"]], a["y"]).score(b[["x"]], b["y"]))
`));

  it("accepts a word that is written beside every row", () =>
    expectFindings(
      rule,
      `import numpy as np
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

def run(scores, y):
    rows = np.column_stack((scores, np.repeat(1, len(scores))))
    X_train, X_test, y_train, y_test = train_test_split(rows, y, random_state=0)
    print(Ridge().fit(X_train, y_train).score(X_test, y_test))
`,
    ));
});
