import { equal, fail } from "node:assert/strict";
import type { Fix } from "../../../src/rules/rule.js";
import { LineIndex } from "../../../src/syntax/line-index.js";
import { expectFindings, findingsOf } from "../expect-findings.js";

const rule = "seed-missing-torch";
const header = `import torch
from torch import nn
from torch.utils.data import DataLoader, random_split
`;
const expect = (source: string, files: Readonly<Record<string, string>> = {}): void =>
  expectFindings(rule, header + source, { files });
const loop = `
optimizer = torch.optim.Adam(model.parameters())
for x, y in loader:
    optimizer.zero_grad()
    nn.functional.cross_entropy(model(x), y).backward()
    optimizer.step()
`;

describe("seed-missing-torch", () => {
  it("stands at the first draw of a flat script", () =>
    expect(`
train, held_out = random_split(rows, [800, 200])
                  ~~~~~~~~~~~~ \`random_split\` draws random numbers, and nothing seeds torch: call \`torch.manual_seed\` at the start of the script.
model = nn.Linear(4, 2)
loader = DataLoader(train, shuffle=True)
${loop}`));

  it("follows a main guard into functions and classes", () =>
    expect(`
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.head = nn.Linear(4, 2)

    def forward(self, x):
        return self.head(x)

def train(model, loader):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for x, y in loader:
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        loss.backward()
        optimizer.step()

def main():
    net = Net()
          ~~~
    train(net, DataLoader(rows, shuffle=True))

if __name__ == "__main__":
    main()
`));

  it("does not take another library's seed for one", () =>
    expect(`
import random
import numpy as np
random.seed(1)
np.random.seed(1)
model = nn.Linear(4, 2)
        ~~~~~~~~~
loader = load()
${loop}`));

  it("marks a module where it is made, not the layers in its class", () =>
    expectFindings(
      rule,
      `from models import Net
import torch

net = Net(width=8)
      ~~~ \`Net\` draws random numbers, and nothing seeds torch: call \`torch.manual_seed\` at the start of the script.
optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
`,
      {
        files: {
          "models.py":
            "from torch import nn\n\nclass Net(nn.Module):\n    def __init__(self, width):\n        super().__init__()\n        self.body = self.stack(width)\n\n    def stack(self, width):\n        return nn.Sequential(nn.Linear(2, width), nn.ReLU())\n",
        },
      },
    ));

  it("marks the container that layers are written in", () =>
    expect(`
def build():
    return nn.Sequential(
           ~~~~~~~~~~~~~
        nn.Flatten(),
        nn.Linear(4, 2),
    )

model = build().cuda()
loader = load()
${loop}`));

  it("passes over weights that somebody trained and layers that start from ones", () =>
    expect(`
from torchvision import models
model = models.resnet18(weights="DEFAULT")
norm = nn.BatchNorm1d(4)
criterion = nn.CrossEntropyLoss()
model.fc = nn.Linear(512, 3)
           ~~~~~~~~~
loader = load()
${loop}`));

  it("follows a function that a library calls", () =>
    expect(`
import torch.multiprocessing as mp

def worker(rank, world):
    model = nn.Linear(4, 2).to(rank)
            ~~~~~~~~~
    loader = load()
    optimizer = torch.optim.Adam(model.parameters())
    for x, y in loader:
        optimizer.zero_grad()
        nn.functional.mse_loss(model(x), y).backward()
        optimizer.step()

if __name__ == "__main__":
    mp.spawn(worker, args=(2,), nprocs=2)
`));

  it("trains by Lightning, too", () =>
    expect(`
import pytorch_lightning as pl

class Regressor(pl.LightningModule):
    def __init__(self):
        super().__init__()
        self.net = nn.Linear(4, 1)

    def training_step(self, batch, index):
        return nn.functional.mse_loss(self.net(batch[0]), batch[1])

regressor = Regressor()
            ~~~~~~~~~
pl.Trainer(max_epochs=3).fit(regressor, load())
`));

  it("is not silenced by a helper that seeds something else, or that nobody calls", () => {
    expect(`
import random

def set_seed(n):
    random.seed(n)

set_seed(3)
model = nn.Linear(4, 2)
        ~~~~~~~~~
loader = load()
${loop}`);
    expect(`
def set_seed(n):
    torch.manual_seed(n)

model = nn.Linear(4, 2)
        ~~~~~~~~~
loader = load()
${loop}`);
    expect(`
import numpy as np

def seed_worker(worker_id):
    torch.manual_seed(worker_id)

loader = DataLoader(rows, shuffle=True, worker_init_fn=seed_worker)
         ~~~~~~~~~~
model = nn.Linear(4, 2)
${loop}`);
  });

  it("takes neither torch.seed, nor a generator of its own, nor an environment's seed for one", () =>
    expect(`
from sklearn.model_selection import train_test_split
import gym
torch.seed()
g = torch.Generator()
g.manual_seed(0)
env = gym.make("CartPole-v1")
env.seed(0)
a, b = train_test_split(rows, random_state=0)
loader = DataLoader(a, shuffle=True, generator=g)
model = nn.Linear(4, 2)
        ~~~~~~~~~
${loop}`));

  const seeded = (code: string): string => {
    const [fix] = findingsOf(rule, code)[0]?.fixes ?? [];
    return apply(fix ?? fail("no fix"), code);
  };

  it("adds the seed after the imports", () =>
    equal(
      seeded(`${header}\nmodel = nn.Linear(4, 2)\nloader = load()\n${loop}`),
      `${header}\ntorch.manual_seed(0)\n\nmodel = nn.Linear(4, 2)\nloader = load()\n${loop}`,
    ));

  it("adds the file's constant after its definition, under torch's own name there", () =>
    equal(
      seeded(
        "import torch as t\n\nSEED = 7\nRATE = 0.1\nnet = t.nn.Linear(4, 2)\nopt = t.optim.SGD(net.parameters(), lr=RATE)\nopt.step()\n",
      ),
      "import torch as t\n\nSEED = 7\nt.manual_seed(SEED)\nRATE = 0.1\nnet = t.nn.Linear(4, 2)\nopt = t.optim.SGD(net.parameters(), lr=RATE)\nopt.step()\n",
    ));

  it("adds the seed at the start of main", () =>
    equal(
      seeded(
        'import torch\n\ndef main():\n    """Trains."""\n    net = torch.nn.Linear(4, 2)\n    torch.optim.SGD(net.parameters(), lr=0.1)\n\nif __name__ == "__main__":\n    main()\n',
      ),
      'import torch\n\ndef main():\n    """Trains."""\n    torch.manual_seed(0)\n    net = torch.nn.Linear(4, 2)\n    torch.optim.SGD(net.parameters(), lr=0.1)\n\nif __name__ == "__main__":\n    main()\n',
    ));

  it("adds the seed before a loop of runs, not in it", () =>
    equal(
      seeded(
        'import torch\n\ndef run(fold):\n    net = torch.nn.Linear(4, 2)\n    torch.optim.SGD(net.parameters(), lr=0.1)\n\nif __name__ == "__main__":\n    for fold in range(5):\n        run(fold)\n',
      ),
      'import torch\n\ndef run(fold):\n    net = torch.nn.Linear(4, 2)\n    torch.optim.SGD(net.parameters(), lr=0.1)\n\nif __name__ == "__main__":\n    torch.manual_seed(0)\n    for fold in range(5):\n        run(fold)\n',
    ));
});

function apply({ edits }: Fix, code: string): string {
  const lines = new LineIndex(code);
  return edits.reduce(
    (text, { start, end, newText }) => text.slice(0, lines.offset(start)) + newText + text.slice(lines.offset(end)),
    code,
  );
}
