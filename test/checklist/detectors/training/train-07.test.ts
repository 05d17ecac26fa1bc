import { equal } from "node:assert/strict";
import { verdictIn } from "../../verdict-in.js";

const model =
  "import torch\nclass Net(torch.nn.Module):\n    def forward(self, x):\n        return x\ndef train(net):\n    net(x).mean().backward()\n";
const ci = "on: [push]\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: pytest tests\n";
const shape = "def test_shape():\n    assert Net()(torch.zeros(4, 3)).shape == (4, 1)\n";
const restore =
  'def test_restore():\n    net = Net()\n    torch.save(net.state_dict(), "a.pt")\n    other = Net()\n    other.load_state_dict(torch.load("a.pt"))\n    torch.testing.assert_close(other(x), net(x))\n';
const tests = (...cases: readonly string[]): Record<string, string> => ({
  "model.py": model,
  "tests/test_model.py": `import torch\nfrom model import Net\n${cases.join("")}`,
  ".github/workflows/ci.yml": ci,
});

describe("TRAIN-07", () => {
  it("passes with two kinds of tests in CI", async () => {
    equal(await verdictIn(tests(shape, restore), "TRAIN-07"), "pass");
  });

  it("is partial with one kind, with none of them, or when CI runs nothing", async () => {
    equal(await verdictIn(tests(shape), "TRAIN-07"), "partial");
    equal(await verdictIn(tests("def test_made():\n    assert Net() is not None\n"), "TRAIN-07"), "partial");
    const { ".github/workflows/ci.yml": _, ...without } = tests(shape, restore);
    equal(await verdictIn(without, "TRAIN-07"), "partial");
  });

  it("fails when no test comes to the model, or all of them put something in its place", async () => {
    equal(await verdictIn({ "model.py": model }, "TRAIN-07"), "fail");
    const mocked =
      'from unittest.mock import patch\ndef test_shape():\n    with patch("model.Net") as net:\n        assert Net()(1).shape == (4, 1)\n';
    equal(await verdictIn(tests(mocked), "TRAIN-07"), "fail");
    const decorated =
      'from unittest.mock import patch\n@patch("model.Net")\ndef test_shape(net):\n    assert Net()(1).shape == (4, 1)\n';
    equal(await verdictIn(tests(decorated), "TRAIN-07"), "fail");
  });

  it("looks at the models that the team names", async () => {
    equal(await verdictIn(tests(shape, restore), "TRAIN-07", { config: "{models: {paths: [other/**]}}" }), "human");
  });
});
