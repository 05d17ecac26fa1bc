import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { reportsIn } from "./report-in.js";

const optuna = readFileSync("test/fixtures/reports/optuna.db");
const mlflow = readFileSync("test/fixtures/reports/mlflow.db");

describe("databases of Optuna and MLflow", () => {
  it("have studies with the trials that came to an end and what these tried", async () => {
    const { optuna: found, unreadable } = await reportsIn(
      {},
      { "studies/tuning.db": optuna, "search.sqlite3": mlflow },
    );
    assert.deepEqual(found, [
      {
        path: "studies/tuning.db",
        studies: [
          { name: "n".repeat(1500), trials: 60, params: ["depth", "lr"] },
          { name: "größe", trials: 12, params: ["alpha", "depth"] },
        ],
      },
    ]);
    assert.deepEqual(unreadable, []);
  });

  it("have the runs that nobody deleted, with their metrics, parameters and commits", async () => {
    const { mlflow: found } = await reportsIn({}, { "mlflow.db": mlflow });
    assert.deepEqual(found, [
      { path: "mlflow.db", runs: 2, metrics: ["acc", "val/loss"], params: ["lr"], hasCommit: true },
    ]);
  });

  it("of others are left alone, and said only when the name promises one", async () => {
    const other = readFileSync("test/fixtures/reports/coverage.sqlite");
    const { unreadable } = await reportsIn(
      {},
      {
        "optuna.db": "text",
        "app.db": other,
        "search.db": "text",
        "study.db": other,
        "mlflow.db": other.subarray(0, 600),
      },
    );
    assert.deepEqual(
      unreadable.map(({ path }) => path),
      ["mlflow.db", "optuna.db"],
    );
  });

  it("that are damaged anywhere are read in part or named, and never hold up the others", async () => {
    let named = 0;
    // A step that hits headers, pointers and rows alike.
    for (let at = 100; at < optuna.length; at += 307) {
      const damaged = new Uint8Array(optuna);
      damaged.fill(255, at, at + 3);
      const { mlflow: found, unreadable } = await reportsIn({}, { "optuna.db": damaged, "mlflow.db": mlflow });
      assert.equal(found.length, 1);
      named += unreadable.length;
      for (const { reason } of unreadable) assert.match(reason, /database|page|no report/);
    }
    assert.ok(named > 5, `${named} of them were named`);
  });

  it("that are cut off, or go round in circles, are named", async () => {
    const pageSize = 512;
    const circle = new Uint8Array(optuna);
    // Each page that leads on leads to itself.
    for (let page = 1; page < circle.length / pageSize; page++) {
      if (circle[page * pageSize] !== 5) continue;
      new DataView(circle.buffer).setUint32(page * pageSize + 8, page + 1);
    }
    const { unreadable } = await reportsIn(
      {},
      { "optuna-a.db": optuna.subarray(0, 4096), "optuna-b.db": circle, "optuna-c.db": optuna.subarray(0, 90) },
    );
    assert.deepEqual(unreadable, [
      { path: "optuna-a.db", reason: "the database is cut off: a page is missing" },
      { path: "optuna-b.db", reason: "the database is damaged: its pages go round in circles" },
      { path: "optuna-c.db", reason: "it is no database of SQLite" },
    ]);
  });
});

describe("folders of tracked runs", () => {
  const run = (name: string) => `mlruns/0/${name.repeat(32)}`;

  it("of MLflow have runs, in folders of their experiments", async () => {
    const { mlflow: found } = await reportsIn(
      {},
      {
        "mlruns/0/meta.yaml": "name: Default\n",
        [`${run("a")}/meta.yaml`]: "",
        [`${run("a")}/metrics/acc`]: "1 0.5 0\n",
        [`${run("a")}/metrics/val/loss`]: "1 0.5 0\n",
        [`${run("a")}/params/lr`]: "0.1",
        [`${run("a")}/tags/mlflow.source.git.commit`]: "0f0f",
        [`${run("b")}/params/depth`]: "3",
        "mlruns/.trash/x/meta.yaml": "",
        "mlruns/models/m/meta.yaml": "",
      },
    );
    assert.deepEqual(found, [
      { path: "mlruns", runs: 2, metrics: ["acc", "val/loss"], params: ["depth", "lr"], hasCommit: true },
    ]);
  });

  it("of Weights & Biases have runs, those that were logged offline too", async () => {
    const files = "wandb/run-20260101_120000-ab12cd34/files";
    const { wandb } = await reportsIn(
      {},
      {
        [`${files}/wandb-summary.json`]: `{"val_loss": 0.5, "_step": 3}`,
        [`${files}/config.yaml`]: "_wandb:\n  value: {}\nlr:\n  value: 0.1\n",
        [`${files}/wandb-metadata.json`]: `{"git": {"commit": "0f0f"}}`,
        "wandb/offline-run-20260102_120000-ef56ab78/run-ef56ab78.wandb": new Uint8Array(3),
        "wandb/debug.log": "",
      },
    );
    assert.deepEqual(wandb, [{ path: "wandb", runs: 2, metrics: ["val_loss"], params: ["lr"], hasCommit: true }]);
  });

  it("are named with the reason when they cannot be read, and are none when they have no runs", async () => {
    const { wandb, unreadable } = await reportsIn(
      { "a/main.py": "" },
      {
        "wandb/run-20260101_120000-ab12cd34/files/wandb-summary.json": "{cut",
        "a/wandb/__init__.py": "",
        "mlruns/0/meta.yaml": "",
      },
    );
    assert.deepEqual(wandb, []);
    assert.deepEqual(unreadable, [
      { path: "wandb", reason: "run-20260101_120000-ab12cd34/files/wandb-summary.json is no JSON" },
    ]);
  });

  it("in great numbers are counted, and some of them looked into", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 3000 }, (_, index) => [
        `mlruns/7/${index.toString(16).padStart(32, "0")}/metrics/m${index}`,
        "",
      ]),
    );
    const { mlflow: found } = await reportsIn({}, many);
    assert.equal(found[0]?.runs, 3000);
    assert.equal(found[0].metrics.length, 30);
  });
});
