import { watchedTestsIn } from "../../semantics/data/watched-tests.js";
import { defineRule } from "../rule.js";
import { placeInFile } from "../wording.js";

export default defineRule({
  meta: {
    id: "early-stopping-on-test",
    stage: "testing",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "Training stops, or keeps its best state, by the rows of the final score",
    why: "The state that happens to do best on the test part is kept, so the final score is too good: those rows took part in the training.",
    fix: "Split a validation part off the training part, stop by that, and score the test part once at the end.",
    guide: "testing/held-out-evaluation#test-part-decides-nothing",
    libraries: [
      "keras",
      "tensorflow",
      "xgboost",
      "lightgbm",
      "catboost",
      "pytorch_lightning",
      "transformers",
      "skorch",
      "torch",
      "ignite",
      "pytorch_tabnet",
    ],
    topics: ["data"],
    readsOwnNames: true,
    since: "0.1.0",
  },

  examples: [
    {
      bad: `from sklearn.model_selection import train_test_split
from xgboost import XGBRegressor

X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=3)
model = XGBRegressor(n_estimators=5000, early_stopping_rounds=50)
model.fit(X_train, y_train, eval_set=[(X_test, y_test)])
print("R2", model.score(X_test, y_test))
`,
      good: `from sklearn.model_selection import train_test_split
from xgboost import XGBRegressor

X_rest, X_test, y_rest, y_test = train_test_split(X, y, random_state=3)
X_train, X_val, y_train, y_val = train_test_split(X_rest, y_rest, random_state=3)
model = XGBRegressor(n_estimators=5000, early_stopping_rounds=50)
model.fit(X_train, y_train, eval_set=[(X_val, y_val)])
print("R2", model.score(X_test, y_test))
`,
    },
  ],

  *check(model) {
    for (const { watched, at, final } of watchedTestsIn(model)) {
      if (watched.decides !== true) continue;
      yield {
        at,
        message:
          "Training stops, or keeps its best state, by these rows, which also give the final score: use a validation part here.",
        related: placeInFile(final.event, "The same rows are scored here."),
      };
    }
  },
});
