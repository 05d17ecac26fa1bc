import { deepEqual, equal } from "node:assert/strict";
import { resultIn, verdictIn } from "../../verdict-in.js";

const ci = (...runs: readonly string[]) =>
  `on: [push]\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n${runs.map((run) => `      - run: ${run}\n`).join("")}`;

const train = `from sklearn.linear_model import LogisticRegression
from features import encode

def train(rows):
    return LogisticRegression(random_state=0).fit(encode(rows), rows["late"])

if __name__ == "__main__":
    train(load())
`;
const features = `def encode(rows):\n    return rows.drop(columns=["late"])\n`;
const test = `from features import encode\n\ndef test_encode(rows):\n    assert "late" not in encode(rows)\n`;

describe("TEST-01", () => {
  const project = { "train.py": train, "features.py": features, "tests/test_features.py": test };
  const verdict = (texts: Readonly<Record<string, string>>) => verdictIn({ ...project, ...texts }, "TEST-01");

  it("passes where a test that proves something gates each push, also behind make and tox", async () => {
    equal(await verdict({ ".github/workflows/ci.yml": ci("pytest") }), "pass");
    const make = "test:\n\ttox -e py\n";
    const tox = "[testenv]\ncommands = pytest {posargs}\n";
    equal(await verdict({ ".github/workflows/ci.yml": ci("make test"), Makefile: make, "tox.ini": tox }), "pass");
  });

  it("is partial where nothing runs the tests, or their failure goes unnoticed", async () => {
    equal(await verdict({}), "partial");
    equal(await verdict({ ".github/workflows/ci.yml": ci("pytest || true") }), "partial");
    equal(await verdict({ ".github/workflows/ci.yml.disabled": ci("pytest") }), "partial");
    equal(
      await verdict({ ".github/workflows/ci.yml": ci("pytest").replace("[push]", "workflow_dispatch") }),
      "partial",
    );
  });

  it("is partial where too few tests stand against the code, as the team sees it", async () => {
    const more = Object.fromEntries([1, 2, 3, 4].map((number) => [`part${number}.py`, features]));
    const texts = { ...project, ...more, ".github/workflows/ci.yml": ci("pytest") };
    equal(await verdictIn(texts, "TEST-01"), "partial");
    equal(await verdictIn(texts, "TEST-01", { config: "{tests: {ratio: 0.1}}" }), "pass");
  });

  it("fails without tests that can fail", async () => {
    for (const body of ["    encode([])\n", "    assert True\n", "    # assert encode([])\n    pass\n"]) {
      const texts = { "tests/test_features.py": `from features import encode\n\ndef test_encode():\n${body}` };
      equal(await verdict({ ...texts, ".github/workflows/ci.yml": ci("pytest") }), "fail", body);
    }
    const skipped = `import pytest\n@pytest.mark.skip\n${test.slice(test.indexOf("def"))}`;
    equal(await verdict({ "tests/test_features.py": skipped, ".github/workflows/ci.yml": ci("pytest") }), "fail");
  });
});

describe("TEST-02", () => {
  it("passes where lint and types gate, by command or by hooks that CI runs", async () => {
    equal(await verdictIn({ ".github/workflows/ci.yml": ci("ruff check .", "mypy src") }, "TEST-02"), "pass");
    const hooks = "repos:\n  - repo: x\n    hooks:\n      - id: ruff\n      - id: mypy\n";
    const texts = { ".pre-commit-config.yaml": hooks, ".github/workflows/ci.yml": ci("pre-commit run --all-files") };
    equal(await verdictIn(texts, "TEST-02"), "pass");
    equal(await verdictIn({ ".github/workflows/ci.yml": ci("npx eslint .", "npx tsc --noEmit") }, "TEST-02"), "pass");
  });

  it("is partial where one is missing, none gates, or nothing runs them", async () => {
    equal(await verdictIn({ ".github/workflows/ci.yml": ci("ruff check .") }, "TEST-02"), "partial");
    equal(
      await verdictIn({ ".github/workflows/ci.yml": ci("ruff check . --exit-zero", "mypy . || true") }, "TEST-02"),
      "partial",
    );
    equal(await verdictIn({ "pyproject.toml": "[tool.ruff]\nline-length = 100\n" }, "TEST-02"), "partial");
    equal(
      await verdictIn({ ".pre-commit-config.yaml": "repos:\n  - repo: x\n    hooks:\n      - id: ruff\n" }, "TEST-02"),
      "partial",
    );
  });

  it("fails where a tool is only asked for, or a command only formats", async () => {
    equal(await verdictIn({ "requirements-dev.txt": "ruff==0.5.0\nmypy\n" }, "TEST-02"), "fail");
    equal(await verdictIn({ ".github/workflows/ci.yml": ci("black .") }, "TEST-02"), "fail");
  });
});

