import { isInObjective } from "../../semantics/data/objectives.js";
import { trainScoresIn } from "../../semantics/data/train-scores.js";
import type { CallEvent } from "../../semantics/follow/run.js";
import type { Model } from "../../semantics/model.js";
import { scriptLibraries } from "../../knowledge/ml-libraries.js";
import { scriptTrainScores } from "../../semantics/tfjs/scores.js";
import { defineRule } from "../rule.js";
import { nameOf, shorten } from "../wording.js";

export default defineRule({
  meta: {
    id: "evaluate-on-train",
    stage: "testing",
    languages: ["python", "typescript"],
    severity: "warning",
    preset: "recommended",
    summary: "A model is scored only on the rows that it was fitted on",
    why: "Such a score rewards learning by heart: it says nothing about rows that the model has not seen, and a deep enough tree reaches 100 %.",
    fix: "Hold rows out with `train_test_split` or use `cross_val_score`; a training score is fine beside a held-out one.",
    guide: "testing/held-out-evaluation#score-unseen-rows",
    sources: [
      {
        title: "scikit-learn: cross-validation",
        url: "https://scikit-learn.org/stable/modules/cross_validation.html",
      },
    ],
    libraries: ["sklearn", "keras", "tensorflow", "xgboost", "lightgbm", "catboost", ...scriptLibraries],
    topics: ["data"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: `from sklearn.tree import DecisionTreeClassifier

tree = DecisionTreeClassifier(random_state=7).fit(X, y)
print("accuracy", tree.score(X, y))
`,
      good: `from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=7)
tree = DecisionTreeClassifier(random_state=7).fit(X_train, y_train)
print("train", tree.score(X_train, y_train), "test", tree.score(X_test, y_test))
`,
    },
    {
      title: "The score is the same when it is worked out by hand.",
      bad: `from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_absolute_error

model = LinearRegression()
model.fit(X, y)
print(mean_absolute_error(y, model.predict(X)))
`,
      good: `from sklearn.linear_model import LinearRegression
from sklearn.model_selection import cross_val_score

print(cross_val_score(LinearRegression(), X, y, scoring="neg_mean_absolute_error"))
`,
    },
    {
      language: "typescript",
      bad: `import * as tf from "@tensorflow/tfjs";

const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [4] })] });
model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
await model.fit(xs, ys, { epochs: 10 });
console.log("loss", (await model.evaluate(xs, ys)).dataSync()[0]);
`,
      good: `import * as tf from "@tensorflow/tfjs";

const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [4] })] });
model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
await model.fit(xTrain, yTrain, { epochs: 10 });
console.log("loss", (await model.evaluate(xTest, yTest)).dataSync()[0]);
`,
    },
  ],

  *check(model) {
    for (const { event, fit } of scoresIn(model)) {
      const rows = fit.call.args[0];
      const name = rows === undefined ? "the same rows" : `\`${shorten(model.text(rows), 30)}\``;
      yield {
        at: nameOf(model, event.call),
        message: `This scores the model on ${name}, which it was fitted on, and nothing scores it on other rows: hold some out.`,
        related: [{ at: fit.call, message: "It is fitted here." }],
      };
    }
  },
});

function scoresIn(model: Model): readonly { readonly event: CallEvent; readonly fit: CallEvent }[] {
  if (model.form.language === "typescript") return scriptTrainScores(model);
  return trainScoresIn(model).flatMap(({ event, fit }) =>
    isInObjective(model, event) ? [] : [{ event, fit: fit.event }],
  );
}
