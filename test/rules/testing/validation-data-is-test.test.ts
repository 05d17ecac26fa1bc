import rule from "../../../src/rules/testing/validation-data-is-test.js";
import { expectFindings } from "../expect-findings.js";

const keras = `import keras
from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=3)
model = keras.Sequential([keras.layers.Dense(1)])
model.compile("adam", "mse")
`;

describe("validation-data-is-test", () => {
  it("speaks of the test part as validation data", () =>
    expectFindings(
      rule,
      `${keras}history = model.fit(X_train, y_train, validation_data=(X_test, y_test), epochs=5)
                                                      ~~~~~~~~~~~~~~~~ The training is watched on the rows that give the final score: split a validation part off the training part.
loss = model.evaluate(X_test, y_test)
`,
    ));

  it("follows data sets and metrics", () =>
    expectFindings(
      rule,
      `${keras}import tensorflow as tf
from sklearn.metrics import classification_report
held = tf.data.Dataset.from_tensor_slices((X_test, y_test)).batch(32)
model.fit(X_train, y_train, validation_data=held)
                                            ~~~~
print(classification_report(y_test, model.predict(X_test) > 0.5))
`,
    ));

  it("knows data that come divided", () =>
    expectFindings(
      rule,
      `import keras
(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
model = keras.Sequential([keras.layers.Dense(10)])
model.compile("adam", "mse")
model.fit(x_train / 255, y_train, validation_data=(x_test / 255, y_test))
                                                  ~~~~~~~~~~~~~~~~~~~~~~
model.evaluate(x_test / 255, y_test)
`,
    ));

  it("knows the trainers of transformers", () =>
    expectFindings(
      rule,
      `from datasets import load_dataset
from transformers import Trainer, TrainingArguments
parts = load_dataset("imdb").map(tokenize)
trainer = Trainer(
    model=model,
    args=TrainingArguments("out", evaluation_strategy="epoch"),
    train_dataset=parts["train"],
    eval_dataset=parts["test"],
                 ~~~~~~~~~~~~~
)
trainer.train()
print(trainer.evaluate(parts["test"]))
`,
    ));

  it("reads a class that keeps its parts", () =>
    expectFindings(
      rule,
      `import keras
from sklearn.model_selection import train_test_split
class Experiment:
    def __init__(self, X, y):
        self.a, self.b, self.c, self.d = train_test_split(X, y, random_state=1)
        self.model = keras.Sequential([keras.layers.Dense(1)])
        self.model.compile("adam", "mse")
    def run(self):
        self.model.fit(self.a, self.c, validation_data=(self.b, self.d))
                                                       ~~~~~~~~~~~~~~~~
        return self.model.evaluate(self.b, self.d)
Experiment(X, y).run()
`,
    ));

  it("accepts what is only watched", () =>
    expectFindings(rule, `${keras}model.fit(X_train, y_train, validation_data=(X_test, y_test))\n`));

  it("accepts a part of the training part", () =>
    expectFindings(
      rule,
      `${keras}X_fit, X_val, y_fit, y_val = train_test_split(X_train, y_train, random_state=1)
model.fit(X_fit, y_fit, validation_data=(X_val, y_val))
model.evaluate(X_test, y_test)
`,
    ));

  it("accepts a part called test that was split again", () =>
    expectFindings(
      rule,
      `${keras}X_val, X_test, y_val, y_test = train_test_split(X_test, y_test, test_size=0.5, random_state=1)
model.fit(X_train, y_train, validation_data=(X_val, y_val))
model.evaluate(X_test, y_test)
`,
    ));

  it("accepts a score that was taken before", () =>
    expectFindings(
      rule,
      `${keras}print("untrained", model.evaluate(X_test, y_test))
model.fit(X_train, y_train, validation_data=(X_test, y_test))
`,
    ));

  it("accepts a share of the training part", () =>
    expectFindings(
      rule,
      `${keras}model.fit(X_train, y_train, validation_split=0.1)\nmodel.evaluate(X_test, y_test)\n`,
    ));

  it("leaves early stopping to its own rule", () =>
    expectFindings(
      rule,
      `${keras}model.fit(X_train, y_train, validation_data=(X_test, y_test), callbacks=[keras.callbacks.EarlyStopping()])
model.evaluate(X_test, y_test)
`,
    ));

  it("accepts competitions, whose test rows have no answers", () =>
    expectFindings(
      rule,
      `import keras
import pandas as pd
test = pd.read_csv("test.csv")
model = keras.Sequential([keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(X_train, y_train, validation_data=(X_val, y_val))
model.predict(test)
`,
    ));
});
