import { equal } from "node:assert/strict";
import { verdictIn } from "../../verdict-in.js";

const load =
  "import joblib\nimport mlflow\n\ndef load(run):\n    return joblib.load(mlflow.artifacts.download_artifacts(run))\n";
const train = (more: string): Readonly<Record<string, string>> => ({
  "train.py": `import mlflow\nfrom sklearn.svm import SVC\nSVC().fit(x, y)\n${more}\n`,
});

describe("DEPLOY-10: model files are loaded safely", () => {
  it("tells what the project's own runs have kept from what comes from elsewhere", async () => {
    equal(await verdictIn({ "load.py": load, ...train('mlflow.log_artifact("m.joblib")') }, "DEPLOY-10"), "partial");
    equal(await verdictIn({ "load.py": load, ...train("") }, "DEPLOY-10"), "fail");
  });

  it("takes no hash of a session or of a key for a check of the file", async () => {
    const booster = "import lightgbm as lgb\n\ndef load():\n    return lgb.Booster(model_file='m.txt')\n";
    const hashed = (guard: string): string =>
      `${booster}\nimport hashlib\n\ndef check(given, wanted):\n    digest = hashlib.sha256(given).hexdigest()\n    if ${guard}:\n        raise ValueError\n    return digest\n`;
    equal(await verdictIn({ "load.py": hashed("digest != wanted"), ...train("") }, "DEPLOY-10"), "pass");
    equal(await verdictIn({ "load.py": hashed("given is None"), ...train("") }, "DEPLOY-10"), "partial");
  });
});
