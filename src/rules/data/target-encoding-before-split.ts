import { defineRule } from "../rule.js";
import { targetEncodingsIn } from "../../semantics/data/target-means.js";
import { placesOf } from "../leak-places.js";
import { nameOf, shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "target-encoding-before-split",
    stage: "data",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "Categories are encoded by the target of all rows before the data is split",
    why: "The mean of the target in each category then holds the answers of the test rows, most of all in small categories: the feature gives away what the model should predict.",
    fix: "Split first and take the target's means from the training part, or use an encoder in a `Pipeline`.",
    guide: "data/leakage#target-means",
    sources: [
      {
        title: "scikit-learn: target encoder's internal cross fitting",
        url: "https://scikit-learn.org/stable/auto_examples/preprocessing/plot_target_encoder_cross_val.html",
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

rents = pd.read_csv("rents.csv")
rents["usual"] = rents["street"].map(rents.groupby("street")["rent"].mean())
train, test = train_test_split(rents, random_state=7)
model = Ridge().fit(train[["usual"]], train["rent"])
print(model.score(test[["usual"]], test["rent"]))
`,
      good: `import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

rents = pd.read_csv("rents.csv")
train, test = train_test_split(rents, random_state=7)
usual = train.groupby("street")["rent"].mean()
model = Ridge().fit(train["street"].map(usual).to_frame(), train["rent"])
print(model.score(test["street"].map(usual).fillna(usual.mean()).to_frame(), test["rent"]))
`,
    },
    {
      title: "An encoder learns the same.",
      bad: `from category_encoders import TargetEncoder
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

encoded = TargetEncoder(cols=["street"]).fit_transform(rows, rents)
train, test, y_train, y_test = train_test_split(encoded, rents, random_state=7)
print(Ridge().fit(train, y_train).score(test, y_test))
`,
      good: `from category_encoders import TargetEncoder
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline

train, test, y_train, y_test = train_test_split(rows, rents, random_state=7)
model = make_pipeline(TargetEncoder(cols=["street"]), Ridge())
print(model.fit(train, y_train).score(test, y_test))
`,
    },
  ],

  *check(model) {
    for (const leak of targetEncodingsIn(model)) {
      const what = `\`${shorten(model.text(nameOf(model, leak.call)), 40)}\``;
      yield {
        at: nameOf(model, leak.call),
        message: leak.isCrossValidation
          ? `${what} encodes with the target of every fold: put an encoder into a \`Pipeline\` and cross-validate that.`
          : `${what} encodes with the target of the test rows too: split first, then learn the encoding from the training part only.`,
        related: placesOf(leak, "The encoding is learned here."),
      };
    }
  },
});
