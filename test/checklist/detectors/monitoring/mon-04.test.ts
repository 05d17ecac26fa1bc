import { equal } from "node:assert/strict";
import { verdictIn } from "../../verdict-in.js";

const config = "{profile: {serving: true}}";
const limit = { "config/model.yaml": "freshness:\n  max_model_age_days: 45\n" };
const backtest = (row: string): Readonly<Record<string, string>> => ({
  "backtest.py": [
    "from sklearn.metrics import roc_auc_score",
    "from sklearn.svm import SVC",
    "",
    "def by_age(frame, months):",
    "    found = []",
    "    for cut in months:",
    "        known = frame[frame.month < cut]",
    '        model = SVC().fit(known[["a"]], known["late"])',
    "        for later in months:",
    "            part = frame[frame.month == later]",
    `            found.append(${row})`,
    "    return found",
    "",
    'if __name__ == "__main__":',
    "    print(by_age(None, []))",
    "",
  ].join("\n"),
});
const score = 'roc_auc_score(part["late"], model.predict(part[["a"]]))';

describe("MON-04", () => {
  it("passes where scores of several ages are kept and a limit is set", async () => {
    const texts = { ...limit, ...backtest(`{"age_days": later - cut, "auc": ${score}}`) };
    equal(await verdictIn(texts, "MON-04", { config }), "pass");
  });
  it("is partial with one of them; a loop over folds shows no age", async () => {
    equal(await verdictIn(limit, "MON-04", { config }), "partial");
    equal(
      await verdictIn({ ...limit, ...backtest(`{"fold": later, "auc": ${score}}`) }, "MON-04", { config }),
      "partial",
    );
    equal(await verdictIn(backtest(`{"age_days": later - cut, "auc": ${score}}`), "MON-04", { config }), "partial");
  });
  it("asks where neither is seen", async () => {
    equal(
      await verdictIn({ "score.py": "import joblib\njoblib.load('m').predict([1])\n" }, "MON-04", { config }),
      "human",
    );
  });
});
