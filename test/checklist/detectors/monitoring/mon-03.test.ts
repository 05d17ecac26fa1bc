import { equal } from "node:assert/strict";
import { verdictIn } from "../../verdict-in.js";
import { model, service } from "./service.js";

const features = { "features.py": "import pandas as pd\n\ndef build_features(frame):\n    return frame.assign(a=1)\n" };
const head = "from features import build_features";
const train = model.replace("def run(frame):", `${head}\n\ndef run(frame):\n    frame = build_features(frame)`);
const app = service({ head, body: "body = build_features(body)" });
const parity = `from fastapi.testclient import TestClient
from app import app
from features import build_features

def test_parity():
    answer = TestClient(app).post("/predict", json={}).json()
    assert answer["features"] == build_features({})
`;

const ci = {
  ".github/workflows/ci.yml": "on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: pytest\n",
};

describe("MON-03", () => {
  it("passes with one function for both sides and a test in CI that compares them", async () => {
    const texts = { ...features, "train.py": train, "app.py": app, "test_app.py": parity, ...ci };
    equal(await verdictIn(texts, "MON-03"), "pass");
  });
  it("finds what makes the batches that training is handed", async () => {
    const views =
      "from torchvision import transforms\n\ndef views():\n    return transforms.Compose([transforms.ToTensor()])\n";
    const loaders =
      "from torch.utils.data import DataLoader\nfrom features import views\n\ndef loaders(folder):\n    return DataLoader(read(folder, views()))\n";
    const body = "body = views()(body)";
    const served = service({ head: "from features import views", body });
    const texts = { "features.py": views, "loaders.py": loaders, "train.py": model, "app.py": served };
    equal(await verdictIn(texts, "MON-03"), "partial");
  });
  it("tells the sides of a batch apart, though one command starts both and an evaluation predicts as well", async () => {
    const texts = {
      ...features,
      "train.py": train,
      "score.py": `import joblib\n${head}\n\ndef score(frame):\n    return joblib.load("model.joblib").predict(build_features(frame))\n`,
      "evaluate.py": `from sklearn.metrics import f1_score\nfrom train import run\n\ndef evaluate(model, x, y):\n    return f1_score(y, model.predict(x))\n`,
      "cli.py":
        "import argparse\nfrom evaluate import evaluate\nfrom score import score\nfrom train import run\n\ndef main():\n    argparse.ArgumentParser().add_subparsers()\n    run(1)\n    evaluate(1, 2, 3)\n    score(1)\n\nmain()\n",
      "test_score.py":
        "from features import build_features\nfrom score import score\nfrom train import run\n\ndef test_same():\n    model = run([1])\n    assert score([1]) == model.predict(build_features([1]))\n",
      ...ci,
    };
    equal(await verdictIn(texts, "MON-03", { config: "{profile: {serving: true, online: false}}" }), "pass");
  });
  it("is partial with one function alone", async () => {
    equal(await verdictIn({ ...features, "train.py": train, "app.py": app }, "MON-03"), "partial");
  });
  it("does not count tests that ask the service or train, and compare neither with the other", async () => {
    const asked = parity.replace(
      'assert answer["features"] == build_features({})',
      'assert answer["score"] > 0\n    assert len(build_features({})) == 1',
    );
    equal(
      await verdictIn({ ...features, "train.py": train, "app.py": app, "test_app.py": asked, ...ci }, "MON-03"),
      "partial",
    );
  });
  it("does not count two functions of the same name", async () => {
    const own = service({ head: "def build_features(frame):\n    return frame", body: "body = build_features(body)" });
    equal(await verdictIn({ ...features, "train.py": train, "app.py": own }, "MON-03"), "fail");
  });
});
