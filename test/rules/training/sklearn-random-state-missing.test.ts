import { expectFindings } from "../expect-findings.js";

const rule = "sklearn-random-state-missing";

describe("sklearn-random-state-missing", () => {
  it("marks the function's name", () =>
    expectFindings(
      rule,
      `from sklearn.model_selection import train_test_split
X_train, X_test = train_test_split(X, test_size=0.2)
                  ~~~~~~~~~~~~~~~~ This split changes on every run: pass \`random_state\`.
`,
    ));

  it("follows aliases and the module's own name", () =>
    expectFindings(
      rule,
      `import sklearn.model_selection as ms
from sklearn import ensemble
from sklearn.model_selection import train_test_split as split
a, b = split(rows)
       ~~~~~
folds = ms.StratifiedKFold(n_splits=5, shuffle=True)
        ~~~~~~~~~~~~~~~~~~ This split changes on every run: pass \`random_state\`.
forest = ensemble.RandomForestRegressor()
         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ \`RandomForestRegressor\` gives another result on every run: pass \`random_state\`.
`,
    ));

  it("sees estimators inside pipelines, dicts and calls", () =>
    expectFindings(
      rule,
      `from sklearn.cluster import KMeans
from sklearn.ensemble import ExtraTreesClassifier
from sklearn.model_selection import cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
pipe = make_pipeline(StandardScaler(), KMeans(8))
                                       ~~~~~~
models = {"trees": ExtraTreesClassifier(100)}
                   ~~~~~~~~~~~~~~~~~~~~
`,
    ));

  it("reports a split in a method and in a loop once", () =>
    expectFindings(
      rule,
      `from sklearn.model_selection import train_test_split

class Data:
    def split(self):
        for part in self.parts:
            a, b = train_test_split(part, stratify=part.label)
                   ~~~~~~~~~~~~~~~~
        return a, b

Data().split()
Data().split()
`,
    ));

  it("reports solvers and options that draw", () =>
    expectFindings(
      rule,
      `from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.svm import SVC
a = LogisticRegression(solver="saga")
    ~~~~~~~~~~~~~~~~~~
b = SVC(probability=True)
    ~~~
c = Ridge(solver="sag")
    ~~~~~
`,
    ));

  it("reports the split of rows that are made up anew", () =>
    expectFindings(
      rule,
      `from sklearn.datasets import make_blobs
from sklearn.model_selection import train_test_split

X, y = make_blobs()
parts = train_test_split(X, y)
        ~~~~~~~~~~~~~~~~
`,
    ));

  it("reports where an estimator is made, not where one of several kinds of models is called", () =>
    expectFindings(
      rule,
      `from sklearn.ensemble import RandomForestClassifier
from models import Net

class Attack:
    def __init__(self, kind, seed):
        if kind == "forest":
            self.model = RandomForestClassifier()
                         ~~~~~~~~~~~~~~~~~~~~~~
        else:
            self.model = Net()

    def infer(self, x):
        return self.model(x)
`,
    ));

  it("leaves the estimators that a library makes for its callers, where it knows no seeds", () => {
    const library = (more: string): string => `from sklearn.mixture import GaussianMixture

class Sampler:
    def fit(self, z${more}):
        self.mixture = GaussianMixture(n_components=10)
`;
    expectFindings(rule, `${library("")}        self.mixture.fit(z)\n`);
    expectFindings(
      rule,
      `${library(", seed=0")}                       ~~~~~~~~~~~~~~~
        self.mixture.fit(z)
`,
    );
  });
});
