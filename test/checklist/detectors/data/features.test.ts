import { equal, match } from "node:assert/strict";
import { resultIn, verdictIn } from "../../verdict-in.js";
import { pipeline, testsInCi, training } from "../ci-text.js";

const ci = { ".github/workflows/test.yml": testsInCi };
const features = "import pandas as pd\n\n\ndef build(rows):\n    return rows.assign(ratio=rows.age / rows.fare)\n";
const base = { "train.py": training, "features.py": features };

describe("DATA-03: each feature helps", () => {
  const importance = (store: string): string =>
    `from sklearn.inspection import permutation_importance\nimport pandas as pd\n\n\ndef main(model, x, y):\n    found = permutation_importance(model, x, y)\n    ${store}\n\n\nmain(1, 2, 3)\n`;
  const stored = importance('pd.DataFrame(found.importances_mean).to_csv("importance.csv")');

  it("passes in the pipeline, is half done in a script, and asks when nothing keeps it", async () => {
    const steps = pipeline.replace("python train.py", "python train.py && python explain.py");
    equal(await verdictIn({ ...base, "explain.py": stored, "dvc.yaml": steps }, "DATA-03"), "pass");
    equal(await verdictIn({ ...base, "explain.py": stored }, "DATA-03"), "partial");
    equal(await verdictIn({ ...base, "explain.py": importance("print(found)") }, "DATA-03"), "human");
    equal(
      await verdictIn({ ...base, "explain.py": "from sklearn.inspection import permutation_importance\n" }, "DATA-03"),
      "human",
    );
  });
});

describe("DATA-04: the cost of features is known", () => {
  const serving = {
    ...base,
    "app.py":
      'from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.post("/predict")\ndef answer(x):\n    return model.predict(x)\n',
  };
  const test = (end: string): string =>
    `import time\nfrom features import build\n\n\ndef test_fast_enough(rows):\n    start = time.perf_counter()\n    build(rows)\n    took = time.perf_counter() - start\n    ${end}\n`;

  it("passes with a budget in a test of CI, and is half done without", async () => {
    equal(await verdictIn({ ...serving, ...ci, "tests/test_cost.py": test("assert took < 0.1") }, "DATA-04"), "pass");
    equal(await verdictIn({ ...serving, ...ci, "tests/test_cost.py": test("print(took)") }, "DATA-04"), "partial");
  });

  it("asks by default, and does not take the time of a whole request", async () => {
    equal(await verdictIn(serving, "DATA-04"), "human");
    const whole =
      "import time\n\n\ndef test_request(client):\n    start = time.perf_counter()\n    client.post('/predict')\n    assert time.perf_counter() - start < 1\n";
    equal(await verdictIn({ ...serving, ...ci, "tests/test_request.py": whole }, "DATA-04"), "human");
  });
});

describe("DATA-05: forbidden features are kept out", () => {
  const list = 'FORBIDDEN_COLUMNS = ["ssn", "phone"]\n';
  const check =
    "\n\ndef check(rows):\n    if set(FORBIDDEN_COLUMNS) & set(rows.columns):\n        raise ValueError('forbidden')\n\n\ncheck(1)\n";

  it("passes with a list and a check in the pipeline, and is half done with the list alone", async () => {
    equal(await verdictIn({ ...base, "dvc.yaml": pipeline, "prepare.py": list + check }, "DATA-05"), "pass");
    equal(await verdictIn({ ...base, "dvc.yaml": pipeline, "prepare.py": list }, "DATA-05"), "partial");
  });

  it("fails where columns are only left out, and asks where none is seen", async () => {
    const drop =
      'import pandas as pd\nfrom sklearn.svm import SVC\nrows = pd.read_csv("a.csv")\nSVC().fit(rows.drop(columns=["late"]), rows["late"])\n';
    equal(await verdictIn({ "train.py": drop }, "DATA-05"), "fail");
    equal(
      await verdictIn(
        { "train.py": "from sklearn.svm import SVC\nSVC().fit(x, y)\n# FORBIDDEN_COLUMNS = ['ssn', 'phone']\n" },
        "DATA-05",
      ),
      "human",
    );
  });

  it("holds code against the team's own list", async () => {
    equal(await verdictIn(base, "DATA-05", { config: "{features: {forbidden: [age]}}" }), "fail");
    equal(await verdictIn(base, "DATA-05", { config: "{features: {forbidden: [ssn]}}" }), "partial");
  });
});

describe("DATA-07: features have owners", () => {
  const view = (owner: string): Readonly<Record<string, string>> => ({
    "views.py": `from feast import FeatureView\n\nrides = FeatureView(name="rides"${owner})\n`,
  });

  it("is half done with a registry and its owner, and asks otherwise", async () => {
    equal(await verdictIn({ ...base, ...view(', owner="rides@acme.test"') }, "DATA-07"), "partial");
    equal(await verdictIn({ ...base, ...view("") }, "DATA-07"), "human");
    equal(await verdictIn({ ...base, "requirements.txt": "feast\n" }, "DATA-07"), "human");
    equal(
      await verdictIn({ ...base, "docs/owners.md": "# Owners\n" }, "DATA-07", {
        config: "{features: {ownersFile: docs/owners.md}}",
      }),
      "partial",
    );
  });
});

describe("DATA-08: feature code is tested", () => {
  const test = (body: string): Readonly<Record<string, string>> => ({
    "tests/test_features.py": `import pandas as pd\nfrom features import build\n\n\ndef test_ratio():\n    ${body}\n`,
  });
  const good = test('assert build(pd.DataFrame({"age": [1], "fare": [2]})).ratio[0] == 0.5');

  it("passes when each module is asserted on in CI", async () => {
    equal(await verdictIn({ ...base, ...ci, ...good }, "DATA-08"), "pass");
  });

  it("is half done outside of CI, or with a module left out", async () => {
    equal(await verdictIn({ ...base, ...good }, "DATA-08"), "partial");
    const result = await resultIn(
      { ...base, ...ci, ...good, "preprocess.py": "def clean(rows):\n    return rows.dropna()\n" },
      "DATA-08",
    );
    equal(result.verdict, "partial");
    match(result.reason, /preprocess\.py/);
  });

  it("fails when tests only import, assert nothing, or are skipped", async () => {
    equal(await verdictIn({ ...base, ...ci, ...test("assert True") }, "DATA-08"), "fail");
    equal(await verdictIn({ ...base, ...ci, ...test("build(pd.DataFrame())") }, "DATA-08"), "fail");
    const skipped = (good["tests/test_features.py"] ?? "").replace("def test", "@pytest.mark.skip\ndef test");
    equal(
      await verdictIn({ ...base, ...ci, "tests/test_features.py": `import pytest\n${skipped}` }, "DATA-08"),
      "fail",
    );
  });

  it("looks where the team says", async () => {
    equal(
      await verdictIn({ ...base, ...ci, ...good, "preprocess.py": "def clean(rows):\n    return rows\n" }, "DATA-08", {
        config: "{features: {paths: [features.py]}}",
      }),
      "pass",
    );
  });
});
