import { equal } from "node:assert/strict";
import { verdictIn } from "../../verdict-in.js";

const serve = (head: string, signature: string, body = "    return Out(y=model.predict([[row.x]])[0])\n") => ({
  "serve.py": `import joblib\nfrom fastapi import Depends, FastAPI, HTTPException\nfrom pydantic import BaseModel\n\napp = FastAPI()\nmodel = joblib.load("model.joblib")\n\nclass In(BaseModel):\n    x: float\n\nclass Out(BaseModel):\n    y: float\n\n${head}\n@app.post("/predict")\ndef predict(${signature}:\n${body}`,
});
const typed = serve("", "row: In) -> Out");
const onPush = (command: string) => ({
  ".github/workflows/ci.yml": `on: [push]\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ${command}\n`,
});
const contract = {
  "tests/test_contract.py":
    'import json\nfrom serve import app\n\ndef test_contract():\n    with open("openapi.json") as file:\n        assert app.openapi() == json.load(file)\n',
};

describe("DEPLOY-03, the contract", () => {
  it("passes with types both ways and a test that gates", async () => {
    equal(await verdictIn({ ...typed, ...contract, ...onPush("pytest") }, "DEPLOY-03"), "pass");
  });

  it("is partial without a test, or with one that nothing runs", async () => {
    equal(await verdictIn(typed, "DEPLOY-03"), "partial");
    equal(await verdictIn({ ...typed, ...contract }, "DEPLOY-03"), "partial");
  });

  it("takes the signature of a model for the types of a batch that has no route", async () => {
    const batch = (signature: string): Readonly<Record<string, string>> => ({
      "train.py": `import mlflow\nfrom sklearn.svm import SVC\nmodel = SVC().fit(x, y)\nmlflow.sklearn.log_model(model, "m"${signature})\n`,
      "score.py":
        'import joblib\nimport pandas as pd\nrows = pd.read_csv("a.csv")\nrows.assign(p=joblib.load("m").predict(rows)).to_csv("b.csv")\n',
    });
    const config = "{profile: {serving: true, online: false, batch: true}}";
    equal(await verdictIn(batch(", signature=infer_signature(x, y)"), "DEPLOY-03", { config }), "partial");
    equal(await verdictIn(batch(""), "DEPLOY-03", { config }), "human");
  });

  it("fails for a body that is a dict, whatever a comment says", async () => {
    const open = serve(
      "# typed by pydantic",
      "row: dict) -> dict",
      '    return {"y": model.predict([[row["x"]]])[0]}\n',
    );
    equal(await verdictIn(open, "DEPLOY-03"), "fail");
  });
});

describe("DEPLOY-09, access", () => {
  const guard = "def caller(token: str):\n    if token != EXPECTED:\n        raise HTTPException(status_code=401)\n";
  const guarded = serve(guard, "row: In, who=Depends(caller)) -> Out");
  const image = { Dockerfile: 'FROM python:3.12.4\nCMD ["uvicorn", "serve:app", "--host", "0.0.0.0"]\n' };

  it("passes with a guard that turns callers away and a scanner in CI", async () => {
    equal(await verdictIn({ ...guarded, ...image, ...onPush("gitleaks detect") }, "DEPLOY-09"), "pass");
  });

  it("is partial without a scanner", async () => {
    equal(await verdictIn({ ...guarded, ...image }, "DEPLOY-09"), "partial");
  });

  it("fails where nothing guards a route that everybody reaches; a dependency that asks nothing is no guard", async () => {
    const loose = serve("def auth_user():\n    return 1\n", "row: In, who=Depends(auth_user)) -> Out");
    equal(await verdictIn({ ...loose, ...image, ...onPush("gitleaks detect") }, "DEPLOY-09"), "fail");
  });

  it("looks at what a dependency in an annotation does, not at its name", async () => {
    const both = { ...image, ...onPush("gitleaks detect") };
    const asked = serve(
      `from typing import Annotated\n${guard}`,
      "row: In, who: Annotated[str, Depends(caller)]) -> Out",
    );
    equal(await verdictIn({ ...asked, ...both }, "DEPLOY-09"), "pass");
    const named = "from typing import Annotated\ndef auth_user():\n    return 1\n";
    const loose = serve(named, "row: In, who: Annotated[str, Depends(auth_user)]) -> Out");
    equal(await verdictIn({ ...loose, ...both }, "DEPLOY-09"), "fail");
  });

  it("sees the guard of a route in JavaScript", async () => {
    const server = {
      "server.js":
        'const express = require("express");\nconst app = express();\nfunction requireKey(req, res, next) {\n  if (req.key !== EXPECTED) { return res.status(401).end(); }\n  next();\n}\napp.post("/predict", requireKey, async (req, res) => {\n  const y = await model.predict(req.body.x);\n  res.json({ y });\n});\napp.listen(3000);\n',
    };
    equal(
      await verdictIn({ ...server, ...onPush("npx gitleaks detect") }, "DEPLOY-09", {
        config: "{profile: {serving: true}}",
      }),
      "pass",
    );
  });
});
