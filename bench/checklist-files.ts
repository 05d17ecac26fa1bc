import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { evaluation, library, tests, training, web } from "./sample-code.js";

/** How many files of each kind; with some single ones 10,000 in all, of which 1,500 are code. */
const counts = {
  training: 150,
  evaluation: 120,
  library: 600,
  services: 30,
  tests: 320,
  web: 200,
  notebooks: 80,
  settings: 500,
  annotations: 1_400,
  documents: 450,
  manifests: 120,
  images: 25,
  packages: 20,
  workflows: 8,
  tables: 900,
  pictures: 5_070,
} as const;

/** Makes a workspace in a temporary folder, which whoever asks for it removes. */
export function makeChecklistWorkspace(): {
  readonly folder: string;
  readonly files: number;
  readonly megabytes: number;
} {
  const folder = mkdtempSync(join(tmpdir(), "ml-preflight-checklist-"));
  let files = 0;
  let size = 0;
  const write = (path: string, text: string): void => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    files++;
    size += text.length;
  };
  const each = (count: number, make: (index: number) => readonly [path: string, text: string]): void => {
    for (let index = 0; index < count; index++) write(...make(index));
  };

  mkdirSync(join(folder, ".git"));
  write(".gitignore", "*.log\n");
  write("Makefile", "train:\n\tpython projects/p0/train_0.py\n\ntest:\n\tpytest tests\n");
  write("README.md", document(1));
  write(
    "dvc.yaml",
    "stages:\n  train:\n    cmd: python projects/p1/train_1.py\n    deps: [data]\n    outs: [model.pt]\n",
  );
  write(".pre-commit-config.yaml", "repos:\n  - repo: local\n    hooks:\n      - {id: lint, entry: ruff check}\n");
  write(
    "docker-compose.yaml",
    "services:\n  api:\n    build: {dockerfile: services/s0/Dockerfile}\n    ports: ['80:80']\n",
  );
  write("tsconfig.json", '{ "compilerOptions": { "strict": true } }\n');
  each(counts.training, (index) => [`projects/p${index % 30}/train_${index}.py`, training(index, counts.library)]);
  each(counts.evaluation, (index) => [`projects/p${index % 30}/evaluate_${index}.py`, evaluation(index)]);
  each(counts.library, (index) => [`lib/part${index % 80}/module_${index}.py`, library(index)]);
  each(counts.services, (index) => [`services/s${index}/serve.py`, service(index)]);
  each(counts.tests, (index) => [`tests/part${index % 80}/test_${index}.py`, tests(index)]);
  each(counts.web, (index) => [`web/src/area${index % 20}/view_${index}.tsx`, web(index)]);
  each(counts.notebooks, (index) => [`notebooks/n${index % 8}/explore_${index}.ipynb`, notebook(index)]);
  each(counts.settings, (index) => [`conf/group${index % 25}/variant_${index}.yaml`, settings(index)]);
  each(counts.annotations, (index) => [`data/labels/${index % 20}/${index}.json`, `{"label": ${index % 7}}`]);
  each(counts.documents, (index) => [`docs/area${index % 20}/page_${index}.md`, document(index)]);
  each(counts.manifests, (index) => [`deploy/m${index % 12}/part_${index}.yaml`, manifest(index)]);
  each(counts.images, (index) => [`services/s${index}/Dockerfile`, image(index)]);
  each(counts.packages, (index) => [`services/s${index}/requirements.txt`, requirements(index)]);
  each(counts.workflows, (index) => [`.github/workflows/flow_${index}.yaml`, workflow(index)]);
  each(counts.tables, (index) => [`data/tables/${index % 15}/${index}.csv`, "a,b\n1,2\n"]);
  each(counts.pictures, (index) => [`data/images/${index % 100}/${index}.jpg`, ""]);
  return { folder, files, megabytes: size / 1e6 };
}

function service(index: number): string {
  return `import logging

import joblib
from fastapi import FastAPI
from pydantic import BaseModel, Field
from lib.part${index % 80}.module_${index} import scale_0

app = FastAPI()
log = logging.getLogger(__name__)
model = joblib.load("model_${index}.joblib")


class Rows(BaseModel):
    values: list[float] = Field(min_length=1, max_length=100)


@app.post("/predict")
def predict(rows: Rows):
    found = model.predict([scale_0(rows.values)])
    log.info("predicted %s", found)
    return {"label": float(found[0]), "version": "${index}"}


@app.get("/health")
def health():
    return {"ok": model is not None}
`;
}

function notebook(index: number): string {
  const lines = (text: string): readonly string[] => text.split(/(?<=\n)/);
  const code = (text: string): object => ({
    cell_type: "code",
    execution_count: 1,
    metadata: {},
    outputs: [{ output_type: "stream", name: "stdout", text: ["done\n"] }],
    source: lines(text),
  });
  const cells = [
    { cell_type: "markdown", metadata: {}, source: [`# Exploration ${index}\n`] },
    code(evaluation(index)),
    code(`score = evaluate("data/tables/0/${index % 15}.csv")\nprint(score)`),
  ];
  const metadata = { kernelspec: { name: "python3", language: "python", display_name: "Python 3" } };
  return JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, undefined, 1);
}

function settings(index: number): string {
  const layers = Array.from({ length: 5 + (index % 20) }, (_, at) => `    - {width: ${16 + at}, activation: relu}`);
  return `# Variant ${index}
model:
  name: net_${index}
  layers:
${layers.join("\n")}
optimizer:
  lr: 3.0e-4
  weight_decay: 0.01
seed: ${index}
data:
  path: data/tables/${index % 15}
  split: {train: 0.8, test: 0.2}
`;
}

function document(index: number): string {
  const parts = Array.from(
    { length: 3 + (index % 6) },
    (_, at) => `## Part ${at}

The data of part ${at} are collected every week, and their schema is checked before the model is trained.

- The owner is the team of area ${index % 20}.
- The metric is \`f1\`, see [the evaluation](../projects/p${index % 30}/evaluate_${index}.py).

\`\`\`sh
python projects/p${index % 30}/train_${index % counts.training}.py --epochs ${at}
\`\`\`
`,
  );
  return `# Page ${index}\n\n${parts.join("\n")}`;
}

function manifest(index: number): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: model-${index}
  labels: {app: model-${index}}
spec:
  replicas: 2
  selector:
    matchLabels: {app: model-${index}}
  template:
    metadata:
      labels: {app: model-${index}}
    spec:
      containers:
        - name: api
          image: registry.example.com/model-${index}:1.${index}
          args: ["uvicorn", "services.s${index % counts.services}.serve:app"]
          resources:
            limits: {cpu: "1", memory: 1Gi}
          readinessProbe:
            httpGet: {path: /health, port: 80}
---
apiVersion: v1
kind: Service
metadata:
  name: model-${index}
spec:
  ports:
    - port: 80
`;
}

function image(index: number): string {
  return `FROM python:3.12-slim
WORKDIR /app
COPY services/s${index}/requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY . .
USER 1000
CMD ["uvicorn", "services.s${index}.serve:app", "--host", "0.0.0.0"]
`;
}

function requirements(index: number): string {
  return `fastapi==0.115.0\nscikit-learn==1.5.${index % 3}\npandas\ntorch==2.4.0\nmlflow>=2\njoblib\npytest\n`;
}

function workflow(index: number): string {
  return `name: flow ${index}
on:
  push:
  schedule:
    - cron: "0 ${index} * * 1"
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: pip install -r services/s${index}/requirements.txt
      - run: make test
      - run: python projects/p${index}/train_${index}.py
`;
}
