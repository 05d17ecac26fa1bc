import { strict as assert } from "node:assert";
import { fields, lines, stepsOf } from "./steps-of.js";

describe("pipelines of Prefect", () => {
  const flow = lines(
    "from prefect import flow, task",
    "from src.load import load",
    "@task",
    "def train(rows): ...",
    "@task(name='unused')",
    "def unused(): ...",
    "@flow(on_failure=[tell])",
    "def daily():",
    "    rows = load.submit()",
    "    model = train(rows)",
  );
  const load = "from prefect import task\n@task(retries=2)\ndef load(): ...\n";

  it("reads a flow and the tasks that it calls, those of other files too", async () => {
    const steps = await stepsOf({
      "flows/daily.py": `${flow}daily.serve(cron='0 5 * * *')\n`,
      "src/load.py": load,
    });
    assert.deepEqual(fields(steps, "runs", "needs", "schedule", "tellsFailure"), {
      daily: [["flows/daily.py#daily"], [], "0 5 * * *", true],
      load: [["src/load.py#load"], [], "0 5 * * *", true],
      train: [["flows/daily.py#train"], ["load"], "0 5 * * *", true],
    });
  });

  it("finds a schedule where the flow is put to work", async () => {
    const byCode = await stepsOf({
      "flows/daily.py": flow,
      "src/load.py": load,
      "deploy.py": "from flows.daily import daily\ndaily.deploy('x', cron='@daily')\n",
    });
    assert.equal(byCode["daily"]?.schedule, "@daily");
    const byFile = await stepsOf({
      "flows/daily.py": flow,
      "src/load.py": load,
      "prefect.yaml": "deployments:\n  - {entrypoint: 'flows/daily.py:daily', schedules: [{cron: '1 * * * *'}]}\n",
    });
    assert.equal(byFile["daily"]?.schedule, "1 * * * *");
    const never = await stepsOf({ "flows/daily.py": `${flow}# daily.serve(cron='x')\n`, "src/load.py": load });
    assert.equal(never["daily"]?.schedule, undefined);
  });
});

describe("pipelines of Dagster", () => {
  it("ties assets by their parameters, in all files", async () => {
    const steps = await stepsOf({
      "defs/raw.py": "from dagster import asset\n@asset\ndef raw(context, db): ...\n",
      "defs/model.py": lines(
        "import dagster as dg",
        "from dagster import asset, AssetIn",
        "@asset(name='fitted', ins={'x': AssetIn('raw')})",
        "def model(x): ...",
        "@dg.asset(deps=[model, 'fitted'])",
        "def report(): ...",
        "daily = dg.ScheduleDefinition(job=train_job, cron_schedule='0 0 * * *')",
      ),
    });
    assert.deepEqual(fields(steps, "runs", "needs", "schedule"), {
      fitted: [["defs/model.py#model"], ["raw"], "0 0 * * *"],
      report: [["defs/model.py#report"], ["fitted"], "0 0 * * *"],
      raw: [["defs/raw.py#raw"], [], "0 0 * * *"],
    });
  });

  it("reads the ops of a job", async () => {
    const steps = await stepsOf({
      "job.py": lines(
        "from dagster import op, job",
        "@op",
        "def a(): ...",
        "@op",
        "def b(x): ...",
        "@op",
        "def c(x): ...",
        "@job",
        "def work():",
        "    b(a())",
      ),
    });
    assert.deepEqual(fields(steps, "needs"), { b: [["a"]], a: [[]] });
  });
});

describe("pipelines of Kubeflow", () => {
  it("reads components, and what their results and `after` tie", async () => {
    const steps = await stepsOf({
      "pipe.py": lines(
        "from kfp import dsl",
        "from kfp.dsl import component",
        "@component(base_image='python:3.11')",
        "def load() -> str: ...",
        "@dsl.component",
        "def train(path: str): ...",
        "@dsl.component",
        "def check(): ...",
        "@dsl.pipeline(name='p')",
        "def pipeline():",
        "    loaded = load()",
        "    model = train(path=loaded.output)",
        "    check().after(model)",
        "client.create_recurring_run(cron_expression='0 0 2 * * *')",
      ),
    });
    assert.deepEqual(fields(steps, "runs", "needs", "schedule"), {
      load: [["pipe.py#load"], [], "0 0 2 * * *"],
      train: [["pipe.py#train"], ["load"], "0 0 2 * * *"],
      check: [["pipe.py#check"], ["train"], "0 0 2 * * *"],
    });
  });

  it("reads what older versions have", async () => {
    const steps = await stepsOf({
      "old.py": lines(
        "import kfp",
        "from kfp import dsl",
        "from src.train import train",
        "train_op = kfp.components.create_component_from_func(train)",
        "@dsl.pipeline(name='p')",
        "def pipeline():",
        "    pull = dsl.ContainerOp(name='pull', command=['python', 'src/pull.py'])",
        "    train_op(pull.output)",
      ),
      "src/train.py": "def train(): ...\n",
      "src/pull.py": "",
    });
    assert.deepEqual(fields(steps, "runs", "needs"), {
      train_op: [["src/train.py#train"], ["pull"]],
      pull: [["src/pull.py"], []],
    });
  });
});

describe("pipelines of Kedro", () => {
  it("ties nodes by their data sets, across files", async () => {
    const steps = await stepsOf({
      "src/p/a/pipeline.py": lines(
        "from kedro.pipeline import node, Pipeline",
        "from .nodes import clean",
        "def create_pipeline(**kwargs):",
        "    return Pipeline([node(func=clean, inputs=['raw', 'params:x'], outputs='clean')])",
      ),
      "src/p/a/nodes.py": "def clean(raw, x): ...\n",
      "src/p/b.py": lines(
        "from kedro.pipeline import node, pipeline",
        "from p.a.nodes import clean as train",
        "steps = pipeline([node(train, {'x': 'clean'}, ['model'], name='fit')])",
      ),
    });
    assert.deepEqual(fields(steps, "runs", "inputs", "outputs", "needs"), {
      clean: [["src/p/a/nodes.py#clean"], ["raw", "params:x"], ["clean"], []],
      fit: [["src/p/a/nodes.py#clean"], ["clean"], ["model"], ["clean"]],
    });
  });
});
