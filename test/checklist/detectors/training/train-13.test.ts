import { equal } from "node:assert/strict";
import { verdictIn } from "../../verdict-in.js";

const train = { "train.py": "from sklearn.svm import SVC\nSVC().fit(x, y)\n" };
const owners = { ".github/CODEOWNERS": "*.py @team/ml\n" };
const settings = {
  ".github/settings.yml":
    "branches:\n  - name: main\n    protection:\n      required_pull_request_reviews:\n        required_approving_review_count: 1\n",
};
const ci = {
  ".github/workflows/ci.yml":
    "on: [pull_request]\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: pytest\n",
};

describe("TRAIN-13", () => {
  it("passes with owners and a review that a file enforces", async () => {
    equal(await verdictIn({ ...train, ...owners, ...settings }, "TRAIN-13"), "pass");
  });

  it("is partial with owners, with requests in CI, or with owners of other paths", async () => {
    equal(await verdictIn({ ...train, ...owners }, "TRAIN-13"), "partial");
    equal(await verdictIn({ ...train, ...ci }, "TRAIN-13"), "partial");
    equal(
      await verdictIn({ ...train, ...settings, ".github/CODEOWNERS": "/docs/ @team/docs\n" }, "TRAIN-13"),
      "partial",
    );
  });

  it("does not take a binary for a change that somebody can review", async () => {
    equal(await verdictIn({ ...train, ...owners, ...settings, "model.pkl": "x" }, "TRAIN-13"), "partial");
  });

  it("does not count rulesets that are off, or owners in comments", async () => {
    const off = {
      ".github/rulesets/main.json":
        '{"enforcement": "disabled", "rules": [{"parameters": {"required_approving_review_count": 1}}]}',
    };
    equal(await verdictIn({ ...train, ...owners, ...off }, "TRAIN-13"), "partial");
    equal(await verdictIn({ ...train, ".github/CODEOWNERS": "# *.py @team/ml\n" }, "TRAIN-13"), "fail");
  });

  it("looks at the paths that the team names", async () => {
    equal(
      await verdictIn({ ...train, "src/a.ts": "export {};\n", ...owners, ...settings }, "TRAIN-13", {
        config: "{review: {paths: [src/**]}}",
      }),
      "partial",
    );
  });
});
