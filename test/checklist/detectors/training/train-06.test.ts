import { equal } from "node:assert/strict";
import { verdictIn } from "../../verdict-in.js";

const model =
  "import torch\nclass Net(torch.nn.Module):\n    def forward(self, x):\n        return x\ndef train(net):\n    net(x).mean().backward()\n";
const ci = "on: [push]\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: pytest tests\n";
const test = (end: string): string => `from model import Net
def test_one_batch_is_learned():
    net = Net()
    for step in range(200):
        loss = net(x).mean()
        loss.backward()
    ${end}
`;
const whole = { "model.py": model, "tests/test_fit.py": test("assert loss < 0.01"), ".github/workflows/ci.yml": ci };

describe("TRAIN-06", () => {
  it("passes with an asserted check that CI runs", async () => {
    equal(await verdictIn(whole, "TRAIN-06"), "pass");
  });

  it("is partial when nothing runs it, or it only runs", async () => {
    equal(
      await verdictIn({ "model.py": model, "tests/test_fit.py": whole["tests/test_fit.py"] }, "TRAIN-06"),
      "partial",
    );
    const dev =
      "import pytorch_lightning as pl\nfrom model import Net\ndef test_runs():\n    pl.Trainer(fast_dev_run=True).fit(Net())\n";
    equal(await verdictIn({ ...whole, "tests/test_fit.py": dev }, "TRAIN-06"), "partial");
  });

  it("fails without an assertion, with a comment alone, or when it is skipped", async () => {
    equal(await verdictIn({ ...whole, "tests/test_fit.py": test("print(loss)") }, "TRAIN-06"), "fail");
    equal(await verdictIn({ ...whole, "tests/test_fit.py": "# Trainer(overfit_batches=1)\n" }, "TRAIN-06"), "fail");
    const skipped = `import pytest\n${whole["tests/test_fit.py"].replace("def test", "@pytest.mark.skip\ndef test")}`;
    equal(await verdictIn({ ...whole, "tests/test_fit.py": skipped }, "TRAIN-06"), "fail");
  });

  it("asks a person about models that others trained", async () => {
    const tuned = { "train.py": "from transformers import Trainer\nTrainer(model=m).train()\n" };
    equal(await verdictIn(tuned, "TRAIN-06"), "human");
    equal(await verdictIn(tuned, "TRAIN-06", { config: "{training: {overfitTest: required}}" }), "fail");
  });
});
