import { equal } from "node:assert/strict";
import { verdictIn } from "../../verdict-in.js";

const train = `import random
import torch

def fit(seed):
    torch.manual_seed(seed)
    net = torch.nn.Linear(3, 1)
    loss = net(torch.ones(2, 3)).mean()
    loss.backward()
    return float(loss)

if __name__ == "__main__":
    fit(1)
`;
const test = `from train import fit

def test_twice():
    first = fit(seed=3)
    again = fit(seed=3)
    assert first == again
`;
const ci = "on: [push]\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: pytest tests\n";
const whole = { "train.py": train, "tests/test_train.py": test, ".github/workflows/ci.yml": ci };

describe("TRAIN-01", () => {
  it("passes when all is seeded and CI trains twice", async () => {
    equal(await verdictIn(whole, "TRAIN-01"), "pass");
  });

  it("is partial when seeds are all there is, or nothing runs the test", async () => {
    equal(await verdictIn({ "train.py": train }, "TRAIN-01"), "partial");
    equal(await verdictIn({ "train.py": train, "tests/test_train.py": test }, "TRAIN-01"), "partial");
  });

  it("fails when one source has no seed, whatever is tested", async () => {
    const shuffled = train.replace("    net =", "    random.shuffle([1, 2])\n    net =");
    equal(await verdictIn({ ...whole, "train.py": shuffled }, "TRAIN-01"), "fail");
    const config = "{repro: {seedSources: [torch]}}";
    equal(await verdictIn({ ...whole, "train.py": shuffled }, "TRAIN-01", { config }), "pass");
  });

  it("does not count a seed that comes too late", async () => {
    const late = train
      .replace("    torch.manual_seed(seed)\n", "")
      .replace("    loss =", "    torch.manual_seed(seed)\n    loss =");
    equal(await verdictIn({ ...whole, "train.py": late }, "TRAIN-01"), "fail");
  });

  it("does not count a seed in a helper that nobody calls, in a test, or of None", async () => {
    const helper = train.replace("    torch.manual_seed(seed)\n", "") + "\ndef set_seed():\n    torch.manual_seed(1)\n";
    equal(await verdictIn({ ...whole, "train.py": helper }, "TRAIN-01"), "fail");
    const seeded = {
      ...whole,
      "train.py": train.replace("    torch.manual_seed(seed)\n", ""),
      "tests/test_train.py": `import torch\ntorch.manual_seed(1)\n${test}`,
    };
    equal(await verdictIn(seeded, "TRAIN-01"), "fail");
    const forest =
      "from sklearn.ensemble import RandomForestClassifier\nRandomForestClassifier(random_state=None).fit(x, y)\n";
    equal(await verdictIn({ "train.py": forest }, "TRAIN-01"), "fail");
    equal(await verdictIn({ "train.py": forest.replace("None", "3") }, "TRAIN-01"), "partial");
  });

  it("asks TensorFlow.js for seeded initialisers", async () => {
    const js = (seed: string): string =>
      `import * as tf from "@tensorflow/tfjs";\nconst model = tf.sequential();\nmodel.add(tf.layers.dense({ units: 1, kernelInitializer: ${seed} }));\nawait model.fit(x, y);\n`;
    equal(await verdictIn({ "src/train.ts": js("tf.initializers.glorotNormal({ seed: 3 })") }, "TRAIN-01"), "partial");
    equal(await verdictIn({ "src/train.ts": js('"glorotNormal"') }, "TRAIN-01"), "fail");
  });

  it("does not count a comparison that lets runs differ by more than the team does", async () => {
    const close = test.replace("assert first == again", "assert first == pytest.approx(again, abs=0.1)");
    const texts = { ...whole, "tests/test_train.py": `import pytest\n${close}` };
    equal(await verdictIn(texts, "TRAIN-01", { config: "{repro: {tolerance: 0.1}}" }), "pass");
    equal(await verdictIn(texts, "TRAIN-01", { config: "{repro: {tolerance: 0.01}}" }), "partial");
    equal(await verdictIn(whole, "TRAIN-01", { config: "{repro: {tolerance: 0}}" }), "pass");
  });
});
