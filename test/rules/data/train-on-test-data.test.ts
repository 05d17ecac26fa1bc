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

  it("knows what was put into one attribute from what is read from another", () =>
    expectFindings(
      rule,
      `import torch
from molecules import build_loader, read_rows

def prepare(args, is_calibration):
    path = args.held_path if is_calibration else args.path
    return build_loader(read_rows(path), args.batch_size)

def with_output(args):
    if args.output is None:
        args.output = args.test_path.parent / (args.test_path.stem + "_found.csv")
    return args

def predict(args, estimate, calibrator, models):
    args = with_output(args)
    held_loader = prepare(args, True)
    found = torch.mean(estimate(held_loader, models), dim=0)
    calibrator.fit(found)
    return calibrator.apply(found)
`,
    ));
});
