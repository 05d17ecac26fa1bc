import { defineRule } from "../rule.js";
import { leaksIn } from "../../semantics/data/leaks.js";
import { placesOf } from "../leak-places.js";
import { nameOf, shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "fit-before-split",
    stage: "data",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "A transformer is fitted before the data is split",
    why: "What it learned (means, ranges, vocabulary, components) then comes from the test rows too, so the score is better than it will be on new data.",
    fix: "Split first, fit on the training part, then `transform` both parts; or put the transformer into a `Pipeline`.",
    guide: "data/leakage#fit-after-split",
    sources: [
      {
        title: "scikit-learn: data leakage during pre-processing",
        url: "https://scikit-learn.org/stable/common_pitfalls.html#data-leakage-during-pre-processing",
      },
    ],
    // The transformer may be fitted in a file that this one imports.
    libraries: [],
    topics: ["data"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: `from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

scaled = StandardScaler().fit_transform(rows)
train, test, y_train, y_test = train_test_split(scaled, y, random_state=7)
print(Ridge().fit(train, y_train).score(test, y_test))
`,
      good: `from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

train, test, y_train, y_test = train_test_split(rows, y, random_state=7)
print(make_pipeline(StandardScaler(), Ridge()).fit(train, y_train).score(test, y_test))
`,
    },
    {
      title: "Cross-validation splits as well.",
      bad: `from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.model_selection import cross_val_score
from sklearn.naive_bayes import MultinomialNB

words = TfidfVectorizer().fit_transform(reviews)
print(cross_val_score(MultinomialNB(), words, stars).mean())
`,
      good: `from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.model_selection import cross_val_score
from sklearn.naive_bayes import MultinomialNB
from sklearn.pipeline import make_pipeline

print(cross_val_score(make_pipeline(TfidfVectorizer(), MultinomialNB()), reviews, stars).mean())
`,
    },
  ],

  *check(model) {
    for (const leak of leaksIn(model, "transformer")) {
      const what = `\`${shorten(model.text(nameOf(model, leak.call)), 40)}\``;
      yield {
        at: nameOf(model, leak.call),
        message: leak.isCrossValidation
          ? `${what} has seen the rows of every fold: put the transformer into a \`Pipeline\` and cross-validate that.`
          : `${what} learns from the test rows too: split first, then fit on the training part only.`,
        related: placesOf(leak, "The transformer is fitted here."),
      };
    }
  },
});
