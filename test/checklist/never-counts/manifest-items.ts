import { pipeline, training } from "../detectors/ci-text.js";
import { alerts, model, service } from "../detectors/monitoring/service.js";
import type { Texts } from "./counts.js";

/** A file that is no code and is evidence for an item, in a project that has none otherwise. */
export interface ManifestItem {
  readonly id: string;
  readonly path: string;
  readonly text: string;
  readonly rest: Texts;
  /** The same file with nothing in it that counts. */
  readonly empty: string;
  readonly config?: string;
}

const head = 'from prometheus_client import Histogram\nLATENCY = Histogram("predict_seconds", "Time")';
const serving = { "train.py": model, "app.py": service() };
const measured = { "train.py": model, "app.py": service({ head, tail: "LATENCY.observe(1)" }) };
const hooks = (id: string): string =>
  `repos:\n  - repo: https://github.com/acme/${id}\n    rev: v8\n    hooks:\n      - id: ${id}\n`;
const scrape =
  "rule_files: [/etc/prometheus/alerts.yml]\nscrape_configs:\n  - job_name: api\n    static_configs:\n      - targets: [api:8000]\n";
const deployment = (more: string): string =>
  `apiVersion: apps/v1
kind: Deployment
metadata:
  name: model
spec:
  template:
    spec:
      containers:
        - name: app
          image: acme/app:1.2.0
${more}`;
const probed = `          readinessProbe:
            httpGet: {path: /ready, port: 8000}
          resources:
            limits:
              memory: 1Gi
`;
const sweep =
  "method: bayes\nparameters:\n  lr:\n    distribution: log_uniform_values\n    min: 0.0001\n    max: 0.1\n";
const tuned = `import wandb
from sklearn.linear_model import SGDClassifier
run = wandb.init()
SGDClassifier(eta0=wandb.config.lr).fit(x, y)
`;
const rollout = `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: {name: model}
spec:
  strategy:
    canary:
      steps:
        - setWeight: 10
`;

export const manifestItems: readonly ManifestItem[] = [
  {
    ...{ id: "DATA-06", path: ".pre-commit-config.yaml", text: hooks("gitleaks"), empty: "repos: []\n" },
    rest: { "train.py": training },
  },
  {
    ...{ id: "DATA-09", path: "data/rows.csv.dvc", empty: "{}\n", rest: { "train.py": training } },
    text: "outs:\n  - md5: abc\n    path: rows.csv\n",
  },
  {
    ...{ id: "DATA-13", path: "dvc.yaml", text: pipeline, empty: "stages: {}\n" },
    rest: { "train.py": training, "prepare.py": "import pandas as pd\n" },
  },
  {
    ...{ id: "TRAIN-05", path: "sweep.yaml", text: sweep, empty: "method: bayes\nparameters: {}\n" },
    rest: { "train.py": tuned },
  },
  {
    ...{ id: "TRAIN-13", path: ".github/CODEOWNERS", text: "*.py @acme/science\n", empty: "\n" },
    rest: { "train.py": training },
  },
  {
    ...{ id: "TEST-02", path: ".pre-commit-config.yaml", text: hooks("ruff"), empty: "repos: []\n" },
    rest: { "train.py": training },
  },
  {
    ...{ id: "DEPLOY-04", path: "Dockerfile", rest: serving, empty: "# Nothing is built here.\n" },
    text: 'FROM python:3.12.4-slim\nCOPY . .\nRUN pip install fastapi\nCMD ["uvicorn", "app:app"]\n',
  },
  {
    ...{ id: "DEPLOY-07", path: "deploy/model.yaml", text: rollout, empty: deployment("") },
    rest: { ...serving, "compose.yaml": "services:\n  app: {build: ., ports: ['80:80']}\n" },
  },
  {
    ...{ id: "DEPLOY-11", path: "deploy/model.yaml", text: deployment(probed), empty: deployment("") },
    rest: { ...serving, "compose.yaml": "services:\n  app: {build: ., ports: ['80:80']}\n" },
  },
  {
    ...{ id: "MON-01", path: ".github/dependabot.yml", empty: "version: 2\nupdates: []\n" },
    text: "version: 2\nupdates:\n  - package-ecosystem: pip\n    directory: /\n    schedule: {interval: weekly}\n",
    rest: { "train.py": training, "requirements.txt": "pandas==2.2.0\n" },
  },
  {
    ...{ id: "MON-06", path: "alerts.yml", text: alerts("Slow", "predict_seconds > 1"), empty: "groups: []\n" },
    rest: { ...measured, "prometheus.yml": scrape },
  },
  {
    ...{ id: "MON-10", path: "alerts.yml", text: alerts("Slow", "predict_seconds > 1"), empty: "groups: []\n" },
    rest: measured,
  },
  {
    ...{ id: "MON-11", path: "nginx.conf", text: "server {\n  limit_req zone=one burst=5;\n}\n" },
    ...{ rest: serving, empty: "server {\n}\n", config: "{security: {exposure: public}}" },
  },
  {
    ...{ id: "TEAM-01", path: "CODEOWNERS", text: "* @acme/science\n", empty: "\n" },
    rest: { "train/train.py": model, "api/app.py": service() },
  },
];
