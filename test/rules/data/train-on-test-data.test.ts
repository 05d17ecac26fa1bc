import rule from "../../../src/rules/data/train-on-test-data.js";
import { expectFindings } from "../expect-findings.js";

const split = `from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=3)
`;
const step = `        optimizer.zero_grad()
        criterion(net(x), y).backward()
        optimizer.step()
`;

describe("train-on-test-data", () => {
  it("speaks of a training loop over the test loader", () =>
    expectFindings(
      rule,
      `import torch
from torch.utils.data import DataLoader
from torchvision.datasets import MNIST
loader = DataLoader(MNIST("data", train=False))
for epoch in range(3):
    for x, y in loader:
                ~~~~~~ \`loader\` is the test part, and a model is trained on it: train on the training part only.
${step}`,
    ));

  it("points at what a helper is handed", () =>
    expectFindings(
      rule,
      `import torch
def run(net, optimizer, batches):
    for i, (x, y) in enumerate(batches):
${step}def main(net, train_loader, test_loader):
    optimizer = torch.optim.Adam(net.parameters())
    run(net, optimizer, test_loader)
                        ~~~~~~~~~~~
    evaluate(net, test_loader)
`,
    ));

  it("knows Keras and boosters", () =>
    expectFindings(
      rule,
      `${split}import keras
import lightgbm as lgb
model = keras.Sequential([keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(X_test, y_test, epochs=4)
          ~~~~~~
booster = lgb.train({}, lgb.Dataset(X_test, y_test))
                        ~~~~~~~~~~~~~~~~~~~~~~~~~~~
print(model.evaluate(X_test, y_test), booster.predict(X_test))
`,
    ));

  it("knows trainers", () =>
    expectFindings(
      rule,
      `import lightning as L
from datasets import load_dataset
from transformers import Trainer
parts = load_dataset("imdb")
trainer = Trainer(model=model, train_dataset=parts["test"], eval_dataset=parts["test"])
                                             ~~~~~~~~~~~~~
trainer.train()
def main(net, train_loader, test_loader):
    runner = L.Trainer()
    runner.fit(net, test_loader)
                    ~~~~~~~~~~~
    runner.test(net, test_loader)
`,
    ));

  it("sees both parts put together", () =>
    expectFindings(
      rule,
      `${split}import pandas as pd
from sklearn.svm import SVC
everything = pd.concat([X_train, X_test])
model = SVC().fit(everything, pd.concat([y_train, y_test]))
                  ~~~~~~~~~~ \`everything\` holds the test part, on which the model is scored: train on the training part only.
print(model.score(X_test, y_test))
`,
    ));

  it("sees data sets put together", () =>
    expectFindings(
      rule,
      `import torch
from torch.utils.data import ConcatDataset, DataLoader, random_split
a, b = random_split(rows, [0.8, 0.2])
both = DataLoader(ConcatDataset([a, b]))
for epoch in range(3):
    for x, y in both:
                ~~~~
${step}for x, y in DataLoader(b):
    print(accuracy(net(x), y))
`,
    ));

  it("accepts a refit on everything after the score", () =>
    expectFindings(
      rule,
      `${split}import numpy as np
from sklearn.svm import SVC
model = SVC().fit(X_train, y_train)
print(model.score(X_test, y_test))
final = SVC().fit(np.vstack([X_train, X_test]), np.hstack([y_train, y_test]))
`,
    ));

  it("accepts lengths and vocabularies of everything", () =>
    expectFindings(
      rule,
      `${split}import keras
longest = max(len(row) for row in X_train + X_test)
model = keras.Sequential([keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(keras.utils.pad_sequences(X_train, maxlen=longest), y_train)
model.evaluate(keras.utils.pad_sequences(X_test, maxlen=longest), y_test)
`,
    ));

  it("leaves fits of scikit-learn on the test part to their own rule", () =>
    expectFindings(
      rule,
      `${split}from sklearn.svm import SVC
model = SVC().fit(X_test, y_test)
print(model.score(X_test, y_test))
`,
    ));

  it("accepts an attack on the test part", () =>
    expectFindings(
      rule,
      `import torch
def attack(net, test_loader):
    for x, y in test_loader:
        x.requires_grad_()
        criterion(net(x), y).backward()
        yield x + 0.1 * x.grad.sign()
def train(net, train_loader):
    optimizer = torch.optim.Adam(net.parameters())
    for x, y in train_loader:
${step}`,
    ));

  it("accepts forces, which are gradients, in an evaluation", () =>
    expectFindings(
      rule,
      `import torch
def main(net, train_loader, test_loader):
    optimizer = torch.optim.Adam(net.parameters())
    for epoch in range(9):
        for x, y in train_loader:
            optimizer.zero_grad()
            criterion(net(x), y).backward()
            optimizer.step()
        for x, y in test_loader:
            errors.append((torch.autograd.grad(net(x).sum(), x)[0] - y).abs().mean().item())
`,
    ));

  it("accepts a helper that is called for both sides in turn", () =>
    expectFindings(
      rule,
      `${split}def score(model, a, b, c, d):
    model.fit(a, c)
    return model.score(b, d)
def twice(model):
    return score(model, X_train, X_test, y_train, y_test), score(model, X_test, X_train, y_test, y_train)
`,
    ));

  it("accepts the adaptation to unlabelled test rows", () =>
    expectFindings(
      rule,
      `import torch
def adapt(net, test_loader):
    optimizer = torch.optim.SGD(net.parameters(), lr=1e-4)
    for x, _ in test_loader:
        optimizer.zero_grad()
        entropy(net(x)).backward()
        optimizer.step()
`,
    ));

  it("speaks of swapped parts, though the test part was scored before", () =>
    expectFindings(
      rule,
      `import keras
from sklearn.metrics import log_loss
${split}def build():
    net = keras.Sequential([keras.layers.Dense(1, activation="sigmoid")])
    net.compile("adam", "binary_crossentropy")
    return net
def small(X, y, X_held, y_held):
    net = build()
    net.fit(X, y, epochs=3)
    return log_loss(y_held, net.predict(X_held))
def long(X, y, X_held, y_held):
    net = build()
    net.fit(X, y, epochs=30)
    return log_loss(y_held, net.predict(X_held))
print(small(X_train, y_train, X_test, y_test))
print(long(X_test, y_test, X_train, y_train))
           ~~~~~~
`,
    ));

  it("accepts a pattern that is searched for in the names of test files", () =>
    expectFindings(
      rule,
      `import glob
import re
import torch
pattern = re.compile(r"(\\\\d+)_c(\\\\d)")
for name in glob.glob("plates/test/*.jpg"):
    plate = pattern.search(name)
`,
    ));

  it("accepts what a training out of sight takes under a name for others", () =>
    expectFindings(
      rule,
      `from engine import train

def run(net, train_data, val_data, test_data):
    return train(net, train_data=train_data, valid_loader=val_data, test_data=test_data)
`,
    ));

  it("accepts the test part beside the training part of a training out of sight", () => {
    const trained = (given: string): string => `from engine import train
from sklearn.model_selection import train_test_split

def run(net, X):
    train_rows, test_rows = train_test_split(X, random_state=0)
    return train(net, ${given})
`;
    expectFindings(rule, trained("train_rows, test_rows"));
    expectFindings(rule, trained("test_rows").replace("test_rows)\n", "test_rows)\n                      ~~~~~~~~~\n"));
  });

  it("accepts an attack that learns to tell the training rows from others", () => {
    const attack = (name: string): string => `import numpy as np
from sklearn.ensemble import RandomForestClassifier

class ${name}:
    def __init__(self, estimator):
        self.estimator, self.model = estimator, RandomForestClassifier(random_state=0)

    def fit(self, x_train, y_train, x_test, y_test):
        inside, outside = self.estimator.predict(x_train), self.estimator.predict(x_test)
        self.model.fit(np.concatenate((inside, outside)), np.repeat([1, 0], len(inside)))
        print(self.model.score(outside, np.zeros(len(outside))))
`;
    expectFindings(rule, attack("MembershipInference"));
  });
});
