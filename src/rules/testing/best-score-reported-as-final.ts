import { reportedBestScores } from "../../semantics/data/reported-scores.js";

import { defineRule } from "../rule.js";
import { shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "best-score-reported-as-final",
    stage: "testing",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "The best score of a search is reported as the result",
    why: "The best of many trials was picked because its score is high, partly by luck; on new rows it will be lower.",
    fix: "Keep a test part out of the search and score the chosen model on it, or cross-validate the whole search.",
    guide: "testing/held-out-evaluation#search-inside-the-training-part",
    libraries: ["sklearn", "optuna", "skopt", "dask_ml"],
    topics: ["data"],

    since: "0.1.0",
  },

  examples: [
    {
      bad: `from sklearn.model_selection import GridSearchCV
from sklearn.svm import SVC

search = GridSearchCV(SVC(), {"C": [0.1, 1, 10], "gamma": [0.01, 0.1, 1]})
search.fit(X, y)
print("accuracy", search.best_score_)
`,
      good: `from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.svm import SVC

X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
search = GridSearchCV(SVC(), {"C": [0.1, 1, 10], "gamma": [0.01, 0.1, 1]})
search.fit(X_train, y_train)
print("cross-validated", search.best_score_, "test", search.score(X_test, y_test))
`,
    },
  ],

  *check(model) {
    for (const at of reportedBestScores(model)) {
      yield {
        at,
        message: `\`${shorten(model.text(at), 40)}\` is the best of many trials, and nothing scores the chosen model on rows kept out of the search: keep a test part.`,
      };
    }
  },
});
