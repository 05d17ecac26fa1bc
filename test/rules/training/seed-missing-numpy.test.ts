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
    ["unit tests", `def test_fit():\n    assert Ridge().fit(X, y)\n\nx = np.random.rand(3)${fit}`],
  ];
  for (const [title, code] of accepted) it(`accepts ${title}`, () => expect(`${code}\n`));
});
