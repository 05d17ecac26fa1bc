import { equal } from "node:assert/strict";
import { verdictIn } from "../../verdict-in.js";

const service = {
  "serve.py":
    'import joblib\nfrom fastapi import FastAPI\n\napp = FastAPI()\nmodel = joblib.load("m")\n\n@app.post("/predict")\ndef predict(row: dict):\n    return model.predict([row])\n',
  "pyproject.toml": '[project]\nname = "a"\nversion = "1"\ndependencies = ["fastapi"]\n',
  "uv.lock": 'version = 1\n[[package]]\nname = "fastapi"\nversion = "0.111.0"\n',
};
const built = {
  ".github/workflows/ci.yml":
    "on: [push]\njobs:\n  image:\n    runs-on: ubuntu-latest\n    steps:\n      - run: docker build -t app .\n",
};
const image = (from: string, install = "uv sync --frozen", more = "") => ({
  Dockerfile: `FROM ${from}\nCOPY . .\n${more}RUN ${install}\nCMD ["uvicorn", "serve:app"]\n`,
});

describe("DEPLOY-04, the image", () => {
  it("passes with a pinned base, a locked installation and a build in CI", async () => {
    equal(await verdictIn({ ...service, ...image("python:3.12.4-slim"), ...built }, "DEPLOY-04"), "pass");
  });

  it("is partial with one miss", async () => {
    equal(await verdictIn({ ...service, ...image("python:3.12.4-slim") }, "DEPLOY-04"), "partial");
    equal(await verdictIn({ ...service, ...image("python:latest"), ...built }, "DEPLOY-04"), "partial");
    equal(
      await verdictIn({ ...service, ...image("python:3.12.4", "pip install fastapi"), ...built }, "DEPLOY-04"),
      "partial",
    );
    const copied = image("python:3.12.4", "uv sync --frozen", "COPY --from=ghcr.io/astral-sh/uv:latest /uv /bin/\n");
    equal(await verdictIn({ ...service, ...copied, ...built }, "DEPLOY-04"), "partial");
  });

  it("fails without an image; one for development is none", async () => {
    equal(await verdictIn(service, "DEPLOY-04"), "fail");
    equal(
      await verdictIn({ ...service, ".devcontainer/Dockerfile": "FROM python:3.12.4\n", ...built }, "DEPLOY-04"),
      "fail",
    );
  });
});

describe("DEPLOY-07, the rollout", () => {
  const rollout = (weight: number, analysis = "") => ({
    "deploy/rollout.yaml": `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: model}\nspec:\n  http:\n    - route:\n        - destination: {host: model-v1}\n          weight: ${100 - weight}\n        - destination: {host: model-v2}\n          weight: ${weight}\n${analysis}`,
  });
  const canary =
    "apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: model}\nspec:\n  strategy:\n    canary:\n      steps:\n        - setWeight: 10\n        - analysis:\n            templates:\n              - templateName: errors\n";

  it("passes where analysis decides, and is partial for weights alone", async () => {
    equal(await verdictIn({ ...service, "deploy/rollout.yaml": canary }, "DEPLOY-07"), "pass");
    equal(await verdictIn({ ...service, ...rollout(10) }, "DEPLOY-07"), "partial");
  });

  it("takes all or nothing for no split", async () => {
    const plain = {
      "deploy/app.yaml": "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: model}\nspec: {replicas: 1}\n",
    };
    equal(await verdictIn({ ...service, ...plain, ...rollout(0) }, "DEPLOY-07"), "fail");
    equal(await verdictIn({ ...service, ...plain, "docs/rollout.yaml": canary }, "DEPLOY-07"), "fail");
  });
});
