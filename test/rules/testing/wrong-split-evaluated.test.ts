import rule from "../../../src/rules/testing/wrong-split-evaluated.js";
import { expectFindings } from "../expect-findings.js";

describe("wrong-split-evaluated", () => {
  it("speaks of a loader over the wrong part", () =>
    expectFindings(
      rule,
      `import torch
train_loader = torch.utils.data.DataLoader(train_set, shuffle=True)
val_loader = torch.utils.data.DataLoader(dataset=train_set)
                                                 ~~~~~~~~~ \`train_set\` is the training part, where the validation part is called for.
`,
    ));

  it("knows the side of a split whatever it is called", () =>
    expectFindings(
      rule,
      `from torch.utils.data import DataLoader, random_split
first, second = random_split(rows, [0.8, 0.2])
train_loader = DataLoader(first, shuffle=True)
test_loader = DataLoader(first)
                         ~~~~~
`,
    ));

  it("reads masks", () =>
    expectFindings(
      rule,
      `import torch
test_acc = accuracy(out[data.train_mask], data.y[data.train_mask])
                        ~~~~~~~~~~~~~~~
parts = {"train_mask": train_mask, "test_mask": train_mask}
                                                ~~~~~~~~~~
mixed = criterion(out[data.test_mask], data.y[data.train_mask])
                                              ~~~~~~~~~~~~~~~
`,
    ));

  it("reads what is returned", () =>
    expectFindings(
      rule,
      `import torch
def load(root):
    return DataLoader(train_set, shuffle=True), DataLoader(train_set)
                                                           ~~~~~~~~~
`,
    ));

  it("reads keywords", () =>
    expectFindings(
      rule,
      `from transformers import Trainer
trainer = Trainer(model, train_dataset=train_ds, eval_dataset=train_ds)
                                                              ~~~~~~~~
`,
    ));

  it("reads columns of the wrong frame", () =>
    expectFindings(
      rule,
      `import sklearn
X_train, y_train = train[features], train["price"]
X_val, y_val = train[features], val["price"]
               ~~~~~
`,
    ));

  it("reads loops of an evaluation", () =>
    expectFindings(
      rule,
      `import torch
class Runner:
    def validate(self):
        for x, y in self.train_loader:
                    ~~~~~~~~~~~~~~~~~
            self.scores.append(self.net(x))
`,
    ));

  it("reads scores", () =>
    expectFindings(
      rule,
      `import torch
val_loss = evaluate(net, train_loader)
                         ~~~~~~~~~~~~
train_loss = evaluate(net, train_loader)
test_predictions = model.predict(X_train)
                                 ~~~~~~~
`,
    ));

  it("accepts samplers, slices and splits", () =>
    expectFindings(
      rule,
      `from torch.utils.data import DataLoader, Subset
val_loader = DataLoader(train_set, sampler=val_sampler)
val_set = Subset(train_set, val_indices)
val_ds = train_ds.skip(800)
X_val = X_train[-1000:]
test_data = train_data[fold == 0]
val_scores = cross_val_score(model, X_train, y_train)
val_set = Folder(train_dir, transform=test_transform, split="val")
`,
    ));

  it("accepts an open fallback", () =>
    expectFindings(
      rule,
      `import torch
if val_set is None:
    val_set = train_set
`,
    ));

  it("accepts an evaluation that reads both", () =>
    expectFindings(
      rule,
      `import torch
def evaluate():
    for x, y in train_loader:
        bank.append(net(x))
    for x, y in test_loader:
        guess(net(x), bank)
def test_knn():
    for x, y in train_loader:
        bank.append(net(x))
def evaluate_on(train_loader):
    for x, y in train_loader:
        net(x)
`,
    ));

  it("accepts numbers and settings of the training", () =>
    expectFindings(
      rule,
      `import torch
val_batch_size = train_batch_size
test_size = len(train_set)
val_transform = train_transform
val_loss = train_loss
validation_result = train_set_stats["accuracy"]
calibration_loader = DataLoader(train_set)
test_predictions = model.predict(X_test, batch_size=train_batch)
`,
    ));

  it("does not take a number for rows", () =>
    expectFindings(
      rule,
      `from torch.utils.data import DataLoader
val_loader = DataLoader(parts["train"], collate_fn=collate, batch_size=VAL_BATCH_SIZE)
                        ~~~~~~~~~~~~~~
`,
    ));
});
