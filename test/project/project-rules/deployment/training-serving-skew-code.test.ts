import { deepEqual } from "node:assert/strict";
import { expectIn, type Files, findingsIn } from "../project-findings.js";

const rule = "training-serving-skew-code";

const features = `
def make_features(rows, cap=100):
    """Columns for the model."""
    rows["age"] = rows["age"].fillna(40).clip(0, cap)  # years
    rows["income"] = rows["income"] / 1000
    return rows[["age", "income"]]
`;
const training = `import pandas as pd\nfrom sklearn.svm import SVC\n${features}\nSVC().fit(make_features(pd.read_csv("a.csv")), [])\n`;
const service = `import joblib\nfrom fastapi import FastAPI\n\nmodel = joblib.load("m")\napp = FastAPI()\n`;

function expect(files: Files, ...expected: readonly string[]): Promise<void> {
  return expectIn(rule, files, expected);
}

describe("training-serving-skew-code", () => {
  it("stands at the copy in the service and names the one for training", async () => {
    const files = { "train.py": training, "app.py": service + features };
    await expect(
      files,
      "app.py:7 `make_features` is written here and in `train.py`, where the model is trained: let both import one.",
    );
    const [finding] = await findingsIn(rule, files);
    deepEqual(
      finding?.related.map(({ path, start, message }) => [path, start.line, message]),
      [["train.py", 4, "The one for training."]],
    );
  });

  it("sees through other parameters, comments, quotes and docstrings, and a constant that is another one by now", async () => {
    const renamed = features
      .replace('    """Columns for the model."""\n', "    # columns\n")
      .replaceAll("rows", "frame")
      .replaceAll('"', "'");
    await expect(
      { "src/train.py": training, "service/app.py": service + renamed },
      "service/app.py:7 `make_features` is written here and in `src/train.py`, where…",
    );
    await expect(
      { "train.py": training, "app.py": service + features.replace("fillna(40)", "fillna(30)") },
      "app.py:7 `make_features` is written here and in `train.py`, where the model is trained, and the two differ already: let both import one.",
    );
  });

  it("looks at the other modules of either side", () =>
    expect(
      {
        "training/train.py": "from sklearn.svm import SVC\nSVC().fit([], [])\n",
        "training/features.py": features,
        "serving/app.py": service,
        "serving/prep.py": features.replace("make_features", "_make_features"),
      },
      "serving/prep.py:2 `_make_features` is written here and in `training/features.py`, where…",
    ));

  it("is silent where both import one", () =>
    expect({
      "features.py": features,
      "train.py": "from sklearn.svm import SVC\nfrom features import make_features\nSVC().fit(make_features(0), [])\n",
      "app.py": `${service}from features import make_features\n`,
    }));

  it("is silent about functions that share a name only, that are short, or that change no data", async () => {
    const other = `
def make_features(rows):
    values = [row.strip() for row in rows.split(",")]
    counts = {value: len(value) for value in values if value}
    return sorted(counts.items(), key=lambda item: item[1])
`;
    await expect({ "train.py": training, "app.py": service + other });
    const short = "\ndef scale(x):\n    return x / 255\n";
    await expect({ "train.py": training + short, "app.py": service + short });
    const config = `
def load_config(path):
    with open(path) as file:
        values = yaml.safe_load(file)
    values.setdefault("model", "m.joblib")
    return {key: value for key, value in values.items() if value is not None}
`;
    await expect({ "train.py": training + config, "app.py": service + config });
  });

  it("is silent about tests, examples, copies among services, and what is copied everywhere", async () => {
    await expect({ "train.py": training, "tests/test_app.py": service + features });
    await expect({ "train.py": training, "examples/app.py": service + features });
    await expect({ "a/app.py": service + features, "b/app.py": service + features });
    await expect({ "a/train.py": training, "b/train.py": training, "app.py": service + features });
  });

  it("can be told in a comment", () =>
    expect({
      "train.py": training,
      "app.py": service + features.replace("cap=100):", `cap=100):  # preflight: ignore[${rule}] -- of another model`),
    }));
});
