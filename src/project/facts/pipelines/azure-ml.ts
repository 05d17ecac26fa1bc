import { child, entriesOf, textOf } from "../../ci/tree-access.js";
import { readYamlTrees, type Tree } from "../../ci/yaml-tree.js";
import { joinPath, parentOf } from "../../paths.js";
import type { PipelineStep } from "../file-facts.js";
import { entriesOfTree } from "../yaml-entries.js";
import type { PipelineProject } from "./pipeline-project.js";
import { runsOfCommands } from "./run-commands.js";
import { distinct, pipelineStep } from "./step.js";

/** The jobs of Azure ML's pipeline files, with the components that they name and the schedules that name them. */
export async function readAzureMl(project: PipelineProject): Promise<readonly PipelineStep[]> {
  const found: { readonly path: string; readonly tree: Tree }[] = [];
  const schedules = new Map<string, string>();
  for (const path of project.pathsLike(/\.ya?ml$/)) {
    const text = await project.source.read(path);
    if (text === undefined || !/azuremlschemas|^type:\s*["']?pipeline\b/m.test(text)) continue;
    const tree = readYamlTrees(text, path).trees[0];
    const job = child(tree, "create_job");
    const trigger = child(tree, "trigger");
    if (tree !== undefined && child(tree, "jobs") !== undefined) found.push({ path, tree });
    if (trigger === undefined || job === undefined) continue;
    const target = textOf(job) ?? textOf(child(job, "job"));
    const when =
      textOf(child(trigger, "expression")) ??
      [textOf(child(trigger, "interval")), textOf(child(trigger, "frequency"))].join(" ");
    if (target !== undefined) schedules.set(fileAt(target, path), when.trim());
  }
  const steps: PipelineStep[] = [];
  for (const { path, tree } of found) {
    for (const [name, job] of entriesOf(child(tree, "jobs")))
      steps.push(await jobStep(name, job, path, schedules.get(path), project));
  }
  return steps;
}

async function jobStep(
  name: string,
  job: Tree,
  path: string,
  schedule: string | undefined,
  project: PipelineProject,
): Promise<PipelineStep> {
  const { tree, home } = await componentOf(job, path, project);
  const command = textOf(child(job, "command")) ?? textOf(child(tree, "command"));
  const code = textOf(child(job, "code")) ?? textOf(child(tree, "code")) ?? ".";
  // `${{inputs.data}}` is a word that only the run knows.
  const commands = command === undefined ? [] : [{ text: command.replace(/\$\{\{.*?\}\}/g, "_"), line: job.line }];
  const values = entriesOfTree(job).flatMap(({ value }) => (typeof value === "string" ? [value] : []));
  const needs = values.flatMap((value) =>
    [...value.matchAll(/\$\{\{\s*parent\.jobs\.([\w-]+)\./g)].map(([, other = ""]) => other),
  );
  const files = (key: string) =>
    entriesOfTree(child(job, key)).flatMap(({ key: at, value }) => (/(?:^|\.)path$/.test(at) ? [String(value)] : []));
  return pipelineStep({
    ...{ system: "azureml", path, line: Math.max(1, job.line - 1), name, schedule },
    commands: command === undefined ? [] : [command],
    runs: await runsOfCommands({ path, commands, folder: fileAt(code, home) }, project),
    inputs: distinct(files("inputs")),
    outputs: distinct(files("outputs")),
    needs: distinct(needs),
  });
}

/** A component in a file of its own, with the file from which its paths count. */
async function componentOf(
  job: Tree,
  path: string,
  project: PipelineProject,
): Promise<{ readonly tree: Tree | undefined; readonly home: string }> {
  const component = child(job, "component");
  const reference = textOf(component);
  if (reference === undefined) return { tree: component, home: path };
  const file = fileAt(reference.replace(/^file:/, ""), path);
  const text = project.files.has(file) ? await project.text(file) : undefined;
  return text === undefined
    ? { tree: undefined, home: path }
    : { tree: readYamlTrees(text, file).trees[0], home: file };
}

function fileAt(reference: string, from: string): string {
  return joinPath(parentOf(from) ?? "", reference);
}
