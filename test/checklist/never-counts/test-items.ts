import { testsInCi, training } from "../detectors/ci-text.js";
import { model, service } from "../detectors/monitoring/service.js";
import type { Texts } from "./counts.js";

/** A test that is evidence for an item, in a project whose every push runs its tests. */
export interface TestItem {
  readonly id: string;
  readonly rest: Texts;
  /** What stands above the test. */
  readonly head: string;
  /** The name of the test. */
  readonly name: string;
  /** The lines of its body, of which the last asserts something. */
  readonly body: readonly string[];
}

export const ci = { ".github/workflows/ci.yml": testsInCi };

const features = "import pandas as pd\n\n\ndef build(rows):\n    return rows.assign(ratio=rows.age / rows.fare)\n";
const net = `import torch

class Net(torch.nn.Module):
    def forward(self, x):
        return x

def train(net):
    net(x).mean().backward()
`;
/** A training that takes its seed. */
export const seeded = `import torch

def fit(seed):
    torch.manual_seed(seed)
    net = torch.nn.Linear(3, 1)
    net(torch.ones(2, 3)).mean().backward()
    return float(net.bias)

if __name__ == "__main__":
    fit(1)
`;
const typed = `import joblib
from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()
model = joblib.load("model.joblib")

class In(BaseModel):
    x: float

class Out(BaseModel):
    y: float

@app.post("/predict")
def predict(row: In) -> Out:
    return Out(y=model.predict([[row.x]])[0])
`;
const shared = "from features import build";
const both = {
  "features.py": features,
  "train.py": model.replace("def run(frame):", `${shared}\n\ndef run(frame):\n    frame = build(frame)`),
  "app.py": service({ head: shared, body: "body = build(body)" }),
};
const convert =
  "import tensorflow as tf\n\ndef convert(model):\n    return tf.lite.TFLiteConverter.from_keras_model(model).convert()\n";

export const testItems: readonly TestItem[] = [
  {
    ...{ id: "DATA-08", rest: { "train.py": training, "features.py": features } },
    ...{ head: "import pandas as pd\nfrom features import build", name: "test_ratio" },
    body: ['rows = pd.DataFrame({"age": [1], "fare": [2]})', "assert build(rows).ratio[0] == 0.5"],
  },
  {
    ...{ id: "TRAIN-01", rest: { "train.py": seeded }, head: "from train import fit", name: "test_twice" },
    body: ["first = fit(seed=3)", "again = fit(seed=3)", "assert first == again"],
  },
  {
    ...{ id: "TRAIN-06", rest: { "model.py": net }, head: "from model import Net", name: "test_one_batch_is_learned" },
    body: [
      "net = Net()",
      "for step in range(200):",
      "    loss = net(x).mean()",
      "    loss.backward()",
      "assert loss < 0.01",
    ],
  },
  {
    ...{ id: "TRAIN-07", rest: { "model.py": net }, head: "import torch\nfrom model import Net", name: "test_shape" },
    body: ["found = Net()(torch.zeros(4, 3)).shape", "assert found == (4, 1)"],
  },
  {
    ...{ id: "TEST-01", rest: { "train.py": training, "features.py": features } },
    ...{ head: "from features import build", name: "test_build" },
    body: ["found = build([1])", "assert found == [1]"],
  },
  {
    ...{ id: "TEST-03", head: "from train import run\nfrom predict import score", name: "test_from_rows_to_scores" },
    rest: {
      "train.py": model,
      "predict.py":
        'from sklearn.metrics import f1_score\n\ndef score(model, rows):\n    return f1_score(rows["late"], model.predict(rows))\n',
    },
    body: ["found = score(run(rows), rows)", "assert found > 0.5"],
  },
  {
    ...{ id: "TEST-07", head: "from model import predict", name: "test_names_do_not_matter" },
    rest: {
      "train.py": training,
      "model.py":
        'import joblib\nmodel = joblib.load("m.joblib")\n\ndef predict(text):\n    return model.predict([text])[0]\n',
    },
    body: ['first, second = predict("Ann is late"), predict("Bob is late")', "assert first == second"],
  },
  {
    ...{ id: "DEPLOY-03", rest: { "serve.py": typed }, head: "import json\nfrom serve import app" },
    ...{ name: "test_contract" },
    body: ['known = json.load(open("openapi.json"))', "assert app.openapi() == known"],
  },
  {
    ...{ id: "DEPLOY-12", rest: { "train.py": training, "convert.py": convert } },
    ...{ head: "import numpy as np\nfrom convert import convert", name: "test_it_answers_as_before" },
    body: ["found, wanted = run(convert(model), x), model.predict(x)", "assert np.abs(found - wanted).mean() < 0.1"],
  },
  {
    ...{ id: "MON-03", rest: both, name: "test_parity" },
    head: "from fastapi.testclient import TestClient\nfrom app import app\nfrom features import build",
    body: ['answer = TestClient(app).post("/predict", json={}).json()', 'assert answer["features"] == build({})'],
  },
];