describe("TEST-03", () => {
  const whole = `from train import train
from predict import score

def test_from_rows_to_scores(rows):
    assert score(train(rows), rows) > 0.1
`;
  const predict = `from sklearn.metrics import f1_score\n\ndef score(model, rows):\n    return f1_score(rows["late"], model.predict(rows))\n`;
  const project = { "train.py": train, "features.py": features, "predict.py": predict };

  it("passes where one test that gates trains and predicts", async () => {
    const texts = { ...project, "tests/test_whole.py": whole, ".github/workflows/ci.yml": ci("pytest") };
    equal(await verdictIn(texts, "TEST-03"), "pass");
    equal(await verdictIn({ ...project, "tests/test_whole.py": whole }, "TEST-03"), "partial");
    const dvc = "stages:\n  train:\n    cmd: python train.py\n";
    equal(
      await verdictIn({ ...project, "dvc.yaml": dvc, ".github/workflows/ci.yml": ci("dvc repro") }, "TEST-03"),
      "pass",
    );
  });

  it("fails where tests look at parts only", async () => {
    const texts = { ...project, "tests/test_features.py": test, ".github/workflows/ci.yml": ci("pytest") };
    equal(await verdictIn(texts, "TEST-03"), "fail");
  });
});

describe("TEST-04", () => {
  const app = `from fastapi import FastAPI\napp = FastAPI()\n@app.post("/predict")\ndef predict(body: dict):\n    return model.predict([body])\n`;
  const gate = (test: string, then = "raise SystemExit(1)") =>
    `import json\nmetrics = json.load(open("metrics.json"))\nrecall = metrics["recall"]\nif ${test}:\n    ${then}\n`;
  const project = { "train.py": train, "features.py": features, "app.py": app };
  const run = ci("python train.py", "python gate.py");
  const verdict = (texts: Readonly<Record<string, string>>) => verdictIn({ ...project, ...texts }, "TEST-04");

  it("passes where a threshold stops the job, or a promotion hangs on a comparison", async () => {
    equal(await verdict({ "gate.py": gate("recall < 0.8"), ".github/workflows/ci.yml": run }), "pass");
    const champion = `import mlflow\nclient = mlflow.MlflowClient()\nrecall = measure()\nif recall > champion_recall():\n    client.set_registered_model_alias("late", "champion", 3)\n`;
    equal(await verdict({ "gate.py": champion, ".github/workflows/ci.yml": run }), "pass");
  });

  it("does not take a bound that every model keeps, a message, or a gate that nothing runs", async () => {
    equal(await verdict({ "gate.py": gate("recall < 0"), ".github/workflows/ci.yml": run }), "fail");
    equal(await verdict({ "gate.py": gate("recall < 0.8", 'print("low")'), ".github/workflows/ci.yml": run }), "fail");
    equal(await verdict({ "gate.py": gate("recall < 0.8") }), "partial");
    equal(await verdict({ "gate.py": `# ${gate("recall < 0.8")}`.replaceAll("\n", "\n# ") }), "fail");
  });

  it("takes a gate that asks less than the team does for none, in the direction of its metric", async () => {
    const asked = (text: string, threshold: number) =>
      verdictIn({ ...project, "gate.py": text, ".github/workflows/ci.yml": run }, "TEST-04", {
        config: `{gate: {threshold: ${threshold}}}`,
      });
    equal(await asked(gate("recall < 0.8"), 0.8), "pass");
    equal(await asked(gate("recall < 0.8"), 0.9), "fail");
    const error = gate("recall > 4").replaceAll("recall", "score_error");
    equal(await asked(error, 5), "pass");
    equal(await asked(error, 3), "fail");
  });

  it("reads files of continuous integration where the team says that they are", async () => {
    const azure =
      "trigger: [main]\npool: {vmImage: ubuntu-latest}\nsteps:\n  - script: python train.py\n  - script: python gate.py\n";
    const texts = { ...project, "gate.py": gate("recall < 0.8"), "ops/azure-pipelines-models.yml": azure };
    equal(await verdict(texts), "partial");
    equal(await verdictIn(texts, "TEST-04", { config: "{ci: {files: [ops/*.yml]}}" }), "pass");
  });

  it("follows what a gate collects before it stops", async () => {
    const collected = `problems = []\nrecall = measure()\nif recall < 0.8:\n    problems.append("recall")\nif problems:\n    raise SystemExit(1)\n`;
    equal(await verdict({ "gate.py": collected, ".github/workflows/ci.yml": run }), "pass");
  });
});

