import { doesNotMatch, equal } from "node:assert/strict";
import type { Finding } from "../../../../src/rules/rule.js";
import { resultIn, verdictIn } from "../../verdict-in.js";
import { training } from "../ci-text.js";

const base = { "train.py": training };
const whats = async (texts: Readonly<Record<string, string>>, id: string): Promise<string> =>
  (await resultIn({ ...base, ...texts }, id)).evidence.map(({ what }) => what).join("\n");

describe("what is no part of the data", () => {
  it("is a number of rows, a block of a matrix, or a user's arm of an experiment", async () => {
    const shapes = "def f(x_test, joint, n):\n    n_test = x_test.shape[-2]\n    test_train = joint[..., n:, :n]\n";
    doesNotMatch(await whats({ "posterior.py": shapes }, "DATA-11"), /cut off/);
    const arms =
      "import hashlib\ndef assignment_bucket(experiment, user):\n    return hashlib.blake2s(user).digest()[0]\n";
    doesNotMatch(await whats({ "assign.py": arms }, "DATA-11"), /hash/);
  });

  it("is any two sets that must not meet", async () => {
    const sets = "def merge(a, b):\n    if set(a).intersection(b):\n        raise ValueError('both name it')\n";
    doesNotMatch(await whats({ "names.py": sets }, "DATA-12"), /parts meet/);
    const parts =
      "def check(train_ids, ids):\n    if set(train_ids).intersection(ids):\n        raise ValueError('leak')\n";
    equal(/parts meet/.test(await whats({ "check.py": parts }, "DATA-12")), true);
  });

  it("is the shape of an argument", async () => {
    const even = "def f(X):\n    if X.shape[-2] % 2 != 0:\n        raise ValueError('odd')\n";
    equal(
      await verdictIn({ ...base, "f.py": even, "dvc.yaml": "stages:\n  a:\n    cmd: python f.py\n" }, "DATA-02"),
      "fail",
    );
  });
});

describe("a finding in an example", () => {
  it("speaks against no item of the product", async () => {
    const at = { line: 1, column: 1 };
    const finding = (path: string): Finding => ({
      ...{ rule: "fit-before-split", path, start: at, end: at, severity: "warning", message: "It leaks." },
      ...{ stage: "data", guide: "data/leakage", related: [], fixes: [] },
    });
    const texts = { ...base, "examples/plot.py": "x = 1\n" };
    equal(await verdictIn(texts, "DATA-12", { findings: [finding("examples/plot.py")] }), "partial");
    equal(await verdictIn(texts, "DATA-12", { findings: [finding("train.py")] }), "fail");
  });
});
