import { commandText } from "../../ci/hops/compose.js";
import { child, entriesOf, isTrue, itemsOf, textOf, textsOf } from "../../ci/tree-access.js";
import { readYamlTrees, type Tree } from "../../ci/yaml-tree.js";
import type { PipelineStep } from "../file-facts.js";
import type { PipelineProject } from "./pipeline-project.js";
import { runsOfCommands } from "./run-commands.js";
import { distinct, pipelineStep } from "./step.js";

/** The steps of Argo's workflows, and of workflows that run on a schedule. */
export async function readArgo(project: PipelineProject): Promise<readonly PipelineStep[]> {
  const steps: PipelineStep[] = [];
  for (const path of project.pathsLike(/\.ya?ml$/)) {
    const text = await project.source.read(path);
    if (text === undefined || !/^kind:\s*["']?(?:Cron|Cluster)?Workflow(?:Template)?\b/m.test(text)) continue;
    if (!/^apiVersion:\s*["']?argoproj\.io\//m.test(text)) continue;
    for (const tree of readYamlTrees(text, path).trees) {
      if (/Workflow(?:Template)?$/.test(textOf(child(tree, "kind")) ?? ""))
        steps.push(...(await workflowSteps(tree, path, project)));
    }
  }
  return steps;
}

interface Workflow {
  readonly schedule: string | undefined;
  readonly tellsFailure: boolean;
  readonly templates: ReadonlyMap<string, Tree>;
}

async function workflowSteps(tree: Tree, path: string, project: PipelineProject): Promise<readonly PipelineStep[]> {
  const outer = child(tree, "spec");
  const spec = child(outer, "workflowSpec") ?? outer;
  const schedules = [textOf(child(outer, "schedule")) ?? "", ...textsOf(child(outer, "schedules"))].filter(
    (one) => one !== "",
  );
  const isSuspended = isTrue(child(outer, "suspend"));
  const workflow: Workflow = {
    schedule: schedules.length === 0 || isSuspended ? undefined : schedules.join(", "),
    tellsFailure: child(spec, "onExit") !== undefined || child(spec, "hooks", "exit") !== undefined,
    templates: new Map(
      itemsOf(child(spec, "templates")).flatMap((one) =>
        textOf(child(one, "name")) === undefined ? [] : [[textOf(child(one, "name"))!, one]],
      ),
    ),
  };
  const steps: PipelineStep[] = [];
  const called = new Set<string>();
  const add = async (name: string, use: Tree, template: Tree | undefined, needs: readonly string[]): Promise<void> => {
    called.add(textOf(child(use, "template")) ?? "");
    steps.push(await stepOf(name, use, template, needs, workflow, path, project));
  };
  for (const template of workflow.templates.values()) {
    for (const task of itemsOf(child(template, "dag", "tasks"))) {
      const depends =
        textOf(child(task, "depends"))
          ?.match(/[\w-]+(?:\.\w+)?/g)
          ?.map((one) => one.replace(/\..*$/, "")) ?? [];
      await add(nameOf(task), task, templateOf(task, workflow), [...textsOf(child(task, "dependencies")), ...depends]);
    }
    let before: readonly string[] = [];
    const groups = child(template, "steps");
    for (const group of groups?.kind === "list" ? groups.items : []) {
      const now = itemsOf(group);
      for (const step of now) await add(nameOf(step), step, templateOf(step, workflow), before);
      before = now.map(nameOf);
    }
  }
  const entry = textOf(child(spec, "entrypoint"));
  const single = entry === undefined ? undefined : workflow.templates.get(entry);
  if (steps.length === 0 && entry !== undefined && single !== undefined) await add(entry, single, single, []);
  return steps;
}

function nameOf(step: Tree): string {
  return textOf(child(step, "name")) ?? textOf(child(step, "template")) ?? "";
}

function templateOf(use: Tree, { templates }: Workflow): Tree | undefined {
  return child(use, "inline") ?? templates.get(textOf(child(use, "template")) ?? "");
}

async function stepOf(
  name: string,
  use: Tree,
  template: Tree | undefined,
  needs: readonly string[],
  workflow: Workflow,
  path: string,
  project: PipelineProject,
): Promise<PipelineStep> {
  const commands = commandsOf(template);
  const artifacts = (kind: "inputs" | "outputs") =>
    itemsOf(child(template, kind, "artifacts")).flatMap(
      (one) => textOf(child(one, "path")) ?? textOf(child(one, "name")) ?? [],
    );
  return pipelineStep({
    ...{ system: "argo", path, line: use.line, name, schedule: workflow.schedule, tellsFailure: workflow.tellsFailure },
    commands: commands.map(({ text }) => text),
    runs: await runsOfCommands(
      { path, commands: commands.map((one) => ({ ...one, text: one.text.replace(/\{\{.*?\}\}/g, "_") })), folder: "" },
      project,
    ),
    inputs: distinct(artifacts("inputs")),
    outputs: distinct(artifacts("outputs")),
    needs: distinct(needs),
  });
}

function commandsOf(template: Tree | undefined): readonly { readonly text: string; readonly line: number }[] {
  const script = child(template, "script");
  const source = child(script, "source");
  const shell = textsOf(child(script, "command")).join(" ");
  if (source?.kind === "scalar") return /\bpython/.test(shell) ? [] : [{ text: source.text, line: source.textLine }];
  const containers = [
    child(template, "container"),
    ...entriesOf(child(template, "containerSet")).flatMap(([key, value]) =>
      key === "containers" ? itemsOf(value) : [],
    ),
  ];
  return containers.flatMap((container) => {
    const parts = ["command", "args"].flatMap((key) => child(container, key) ?? []);
    return parts.length === 0 ? [] : [{ text: parts.map(commandText).join(" "), line: parts[0]!.line }];
  });
}
