import { sharesOf, isImbalanced } from "../../semantics/data/class-shares.js";
import { isClassifier } from "../../semantics/data/classifiers.js";
import { isFit, isInFile, usesByObjects } from "../../semantics/data/uses.js";
import { handlesRareClasses, keepsShares, showsRareClasses } from "../../knowledge/class-imbalance.js";
import { describeShares, percent } from "../data-wording.js";
import { defineRule } from "../rule.js";
import { nameOf } from "../wording.js";

export default defineRule({
  meta: {
    id: "class-imbalance-unhandled",
    stage: "data",
    languages: ["python"],
    severity: "info",
    preset: "strict",
    summary: "A classifier is fitted to very unequal classes as if they were equal",
    why: "Each row counts the same in the loss, so the commonest class decides nearly all of it, and a model that never names the rare one fits well.",
    fix: "Weight the classes (`class_weight`, `scale_pos_weight`), resample the training part, or choose a threshold; and score the rare class by itself on a stratified part.",
    guide: "data/balance#skewed-data",
    sources: [
      {
        title: "Google: datasets with imbalanced classes",
        url: "https://developers.google.com/machine-learning/crash-course/overfitting/imbalanced-datasets",
      },
    ],
    libraries: ["sklearn", "keras", "tensorflow", "xgboost", "lightgbm", "catboost"],
    topics: ["data"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: `from sklearn.datasets import make_classification
from sklearn.svm import SVC

X, y = make_classification(n_samples=5000, weights=[0.97, 0.03], random_state=7)
model = SVC().fit(X, y)
`,
      good: `from sklearn.datasets import make_classification
from sklearn.svm import SVC

X, y = make_classification(n_samples=5000, weights=[0.97, 0.03], random_state=7)
model = SVC(class_weight="balanced").fit(X, y)
`,
    },
    {
      notebook: true,
      title: "A cell above has printed the counts.",
      bad: `# %% In [1]
import pandas as pd
from sklearn.ensemble import RandomForestClassifier

claims = pd.read_csv("claims.csv")
print(claims.fraud.value_counts(normalize=True))
#> no     0.965
#> yes    0.035
#> Name: fraud, dtype: float64

# %% In [2]
forest = RandomForestClassifier(random_state=7)
forest.fit(claims[["amount", "age"]], claims.fraud)
`,
      good: `# %% In [1]
import pandas as pd
from sklearn.ensemble import RandomForestClassifier

claims = pd.read_csv("claims.csv")
print(claims.fraud.value_counts(normalize=True))
#> no     0.965
#> yes    0.035
#> Name: fraud, dtype: float64

# %% In [2]
forest = RandomForestClassifier(class_weight="balanced", random_state=7)
forest.fit(claims[["amount", "age"]], claims.fraud)
`,
    },
  ],

  *check(model) {
    if (model.mentions(handlesRareClasses)) return;
    // Who keeps the shares in all parts and looks at the rare class has decided that it fares well enough.
    if (model.mentions(keepsShares) && model.mentions(showsRareClasses)) return;
    for (const { object, use } of usesByObjects(model)) {
      if (!isFit(use) || !isInFile(model, use) || !isClassifier(model, object)) continue;
      const shares = sharesOf(model, use.target);
      if (shares === undefined || !isImbalanced(shares)) continue;
      yield {
        at: nameOf(model, use.event.call),
        message: `Only ${percent(shares.rarest.count / shares.total)} of the answers are \`${shares.rarest.name}\`: weight the classes or resample the training part, and score that class by itself.`,
        related: describeShares(shares),
      };
      return;
    }
  },
});
