import { expectFindings } from "../expect-findings.js";

const rule = "feature-selection-before-split";
const header = `import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.model_selection import KFold, cross_val_score, train_test_split
`;
const expect = (source: string): void => expectFindings(rule, header + source);

describe(rule, () => {
  it("says what to do", () =>
    expect(`
from sklearn.feature_selection import SelectKBest, f_classif
selector = SelectKBest(f_classif, k=10)
X_best = selector.fit_transform(X, y)
         ~~~~~~~~~~~~~~~~~~~~~~ \`selector.fit_transform\` chooses columns by the test rows too: split first, then choose on the training part only.
a, b, c, d = train_test_split(X_best, y, random_state=0)
print(LogisticRegression().fit(a, c).score(b, d))
`));

  it("follows a fit apart from its transform", () =>
    expect(`
from sklearn.feature_selection import RFE
rfe = RFE(LogisticRegression(), n_features_to_select=5)
rfe.fit(X, y)
~~~~~~~
X5 = rfe.transform(X)
print(cross_val_score(LogisticRegression(), X5, y).mean())
`));

  it("follows get_support", () =>
    expect(`
import sklearn.feature_selection as fs
df = pd.read_csv("x.csv")
X, y = df.drop(columns="y"), df["y"]
sel = fs.SelectPercentile(percentile=20).fit(X, y)
                                         ~~~
cols = X.columns[sel.get_support()]
a, b, c, d = train_test_split(X[cols], y, random_state=0)
print(LogisticRegression().fit(a, c).score(b, d))
`));

  it("follows support masks", () =>
    expect(`
from boruta import BorutaPy
from sklearn.ensemble import RandomForestClassifier
X, y = np.load("x.npy"), np.load("y.npy")
boruta = BorutaPy(RandomForestClassifier(random_state=0), random_state=0)
boruta.fit(X, y)
~~~~~~~~~~
X = X[:, boruta.support_]
a, b, c, d = train_test_split(X, y, random_state=0)
print(LogisticRegression().fit(a, c).score(b, d))
`));

  it("sees correlations with the target", () =>
    expect(`
df = pd.read_csv("x.csv")
corr = df.corr()["y"].abs()
       ~~~~~~~
keep = corr[corr > 0.1].index.drop("y")
X = df[keep]
a, b, c, d = train_test_split(X, df["y"], random_state=0)
print(LogisticRegression().fit(a, c).score(b, d))
`));

  it("sees correlations in a comprehension", () =>
    expect(`
df = pd.read_csv("x.csv")
y = df.pop("y")
cors = df.corrwith(y)
       ~~~~~~~~~~~
keep = [c for c in df.columns if abs(cors[c]) > 0.1]
a, b, c, d = train_test_split(df[keep], y, random_state=0)
print(LogisticRegression().fit(a, c).score(b, d))
`));

  it("sees a loop that appends", () =>
    expect(`
df = pd.read_csv("x.csv")
y = df.pop("y")
chosen = []
for col in df.columns:
    r = np.corrcoef(df[col], y)[0, 1]
        ~~~~~~~~~~~
    if abs(r) > 0.2:
        chosen.append(col)
a, b, c, d = train_test_split(df[chosen], y, random_state=0)
print(LogisticRegression().fit(a, c).score(b, d))
`));

  it("sees importances of a model of all rows", () =>
    expect(`
from sklearn.ensemble import RandomForestClassifier
df = pd.read_csv("x.csv")
X, y = df.drop(columns="y"), df["y"]
rf = RandomForestClassifier(random_state=0)
rf.fit(X, y)
~~~~~~
top = np.argsort(rf.feature_importances_)[::-1][:20]
X = X.iloc[:, top]
a, b, c, d = train_test_split(X, y, random_state=0)
print(LogisticRegression().fit(a, c).score(b, d))
`));

  it("sees importances in a series", () =>
    expect(`
from xgboost import XGBClassifier
df = pd.read_csv("x.csv")
X, y = df.drop(columns="y"), df["y"]
booster = XGBClassifier().fit(X, y)
                          ~~~
imp = pd.Series(booster.feature_importances_, index=X.columns)
top = imp.nlargest(10).index.tolist()
a, b, c, d = train_test_split(X[top], y, random_state=0)
print(LogisticRegression().fit(a, c).score(b, d))
`));

  it("sees mutual information", () =>
    expect(`
from sklearn.feature_selection import mutual_info_classif
df = pd.read_csv("x.csv")
X, y = df.drop(columns="y"), df["y"]
mi = pd.Series(mutual_info_classif(X, y, random_state=0), index=X.columns)
               ~~~~~~~~~~~~~~~~~~~
X = X[mi.sort_values(ascending=False).head(10).index]
a, b, c, d = train_test_split(X, y, random_state=0)
print(LogisticRegression().fit(a, c).score(b, d))
`));

  it("follows helpers and methods", () =>
    expect(`
from sklearn.feature_selection import SelectFromModel
from sklearn.linear_model import Lasso
class Study:
    def __init__(self, path):
        df = pd.read_csv(path)
        self.y = df.pop("y")
        self.X = df
    def reduce(self):
        picker = SelectFromModel(Lasso(alpha=0.1))
        self.X = picker.fit_transform(self.X, self.y)
                 ~~~~~~~~~~~~~~~~~~~~
    def run(self):
        a, b, c, d = train_test_split(self.X, self.y, random_state=0)
        print(LogisticRegression().fit(a, c).score(b, d))
study = Study("x.csv")
study.reduce()
study.run()
`));

  it("accepts the training part", () =>
    expect(`
from sklearn.feature_selection import SelectKBest
a, b, c, d = train_test_split(X, y, random_state=0)
sel = SelectKBest(k=5).fit(a, c)
a, b = sel.transform(a), sel.transform(b)
print(LogisticRegression().fit(a, c).score(b, d))
`));

  it("accepts a variance filter", () =>
    expect(`
from sklearn.feature_selection import VarianceThreshold
X = VarianceThreshold().fit_transform(X)
a, b, c, d = train_test_split(X, y, random_state=0)
print(LogisticRegression().fit(a, c).score(b, d))
`));

  it("accepts columns that go with each other", () =>
    expect(`
df = pd.read_csv("x.csv")
X, y = df.drop(columns="y"), df["y"]
corr = X.corr().abs()
upper = corr.where(np.triu(np.ones(corr.shape), k=1).astype(bool))
X = X.drop(columns=[c for c in upper.columns if any(upper[c] > 0.95)])
a, b, c, d = train_test_split(X, y, random_state=0)
print(LogisticRegression().fit(a, c).score(b, d))
`));

  it("accepts a pipeline", () =>
    expect(`
from sklearn.feature_selection import SelectKBest
from sklearn.pipeline import Pipeline
pipe = Pipeline([("k", SelectKBest(k=5)), ("m", LogisticRegression())])
print(cross_val_score(pipe, X, y).mean())
`));

  it("accepts what is only shown", () =>
    expect(`
from sklearn.ensemble import RandomForestClassifier
df = pd.read_csv("x.csv")
X, y = df.drop(columns="y"), df["y"]
print(df.corr()["y"].sort_values())
a, b, c, d = train_test_split(X, y, random_state=0)
rf = RandomForestClassifier(random_state=0).fit(a, c)
top = pd.Series(rf.feature_importances_, index=X.columns).nlargest(5).index
print(LogisticRegression().fit(a[top], c).score(b[top], d))
`));
});
