import { deepEqual, equal } from "node:assert/strict";
import { resultIn, verdictIn } from "../../verdict-in.js";

const workflow = (on: string, ...commands: readonly string[]): Readonly<Record<string, string>> => ({
  ".github/workflows/ci.yml": `on: ${on}\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n${commands
    .map((command) => `      - run: ${command}\n`)
    .join("")}`,
});
const train = { "train.py": "from sklearn.svm import SVC\nSVC().fit(x, y)\n" };

describe("DEPLOY-01: the model is in a registry", () => {
  const publish = {
    ...train,
    "publish.py":
      "from transformers import AutoModel\nmodel = AutoModel.from_pretrained('best')\nmodel.push_to_hub('team/late', revision='v3')\n",
    Makefile: "train:\n\tpython train.py\npublish: train\n\tpython publish.py\ntest:\n\tpytest\n",
  };

  it("passes where CI registers a version", async () => {
    equal(await verdictIn({ ...publish, ...workflow("push", "make publish") }, "DEPLOY-01"), "pass");
  });

  it("is partial by hand, also where CI runs another target of the same file", async () => {
    equal(await verdictIn({ ...publish, ...workflow("push", "make test") }, "DEPLOY-01"), "partial");
    equal(await verdictIn({ ...publish, ...workflow("workflow_dispatch", "make publish") }, "DEPLOY-01"), "partial");
  });

  it("is partial where DVC keeps the file alone", async () => {
    const kept = { ...train, "dvc.yaml": "stages:\n  train:\n    cmd: python train.py\n    outs: [model.pkl]\n" };
    equal(await verdictIn({ ...kept, ...workflow("push", "dvc push") }, "DEPLOY-01"), "partial");
  });

  it("fails with a file alone", async () => {
    const dumped = { "train.py": `${train["train.py"]}import joblib\njoblib.dump(model, "model.pkl")\n` };
    equal(await verdictIn(dumped, "DEPLOY-01"), "fail");
  });
});

const app =
  "from fastapi import FastAPI\napp = FastAPI()\n@app.post('/predict')\ndef predict(rows: list[float]):\n    return model.predict([rows])\n";

describe("DEPLOY-06: the time of a request has a limit", () => {
  const test = (call: string): string =>
    `import time\nimport numpy as np\nfrom ${call.startsWith("predict") ? "app import predict" : "features import scaled"}\n\ndef test_it_is_fast():\n    times = []\n    for _ in range(50):\n        start = time.perf_counter()\n        ${call}\n        times.append(time.perf_counter() - start)\n    assert np.percentile(times, 95) < 0.2\n`;
  const texts = { "app.py": app, "features.py": "def scaled(rows):\n    return rows / 3\n" };

  it("passes with a limit that CI holds", async () => {
    const all = { ...texts, "tests/test_time.py": test("predict([1.0])"), ...workflow("push", "pytest") };
    equal(await verdictIn(all, "DEPLOY-06"), "pass");
  });

  it("is partial where CI does not run it", async () => {
    equal(await verdictIn({ ...texts, "tests/test_time.py": test("predict([1.0])") }, "DEPLOY-06"), "partial");
  });

  it("fails where only a part of the features is timed", async () => {
    const all = { ...texts, "tests/test_time.py": test("scaled(rows)"), ...workflow("push", "pytest") };
    equal(await verdictIn(all, "DEPLOY-06"), "fail");
  });

  it("asks for a test of memory where the team has a budget for it", async () => {
    const memory = (limit: string): string =>
      `import tracemalloc\nfrom app import predict\n\ndef test_it_is_small():\n    tracemalloc.start()\n    predict([1.0])\n    peak = tracemalloc.get_traced_memory()[1]\n    assert peak < ${limit}\n`;
    const timed = { ...texts, "tests/test_time.py": test("predict([1.0])"), ...workflow("push", "pytest") };
    const config = "{budgets: {memoryMb: 200}}";
    equal(await verdictIn(timed, "DEPLOY-06", { config }), "partial");
    equal(
      await verdictIn({ ...timed, "tests/test_memory.py": memory("200_000_000") }, "DEPLOY-06", { config }),
      "pass",
    );
    equal(
      await verdictIn({ ...timed, "tests/test_memory.py": memory("900_000_000") }, "DEPLOY-06", { config }),
      "partial",
    );
    const skipped = memory("200_000_000").replace("def ", "@pytest.mark.skip\ndef ");
    equal(
      await verdictIn({ ...timed, "tests/test_memory.py": `import pytest\n${skipped}` }, "DEPLOY-06", { config }),
      "partial",
    );
  });
});

describe("DEPLOY-08: the previous version can be had again", () => {
  const back = { "app.py": app, "scripts/rollback.sh": "kubectl rollout undo deployment/late\n" };
  const release = (image: string) => workflow("push", `kustomize edit set image late=${image}`);

  it("counts releases that name images by their digest as versions that are kept", async () => {
    const drill = { config: "{rollback: {lastDrill: '2026-05-01'}}" };
    equal(await verdictIn({ ...back, ...release("shop/late@$DIGEST") }, "DEPLOY-08", drill), "pass");
    equal(await verdictIn({ ...back, ...release("shop/late:latest") }, "DEPLOY-08", drill), "partial");
  });

  it("knows a target that people run by its name", async () => {
    const drill = { config: "{rollback: {lastDrill: '2026-05-01'}}" };
    const texts = {
      "app.py": app,
      ...release("shop/late@$DIGEST"),
      Makefile: "rollback:\n\tpython -m late.registry $(V)\n",
    };
    equal(await verdictIn(texts, "DEPLOY-08", drill), "pass");
    equal(await verdictIn({ ...texts, Makefile: "rollback:\n\t@echo no\n" }, "DEPLOY-08", drill), "partial");
  });

  it("says what is missing where nothing was found", async () => {
    const { verdict, reason } = await resultIn({ "app.py": app }, "DEPLOY-08");
    deepEqual([verdict, reason], ["fail", "No command restores the previous model, and nothing keeps its versions."]);
  });
});

describe("DEPLOY-12: the model of the device is as good", () => {
  const convert =
    "import tensorflow as tf\n\ndef convert(model):\n    return tf.lite.TFLiteConverter.from_keras_model(model).convert()\n";
  const test = (assertion: string): string =>
    `import numpy as np\nfrom convert import convert\n\ndef test_it_answers_as_before():\n    found, wanted = run(convert(model), x), model.predict(x)\n    ${assertion}\n\ndef test_it_is_small():\n    assert len(convert(model)) < 30_000\n`;
  const texts = (assertion: string) => ({
    ...{ ...train, "convert.py": convert, "tests/test_convert.py": test(assertion) },
    ...workflow("push", "pytest"),
  });

  it("takes a mean difference with a limit for a comparison", async () => {
    equal(await verdictIn(texts("assert np.abs(found - wanted).mean() < 0.1"), "DEPLOY-12"), "pass");
    equal(await verdictIn(texts("assert np.abs(found).mean() < 0.1"), "DEPLOY-12"), "partial");
  });
});
