import { equal } from "node:assert/strict";
import { expectFindings, findingsOf } from "../expect-findings.js";

const rule = "class-imbalance-unhandled";

const start = `# %% In [1]
import pandas as pd
from sklearn.linear_model import LogisticRegression, LinearRegression
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
claims = pd.read_csv("claims.csv")
claims["fraud"].value_counts()
#> fraud
#> no     965
#> yes     35
#> Name: count, dtype: int64
# %% In [2]
`;
const notebook = (cell: string): void => expectFindings(rule, start + cell, { path: "claims.ipynb" });
const message =
  "Only 3.5 % of the answers are `yes`: weight the classes or resample the training part, and score that class by itself.";

describe(rule, () => {
  it("stands at the first fit", () => {
    notebook(`model = LogisticRegression()
model.fit(claims[["age"]], claims["fraud"])
~~~~~~~~~ ${message}
model.fit(claims[["age"]], claims["fraud"])
`);
    notebook(`model = make_pipeline(StandardScaler(), LogisticRegression())
model.fit(claims[["age"]], claims["fraud"])
~~~~~~~~~ ${message}
`);
    notebook(`search = GridSearchCV(LogisticRegression(), {"C": [1, 10]})
search.fit(claims[["age"]], claims["fraud"])
~~~~~~~~~~ ${message}
`);
  });

  it("says where the counts stand", () => {
    const [finding] = findingsOf(rule, `${start}LogisticRegression().fit(claims[["age"]], claims["fraud"])\n`, {
      path: "claims.ipynb",
    });
    const [counts] = finding?.related ?? [];
    equal(counts?.message, "The stored output says `no`: 965, `yes`: 35.");
    equal(counts.cell, 1);
    equal(finding?.cell, 2);
  });

  it("is silent where the class is looked after", () => {
    const fit = 'model.fit(claims[["age"]], claims["fraud"])\n';
    notebook(`model = LogisticRegression(class_weight="balanced")\n${fit}`);
    notebook(`model = LogisticRegression()\nmodel.fit(claims[["age"]], claims["fraud"], sample_weight=weights)\n`);
    notebook(`from imblearn.over_sampling import SMOTE\nmodel = LogisticRegression()\n${fit}`);
    notebook(`model = LogisticRegression()\n${fit}shown = model.predict_proba(claims[["age"]])[:, 1] > 0.2\n`);
    notebook(
      `a, b, c, d = train_test_split(claims[["age"]], claims.fraud, stratify=claims.fraud)\nmodel = LogisticRegression()\nmodel.fit(a, c)\nprint(recall_score(d, model.predict(b)))\n`,
    );
  });

  it("is silent about numbers, about other columns, and where classes were thrown together", () => {
    notebook('model = LinearRegression()\nmodel.fit(claims[["age"]], claims["fraud"])\n');
    notebook('model = LogisticRegression()\nmodel.fit(claims[["age"]], claims["town"])\n');
    notebook(
      'y = claims["fraud"].map({"no": 0, "yes": 1, "maybe": 1})\nLogisticRegression().fit(claims[["age"]], y)\n',
    );
  });
});
