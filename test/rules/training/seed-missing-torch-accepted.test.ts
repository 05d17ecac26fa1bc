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

describe("seed-missing-torch accepts", () => {
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
    [
      "a benchmark",
      `import timeit\nmodel = nn.Linear(4, 2)\noptimizer = torch.optim.SGD(model.parameters(), lr=1)\nprint(timeit.timeit(lambda: model(torch.randn(2, 4)).sum().backward()))`,
    ],
    [
      "a loop that is timed on made-up data",
      `import time\nmodel = nn.Linear(4, 2)\nx, y = torch.randn(8, 4), torch.zeros(8, dtype=torch.long)\nloader = [(x, y)] * 9\nstart = time.perf_counter()\noptimizer = torch.optim.SGD(model.parameters(), lr=1)\nfor i in range(99):\n    optimizer.zero_grad()\n    model(x).sum().backward()\n    optimizer.step()\nprint(time.perf_counter() - start)`,
    ],
    [
      "a single backward",
      `model = nn.Linear(4, 2)\nmodel(torch.randn(2, 4)).sum().backward()\nprint(model.weight.grad)`,
    ],
    [
      "a seed in a method",
      `class Runner:\n    def __init__(self, seed):\n        torch.manual_seed(seed)\n        self.model = nn.Linear(4, 2)\n        self.optimizer = torch.optim.SGD(self.model.parameters(), lr=1)\n\nRunner(3)`,
    ],
    [
      "a seed under a condition",
      `if args.seed is not None:\n    torch.manual_seed(args.seed)\nmodel = nn.Linear(4, 2)\n${loop}`,
    ],
    [
      "a module of the project that is given the seed",
      `from mine import prepare\nprepare(args.seed)\nmodel = nn.Linear(4, 2)\n${loop}`,
    ],
    [
      "a loader that keeps the order",
      `loader = DataLoader(rows, batch_size=8, shuffle=False)\nmodel = load()\n${loop}`,
    ],
    ["a network out of sight", `from mine import Net\nmodel = Net()\nloader = load()\n${loop}`],
    [
      "a determinism helper of MONAI",
      `from monai.utils import set_determinism\nset_determinism(0)\nmodel = nn.Linear(4, 2)\n${loop}`,
    ],
    [
      "a trial of a network",
      `if __name__ == "__main__":\n    net = nn.Sequential(nn.Linear(4, 2))\n    print(net(torch.rand(2, 4)).shape)`,
    ],
    ["unit tests", `def test_step():\n    assert step(nn.Linear(4, 2)) > 0\n\nmodel = nn.Linear(4, 2)\n${loop}`],
  ];
  for (const [title, code] of accepted) it(`accepts ${title}`, () => expect(`${code}\n`));

  it("accepts a seed in a file that an imported file imports", () =>
    expect(`from setup.run import prepare\n\nprepare()\nmodel = nn.Linear(4, 2)\n${loop}`, {
      "setup/run.py": "from setup.random_state import fix\n\ndef prepare():\n    fix()\n",
      "setup/random_state.py": "import torch\n\ndef fix():\n    torch.manual_seed(5)\n",
    }));

  it("the configuration of another script, which states a seed; a script that forgets its own is reported", () => {
    const stated = "SEED = 21\nmodel = nn.Linear(4, 2)\n";
    expect(`${stated}optimizer = torch.optim.SGD(model.parameters(), lr=0.1)\n`);
    expect(`${stated.replace("2)\n", "2)\n        ~~~~~~~~~\n")}${loop}`);
  });
});
