import { expectFindings } from "../expect-findings.js";

const rule = "sklearn-random-state-missing";
const silent = (source: string): void => expectFindings(rule, source);

describe("sklearn-random-state-missing: what is accepted", () => {
  const accepted: readonly [title: string, code: string][] = [
    [
      "deterministic estimators",
      "from sklearn.linear_model import LogisticRegression, Ridge, LinearRegression\nfrom sklearn.svm import SVC\nfrom sklearn.neighbors import KNeighborsClassifier\nms = [LogisticRegression(), Ridge(), LinearRegression(), SVC(), KNeighborsClassifier(3)]",
    ],
    [
      "a pattern that is cloned with a seed",
      "from sklearn.base import clone\nfrom sklearn.tree import DecisionTreeClassifier\n\nclass Trees:\n    def __init__(self, random_state=None):\n        self.random_state = random_state\n        self.pattern = DecisionTreeClassifier(max_features=3)\n\n    def fit(self, X, y):\n        self.trees = [clone(self.pattern).set_params(random_state=rng) for rng in self.seeds()]\n        return self",
    ],
    [
      "what is cloned with a seed some lines on, or seeded once it is cloned",
      "from sklearn.base import clone\nfrom sklearn.tree import ExtraTreeRegressor\nfrom grove.tools import clone_seeded\n\nclass Slices:\n    def fit(self, X, y):\n        self.own = clone_seeded(\n            (\n                ExtraTreeRegressor()\n                if self.given is None\n                else self.given\n            ),\n            self.random_state,\n        )\n        self.leaf = ExtraTreeRegressor(max_depth=1)\n        self.leaves = [self.grow(X, y) for _ in range(9)]\n\n    def grow(self, X, y):\n        leaf = clone(self.leaf)\n        state = self.random_state\n        if state is None:\n            state = 11\n        leaf.set_params(random_state=state)\n        return leaf.fit(X, y)",
    ],
    [
      "a default that nobody in sight trains",
      "from sklearn.ensemble import IsolationForest\n\ndef outliers(rows, seed, detector=IsolationForest(n_estimators=20)):\n    return detector.set_params(random_state=seed).fit_predict(rows)",
    ],
    [
      "a pattern that only the class it is made for knows what to do with",
      "from grove.base import Forest\nfrom sklearn.tree import DecisionTreeRegressor\n\nclass Slices(Forest):\n    pattern = DecisionTreeRegressor(max_depth=4)\n\n    def __init__(self, random_state=None):\n        super().__init__(random_state)\n        self.leaf = DecisionTreeRegressor(max_depth=1)",
    ],
    [
      "what is handed on together with a seed",
      "from grove import Bands, Stack\nfrom sklearn.ensemble import ExtraTreesRegressor\n\nshown = [\n    Bands(estimator=ExtraTreesRegressor(30), random_state=5),\n    Stack(options={'base': ExtraTreesRegressor(8)}, random_state=5),\n]",
    ],
    [
      "what a package makes for those who call it",
      "from sklearn.cluster import KMeans\nfrom sklearn.model_selection import ShuffleSplit\n\nfrom .tables import rows_of\n\nways = {'k': KMeans(4)}\n\ndef folds(n=5):\n    return ShuffleSplit(n)\n\ndef groups(table):\n    return KMeans(3).fit_predict(rows_of(table))\n\ndef seeds(random_state):\n    return random_state + 1",
    ],
    [
      "what a model holds out of its rows for itself",
      "from sklearn.model_selection import train_test_split\n\nclass Net:\n    def fit(self, X, y):\n        a, b, ya, yb = train_test_split(X, y)\n        self.learn(a, ya, stop_on=(b, yb))\n\n    def predict(self, X):\n        return self.forward(X)",
    ],
    [
      "what a library's checks make",
      "from sklearn.ensemble import RandomForestClassifier\n\nclass Windows:\n    @classmethod\n    def get_test_params(cls, seed=0):\n        return {'estimator': RandomForestClassifier(n_estimators=2)}",
    ],
    [
      "an unshuffled split",
      "from sklearn.model_selection import train_test_split\na, b = train_test_split(rows, shuffle=False)",
    ],
    [
      "folds that are not shuffled",
      "from sklearn.model_selection import KFold, StratifiedKFold, TimeSeriesSplit\nfolds = [KFold(5), StratifiedKFold(n_splits=3), TimeSeriesSplit(4), KFold(shuffle=False)]",
    ],
    [
      "a seed from a parameter, an argument or a configuration",
      "from sklearn.model_selection import train_test_split\n\ndef split(rows, cfg, seed=None):\n    a, b = train_test_split(rows, random_state=seed)\n    return train_test_split(a, random_state=cfg.seed)",
    ],
    [
      "unpacked parameters",
      "from sklearn.ensemble import RandomForestClassifier\nmodel = RandomForestClassifier(**params)",
    ],
    [
      "unpacked parameters that hold it",
      'from sklearn.ensemble import RandomForestClassifier\nparams = {"random_state": 3}\nmodel = RandomForestClassifier(max_depth=3, **params)',
    ],
    [
      "a global seed",
      "import numpy as np\nfrom sklearn.model_selection import train_test_split\nnp.random.seed(42)\na, b = train_test_split(rows)",
    ],
    [
      "a global seed in a helper",
      "import random\nimport numpy as np\nfrom sklearn.cluster import KMeans\n\ndef set_seed(seed):\n    random.seed(seed)\n    np.random.seed(seed)\n\nset_seed(3)\nKMeans(3).fit(X)",
    ],
    [
      "a helper of a library",
      "import pytorch_lightning as pl\nfrom sklearn.cluster import KMeans\npl.seed_everything(1)\nKMeans(3).fit(X)",
    ],
    [
      "a seed that is set afterwards",
      "from sklearn.ensemble import RandomForestClassifier\nm = RandomForestClassifier()\nm.set_params(random_state=1)\nn = RandomForestClassifier()\nn.random_state = 2",
    ],
    [
      "a function of the same name from elsewhere",
      "from sklearn.svm import SVC\nfrom mine import train_test_split\na, b = train_test_split(rows)",
    ],
    [
      "a local function of that name",
      "from sklearn.svm import SVC\n\ndef train_test_split(rows):\n    return rows[:80], rows[80:]\n\na, b = train_test_split(rows)",
    ],
    [
      "the estimator of an ensemble that seeds it",
      "from sklearn.ensemble import BaggingClassifier\nfrom sklearn.tree import DecisionTreeClassifier\nbag = BaggingClassifier(DecisionTreeClassifier(max_depth=3), random_state=1)",
    ],
    [
      "an estimator's own code",
      "from sklearn.base import BaseEstimator\nfrom sklearn.tree import DecisionTreeRegressor\n\nclass Boosted(BaseEstimator):\n    def base(self):\n        return DecisionTreeRegressor()",
    ],
    [
      "unit tests",
      "import pytest\nfrom sklearn.tree import DecisionTreeRegressor\n\ndef test_depth():\n    assert DecisionTreeRegressor().fit(X, y).get_depth() == 3",
    ],
    [
      "clusters that start from given centres",
      "from sklearn.cluster import KMeans\nkm = KMeans(n_clusters=3, init=centres, n_init=1)",
    ],
  ];

  for (const [title, code] of accepted) it(`accepts ${title}`, () => silent(`${code}\n`));

  it("knows a package by its own name, and a script of it by what it does", () => {
    const files = { "grove/tables.py": "" };
    const helper = `from sklearn.model_selection import train_test_split

from grove.tables import rows_of

def parts(table):
    return train_test_split(rows_of(table))
`;
    expectFindings(rule, helper, { files, path: "grove/parts/random.py" });
    expectFindings(rule, `${helper}           ~~~~~~~~~~~~~~~~\n`, { files, path: "parts.py" });
    expectFindings(
      rule,
      `${helper}
print(parts("a.csv"))
`.replace("table))\n", "table))\n           ~~~~~~~~~~~~~~~~\n"),
      { files, path: "grove/parts/random.py" },
    );
  });

  it("asks for the seed that the code of a package has and does not use", () =>
    expectFindings(
      rule,
      `from sklearn.cluster import KMeans
from sklearn.model_selection import train_test_split

from .tables import rows_of

def parts(table, random_state):
    return train_test_split(rows_of(table))
           ~~~~~~~~~~~~~~~~

class Groups:
    def __init__(self, seed=0):
        self.seed = seed
        self.means = KMeans(4)
                     ~~~~~~

    def of(self, table):
        return self.means.fit_predict(rows_of(table))
`,
    ));

  it("does not take the seed of a search or a split for that of the estimator", () =>
    expectFindings(
      rule,
      `from sklearn.ensemble import ExtraTreesRegressor
from sklearn.model_selection import RandomizedSearchCV

search = RandomizedSearchCV(ExtraTreesRegressor(), space, random_state=2)
                            ~~~~~~~~~~~~~~~~~~~
score = scored(ExtraTreesRegressor(), X, y, random_state=2)
               ~~~~~~~~~~~~~~~~~~~
`,
    ));

  it("does not take another generator's seed for one", () =>
    expectFindings(
      rule,
      `import random
import torch
import numpy as np
from sklearn.model_selection import ShuffleSplit
random.seed(1)
torch.manual_seed(1)
rng = np.random.default_rng(0)
folds = ShuffleSplit(5)
        ~~~~~~~~~~~~
`,
    ));

  it("accepts a seed in an imported file of the workspace", () =>
    expectFindings(
      rule,
      "from sklearn.cluster import KMeans\nfrom common.setup import prepare\n\nprepare()\nKMeans(3).fit(X)\n",
      {
        files: { "common/setup.py": "import numpy as np\n\ndef prepare():\n    np.random.seed(0)\n" },
        facts: { seededIn: new Map([["numpy", new Set(["common/setup.py"])]]) },
      },
    ));

  it("accepts what a meta-estimator of the project's own seeds, but not what another class keeps", () =>
    expectFindings(
      rule,
      `from sklearn.base import BaseEstimator, clone
from sklearn.ensemble import GradientBoostingRegressor

class Quantiles(BaseEstimator):
    def __init__(self, base=None, random_state=None):
        self.base = base
        self.random_state = random_state

    def fit(self, X, y):
        self.models = [clone(self.base).set_params(alpha=a, random_state=self.random_state) for a in (0.1, 0.9)]

class Report:
    def __init__(self, model):
        self.model = model

low_and_high = Quantiles(base=GradientBoostingRegressor(loss="quantile"))
report = Report(GradientBoostingRegressor())
                ~~~~~~~~~~~~~~~~~~~~~~~~~
`,
    ));

  it("accepts a table of estimators from which one is chosen and set up", () => {
    const chosen = (setUp: string): string => `from sklearn.base import clone
from sklearn.manifold import TSNE

ways = {"tsne": TSNE(init="pca")}

def embed(X, way, **params):
    model = clone(ways[way])${setUp}
    return model.fit_transform(X)
`;
    silent(chosen("\n    model.set_params(**params)"));
    expectFindings(rule, chosen("").replace('pca")}\n', 'pca")}\n                ~~~~\n'));
  });

  it("accepts an estimator of rows that are made up anew on every run themselves", () => {
    const drawn = (seed: string): string => `from sklearn.cluster import KMeans
from sklearn.datasets import make_blobs

def draw(axis):
    X, y = make_blobs(centers=12, n_samples=1000${seed})
    axis.scatter(*X.T, c=KMeans(9).fit_predict(X))
`;
    silent(drawn(""));
    expectFindings(
      rule,
      drawn(", random_state=4").replace("predict(X))\n", "predict(X))\n                         ~~~~~~\n"),
    );
  });
});
