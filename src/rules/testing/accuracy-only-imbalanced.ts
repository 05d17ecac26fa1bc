import { loneAccuracies } from "../../semantics/data/accuracy-scores.js";
import { isMostlyOne, sharesOf } from "../../semantics/data/class-shares.js";
import { describeShares, percent } from "../data-wording.js";
import { defineRule } from "../rule.js";
import { nameOf } from "../wording.js";

export default defineRule({
  meta: {
    id: "accuracy-only-imbalanced",
    stage: "testing",
    languages: ["python"],
    severity: "info",
    preset: "recommended",
    summary: "Accuracy is the only score, and nearly all rows are of one class",
    why: "Who always answers the commonest class has a high accuracy as well, so the number does not tell whether the rare class is ever found.",
    fix: "Report precision and recall of the rare class, balanced accuracy or the average precision beside it.",
    guide: "data/balance#rare-classes",
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
      title: "The call that makes the rows says how rare a class is.",
      bad: `from sklearn.datasets import make_classification
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

X, y = make_classification(n_samples=5000, weights=[0.97, 0.03], random_state=7)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=7)
model = LogisticRegression().fit(X_train, y_train)
print(model.score(X_test, y_test))
`,
      good: `from sklearn.datasets import make_classification
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split

X, y = make_classification(n_samples=5000, weights=[0.97, 0.03], random_state=7)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=7)
model = LogisticRegression().fit(X_train, y_train)
print(classification_report(y_test, model.predict(X_test)))
`,
    },
    {
      notebook: true,
      title: "A cell above has printed the counts.",
      bad: `# %% In [1]
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split

claims = pd.read_csv("claims.csv")
claims["fraud"].value_counts()
#> fraud
#> no     9650
#> yes     350
#> Name: count, dtype: int64

# %% In [2]
X_train, X_test, y_train, y_test = train_test_split(claims.drop(columns="fraud"), claims["fraud"], random_state=7)
forest = RandomForestClassifier(random_state=7).fit(X_train, y_train)
accuracy_score(y_test, forest.predict(X_test))
`,
      good: `# %% In [1]
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import balanced_accuracy_score
from sklearn.model_selection import train_test_split

claims = pd.read_csv("claims.csv")
claims["fraud"].value_counts()
#> fraud
#> no     9650
#> yes     350
#> Name: count, dtype: int64

# %% In [2]
X_train, X_test, y_train, y_test = train_test_split(claims.drop(columns="fraud"), claims["fraud"], random_state=7)
forest = RandomForestClassifier(random_state=7).fit(X_train, y_train)
balanced_accuracy_score(y_test, forest.predict(X_test))
`,
    },
  ],

  *check(model) {
    for (const { event, answers } of loneAccuracies(model)) {
      const shares = answers.map((one) => sharesOf(model, one)).find((one) => one !== undefined);
      if (shares === undefined || !isMostlyOne(shares)) continue;
      const { commonest, rarest, total } = shares;
      yield {
        at: nameOf(model, event.call),
        message: `Always answering \`${commonest.name}\` is right in ${percent(commonest.count / total)} of the cases: report the precision and recall of \`${rarest.name}\` beside the accuracy.`,
        related: describeShares(shares),
      };
      return;
    }
  },
});
