import { training } from "../detectors/ci-text.js";
import { model, service } from "../detectors/monitoring/service.js";
import type { Texts } from "./counts.js";
import { seeded } from "./test-items.js";

/** A command that is evidence for an item where a job of every change runs it. */
export interface CiItem {
  readonly id: string;
  readonly run: string;
  readonly rest: Texts;
  /** The tool, as it is installed and named. */
  readonly tool: string;
  /** Does the item ask that its failure stops the change, so that less counts for less? */
  readonly gates?: true;
}

const features = "import pandas as pd\n\n\ndef build(rows):\n    return rows.assign(ratio=rows.age / rows.fare)\n";
const tests = "from features import build\n\n\ndef test_build():\n    assert build(rows()).ratio[0] == 0.5\n";
const gate = `import json

recall = json.load(open("metrics.json"))["recall"]
if recall < 0.8:
    raise SystemExit(1)
`;
const twice = "from train import fit\n\n\ndef test_twice():\n    assert fit(seed=3) == fit(seed=3)\n";
const typed = service({ param: "row: In" }).replace(
  "app = FastAPI()",
  "from pydantic import BaseModel\napp = FastAPI()\n\nclass In(BaseModel):\n    x: float\n\nclass Out(BaseModel):\n    score: float\n",
);
const contract = `import json
from app import app

def test_contract():
    with open("openapi.json") as file:
        assert app.openapi() == json.load(file)
`;
const publish = `from transformers import AutoModel

AutoModel.from_pretrained("best").push_to_hub("team/late", revision="v3")
`;
const serving = { "train.py": model, "app.py": service() };
const guarded = service({
  head: "from fastapi import Depends, HTTPException",
  param: "body: dict, who=Depends(caller)",
}).replace(
  "app = FastAPI()",
  "app = FastAPI()\n\ndef caller(token: str):\n    if token != EXPECTED:\n        raise HTTPException(status_code=401)\n",
);
const locked = {
  "pyproject.toml": '[project]\nname = "a"\ndependencies = ["scikit-learn"]\n',
  "uv.lock":
    '[[package]]\nname = "scikit-learn"\nversion = "1.5.0"\n\n[[package]]\nname = "a"\nversion = "0.1.0"\nsource = { virtual = "." }\n',
};

export const ciItems: readonly CiItem[] = [
  {
    ...{ id: "DATA-02", run: "soda scan -c soda.yml checks.yml", tool: "soda-core", gates: true },
    rest: { "train.py": training },
  },
  {
    ...{ id: "DATA-08", run: "pytest tests", tool: "pytest" },
    rest: { "train.py": training, "features.py": features, "tests/test_features.py": tests },
  },
  {
    ...{ id: "BASE-02", run: "python gate.py", tool: "gate", gates: true },
    rest: {
      "train.py": training,
      "gate.py": gate.replace('["recall"]', "").replace("recall <", 'recall["model"] < recall["baseline"] +'),
    },
  },
  {
    ...{ id: "TRAIN-01", run: "pytest tests", tool: "pytest" },
    rest: { "train.py": seeded, "tests/test_train.py": twice },
  },
  { id: "TRAIN-02", run: "uv sync --locked", tool: "uv", rest: { "train.py": training, ...locked } },
  {
    ...{ id: "TEST-01", run: "pytest tests", tool: "pytest", gates: true },
    rest: { "train.py": training, "features.py": features, "tests/test_features.py": tests },
  },
  { id: "TEST-02", run: "ruff check . && mypy .", tool: "ruff", gates: true, rest: { "train.py": training } },
  { id: "TEST-04", run: "python gate.py", tool: "gate", gates: true, rest: { ...serving, "gate.py": gate } },
  {
    ...{ id: "DEPLOY-01", run: "python publish.py", tool: "transformers" },
    rest: { ...serving, "publish.py": publish },
  },
  {
    ...{ id: "DEPLOY-03", run: "pytest tests", tool: "pytest", gates: true },
    rest: {
      "train.py": model,
      "app.py": typed.replace("(row: In):", "(row: In) -> Out:"),
      "tests/test_contract.py": contract,
    },
  },
  {
    ...{ id: "DEPLOY-09", run: "gitleaks detect", tool: "gitleaks" },
    rest: { "train.py": model, "app.py": guarded },
  },
  {
    ...{ id: "MON-01", run: "pip-audit", tool: "pip-audit" },
    rest: { "requirements.txt": "pandas==2.2.0\n", "train.py": training },
  },
];
