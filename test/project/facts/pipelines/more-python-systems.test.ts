import { strict as assert } from "node:assert";
import { fields, lines, stepsOf } from "./steps-of.js";

describe("pipelines of Metaflow", () => {
  it("reads steps in the order in which they name each other", async () => {
    const steps = await stepsOf({
      "flow.py": lines(
        "from metaflow import FlowSpec, step, schedule",
        "@schedule(daily=True)",
        "class Train(FlowSpec):",
        "    @step",
        "    def start(self):",
        "        self.next(self.fit, self.look)",
        "    @step",
        "    def fit(self): self.next(self.end)",
        "    @step",
        "    def look(self): self.next(self.end)",
        "    @step",
        "    def end(self): ...",
        "    def helper(self): ...",
        "class Other:",
        "    def start(self): ...",
      ),
    });
    assert.deepEqual(fields(steps, "runs", "needs", "schedule"), {
      start: [["flow.py#Train.start"], [], "daily"],
      fit: [["flow.py#Train.fit"], ["start"], "daily"],
      look: [["flow.py#Train.look"], ["start"], "daily"],
      end: [["flow.py#Train.end"], ["fit", "look"], "daily"],
    });
  });
});

describe("pipelines of ZenML", () => {
  it("reads the steps that a pipeline calls", async () => {
    const steps = await stepsOf({
      "pipelines/training.py": lines(
        "from zenml import pipeline",
        "from zenml.config.schedule import Schedule",
        "from steps.data import load, train",
        "@pipeline",
        "def training():",
        "    x, y = load()",
        "    train(x)",
        "training.with_options(schedule=Schedule(cron_expression='5 * * * *'))()",
      ),
      "steps/data.py": lines(
        "from zenml import step",
        "@step",
        "def load(): ...",
        "@step(enable_cache=False)",
        "def train(x): ...",
        "@step",
        "def unused(): ...",
      ),
    });
    assert.deepEqual(fields(steps, "path", "line", "needs", "schedule"), {
      load: ["steps/data.py", 3, [], "5 * * * *"],
      train: ["steps/data.py", 5, ["load"], "5 * * * *"],
    });
  });
});

describe("pipelines of Luigi", () => {
  it("reads tasks with what they require and put out", async () => {
    const steps = await stepsOf({
      "tasks.py": lines(
        "import luigi",
        "class Load(luigi.ExternalTask):",
        "    def output(self): return luigi.LocalTarget('data/raw.csv')",
        "class Train(luigi.Task):",
        "    def requires(self): return [Load()]",
        "    def run(self): ...",
        "class Tune(Train):",
        "    def requires(self): yield Train()",
      ),
    });
    assert.deepEqual(fields(steps, "runs", "needs", "outputs"), {
      Load: [[], [], ["data/raw.csv"]],
      Train: [["tasks.py#Train.run"], ["Load"], []],
      Tune: [[], ["Train"], []],
    });
  });
});

describe("pipelines of TFX", () => {
  it("reads components by their outputs", async () => {
    const steps = await stepsOf({
      "pipeline/pipeline.py": lines(
        "from tfx import v1 as tfx",
        "from tfx.components import StatisticsGen",
        "gen = tfx.components.CsvExampleGen(input_base='data')",
        "stats = StatisticsGen(examples=gen.outputs['examples'])",
        "trainer = tfx.components.Trainer(run_fn='models.model.run_fn', examples=gen.outputs['examples'])",
        "transform = tfx.components.Transform(module_file='models/prep.py', schema=stats.outputs['x'])",
      ),
      "models/model.py": "",
      "models/prep.py": "",
    });
    assert.deepEqual(fields(steps, "runs", "needs"), {
      CsvExampleGen: [[], []],
      StatisticsGen: [[], ["CsvExampleGen"]],
      Trainer: [["models/model.py#run_fn"], ["CsvExampleGen"]],
      Transform: [["models/prep.py"], ["StatisticsGen"]],
    });
  });
});

describe("code that only looks like a pipeline", () => {
  it("gives no steps", async () => {
    assert.deepEqual(
      await stepsOf({
        "a.py": "from celery import task\n@task\ndef train(): ...\ntrain()\n",
        "b.py": "from prefect import task\n@task\ndef train(): ...\n",
        "c.py": "import prefect\n# @prefect.flow\ndef train(): ...\n",
        "d.py": "from kfp import dsl\n@dsl.component\ndef train(): ...\n",
        "e.py": "class Train(Task):\n  def run(self): ...\nimport luigi\n",
        "f.py": "import prefect (((\n@flow\ndef",
      }),
      {},
    );
  });
});
