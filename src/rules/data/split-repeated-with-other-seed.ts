import { mixedSplits } from "../../semantics/data/mixed-splits.js";
import { defineRule } from "../rule.js";

export default defineRule({
  meta: {
    id: "split-repeated-with-other-seed",
    stage: "data",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "Parts of two different splits are mixed",
    why: "Two random splits of the same rows differ unless their seeds are the same: most rows of the one's test part are training rows of the other, and features get the targets of other rows.",
    fix: "Split once, all arrays in one call, and use the parts of that split; or give both calls the same seed.",
    guide: "data/splitting#one-split",
    sources: [
      {
        title: "scikit-learn: controlling randomness",
        url: "https://scikit-learn.org/stable/common_pitfalls.html#controlling-randomness",
      },
    ],
    libraries: ["sklearn", "torch", "pandas", "datasets"],
    topics: ["data"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: `from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

X_train, X_test = train_test_split(X, random_state=7)
y_train, y_test = train_test_split(y, random_state=8)
model = Ridge().fit(X_train, y_train)
`,
      good: `from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=7)
model = Ridge().fit(X_train, y_train)
`,
    },
    {
      title: "A new split for scoring puts training rows into the test part.",
      bad: `from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=7)
model = Ridge().fit(X_train, y_train)
_, X_new, _, y_new = train_test_split(X, y)
print(model.score(X_new, y_new))
`,
      good: `from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=7)
model = Ridge().fit(X_train, y_train)
print(model.score(X_test, y_test))
`,
    },
  ],

  *check(model) {
    for (const { at, first, isMismatched } of mixedSplits(model)) {
      yield {
        at,
        message: isMismatched
          ? "Features and target are split apart, with other seeds, so their rows no longer match: split them in one call."
          : "This is another split of the same rows, so its test part has training rows of the first in it: use the parts of one split.",
        related: [{ at: first, message: "The first split is here." }],
      };
    }
  },
});
