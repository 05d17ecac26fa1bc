import { defineRule } from "../rule.js";
import { resamplesIn } from "../../semantics/data/resamples.js";
import { placesOf } from "../leak-places.js";
import { nameOf, shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "resample-before-split",
    stage: "data",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "Rows are resampled before the data is split",
    why: "Repeated rows, and rows made up from their neighbours, land on both sides of the split: the model is tested on what it has learned by heart, and on another balance of classes than it will meet.",
    fix: "Split first and resample the training part only, or put the sampler into a `Pipeline` of imbalanced-learn.",
    guide: "data/leakage#resample-after-split",
    sources: [
      {
        title: "imbalanced-learn: common pitfalls, data leakage",
        url: "https://imbalanced-learn.org/stable/common_pitfalls.html#data-leakage",
      },
    ],
    libraries: [],
    topics: ["data"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: `from imblearn.over_sampling import SMOTE
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

rows, labels = SMOTE(random_state=7).fit_resample(rows, labels)
train, test, y_train, y_test = train_test_split(rows, labels, random_state=7)
print(LogisticRegression().fit(train, y_train).score(test, y_test))
`,
      good: `from imblearn.over_sampling import SMOTE
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

train, test, y_train, y_test = train_test_split(rows, labels, random_state=7)
train, y_train = SMOTE(random_state=7).fit_resample(train, y_train)
print(LogisticRegression().fit(train, y_train).score(test, y_test))
`,
    },
    {
      title: "Cross-validation splits as well.",
      bad: `from imblearn.over_sampling import RandomOverSampler
from sklearn.model_selection import cross_val_score
from sklearn.svm import SVC

more, labels = RandomOverSampler(random_state=7).fit_resample(rows, labels)
print(cross_val_score(SVC(), more, labels).mean())
`,
      good: `from imblearn.over_sampling import RandomOverSampler
from imblearn.pipeline import make_pipeline
from sklearn.model_selection import cross_val_score
from sklearn.svm import SVC

print(cross_val_score(make_pipeline(RandomOverSampler(random_state=7), SVC()), rows, labels).mean())
`,
    },
  ],

  *check(model) {
    for (const leak of resamplesIn(model)) {
      const what = `\`${shorten(model.text(nameOf(model, leak.call)), 40)}\``;
      yield {
        at: nameOf(model, leak.call),
        message: leak.isCrossValidation
          ? `${what} puts the same rows into several folds: put the sampler into a \`Pipeline\` and cross-validate that.`
          : `${what} puts the same rows on both sides of the split: split first, then resample the training part only.`,
        related: placesOf(leak, "The rows are resampled here."),
      };
    }
  },
});
