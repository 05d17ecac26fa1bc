import { strict as assert } from "node:assert";
import { fields, lines, stepsOf } from "./steps-of.js";

describe("pipelines of Argo", () => {
  it("reads the tasks of a DAG with what their templates run", async () => {
    const steps = await stepsOf({
      "argo/train.yaml": lines(
        "apiVersion: argoproj.io/v1alpha1",
        "kind: CronWorkflow",
        "spec:",
        "  schedule: '0 4 * * *'",
        "  workflowSpec:",
        "    entrypoint: main",
        "    onExit: tell",
        "    templates:",
        "      - name: main",
        "        dag:",
        "          tasks:",
        "            - {name: load, template: run}",
        "            - {name: fit, template: fit, depends: load.Succeeded}",
        "            - {name: check, template: shell, dependencies: [fit, load]}",
        "      - name: run",
        "        container: {command: [python], args: [/app/src/load.py, '{{inputs.parameters.day}}']}",
        "      - name: fit",
        "        container: {command: [python, -m, src.fit]}",
        "        outputs: {artifacts: [{name: model, path: /tmp/model}]}",
        "      - name: shell",
        "        script:",
        "          command: [bash]",
        "          source: |",
        "            python src/check.py",
      ),
      "src/load.py": "",
      "src/fit.py": "",
      "src/check.py": "",
    });
    assert.deepEqual(fields(steps, "runs", "needs", "outputs"), {
      load: [["src/load.py"], [], []],
      fit: [["src/fit.py"], ["load"], ["/tmp/model"]],
      check: [["src/check.py"], ["fit", "load"], []],
    });
    assert.deepEqual([steps["fit"]?.schedule, steps["fit"]?.tellsFailure], ["0 4 * * *", true]);
  });

  it("reads steps one after the other; what is suspended does not come back", async () => {
    const steps = await stepsOf({
      "w.yaml": lines(
        "apiVersion: argoproj.io/v1alpha1",
        "kind: CronWorkflow",
        "spec:",
        "  suspend: true",
        "  schedule: '0 4 * * *'",
        "  workflowSpec:",
        "    templates:",
        "      - name: main",
        "        steps:",
        "          - - {name: a, template: x}",
        "            - {name: b, template: x}",
        "          - - {name: c, template: x}",
      ),
      "deployment.yaml": "apiVersion: apps/v1\nkind: Deployment\n",
    });
    assert.deepEqual(fields(steps, "needs", "schedule"), {
      a: [[], undefined],
      b: [[], undefined],
      c: [["a", "b"], undefined],
    });
  });
});

describe("pipelines of MLflow projects", () => {
  it("reads entry points", async () => {
    const steps = await stepsOf({
      "ml/MLproject": lines(
        "name: x",
        "entry_points:",
        "  main:",
        "    parameters: {alpha: float}",
        '    command: "python train.py {alpha}"',
      ),
      "ml/train.py": "",
    });
    assert.deepEqual(fields(steps, "system", "runs", "line"), { main: ["mlflow", ["ml/train.py"], 3] });
  });
});

describe("pipelines of Azure ML", () => {
  it("reads jobs, their components and their schedules", async () => {
    const steps = await stepsOf({
      "azure/pipeline.yml": lines(
        "$schema: https://azuremlschemas.azureedge.net/latest/pipelineJob.schema.json",
        "type: pipeline",
        "jobs:",
        "  prep:",
        "    command: python prep.py --data ${{inputs.raw}}",
        "    code: ../src",
        "    inputs: {raw: {path: azureml:raw@latest}}",
        "  train:",
        "    component: ./train.yml",
        "    inputs: {data: '${{parent.jobs.prep.outputs.data}}'}",
      ),
      "azure/train.yml": lines(
        "$schema: https://azuremlschemas.azureedge.net/latest/commandComponent.schema.json",
        "command: python train.py",
        "code: ../src",
      ),
      "azure/schedule.yml": lines(
        "$schema: https://azuremlschemas.azureedge.net/latest/schedule.schema.json",
        "trigger: {type: cron, expression: '0 1 * * *'}",
        "create_job: ./pipeline.yml",
      ),
      "src/prep.py": "",
      "src/train.py": "",
    });
    assert.deepEqual(fields(steps, "runs", "needs", "schedule", "inputs"), {
      prep: [["src/prep.py"], [], "0 1 * * *", ["azureml:raw@latest"]],
      train: [["src/train.py"], ["prep"], "0 1 * * *", []],
    });
  });
});

