import { expectFindings } from "../expect-findings.js";

const rule = "accuracy-only-imbalanced";

const counted = (count: string, ...output: readonly string[]): string =>
  `# %% In [1]
import numpy as np
import pandas as pd
from collections import Counter
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score
from sklearn.model_selection import cross_val_score, train_test_split
claims = pd.read_csv("claims.csv")
y = claims["fraud"].map({"no": 0, "yes": 1})
# %% In [2]
${count}
${output.map((line) => `#> ${line}\n`).join("")}`;

const series = ["0    965", "1     35", "Name: fraud, dtype: int64"];

const scored = `# %% In [3]
X_train, X_test, y_train, y_test = train_test_split(claims[["age"]], y, random_state=7)
forest = RandomForestClassifier(random_state=7).fit(X_train, y_train)
accuracy_score(y_test, forest.predict(X_test))
`;
const tildes = "~~~~~~~~~~~~~~";
const found = `${scored}${tildes} Always answering \`0\` is right in 96.5 % of the cases: report the precision and recall of \`1\` beside the accuracy.\n`;

const notebook = (program: string): void => expectFindings(rule, program, { path: "claims.ipynb" });

describe(rule, () => {
  it("knows the counts that a cell shows or prints", () => {
    notebook(counted('claims["fraud"].value_counts()', ...series) + found);
    notebook(counted("print(claims.fraud.value_counts())", ...series) + found);
    notebook(
      counted("y.value_counts(normalize=True) * 100", "0    96.5", "1     3.5", "Name: fraud, dtype: float64") + found,
    );
    notebook(counted("counts = y.value_counts()\ncounts", ...series) + found);
    notebook(counted('claims.groupby("fraud").size()', "fraud", "0    965", "1     35", "dtype: int64") + found);
    notebook(counted("np.bincount(y)", "array([965,  35])") + found);
    notebook(counted('print("rows by class:", Counter(y))', "rows by class: Counter({0: 965, 1: 35})") + found);
    notebook(counted("np.unique(y, return_counts=True)", "(array([0, 1]), array([965,  35]))") + found);
    notebook(counted("dict(y.value_counts())", "{0: 965, 1: 35}") + found);
  });

  it("is silent where the counts are not rare, of something else, or not to be told apart", () => {
    notebook(counted('claims["fraud"].value_counts()', "0    765", "1    235", "Name: fraud, dtype: int64") + scored);
    notebook(counted('claims["town"].value_counts()', "a    965", "b     35", "Name: town, dtype: int64") + scored);
    notebook(counted('claims["fraud"].value_counts()') + scored);
    notebook(counted('for c in ["fraud", "town"]:\n    print(claims[c].value_counts())', ...series) + scored);
    notebook(counted('claims["fraud"].value_counts().head(2)', ...series) + scored);
    notebook(counted("print(claims.fraud.value_counts())\nprint(other.a.value_counts())", ...series) + scored);
    notebook(counted('claims["fraud"].value_counts()', ...series) + scored.replace(", y,", ", (y > 0) & late,"));
  });

  it("is silent where rows were thrown out or drawn again since", () => {
    const drawn = `# %% In [3]
few = pd.concat([claims[claims.fraud == "yes"], claims[claims.fraud == "no"].sample(35)])
X_train, X_test, y_train, y_test = train_test_split(few[["age"]], few["fraud"], random_state=7)
forest = RandomForestClassifier(random_state=7).fit(X_train, y_train)
forest.score(X_test, y_test)
`;
    notebook(counted('claims["fraud"].value_counts()', ...series) + drawn);
  });

  it("is silent beside another metric, a baseline, or where predictions go elsewhere", () => {
    const start = counted('claims["fraud"].value_counts()', ...series) + scored;
    notebook(`${start}f1_score(y_test, forest.predict(X_test))\n`);
    notebook(`${start}DummyClassifier().fit(X_train, y_train).score(X_test, y_test)\n`);
    notebook(`${start}report(y_test, forest.predict(X_test))\n`);
    notebook(
      `${start}pd.DataFrame({"is": y_test, "said": forest.predict(X_test)}).to_csv("said.csv")\n`.replace(
        '{"is": y_test, "said": forest.predict(X_test)}',
        'forest.predict(X_test), columns=["said"]',
      ),
    );
  });

  it("knows the other ways to ask for an accuracy", () => {
    const start = counted("y.value_counts()", ...series);
    const message =
      "Always answering `0` is right in 96.5 % of the cases: report the precision and recall of `1` beside the accuracy.";
    const fold = `# %% In [3]\ncross_val_score(RandomForestClassifier(random_state=7), claims[["age"]], y)\n`;
    notebook(`${start}${fold}~~~~~~~~~~~~~~~ ${message}\n`);
    notebook(start + fold.replace(", y)", ', y, scoring="roc_auc")'));
    const own = `# %% In [3]\nforest = RandomForestClassifier(random_state=7)\nforest.fit(claims[["age"]], y)\nforest.score(claims[["age"]], y)\n`;
    notebook(`${start}${own}~~~~~~~~~~~~ ${message}\n`);
    notebook(start + own.replaceAll("RandomForestClassifier", "RandomForestRegressor"));
  });

  it("knows it of rows that code makes, in helpers as well", () => {
    const made = (data: string): string => `from imblearn.datasets import make_imbalance
from sklearn.datasets import fetch_openml, load_wine, make_classification
from sklearn.svm import SVC
from sklearn.model_selection import train_test_split

def load():
    ${data}
    return train_test_split(X, y, random_state=7)

X_train, X_test, y_train, y_test = load()
model = SVC().fit(X_train, y_train)
print(model.score(X_test, y_test))
`;
    const mark = "      ~~~~~~~~~~~\n";
    expectFindings(rule, made("X, y = make_classification(weights=[0.95], random_state=7)") + mark);
    expectFindings(rule, made("X, y = make_classification(weights=(0.5, 0.5), random_state=7)"));
    expectFindings(rule, made("X, y = make_classification(weights=shares, random_state=7)"));
    expectFindings(rule, made("X, y = make_classification(n_classes=3, weights=[0.95, 0.03], random_state=7)") + mark);
    expectFindings(rule, made("X, y = make_imbalance(A, b, sampling_strategy={0: 500, 1: 20})") + mark);
    expectFindings(rule, made('X, y = fetch_openml("creditcard", version=1, return_X_y=True)') + mark);
    expectFindings(rule, made('X, y = fetch_openml("adult", return_X_y=True)'));
    expectFindings(rule, made("X, y = load_wine(return_X_y=True)"));
  });

  it("looks at what Keras was told to measure", () => {
    const keras = (metrics: string): string => `import keras
from sklearn.datasets import make_classification
from sklearn.model_selection import train_test_split

X, y = make_classification(weights=[0.95], random_state=7)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=7)
model = keras.Sequential([keras.layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=${metrics})
model.fit(X_train, y_train)
model.evaluate(X_test, y_test)
`;
    expectFindings(rule, `${keras('["accuracy"]')}~~~~~~~~~~~~~~\n`);
    expectFindings(rule, keras("[keras.metrics.AUC()]"));
    expectFindings(rule, keras('["accuracy", own]'));
  });
});
