import { deepEqual } from "node:assert/strict";
import { partsIn, purposeOf } from "../../../src/semantics/data/splits.js";
import { buildModel } from "../../../src/semantics/model.js";
import { emptyWorkspace } from "../../../src/semantics/workspace.js";
import { read } from "../../rules/read.js";

const header = `import numpy as np
import pandas as pd
import torch
from datasets import load_dataset
from sklearn.model_selection import GroupShuffleSplit, KFold, train_test_split
from tensorflow.keras.datasets import mnist
from torch.utils.data import DataLoader, Subset, SubsetRandomSampler, random_split
from torchvision.datasets import CIFAR10

rows = pd.read_csv("rows.csv")
`;

/** What each argument of `use(...)` is for. */
function purposes(source: string): readonly string[] {
  const model = buildModel(read("example.py", header + source), emptyWorkspace);
  const uses = model.calls.filter(({ call }) => model.text(call.callee) === "use");
  return uses.flatMap(({ args }) =>
    args.positional.map((value) => [...new Set(partsIn(model, value).map((part) => purposeOf(model, part)))].join("|")),
  );
}

describe("parts of splits", () => {
  it("tells three parts of two splits apart, whichever is split again", () => {
    deepEqual(
      purposes(`
rest, test = train_test_split(rows)
train, val = train_test_split(rest)
use(train, val, test)
`),
      ["train", "validation", "test"],
    );
    deepEqual(
      purposes(`
train, rest = train_test_split(rows)
val, test = train_test_split(rest)
use(train, val, test)
`),
      ["train", "validation", "test"],
    );
  });

  it("knows folds, also the first one only", () =>
    deepEqual(
      purposes(`
for a, b in KFold(5).split(rows):
    use(rows.iloc[a], rows.iloc[b])
c, d = next(GroupShuffleSplit().split(rows, groups=rows["id"]))
use(rows.iloc[c], rows.iloc[d])
`),
      ["train", "test", "train", "test"],
    ));

  it("knows parts of datasets, by lengths and by indices", () =>
    deepEqual(
      purposes(`
a, b, c = random_split(data, [0.8, 0.1, 0.1])
use(a, b, c)
order = torch.randperm(len(data))
use(Subset(data, order[:800]), Subset(data, order[800:]))
use(DataLoader(data, sampler=SubsetRandomSampler(order[800:])))
`),
      ["train", "validation", "test", "train", "test", "test"],
    ));

  it("goes by the names of what is cut, sampled or taken", () =>
    deepEqual(
      purposes(`
val, train = rows[:100], rows[100:]
use(val, train)
held = rows.sample(frac=0.2)
use(held, rows.drop(held.index))
test_ds = stream.take(1000)
train_ds = stream.skip(1000)
use(test_ds, train_ds)
`),
      ["validation", "train", "test", "train", "test", "train"],
    ));

  it("knows ids, folds in a column, and masks", () =>
    deepEqual(
      purposes(`
train_ids, test_ids = train_test_split(rows["id"].unique())
use(rows[rows.id.isin(train_ids)], rows[~rows.id.isin(train_ids)])
use(rows[rows.fold != 3], rows[rows.fold == 3])
use(out[graph.train_mask], out[graph.val_mask])
`),
      ["train", "test", "train", "test", "train", "validation"],
    ));

  it("knows data that come divided", () =>
    deepEqual(
      purposes(`
(x_train, y_train), (x_test, y_test) = mnist.load_data()
use(x_train, y_test)
use(CIFAR10("data", train=True), CIFAR10("data", train=False))
news = load_dataset("news")
use(news["train"], news.map(clean)["validation"], load_dataset("news", split="test"))
parts = news["train"].train_test_split(test_size=0.1)
use(parts["train"], parts["test"])
`),
      ["train", "test", "train", "test", "train", "validation", "test", "train", "test"],
    ));

  it("cuts arrays in three", () =>
    deepEqual(
      purposes(`
a, b, c = np.split(rows.sample(frac=1), [600, 800])
use(a, b, c)
use(rows[:600], rows[600:800], rows[800:])
`),
      ["train", "validation", "test", "train", "validation", "test"],
    ));
});
