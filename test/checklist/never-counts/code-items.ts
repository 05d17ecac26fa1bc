import { pipeline, training } from "../detectors/ci-text.js";
import { model, service } from "../detectors/monitoring/service.js";
import type { Texts } from "./counts.js";

/** Code that is evidence for an item where `#here` stands in a script, in a project that has none otherwise. */
export interface CodeItem {
  readonly id: string;
  readonly path: string;
  readonly script: string;
  readonly code: string;
  /** The project besides. */
  readonly rest?: Texts;
  readonly config?: string;
}

const table = `${training}\n#here\n`;
const loop = `import torch

for x in data:
    loss = net(x).mean()
    #here
    loss.backward()
`;
const steps = { "dvc.yaml": pipeline, "train.py": training };
const job = (run: string): string =>
  `on: {schedule: [{cron: "0 1 * * *"}]}\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ${run}\n`;
const serving = { "train.py": model };
const route = (head: string, tail: string): string => service({ head, tail });
const logger = "import logging\nlogging.basicConfig()\nlog = logging.getLogger(__name__)";
const metrics = 'from prometheus_client import Histogram\nLATENCY = Histogram("predict_seconds", "Time")';

const lines = (...all: readonly string[]): string => all.join("\n");

export const codeItems: readonly CodeItem[] = [
  {
    ...{ id: "BASE-01", path: "train.py", script: table },
    code: lines(
      "from sklearn.dummy import DummyClassifier",
      "from sklearn.metrics import f1_score",
      "most = DummyClassifier().fit(x, y)",
      "print(f1_score(y, most.predict(x)))",
    ),
  },
  {
    ...{ id: "BASE-02", path: "gate.py", script: "import json\n#here\n" },
    rest: { "train.py": training, "dvc.yaml": pipeline.replace("train.py", "train.py && python gate.py") },
    code: lines(
      'scores = json.load(open("scores.json"))',
      'if scores["model"] < scores["baseline"] + 0.02:',
      '    raise SystemExit("not better")',
    ),
  },
  {
    ...{
      id: "DATA-01",
      path: "prepare.py",
      script: 'import pandas as pd\nrows = pd.read_csv("data/raw.csv")\n#here\n',
    },
    rest: steps,
    code: lines(
      "import pandera.pandas as pa",
      'ROWS = pa.DataFrameSchema({"age": pa.Column(int, pa.Check.ge(0)), "fare": pa.Column(float), "late": pa.Column()})',
      "ROWS.validate(rows)",
    ),
  },
  {
    ...{
      id: "DATA-02",
      path: "prepare.py",
      script: 'import pandas as pd\nrows = pd.read_csv("data/raw.csv")\n#here\n',
    },
    rest: steps,
    code: lines("import pandera.pandas as pa", 'pa.DataFrameSchema({"age": pa.Column(int)}).validate(rows)'),
  },
  {
    ...{ id: "DATA-03", path: "explain.py", script: "import pandas as pd\n#here\n" },
    rest: { "train.py": training },
    code: lines(
      "from sklearn.inspection import permutation_importance",
      "found = permutation_importance(model, x, y)",
      'pd.DataFrame(found.importances_mean).to_csv("importance.csv")',
    ),
  },
  {
    ...{
      id: "DATA-05",
      path: "prepare.py",
      script: 'import pandas as pd\nrows = pd.read_csv("data/raw.csv")\n#here\n',
    },
    rest: steps,
    code: lines(
      'FORBIDDEN_COLUMNS = ["ssn", "phone"]',
      "if set(FORBIDDEN_COLUMNS) & set(rows.columns):",
      '    raise ValueError("forbidden")',
    ),
  },
  {
    ...{
      id: "DATA-06",
      path: "prepare.py",
      script: 'import pandas as pd\nrows = pd.read_csv("data/raw.csv")\n#here\n',
    },
    rest: steps,
    code: lines("import hashlib", 'rows["email"] = hashlib.sha256((salt + email).encode()).hexdigest()'),
  },
  {
    ...{ id: "DATA-09", path: "train.py", script: table },
    code: "import mlflow\nimport mlflow.data\nmlflow.log_input(mlflow.data.from_pandas(rows))",
  },
  {
    ...{ id: "DATA-11", path: "split.py", script: "#here\n", rest: { "train.py": training } },
    code: lines(
      "from sklearn.model_selection import train_test_split",
      "train, test = train_test_split(rows, random_state=1)",
      'test.to_csv("data/test.csv")',
    ),
  },
  {
    ...{ id: "DATA-14", path: "train.py" },
    script: `from sklearn.metrics import accuracy_score\n${table}print(accuracy_score(y, found))\n`,
    code: "from sklearn.metrics import classification_report\nprint(classification_report(y, found))",
  },
  {
    ...{ id: "TRAIN-04", path: "train.py", script: table },
    code: 'import mlflow\nmlflow.start_run()\nmlflow.log_metric("rmse", 1)',
  },
  {
    ...{ id: "TRAIN-05", path: "train.py", script: table },
    code: lines(
      "from sklearn.model_selection import GridSearchCV",
      "import joblib",
      'search = GridSearchCV(LogisticRegression(), {"C": [0.1, 1, 10]}).fit(x, y)',
      'joblib.dump(search, "search.joblib")',
    ),
  },
  {
    ...{ id: "TRAIN-09", path: "train.py", script: loop },
    code: "if not torch.isfinite(loss):\n    raise ValueError(loss)",
  },
  { id: "TRAIN-10", path: "train.py", script: loop, code: 'torch.save(net.state_dict(), "net.pt")' },
  {
    ...{ id: "TRAIN-11", path: "train.py", script: table },
    code: lines(
      "import mlflow",
      'mlflow.log_metric("train_f1", 1)',
      'mlflow.log_metric("val_f1", 1)',
      'mlflow.log_metric("test_f1", 1)',
    ),
  },
  {
    ...{ id: "TEST-04", path: "gate.py", script: 'import json\nfound = json.load(open("metrics.json"))\n#here\n' },
    rest: { ...serving, "app.py": service(), ".github/workflows/ci.yml": job("python gate.py") },
    code: 'recall = found["recall"]\nif recall < 0.8:\n    raise SystemExit(1)',
  },
  {
    ...{ id: "TEST-05", path: "slices.py", script: 'import pandas as pd\nrows = pd.read_csv("scored.csv")\n#here\n' },
    rest: { "train.py": training },
    code: lines(
      "from sklearn.metrics import recall_score",
      'for name, part in rows.groupby("country"):',
      '    print(name, recall_score(part["y"], part["p"]))',
    ),
  },
  {
    ...{ id: "TEST-09", path: "app.py", rest: serving, script: `${service()}\n#here\n` },
    code: '@app.post("/why")\ndef why(body: dict):\n    import shap\n    return shap.Explainer(model)(body)',
  },
  {
    ...{ id: "DEPLOY-01", path: "publish.py", script: "import mlflow\n#here\n", rest: { "train.py": training } },
    code: 'mlflow.register_model("runs:/abc/model", "late")',
  },
  {
    ...{ id: "MON-06", path: "app.py", script: route(metrics, "#here") },
    ...{ code: "LATENCY.observe(1)", rest: serving },
  },
  {
    ...{ id: "MON-08", path: "drift.py", script: "def check(reference, live):\n    #here\n\ncheck([], [])\n" },
    rest: { ...serving, "app.py": service(), ".github/workflows/drift.yml": job("python drift.py") },
    code: lines(
      "from scipy.stats import ks_2samp",
      "if ks_2samp(reference, live).statistic > 0.1:",
      '    raise SystemExit("drift")',
    ),
  },
  {
    ...{ id: "MON-09", path: "app.py", script: route(logger, "#here"), rest: serving },
    code: 'log.info("prediction", extra={"request_id": 1, "features_hash": 2, "prediction": score, "model_version": "7"})',
  },
];
