import { expectFindings } from "../expect-findings.js";

const rule = "drop-last-on-eval";
const header = `import torch
from torch.utils.data import DataLoader
`;
const expect = (source: string): void => expectFindings(rule, header + source);

describe("drop-last-on-eval", () => {
  it("says what to do", () =>
    expect(`
val_loader = DataLoader(val_set, batch_size=64, drop_last=True)
                                                ~~~~~~~~~~~~~~ The last incomplete batch of the validation data is left out of every score: leave \`drop_last\` out here.
`));

  it("accepts training loaders", () =>
    expect(`
train_loader = DataLoader(train_set, batch_size=64, shuffle=True, drop_last=True)
loader = DataLoader(rows, batch_size=64, drop_last=True)
test_loader = DataLoader(test_set, batch_size=64, drop_last=False)
`));

  it("accepts batches of one", () =>
    expect(`
test_loader = DataLoader(test_set, batch_size=1, drop_last=True)
`));

  it("goes by the function that makes it", () =>
    expect(`
class Birds:
    def train_dataloader(self):
        return DataLoader(self.rows, batch_size=8, drop_last=True)

    def val_dataloader(self):
        return DataLoader(self.rows, batch_size=8, drop_last=True)
                                                   ~~~~~~~~~~~~~~
`));

  it("stands where the flag is written", () =>
    expect(`
def make(rows, shuffle, drop_last):
    return DataLoader(rows, batch_size=8, shuffle=shuffle, drop_last=drop_last)

train_loader = make(train_set, True, True)
test_loader = make(test_set, False, drop_last=True)
                                    ~~~~~~~~~~~~~~
`));

  it("accepts a flag that depends on the part", () =>
    expect(`
def make(rows, split):
    return DataLoader(rows, batch_size=8, drop_last=split == "train")

train_loader = make(train_set, "train")
val_loader = make(val_set, "val")
other_loader = DataLoader(val_set, batch_size=8, drop_last=is_train)
`));

  it("sees a helper that drops for every part", () =>
    expect(`
def make(rows):
    return DataLoader(rows, batch_size=8, drop_last=True)
                                          ~~~~~~~~~~~~~~

train_loader, val_loader = make(train_set), make(val_set)
`));

  it("reads options that are shared", () =>
    expect(`
options = dict(batch_size=8, drop_last=True)
                             ~~~~~~~~~~~~~~
train_loader = DataLoader(train_set, shuffle=True, **options)
val_loader = DataLoader(val_set, **options)
`));

  it("reads options that are written as a dict", () =>
    expect(`
options = {"batch_size": 8, "drop_last": True}
                            ~~~~~~~~~~~~~~~~~
val_loader = DataLoader(val_set, **options)
`));

  it("goes by what is done with the loader", () =>
    expect(`
def score(model, rows):
    loader = DataLoader(rows, batch_size=8, drop_last=True)
                                            ~~~~~~~~~~~~~~
    model.eval()
    hits = 0
    with torch.no_grad():
        for x, y in loader:
            hits += (model(x).argmax(1) == y).sum().item()
    return hits / len(rows)
`));

  it("accepts a loader that is trained on, whatever its name", () =>
    expect(`
test_loader = DataLoader(rows, batch_size=8, drop_last=True)
for x, y in test_loader:
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
`));

  it("accepts code that counts the remainder", () =>
    expect(`
val_loader = DataLoader(val_set, batch_size=batch_size, drop_last=True)
rest = val_set[-(len(val_set) % batch_size) :]
`));

  it("reads loops over phases and dicts of loaders", () =>
    expect(`
loaders = {}
for phase in ["train", "val"]:
    loaders[phase] = DataLoader(sets[phase], batch_size=8, drop_last=phase == "train")
loaders = {x: DataLoader(sets[x], batch_size=8, drop_last=True) for x in ["train", "val"]}
                                                ~~~~~~~~~~~~~~
`));

  it("accepts rows that are drawn with replacement, of which no batch is the last", () =>
    expect(`from torch.utils.data import RandomSampler, WeightedRandomSampler
drawn = WeightedRandomSampler(weights, num_samples=4000, replacement=True)
val_loader = DataLoader(val_set, sampler=drawn, batch_size=64, drop_last=True)
test_loader = DataLoader(test_set, 64, sampler=RandomSampler(test_set, replacement=True), drop_last=True)
val_loader = DataLoader(val_set, 64, sampler=RandomSampler(val_set), drop_last=True)
                                                                     ~~~~~~~~~~~~~~
`));

  it("accepts rows on which a teacher answers while its student is trained", () =>
    expect(`
teacher.eval()
rows = DataLoader(dataset, batch_size=64, drop_last=True)
for x, y in rows:
    with torch.no_grad():
        wanted = teacher(x)
    loss = criterion(model(x), wanted)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
`));
});
