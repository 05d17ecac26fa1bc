import { wholeSearchesIn } from "../../semantics/data/searches.js";

import { defineRule } from "../rule.js";
import { nameOf, placeInFile } from "../wording.js";

export default defineRule({
  meta: {
    id: "search-on-all-data-then-test",
    stage: "testing",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "A search for settings sees the rows that are scored afterwards",
    why: "The settings were chosen with the help of the test rows, so the score on them is too good.",
    fix: "Split first, run the search on the training part, and score the test part once.",
    guide: "testing/held-out-evaluation#search-inside-the-training-part",
    libraries: ["sklearn", "optuna", "skopt", "dask_ml"],
    topics: ["data"],

    since: "0.1.0",
  },

  examples: [
    {
      bad: `from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import GridSearchCV, train_test_split

search = GridSearchCV(RandomForestClassifier(random_state=1), {"max_depth": [4, 8, 16]})
search.fit(X, y)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
forest = RandomForestClassifier(random_state=1, **search.best_params_).fit(X_train, y_train)
print(forest.score(X_test, y_test))
`,
      good: `from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import GridSearchCV, train_test_split

X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
search = GridSearchCV(RandomForestClassifier(random_state=1), {"max_depth": [4, 8, 16]})
search.fit(X_train, y_train)
print(search.score(X_test, y_test))
`,
    },
  ],

  *check(model) {
    for (const { event, at, score } of wholeSearchesIn(model)) {
      yield {
        at: at.kind === "Call" ? nameOf(model, at) : at,
        message:
          "This search sees all rows, also those that are scored later: split first, and search on the training part.",
        related:
          event.call === score.event.call ? [] : placeInFile(score.event, "A part of the same rows is scored here."),
      };
    }
  },
});
