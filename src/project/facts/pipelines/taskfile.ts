import { child, entriesOf, itemsOf, textOf, textsOf, variablesOf } from "../../ci/tree-access.js";
import { readYamlTrees, type Tree } from "../../ci/yaml-tree.js";
import { joinPath, parentOf } from "../../paths.js";
import type { PipelineStep } from "../file-facts.js";
import type { PipelineProject } from "./pipeline-project.js";
import { runsOfCommands } from "./run-commands.js";
import { distinct, pipelineStep } from "./step.js";

/** The tasks of Taskfiles, with what they run. */
export async function readTaskfiles(project: PipelineProject): Promise<readonly PipelineStep[]> {
  const steps: PipelineStep[] = [];
  for (const path of project.pathsLike(/(?:^|\/)[Tt]askfile(?:\.dist)?\.ya?ml$/)) {
    const text = await project.text(path);
    if (text === undefined) continue;
    const tree = readYamlTrees(text, path).trees[0];
    for (const [name, task] of entriesOf(child(tree, "tasks")))
      steps.push(await taskStep(name, task, tree, path, project));
  }
  return steps;
}

async function taskStep(
  name: string,
  task: Tree,
  file: Tree | undefined,
  path: string,
  project: PipelineProject,
): Promise<PipelineStep> {
  const variables = { ...variablesOf(child(file, "vars")), ...variablesOf(child(task, "vars")) };
  const fill = (text: string) =>
    text.replace(/\{\{\s*\.(\w+)\s*\}\}/g, (_whole, key: string) => variables[key] ?? (key === "ROOT_DIR" ? "." : "_"));
  const given = task.kind === "map" ? [...itemsOf(child(task, "cmds")), ...itemsOf(child(task, "cmd"))] : itemsOf(task);
  const commands = given.flatMap((one) => {
    const command = one.kind === "scalar" ? one : child(one, "cmd");
    return command?.kind === "scalar" && !command.isNull ? [{ text: fill(command.text), line: command.textLine }] : [];
  });
  const called = [...itemsOf(child(task, "deps")), ...given.filter((one) => one.kind === "map")].flatMap(
    (one) => textOf(one) ?? textOf(child(one, "task")) ?? [],
  );
  const folder = joinPath(parentOf(path) ?? "", fill(textOf(child(task, "dir")) ?? "."));
  return pipelineStep({
    ...{ system: "task", path, line: task.kind === "map" ? Math.max(1, task.line - 1) : task.line, name },
    commands: commands.map(({ text }) => text),
    runs: await runsOfCommands({ path, commands, folder }, project),
    inputs: distinct(textsOf(child(task, "sources")).map(fill)),
    outputs: distinct(textsOf(child(task, "generates")).map(fill)),
    needs: distinct(called),
  });
}
