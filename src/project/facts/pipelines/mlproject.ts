import { child, entriesOf, textOf } from "../../ci/tree-access.js";
import { readYamlTrees } from "../../ci/yaml-tree.js";
import { parentOf } from "../../paths.js";
import type { PipelineStep } from "../file-facts.js";
import type { PipelineProject } from "./pipeline-project.js";
import { runsOfCommands } from "./run-commands.js";
import { pipelineStep } from "./step.js";

/** The entry points of `MLproject` files. */
export async function readMlProject(project: PipelineProject): Promise<readonly PipelineStep[]> {
  const steps: PipelineStep[] = [];
  for (const path of project.pathsLike(/(?:^|\/)MLproject$/i)) {
    const text = await project.text(path);
    if (text === undefined) continue;
    for (const [name, entry] of entriesOf(child(readYamlTrees(text, path).trees[0], "entry_points"))) {
      const command = textOf(child(entry, "command"));
      if (command === undefined) continue;
      const line = Math.max(1, entry.line - 1);
      // `{alpha}` is a parameter.
      const commands = [{ text: command.replace(/\{[\w.]+\}/g, "_"), line }];
      const runs = await runsOfCommands({ path, commands, folder: parentOf(path) ?? "" }, project);
      steps.push(pipelineStep({ system: "mlflow", path, line, name, commands: [command], runs }));
    }
  }
  return steps;
}
