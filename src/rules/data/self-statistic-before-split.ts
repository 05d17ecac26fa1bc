import { defineRule } from "../rule.js";
import { selfStatisticsIn } from "../../semantics/data/self-statistics.js";
import { placesOf } from "../leak-places.js";
import { nameOf, shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "self-statistic-before-split",
    stage: "data",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "Rows are filled or scaled with a statistic of all rows before the data is split",
    why: "A mean, a maximum or a quantile of all rows carries the test rows into the training rows, so the score is better than it will be on new data.",
    fix: "Split first, compute the statistic on the training part, and use that number for both parts.",
    guide: "data/leakage#statistics-after-split",
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
      bad: `import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

rows = pd.read_csv("rents.csv")
rows["size"] = rows["size"].fillna(rows["size"].median())
train, test = train_test_split(rows, random_state=7)
model = Ridge().fit(train[["size"]], train["rent"])
print(model.score(test[["size"]], test["rent"]))
`,
      good: `import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

rows = pd.read_csv("rents.csv")
train, test = train_test_split(rows, random_state=7)
median = train["size"].median()
model = Ridge().fit(train[["size"]].fillna(median), train["rent"])
print(model.score(test[["size"]].fillna(median), test["rent"]))
`,
    },
  ],

  *check(model) {
    for (const leak of selfStatisticsIn(model)) {
      const what = `\`${shorten(model.text(nameOf(model, leak.call)), 40)}\``;
      yield {
        at: nameOf(model, leak.call),
        message: leak.isCrossValidation
          ? `${what} sums up the rows of every fold: compute it within each fold, or use a transformer in a \`Pipeline\`.`
          : `${what} sums up the test rows too: split first, compute it on the training part and use it for both.`,
        related: placesOf(leak, "The statistic is computed here."),
      };
    }
  },
});
