import { equal } from "node:assert/strict";
import { verdictIn } from "../../verdict-in.js";

import type { Finding } from "../../../../src/rules/rule.js";

const texts = { "train.py": "from sklearn.svm import SVC\nSVC().fit(x, y)\n", "examples/a.py": "x = 1\n" };
const found = (path: string, severity: Finding["severity"]): { readonly findings: readonly Finding[] } => ({
  findings: [
    {
      ...{ rule: "missing-zero-grad", path, severity, message: "Gradients pile up.", stage: "training", guide: "" },
      ...{ related: [], fixes: [], start: { line: 1, column: 1 }, end: { line: 1, column: 2 } },
    },
  ],
});

describe("TRAIN-08", () => {
  it("goes by the worst open finding", async () => {
    equal(await verdictIn(texts, "TRAIN-08"), "pass");
    equal(await verdictIn(texts, "TRAIN-08", found("train.py", "warning")), "partial");
    equal(await verdictIn(texts, "TRAIN-08", found("train.py", "error")), "fail");
  });

  it("leaves out examples, and what the team excludes", async () => {
    equal(await verdictIn(texts, "TRAIN-08", found("examples/a.py", "error")), "pass");
    equal(
      await verdictIn(texts, "TRAIN-08", {
        ...found("train.py", "error"),
        config: "{diagnostics: {exclude: [train.py]}}",
      }),
      "pass",
    );
    const config = "{diagnostics: {severity: {missing-zero-grad: warning}}}";
    equal(await verdictIn(texts, "TRAIN-08", { ...found("train.py", "error"), config }), "partial");
  });
});
