import { watchedTestsIn } from "../../semantics/data/watched-tests.js";
import { defineRule } from "../rule.js";
import { placeInFile } from "../wording.js";

export default defineRule({
  meta: {
    id: "validation-data-is-test",
    stage: "testing",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "The test part is the validation data of the training",
    why: "Whoever watches the test score while training tunes the model to it, by hand or not, and is left with no rows that tell how it does on new ones.",
    fix: "Split a validation part off the training part and watch that; score the test part once at the end.",
    guide: "testing/held-out-evaluation#test-part-decides-nothing",
    libraries: [
      "keras",
      "tensorflow",
      "torch",
      "xgboost",
      "lightgbm",
      "catboost",
      "pytorch_lightning",
      "transformers",
      "skorch",
      "ignite",
      "pytorch_tabnet",
      "keras_tuner",
      "kerastuner",
    ],
    topics: ["data"],
    readsOwnNames: true,
    since: "0.1.0",
  },

  examples: [
    {
      bad: `import keras
from sklearn.model_selection import train_test_split

X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=3)
model = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(X_train, y_train, epochs=40, validation_data=(X_test, y_test))
print("test loss", model.evaluate(X_test, y_test))
`,
      good: `import keras
from sklearn.model_selection import train_test_split

X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=3)
model = keras.Sequential([keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(X_train, y_train, epochs=40, validation_split=0.2)
print("test loss", model.evaluate(X_test, y_test))
`,
    },
  ],

  *check(model) {
    for (const { watched, at, final } of watchedTestsIn(model)) {
      if (watched.decides === true) continue;
      yield {
        at,
        message:
          "The training is watched on the rows that give the final score: split a validation part off the training part.",
        related: placeInFile(final.event, "The same rows are scored here."),
      };
    }
  },
});
