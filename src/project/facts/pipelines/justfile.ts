import { fillJust, readJustfile } from "../../ci/hops/just.js";
import { parentOf } from "../../paths.js";
import type { PipelineStep } from "../file-facts.js";
import type { PipelineProject } from "./pipeline-project.js";
import { runsOfCommands } from "./run-commands.js";
import { distinct, pipelineStep } from "./step.js";

/** The recipes of justfiles, with what they run. */
export async function readJustfiles(project: PipelineProject): Promise<readonly PipelineStep[]> {
  const steps: PipelineStep[] = [];
  for (const path of project.pathsLike(/(?:^|\/)\.?[Jj]ustfile$/)) {
    const text = await project.text(path);
    if (text === undefined) continue;
    const { recipes, variables } = readJustfile(text, path);
    for (const { name, line, parameters, needs, body } of recipes.values()) {
      const values = new Map(variables);
      for (const { name: parameter, value } of parameters) if (value !== undefined) values.set(parameter, value);
      const commands = body.map((piece) => ({
        text: fillJust(piece.text, values).replace(/^[@-]+/, ""),
        line: piece.line,
      }));
      const called = commands.flatMap((one) =>
        [...one.text.matchAll(/\bjust\s+([\w-]+)/g)].map(([, other = ""]) => other),
      );
      const runs = await runsOfCommands({ path, commands, folder: parentOf(path) ?? "" }, project);
      steps.push(
        pipelineStep({
          ...{ system: "just", path, line, name, runs },
          commands: commands.map((one) => one.text),
          needs: distinct([...needs, ...called].filter((one) => one !== "&&")),
        }),
      );
    }
  }
  return steps;
}
