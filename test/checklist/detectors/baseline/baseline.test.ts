import { equal, match } from "node:assert/strict";
import { resultIn, verdictIn } from "../../verdict-in.js";
import { pipeline, testsInCi, training } from "../ci-text.js";

const base = { "train.py": training };
const dummy =
  "from sklearn.dummy import DummyClassifier\nfrom sklearn.metrics import f1_score\nmost = DummyClassifier().fit(x, y)\nprint(f1_score(y, most.predict(x)))\n";
const rule = "\n\ndef naive_rule(x):\n    return x > 3\n\n\nprint(f1_score(y, naive_rule(x)))\n";

describe("BASE-01: baselines are known", () => {
  it("takes a scored baseline for a part, and asks how well people do", async () => {
    const result = await resultIn({ ...base, "baselines.py": dummy + rule }, "BASE-01");
    equal(result.verdict, "partial");
    match(result.asks.join(), /How well do people do/);
    equal(await verdictIn({ ...base, "baselines.py": dummy }, "BASE-01"), "partial");
  });

  it("passes with both and the level of people", async () => {
    const texts = { ...base, "train.py": `${training}\n${dummy}${rule}` };
    equal(
      await verdictIn(texts, "BASE-01", { config: "{baseline: {human: {value: 0.9, source: docs/study.md}}}" }),
      "pass",
    );
    equal(await verdictIn(texts, "BASE-01", { config: "{baseline: {human: {applicable: false}}}" }), "pass");
  });

  it("fails without one, with a name alone, and with a network of that name", async () => {
    equal(await verdictIn(base, "BASE-01"), "fail");
    equal(await verdictIn({ ...base, "baseline.py": "import numpy\n" }, "BASE-01"), "fail");
    const net =
      "import torch\nfrom torch import nn\n\n\nclass BaselineModel(nn.Module):\n    pass\n\n\nbaseline_model = BaselineModel()\n";
    equal(await verdictIn({ ...base, "net.py": net }, "BASE-01"), "fail");
    equal(await verdictIn({ ...base, "tests/test_a.py": dummy }, "BASE-01"), "fail");
  });
});

describe("BASE-02: the model beats a simpler one", () => {
  const both = [
    "from sklearn.linear_model import LogisticRegression",
    "from sklearn.ensemble import RandomForestClassifier",
    "from sklearn.metrics import f1_score",
    "print(f1_score(y, LogisticRegression().fit(x, y).predict(x)))",
    "print(f1_score(y, RandomForestClassifier().fit(x, y).predict(x)))",
  ].join("\n");
  const gate = (test: string): string =>
    `def gate(model_score, baseline_score):\n    if ${test}:\n        raise SystemExit("not better")\n\n\ngate(1, 2)\n`;
  const steps = { ...base, "dvc.yaml": pipeline.replace("python train.py", "python train.py && python gate.py") };

  it("passes with a gate and a margin in the pipeline", async () => {
    equal(await verdictIn({ ...steps, "gate.py": gate("model_score < baseline_score + 0.02") }, "BASE-02"), "pass");
    equal(await verdictIn({ ...steps, "gate.py": gate("model_score < baseline_score") }, "BASE-02"), "partial");
    const lift = await verdictIn({ ...steps, "gate.py": gate("model_score < baseline_score") }, "BASE-02", {
      config: "{baseline: {minLift: 0.05}}",
    });
    equal(lift, "pass");
  });

  it("is half done when both are scored and nothing stops, or when nothing runs the gate", async () => {
    equal(await verdictIn({ "train.py": both }, "BASE-02"), "partial");
    equal(await verdictIn({ ...base, "gate.py": gate("model_score < baseline_score + 0.02") }, "BASE-02"), "partial");
  });

  it("fails without a simpler model, and with a test that asserts nothing of it", async () => {
    equal(await verdictIn(base, "BASE-02"), "fail");
    const test = "def test_baseline():\n    assert True\n";
    equal(
      await verdictIn({ ...base, ".github/workflows/test.yml": testsInCi, "tests/test_baseline.py": test }, "BASE-02"),
      "fail",
    );
  });

  it("asks about a comparison that is only published", async () => {
    const readme = "# Results\n\n| model | F1 |\n|---|---|\n| baseline | 0.61 |\n| ours | 0.74 |\n";
    equal(await verdictIn({ ...base, "README.md": readme }, "BASE-02"), "human");
  });
});
