import { expectFindings } from "../expect-findings.js";

const rule = "seed-missing-numpy";
const header = "import numpy as np\nfrom sklearn.linear_model import Ridge\n";
const expect = (source: string): void => expectFindings(rule, header + source);
const fit = "\nmodel = Ridge().fit(X, y)\n";

describe("seed-missing-numpy", () => {
  it("stands at the first draw", () =>
    expect(`
order = np.random.permutation(len(X))
        ~~~~~~~~~~~~~~~~~~~~~ \`np.random.permutation\` draws other numbers on every run: draw from \`np.random.default_rng(seed)\`, or call \`np.random.seed\` at the start.
np.random.shuffle(rows)
${fit}`));

  it("follows names and functions", () =>
    expect(`
from numpy.random import rand

def noisy(X):
    return X + rand(*X.shape)
               ~~~~

def main():
    Ridge().fit(noisy(X), y)

if __name__ == "__main__":
    main()
`));

  it("reports a generator without a seed, whatever else is seeded", () =>
    expect(`
np.random.seed(1)
rng = np.random.default_rng()
      ~~~~~~~~~~~~~~~~~~~~~ \`np.random.default_rng()\` has no seed, so every run draws other numbers: give it one.
${fit}`));

  it("reports a data set that draws while a script trains on it", () =>
    expect(`
import torch
from torch.utils.data import DataLoader

class Rows:
    def __getitem__(self, index):
        return self.rows[index] + np.random.normal()
                                  ~~~~~~~~~~~~~~~~

torch.manual_seed(3)
net = torch.nn.Linear(3, 1)
optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
for x, y in DataLoader(Rows(), shuffle=True):
    optimizer.zero_grad()
    torch.nn.functional.mse_loss(net(x), y).backward()
    optimizer.step()
`));

  it("reports scripts that sample without a library's model", () => {
    expectFindings(
      rule,
      `import numpy as np

total = 0
for _ in range(1000):
    total += np.random.poisson(3)
             ~~~~~~~~~~~~~~~~~
print(total)
`,
    );
    expectFindings(
      rule,
      `import numpy as np

weights = np.random.randn(3)
          ~~~~~~~~~~~~~~~
for row, target in zip(X, y):
    weights -= 0.1 * (weights @ row - target) * row
`,
    );
    expectFindings(
      rule,
      `import numpy as np

rng = np.random.RandomState(None)
      ~~~~~~~~~~~~~~~~~~~~~
draws = [rng.choice(rows) for _ in range(100)]
rng.shuffle(draws)
`,
    );
  });

  it("does not take a seed from the clock, or another generator's, for one", () =>
    expect(`
import random
np.random.seed()
random.seed(3)
rng = np.random.default_rng(3)
order = np.random.permutation(len(X))
        ~~~~~~~~~~~~~~~~~~~~~
${fit}`));

  const accepted: readonly [title: string, code: string][] = [
    ["a seed", `np.random.seed(3)\nx = np.random.rand(3)${fit}`],
    [
      "a generator with a seed",
      `rng = np.random.default_rng(3)\nold = np.random.RandomState(4)\nx = rng.normal() + old.rand()${fit}`,
    ],
    ["a seed from a helper", `from mine import set_seed\nset_seed(1)\nx = np.random.rand(3)${fit}`],
    ["a seed that is handed on", `run = start(seed=3)\nx = np.random.rand(3)${fit}`],
    ["a library", "def noisy(X):\n    return Ridge().fit(X + np.random.rand(*X.shape), y)"],
    ["a script that trains nothing", "print(np.random.rand(3))"],
    ["numpy without chance", `x = np.zeros(3)${fit}`],
    ["another module's random", `import random\nx = random.random()${fit}`],
    ["a seed that comes from the configuration", `np.random.seed(cfg.train.seed)\nx = np.random.rand(3)${fit}`],
    [
      "a generator that is made when nobody gave one",
      `def draw(rng=None):\n    if rng is None:\n        rng = np.random.default_rng()\n    return rng.normal()\n\nx = draw(np.random.default_rng(1))${fit}`,
    ],
    [
      "a generator or a new one",
      `def draw(rng=None):\n    rng = rng or np.random.default_rng()\n    return rng.normal()\n\nx = draw(np.random.default_rng(1))${fit}`,
    ],
    [
      "numbers that are only shown",
      `import matplotlib.pyplot as plt\npick = np.random.choice(len(X), 9)\nplt.imshow(X[pick])${fit}`,
    ],
    ["a picture", `import matplotlib.pyplot as plt\nfor i in range(3):\n    plt.plot(np.random.rand(3))`],
    [
      "timing",
      `import time\nstart = time.time()\nfor i in range(3):\n    np.random.rand(3)\nprint(time.time() - start)`,
    ],
    [
      "a trial of a model that runs elsewhere",
      `import onnxruntime\nfor i in range(3):\n    onnxruntime.InferenceSession("m.onnx").run(None, {"x": np.random.rand(1, 3)})`,
    ],
    [
      "the old functions with a state of their own",
      `state = np.random.RandomState(1)\nfor i in range(3):\n    print(state.rand(3))`,
    ],
    ["unit tests", `def test_fit():\n    assert Ridge().fit(X, y)\n\nx = np.random.rand(3)${fit}`],
  ];
  for (const [title, code] of accepted) it(`accepts ${title}`, () => expect(`${code}\n`));

  it("leaves the trial at the end of a module of a package", () =>
    expectFindings(
      rule,
      `import numpy as np
from worlds.base import World

class Maze(World):
    def tasks(self, count):
        return [{"way": way} for way in np.random.choice((-1, 1), (count,))]

if __name__ == "__main__":
    for task in Maze().tasks(2):
        print(task)
`,
      { path: "worlds/maze.py", files: { "worlds/base.py": "class World: ...\n" } },
    ));
});
