import { defineRule } from "../rule.js";
import { columnChoicesIn } from "../../semantics/data/column-choices.js";
import { placesOf } from "../leak-places.js";
import { nameOf, shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "feature-selection-before-split",
    stage: "data",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "Columns are chosen by all rows before the data is split",
    why: "Columns that go with the target in the test rows by chance are chosen too, so the score is better than it will be on new data; with many columns even noise then looks like a good model.",
    fix: "Choose the columns on the training part, or put the selector into a `Pipeline` that does so in every fold.",
    guide: "data/leakage#choosing-columns",
    sources: [
      {
        title: "scikit-learn: data leakage during pre-processing",
        url: "https://scikit-learn.org/stable/common_pitfalls.html#data-leakage-during-pre-processing",
      },
    ],
    libraries: [],
    topics: ["data"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: `from sklearn.feature_selection import SelectKBest
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

best = SelectKBest(k=20).fit_transform(rows, y)
train, test, y_train, y_test = train_test_split(best, y, random_state=7)
print(LogisticRegression().fit(train, y_train).score(test, y_test))
`,
      good: `from sklearn.feature_selection import SelectKBest
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline

train, test, y_train, y_test = train_test_split(rows, y, random_state=7)
model = make_pipeline(SelectKBest(k=20), LogisticRegression())
print(model.fit(train, y_train).score(test, y_test))
`,
    },
    {
      title: "Correlations with the target choose as well.",
      bad: `import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import cross_val_score

genes = pd.read_csv("genes.csv")
y = genes.pop("dose")
strongest = genes.corrwith(y).abs().nlargest(30).index
print(cross_val_score(Ridge(), genes[strongest], y).mean())
`,
      good: `import pandas as pd
from sklearn.feature_selection import SelectKBest, r_regression
from sklearn.linear_model import Ridge
from sklearn.model_selection import cross_val_score
from sklearn.pipeline import make_pipeline

genes = pd.read_csv("genes.csv")
y = genes.pop("dose")
print(cross_val_score(make_pipeline(SelectKBest(r_regression, k=30), Ridge()), genes, y).mean())
`,
    },
  ],

  *check(model) {
    for (const leak of columnChoicesIn(model)) {
      const what = `\`${shorten(model.text(nameOf(model, leak.call)), 40)}\``;
      yield {
        at: nameOf(model, leak.call),
        message: leak.isCrossValidation
          ? `${what} chooses columns by the rows of every fold: put a selector into a \`Pipeline\` and cross-validate that.`
          : `${what} chooses columns by the test rows too: split first, then choose on the training part only.`,
        related: placesOf(leak, "The columns are chosen here."),
      };
    }
  },
});
