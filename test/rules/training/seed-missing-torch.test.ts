import { expectFindings } from "../expect-findings.js";

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

  const accepted: readonly [title: string, code: string][] = [
    ["a seed in the file", `torch.manual_seed(0)\nmodel = nn.Linear(4, 2)\n${loop}`],
    [
      "a helper of the file",
      `def fix_seeds(n):\n    torch.cuda.manual_seed_all(n)\n\nfix_seeds(3)\nmodel = nn.Linear(4, 2)\n${loop}`,
    ],
    ["a helper of Lightning", `import lightning as L\nL.seed_everything(3)\nmodel = nn.Linear(4, 2)\n${loop}`],
    ["a helper of Accelerate", `from accelerate.utils import set_seed\nset_seed(3)\nmodel = nn.Linear(4, 2)\n${loop}`],
    ["a helper from who knows where", `from common import seed_all\nseed_all()\nmodel = nn.Linear(4, 2)\n${loop}`],
    ["a seed that is handed on", `run = start(seed=args.seed)\nmodel = nn.Linear(4, 2)\n${loop}`],
    [
      "a library",
      `def train(loader):\n    model = nn.Linear(4, 2)\n    optimizer = torch.optim.SGD(model.parameters(), lr=1)\n    for x, y in loader:\n        model(x).sum().backward()\n        optimizer.step()`,
    ],
    ["a script that trains nothing", "model = nn.Linear(4, 2)\nprint(model(torch.randn(3, 4)))"],
    [
      "a trainer that seeds by itself",
      `from transformers import Trainer, TrainingArguments\nTrainer(nn.Linear(3, 2), TrainingArguments("out")).train()`,
    ],
    ["unit tests", `def test_step():\n    assert step(nn.Linear(4, 2)) > 0\n\nmodel = nn.Linear(4, 2)\n${loop}`],
  ];
  for (const [title, code] of accepted) it(`accepts ${title}`, () => expect(`${code}\n`));

  it("accepts a seed in a file that an imported file imports", () =>
    expect(`from setup.run import prepare\n\nprepare()\nmodel = nn.Linear(4, 2)\n${loop}`, {
      "setup/run.py": "from setup.random_state import fix\n\ndef prepare():\n    fix()\n",
      "setup/random_state.py": "import torch\n\ndef fix():\n    torch.manual_seed(5)\n",
    }));
});