describe("TEST-05 and TEST-06", () => {
  const slices = (limit: string) => `import pandas as pd
from sklearn.metrics import recall_score

def by_country(rows):
    return {name: recall_score(part["y"], part["p"]) for name, part in rows.groupby("country")}

if __name__ == "__main__":
    recall_by_country = by_country(pd.read_csv("scored.csv"))
${limit}`;
  const project = { "train.py": train, "features.py": features, ".github/workflows/ci.yml": ci("python slices.py") };
  const limit = `    if min(recall_by_country.values()) < 0.6:\n        raise SystemExit("a country is left behind")\n`;

  it("asks for limits on the slices, in CI or a pipeline", async () => {
    equal(await verdictIn({ ...project, "slices.py": slices(limit) }, "TEST-05"), "pass");
    equal(await verdictIn({ ...project, "slices.py": slices("") }, "TEST-05"), "partial");
    equal(
      await verdictIn({ ...project, "slices.py": "def slices(rows):\n    return rows[10:20]\n" }, "TEST-05"),
      "fail",
    );
    const gathers = 'def items(rows):\n    return rows.groupby("user")["item"].agg(set)\n';
    equal(await verdictIn({ ...project, "items.py": gathers }, "TEST-05"), "fail");
  });

  it("asks about people where the team says that it is about people", async () => {
    const config = "{fairness: {applicable: true}}";
    const fair = `from fairlearn.metrics import MetricFrame\nfrom sklearn.metrics import recall_score\nframe = MetricFrame(metrics=recall_score, y_true=y, y_pred=p, sensitive_features=s)\nif frame.difference() > 0.1:\n    raise SystemExit(1)\n`;
    equal(await verdictIn({ ...project, "slices.py": fair }, "TEST-06", { config }), "pass");
    equal(
      await verdictIn({ ...project, "slices.py": fair.slice(0, fair.indexOf("if ")) }, "TEST-06", { config }),
      "partial",
    );
    const imported = await resultIn({ ...project, "slices.py": "import fairlearn.metrics\n" }, "TEST-06", { config });
    deepEqual([imported.verdict, imported.asks], ["human", ["Which groups of people does the model affect?"]]);
  });
});

describe("TEST-07", () => {
  const model = `import joblib\nmodel = joblib.load("m.joblib")\n\ndef predict(text):\n    return model.predict([text])[0]\n`;
  const invariance = `def test_names_do_not_matter():\n    assert predict("Ann is late") == predict("Bob is late")\n`;
  const direction = `def test_later_is_worse():\n    assert predict("9 days") > predict("1 day")\n`;
  const project = {
    "train.py": train,
    "features.py": features,
    "model.py": model,
    ".github/workflows/ci.yml": ci("pytest"),
  };
  const verdict = (tests: string) =>
    verdictIn({ ...project, "tests/test_behaviour.py": `from model import predict\n\n${tests}` }, "TEST-07");

  it("passes with two kinds in CI and is partial with one", async () => {
    equal(await verdict(`${invariance}\n${direction}`), "pass");
    equal(await verdict(invariance), "partial");
    equal(await verdict(`def test_plain():\n    assert predict("never came") == "late"\n`), "partial");
  });

  it("takes no threshold of a metric, no bound of a probability, no time, and nothing that is skipped", async () => {
    equal(
      await verdict(
        `def test_good(rows):\n    accuracy = (predict(rows) == rows.y).mean()\n    assert accuracy > 0.9\n`,
      ),
      "fail",
    );
    equal(await verdict(`def test_range():\n    assert 0 <= predict("a") <= 1\n`), "fail");
    equal(
      await verdict(
        `import time\ndef test_fast():\n    start = time.time()\n    predict("a")\n    assert time.time() - start < 0.2\n`,
      ),
      "fail",
    );
    equal(await verdict(`import pytest\n@pytest.mark.skip\n${invariance}`), "fail");
    equal(await verdict(`def test_exit():\n    exit_code = predict("a")\n    assert exit_code == 0\n`), "fail");
    equal(await verdict(`def test_form():\n    assert "label=" in predict("a")\n`), "fail");
  });
});

describe("TEST-08 and TEST-09", () => {
  const app = (route: string) =>
    `import shap\nfrom fastapi import FastAPI\napp = FastAPI()\n@app.post("/predict")\ndef predict(body: dict):\n    return model.predict([body])\n${route}`;

  it("never closes by itself whether offline metrics matter", async () => {
    const analysis = `from scipy.stats import ttest_ind\n\ndef compare(control, treatment):\n    return ttest_ind(control, treatment)\n`;
    equal(await verdictIn({ "app.py": app(""), "analysis.py": analysis }, "TEST-08"), "partial");
    equal(await verdictIn({ "app.py": app("") }, "TEST-08"), "human");
  });

  it("finds explanations where they are served, and no import alone", async () => {
    const explain = `@app.post("/why")\ndef why(body: dict):\n    return shap.Explainer(model)(body)\n`;
    equal(await verdictIn({ "app.py": app(explain) }, "TEST-09"), "pass");
    equal(await verdictIn({ "app.py": app("") }, "TEST-09"), "human");
  });
});