const scripts = { "a.py": "", "b.py": "", "lint.py": "" };

describe("chains of commands", () => {
  it("reads those of a Taskfile", async () => {
    const steps = await stepsOf({
      "Taskfile.yml": lines(
        "version: '3'",
        "vars: {DIR: .}",
        "tasks:",
        "  prepare:",
        "    sources: [raw.csv]",
        "    generates: [clean.csv]",
        "    cmds: ['python {{.DIR}}/a.py']",
        "  train:",
        "    deps: [prepare]",
        "    cmds:",
        "      - cmd: python b.py",
        "  lint: {deps: [train], cmds: [python lint.py]}",
        "  alone: python a.py",
      ),
      ...scripts,
    });
    assert.deepEqual(fields(steps, "runs", "needs", "inputs", "outputs"), {
      prepare: [["a.py"], [], ["raw.csv"], ["clean.csv"]],
      train: [["b.py"], ["prepare"], [], []],
    });
  });

  it("reads those of a justfile", async () => {
    const steps = await stepsOf({
      justfile: lines(
        'py := "python"',
        "prepare day='1':",
        "    {{py}} a.py {{day}}",
        "train: prepare",
        "    @{{ py }} b.py",
        "lint: train",
        "    python lint.py",
      ),
      ...scripts,
    });
    assert.deepEqual(fields(steps, "runs", "needs", "commands"), {
      prepare: [["a.py"], [], ["python a.py 1"]],
      train: [["b.py"], ["prepare"], ["python b.py"]],
    });
  });

  it("reads those of package.json", async () => {
    const scriptTable = {
      prepare: "node a.js",
      train: "npm run features && node b.js",
      features: "node a.js",
      build: "node b.js",
      lint: "npm run train && node b.js",
    };
    const steps = await stepsOf({
      "package.json": JSON.stringify({ scripts: scriptTable }, undefined, 2),
      "a.js": "",
      "b.js": "",
    });
    assert.deepEqual(fields(steps, "runs", "needs", "line"), {
      train: [["a.js", "b.js"], ["features"], 4],
      features: [["a.js"], [], 5],
    });
  });
});

describe("pipelines of Snakemake", () => {
  it("reads rules with what they take, make and run", async () => {
    const steps = await stepsOf({
      "workflow/Snakefile": lines(
        'configfile: "config.yaml"',
        "rule all:",
        '    input: "report.html"',
        "",
        "rule clean:",
        "    input:",
        '        raw="raw.csv",  # "not.csv"',
        "    output:",
        '        "clean.csv"',
        "    shell:",
        '        "python src/clean.py "',
        '        "{input} {output}"',
        "# rule off:",
        "rule train:",
        '    input: "clean.csv", rules.clean.output',
        '    output: "model.pkl"',
        '    script: "scripts/train.py"',
        "rule report:",
        '    input: "model.pkl"',
        '    output: "report.html"',
        '    shell: """',
        "        python -m src.report {input}",
        '        """',
        "onerror:",
        '    shell("mail")',
      ),
      "workflow/scripts/train.py": "",
      "src/clean.py": "",
      "src/report.py": "",
    });
    assert.deepEqual(fields(steps, "runs", "needs", "inputs", "outputs", "line"), {
      all: [[], ["report"], ["report.html"], [], 2],
      clean: [["src/clean.py"], [], ["raw.csv"], ["clean.csv"], 5],
      train: [["workflow/scripts/train.py"], ["clean"], ["clean.csv"], ["model.pkl"], 14],
      report: [["src/report.py"], ["train"], ["model.pkl"], ["report.html"], 18],
    });
    assert.equal(steps["train"]?.tellsFailure, true);
  });
});
