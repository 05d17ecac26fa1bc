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

  it("knows the held-out fold in a helper that calls it the test part", () =>
    expectFindings(
      rule,
      `import keras
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import KFold
from sklearn.preprocessing import StandardScaler
def fit_and_score(X_train, y_train, X_test, y_test):
    net = keras.Sequential([keras.layers.Dense(1, activation="sigmoid")])
    net.compile("adam", "binary_crossentropy")
    net.fit(X_train, y_train, validation_data=(X_test, y_test), epochs=4)
                                              ~~~~~~~~~~~~~~~~
    return roc_auc_score(y_test, net.predict(X_test))
scores = []
for fit_rows, val_rows in KFold(5).split(frame):
    scaler = StandardScaler()
    X_part = scaler.fit_transform(frame.iloc[fit_rows])
    X_fold_test = scaler.transform(frame.iloc[val_rows])
    y_fold_test = target.iloc[val_rows].values
    scores.append(fit_and_score(X_part, target.iloc[fit_rows].values, X_fold_test, y_fold_test))
`,
    ));

  it("accepts a fold that is called after validation throughout", () =>
    expectFindings(
      rule,
      `import keras
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import KFold
def fit_and_score(net, X_train, y_train, X_test, y_test):
    net.fit(X_train, y_train, validation_data=(X_test, y_test), epochs=4)
    return roc_auc_score(y_test, net.predict(X_test))
for fit_rows, val_rows in KFold(5).split(frame):
    net = keras.Sequential([keras.layers.Dense(1)])
    net.compile("adam", "mse")
    X_val, y_val = frame.iloc[val_rows], target.iloc[val_rows]
    print(fit_and_score(net, frame.iloc[fit_rows], target.iloc[fit_rows], X_val, y_val))
`,
    ));

  it("knows what Keras had for generators", () =>
    expectFindings(
      rule,
      `from keras.preprocessing.image import ImageDataGenerator
train = ImageDataGenerator().flow_from_directory("leaves/train")
held = ImageDataGenerator().flow_from_directory("leaves/test")
model.fit_generator(train, epochs=4, validation_data=held)
                                                     ~~~~
print(model.evaluate_generator(held))
`,
    ));

  it("accepts a size model that is trained for each of several networks and tried out", () =>
    expectFindings(
      rule,
      `import numpy as np
from cells import Network, SizeModel
from sklearn.model_selection import train_test_split

def run(cells, sizes):
    train_cells, test_cells, train_sizes, test_sizes = train_test_split(cells, sizes, random_state=0)
    for width in (8, 16):
        model = Network(width)
        model.train(train_cells, train_sizes)
        found = model.eval(test_cells)
        print(np.corrcoef(found, test_sizes))
`,
    ));

  it("tells of one loop once, by however many measures it scores", () =>
    expectFindings(
      rule,
      `from sklearn.metrics import accuracy_score, f1_score
from sklearn.model_selection import train_test_split

X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
for epoch in range(20):
    optimizer.zero_grad()
    criterion(net(X_train), y_train).backward()
    optimizer.step()
    found = net(X_test).argmax(1)
    print(accuracy_score(y_test, found), f1_score(y_test, found))
                         ~~~~~~
print(accuracy_score(y_test, net(X_test).argmax(1)))
`,
    ));
});
