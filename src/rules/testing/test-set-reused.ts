import { testChoicesIn } from "../../semantics/data/test-choices.js";
import { defineRule } from "../rule.js";
import { nameOf } from "../wording.js";

export default defineRule({
  meta: {
    id: "test-set-reused",
    stage: "testing",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "The test score chooses between models, settings or thresholds",
    why: "The best of several test scores is too good, the more so the more were tried: part of it is luck on these rows, and no rows are left to tell how much.",
    fix: "Choose by cross-validation on the training part or by a validation part, and score the chosen one on the test part once.",
    guide: "testing/held-out-evaluation#test-part-decides-nothing",
    libraries: ["sklearn", "keras", "tensorflow", "torch", "xgboost", "lightgbm", "catboost"],
    topics: ["data"],
    readsOwnNames: true,
    since: "0.1.0",
  },

  examples: [
    {
      bad: `from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=3)
best_score, best_k = 0, None
for k in range(1, 30):
    score = KNeighborsClassifier(k).fit(X_train, y_train).score(X_test, y_test)
    if score > best_score:
        best_score, best_k = score, k
print("accuracy", best_score, "with", best_k)
`,
      good: `from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.neighbors import KNeighborsClassifier

X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=3)
best_score, best_k = 0, None
for k in range(1, 30):
    score = cross_val_score(KNeighborsClassifier(k), X_train, y_train).mean()
    if score > best_score:
        best_score, best_k = score, k
model = KNeighborsClassifier(best_k).fit(X_train, y_train)
print("accuracy", model.score(X_test, y_test), "with", best_k)
`,
    },
  ],

  *check(model) {
    for (const { at, among, scoring } of testChoicesIn(model)) {
      if (among !== "candidates") continue;
      yield {
        at: scoring.kind === "Call" ? nameOf(model, scoring) : scoring,
        message:
          "This score on the test part decides which candidate is kept: choose by a validation part or by cross-validation.",
        related: [{ at, message: "The choice is made here." }],
      };
    }
  },
});
