import rule from "../../../src/rules/testing/wrong-split-evaluated.js";
import { expectFindings } from "../expect-findings.js";

describe("wrong-split-evaluated: more forms", () => {
  it("speaks: wrong pair evaluate", () =>
    expectFindings(
      rule,
      `from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
clf = SVC().fit(X_train, y_train)
print("test accuracy", clf.score(X_test, y_train))
                                         ~~~~~~~
`,
    ));

  it("speaks: wrong pair metric", () =>
    expectFindings(
      rule,
      `from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
clf = SVC().fit(X_train, y_train)
pred = clf.predict(X_test)
print("test accuracy", accuracy_score(y_train, pred))
                                      ~~~~~~~
`,
    ));

  it("speaks: wrong pair validation data", () =>
    expectFindings(
      rule,
      `import keras
from sklearn.model_selection import train_test_split
X_train, X_val, y_train, y_val = train_test_split(X, y, random_state=1)
model = keras.Sequential([keras.layers.Dense(10)])
model.fit(X_train, y_train, validation_data=(X_val, y_train))
                                                    ~~~~~~~
`,
    ));

  it("speaks: wrong pair predicted of train against test truth", () =>
    expectFindings(
      rule,
      `from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
clf = SVC().fit(X_train, y_train)
print("test", f1_score(y_test, clf.predict(X_train)))
                               ~~~~~~~~~~~~~~~~~~~~
`,
    ));

  it("is silent: right pairs", () =>
    expectFindings(
      rule,
      `from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
clf = SVC().fit(X_train, y_train)
print("train", f1_score(y_train, clf.predict(X_train)), "test", f1_score(y_test, clf.predict(X_test)))
plot(X_train, X_test)
compare(X_test, y_train)
`,
    ));

  it("speaks: train idx of validation dataset", () =>
    expectFindings(
      rule,
      `from torch.utils.data import Subset, DataLoader
train_set = Images("d", transform=aug)
val_set = Images("d", transform=plain)
train_data = Subset(train_set, train_idx)
val_data = Subset(val_set, train_idx)
                           ~~~~~~~~~
val_loader = DataLoader(val_data)
`,
    ));

  it("is silent: right idx", () =>
    expectFindings(
      rule,
      `from torch.utils.data import Subset, DataLoader
train_data = Subset(train_set, train_idx)
val_data = Subset(train_set, val_idx)
train_eval_data = Subset(val_set, train_idx)
`,
    ));

  it("speaks: sampler", () =>
    expectFindings(
      rule,
      `from torch.utils.data import SubsetRandomSampler, DataLoader
train_loader = DataLoader(dataset, sampler=SubsetRandomSampler(train_indices))
val_loader = DataLoader(dataset, sampler=SubsetRandomSampler(train_indices))
                                                             ~~~~~~~~~~~~~
`,
    ));

  it("speaks: sampler variable", () =>
    expectFindings(
      rule,
      `from torch.utils.data import SubsetRandomSampler, DataLoader
train_sampler = SubsetRandomSampler(train_indices)
val_sampler = SubsetRandomSampler(val_indices)
train_loader = DataLoader(dataset, sampler=train_sampler)
val_loader = DataLoader(dataset, sampler=train_sampler)
                                         ~~~~~~~~~~~~~
`,
    ));

  it("speaks: pyg masks", () =>
    expectFindings(
      rule,
      `import torch
from torch_geometric.datasets import Planetoid
data = Planetoid("d", "Cora")[0]
@torch.no_grad()
def test():
    model.eval()
    out = model(data.x, data.edge_index)
    pred = out.argmax(dim=1)
    correct = pred[data.test_mask] == data.y[data.train_mask]
                                             ~~~~~~~~~~~~~~~
    return int(correct.sum()) / int(data.test_mask.sum())
`,
    ));

  it("speaks: pyg masks both train named test", () =>
    expectFindings(
      rule,
      `import torch
from torch_geometric.datasets import Planetoid
data = Planetoid("d", "Cora")[0]
@torch.no_grad()
def test():
    model.eval()
    pred = model(data.x, data.edge_index).argmax(dim=1)
    test_correct = pred[data.train_mask] == data.y[data.train_mask]
                        ~~~~~~~~~~~~~~~
    test_acc = int(test_correct.sum()) / int(data.train_mask.sum())
    return test_acc
`,
    ));

  it("is silent: pyg masks right", () =>
    expectFindings(
      rule,
      `import torch
from torch_geometric.datasets import Planetoid
data = Planetoid("d", "Cora")[0]
@torch.no_grad()
def test():
    model.eval()
    pred = model(data.x, data.edge_index).argmax(dim=1)
    accs = []
    for mask in [data.train_mask, data.val_mask, data.test_mask]:
        accs.append(int((pred[mask] == data.y[mask]).sum()) / int(mask.sum()))
    train_acc = (pred[data.train_mask] == data.y[data.train_mask]).float().mean()
    test_acc = (pred[data.test_mask] == data.y[data.test_mask]).float().mean()
    return accs
`,
    ));

  it("speaks: pyg masks slip", () =>
    expectFindings(
      rule,
      `import torch
from torch_geometric.datasets import Planetoid
data = Planetoid("d", "Cora")[0]
def evaluate():
    pred = model(data).argmax(1)
    train_acc = acc(pred[data.train_mask], data.y[data.train_mask])
    val_acc = acc(pred[data.val_mask], data.y[data.val_mask])
    test_acc = acc(pred[data.train_mask], data.y[data.train_mask])
                        ~~~~~~~~~~~~~~~
    return train_acc, val_acc, test_acc
`,
    ));

  it("is silent: pyg list of masks repeated", () =>
    expectFindings(
      rule,
      `import torch
accs = [accuracy(pred[m], y[m]) for m in (data.train_mask, data.val_mask, data.test_mask)]
`,
    ));

  it("speaks: pyg wrong pair ==", () =>
    expectFindings(
      rule,
      `import torch
val_acc = (pred[val_idx] == labels[train_idx]).float().mean()
                                   ~~~~~~~~~
`,
    ));

  it("is silent: baselines of the training answers", () =>
    expectFindings(
      rule,
      `from sklearn.metrics import mean_absolute_error, accuracy_score, roc_auc_score
from sklearn.model_selection import train_test_split, StratifiedKFold
import numpy as np
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
print(mean_absolute_error(y_test, np.full(len(y_test), y_train.median())))
majority = y_train.mode()[0]
print(accuracy_score(y_test, [majority] * len(y_test)))
print(mean_absolute_error(y_test, y_train[-12:].tolist()))
oof = np.zeros(len(y))
for train_idx, valid_idx in StratifiedKFold(5).split(X, y):
    oof[valid_idx] = SVC().fit(X[train_idx], y[train_idx]).predict(X[valid_idx])
print(roc_auc_score(y, oof))
`,
    ));

  it("is silent: the masks of objects in training pictures", () =>
    expectFindings(
      rule,
      `import torch
def eval_sizes(root):
    pictures, train_masks = read_pairs(list_of(root))
    widths = [width_of(train_masks[k]) for k in range(len(train_masks))]
    print(torch.tensor(widths).mean())
`,
    ));
});
