import rule from "../../../src/rules/testing/wrong-split-evaluated.js";
import { expectFindings } from "../expect-findings.js";

describe("wrong-split-evaluated: dictionaries, methods and masks", () => {
  it("speaks: loaders in a dictionary, by their parts in another", () =>
    expectFindings(
      rule,
      `from torch.utils.data import DataLoader
parts = {name: Birds(name) for name in ("train", "test")}
feeds = dict(train=DataLoader(parts["train"], 8, shuffle=True))
feeds = {"train": DataLoader(parts["train"], 8, shuffle=True), "test": DataLoader(parts["train"], 8)}
                                                                                  ~~~~~~~~~~~~~~
same = {"train": DataLoader(parts["train"], 8, shuffle=True), "test": DataLoader(parts["test"], 8)}
`,
    ));

  it("speaks: what a method that is to give a held-out loader returns", () =>
    expectFindings(
      rule,
      `import lightning as L
from torch.utils.data import DataLoader
class Waves(L.LightningDataModule):
    def train_dataloader(self):
        return DataLoader(self.train_rows_set, batch_size=8, shuffle=True)
    def val_dataloader(self):
        return DataLoader(self.train_rows_set, batch_size=8)
                          ~~~~~~~~~~~~~~~~~~~
    def test_dataloader(self):
        return DataLoader(self.test_rows_set, batch_size=8)
`,
    ));

  it("speaks: a score of what a mask of the training part chooses", () =>
    expectFindings(
      rule,
      `import torch
def report(net, graph):
    right = net(graph.x).argmax(-1).eq(graph.y)
    train_acc = right[graph.train_mask].sum() / graph.train_mask.sum()
    test_acc = right[graph.train_mask].sum() / graph.test_mask.sum()
                     ~~~~~~~~~~~~~~~~
    val_mean = graph.x[graph.train_mask].mean()
    return train_acc, test_acc, val_mean
`,
    ));

  it("sees the training pair given for the validation pair", () => {
    const watched = (parts: string): string => `import pickle
from keras.models import load_model
net = load_model("a.keras")
${parts} = pickle.load(open("sounds.pkl", "rb"))
net.fit(train_x, train_y, epochs=8, validation_data=[train_x, train_y])
`;
    const mark = `                                                    ~~~~~~~~~~~~~~~~~~\n`;
    expectFindings(rule, watched("train_x, train_y, val_x, val_y") + mark);
    expectFindings(rule, watched("train_x, train_y"));
  });
});
