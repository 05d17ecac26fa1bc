import { deepEqual, equal, match, ok } from "node:assert/strict";
import { DockerfileParser } from "dockerfile-ast";
import MarkdownIt from "markdown-it";
import { parseAllDocuments } from "yaml";
import { findings } from "../project/project-rules/project-findings.js";
import { programsIn, type SnippetProgram } from "./snippet-programs.js";

/** Where a snippet of no program would be saved; the rules about projects look at files by their names. */
function placeOf({ body, code }: SnippetProgram): string {
  if (body.language === "dockerfile") return "Dockerfile";
  if (body.language === "markdown") return "README.md";
  return /^jobs:/m.test(code) ? ".github/workflows/checks.yml" : /^stages:/m.test(code) ? "dvc.yaml" : "deploy.yaml";
}

describe("our rules on snippets that are no programs", () => {
  const machineLearning = { "train.py": "import torch\n", "requirements.txt": "torch==2.4.0\n" };

  for (const program of [...programsIn("yaml"), ...programsIn("dockerfile"), ...programsIn("markdown")]) {
    it(`say nothing about ${program.body.prefix} in ${program.body.language}`, async () => {
      const found = await findings({ ...machineLearning, [placeOf(program)]: program.code });
      deepEqual(
        found.map(({ rule, message }) => `${rule}: ${message}`),
        [],
      );
    });
  }
});

describe("YAML snippets", () => {
  for (const program of programsIn("yaml")) {
    it(`parse, and have the shape of what they are for: ${program.body.prefix}`, () => {
      const parsed = parseAllDocuments(program.code);
      ok(Array.isArray(parsed));
      for (const { errors, warnings } of parsed) deepEqual([...errors, ...warnings], []);
      const documents = parsed.map((one) => one.toJS() as unknown);
      const place = placeOf(program);
      if (place.startsWith(".github")) return checkWorkflow(documents[0] as Workflow);
      if (place === "dvc.yaml") return checkPipeline(documents[0] as Pipeline);
      return program.body.prefix === "pf-alert"
        ? checkAlerts(documents[0] as Alerts)
        : checkRollout(documents as [Rollout, AnalysisTemplate]);
    });
  }
});

interface Workflow {
  readonly name: string;
  readonly on: object;
  readonly permissions: object;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly "runs-on": string;
  readonly "timeout-minutes": number;
  readonly steps: readonly { readonly uses?: string; readonly run?: string }[];
}

function checkWorkflow({ name, on, permissions, jobs }: Workflow): void {
  ok(name !== "" && Object.keys(on).length > 0);
  deepEqual(permissions, { contents: "read" });
  for (const job of Object.values(jobs)) {
    ok(job["timeout-minutes"] > 0 && job["runs-on"] !== "");
    for (const { uses, run } of job.steps) {
      equal(Number(uses !== undefined) + Number(run !== undefined), 1);
      if (uses !== undefined) match(uses, /^[\w-]+\/[\w-]+@v\d/);
      // What comes from outside reaches a shell through its environment alone.
      ok(!run?.includes("${{"), run);
    }
  }
}

interface Pipeline {
  readonly stages: Readonly<Record<string, Stage>>;
}

interface Stage {
  readonly cmd: string;
  readonly deps: readonly string[];
  readonly outs?: readonly string[];
}

function checkPipeline({ stages }: Pipeline): void {
  const made = Object.values(stages).flatMap(({ outs = [] }) => outs);
  const used = Object.values(stages).flatMap(({ deps }) => deps);
  deepEqual(
    made.filter((path) => !used.includes(path)),
    [],
  );
  for (const { cmd, deps } of Object.values(stages)) {
    // A stage is repeated when its code changes, so the code is one of the things that it depends on.
    ok(deps.some((path) => cmd.includes(path)));
  }
}

interface Alerts {
  readonly groups: readonly { readonly rules: readonly Alert[] }[];
}

interface Alert {
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly runbook: string };
}

function checkAlerts({ groups }: Alerts): void {
  const alerts = groups.flatMap(({ rules }) => rules);
  ok(alerts.length > 0);
  for (const { alert, expr, for: time, labels, annotations } of alerts) {
    match(alert, /^[A-Z]\w+$/);
    equal(expr.split("(").length, expr.split(")").length);
    match(time, /^\d+[smhd]$/);
    ok(["page", "ticket"].includes(labels.severity));
    ok(annotations.summary !== "" && annotations.runbook.startsWith("https://"));
  }
}

interface Rollout {
  readonly spec: {
    readonly selector: { readonly matchLabels: object };
    readonly template: { readonly metadata: { readonly labels: object } };
    readonly strategy: {
      readonly canary: {
        readonly steps: readonly { readonly setWeight?: number }[];
        readonly analysis: { readonly templates: readonly { readonly templateName: string }[] };
      };
    };
  };
}

interface AnalysisTemplate {
  readonly metadata: { readonly name: string };
}

function checkRollout([{ spec }, template]: readonly [Rollout, AnalysisTemplate]): void {
  const { steps, analysis } = spec.strategy.canary;
  const weights = steps.flatMap(({ setWeight }) => setWeight ?? []);
  deepEqual(
    weights,
    [...weights].sort((a, b) => a - b),
  );
  deepEqual(
    analysis.templates.map(({ templateName }) => templateName),
    [template.metadata.name],
  );
  deepEqual(spec.selector.matchLabels, spec.template.metadata.labels);
}

describe("Dockerfile snippets", () => {
  for (const { body, code } of programsIn("dockerfile")) {
    it(`build on a version, run as a user and start something: ${body.prefix}`, () => {
      const file = DockerfileParser.parse(code);
      const names = file.getInstructions().map((instruction) => instruction.getKeyword());
      const known = "ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK RUN USER VOLUME WORKDIR".split(" ");
      deepEqual(
        names.filter((name) => !known.includes(name)),
        [],
      );
      match(file.getFROMs()[0]?.getImage() ?? "", /^python:\d/);
      ok(names.indexOf("USER") > names.lastIndexOf("RUN"));
      match(names.at(-1) ?? "", /^(CMD|ENTRYPOINT)$/);
      const start = file.getInstructions().at(-1)?.getArgumentsContent() ?? "";
      equal((JSON.parse(start) as string[])[0], "python");
    });
  }
});

describe("Markdown snippets", () => {
  const needed: Readonly<Record<string, readonly string[]>> = {
    "pf-model-card": ["Intended use", "Training data", "Evaluation", "Limits and risks", "Operation"],
    "pf-datasheet": [
      "Motivation",
      "Composition",
      "Collection",
      "Labels",
      "Preparation",
      "Splits",
      "Uses",
      "Maintenance",
    ],
    "pf-notebook": [],
  };

  for (const { body, code } of programsIn("markdown")) {
    it(`have one title, their headings and whole tables: ${body.prefix}`, () => {
      const tokens = new MarkdownIt().parse(code, {});
      const headings = (tag: string): readonly string[] =>
        tokens.flatMap(({ type, tag: found }, index) =>
          type === "heading_open" && found === tag ? [tokens[index + 1]?.content ?? ""] : [],
        );
      equal(headings("h1").length, 1);
      deepEqual(headings("h2"), needed[body.prefix]);
      // A line with bars that is in no table is a table that was written wrong.
      const texts = tokens.filter(({ type }) => type === "inline").map(({ content }) => content);
      ok(texts.every((text) => !text.includes("|")));
    });
  }
});
