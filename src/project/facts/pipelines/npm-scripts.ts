import { lineOf } from "../../ci/hops/lines.js";
import { parentOf } from "../../paths.js";
import { at, json, record } from "../../structured.js";
import type { PipelineStep } from "../file-facts.js";
import type { PipelineProject } from "./pipeline-project.js";
import { runsOfCommands } from "./run-commands.js";
import { distinct, pipelineStep } from "./step.js";

/** The scripts of `package.json`, with what they run. */
export async function readNpmScripts(project: PipelineProject): Promise<readonly PipelineStep[]> {
  const steps: PipelineStep[] = [];
  for (const path of project.pathsLike(/(?:^|\/)package\.json$/)) {
    const text = await project.text(path);
    if (text === undefined) continue;
    const scripts = Object.entries(record(at(json(text), "scripts"))).flatMap(([name, command]) =>
      typeof command === "string" ? [{ name, command }] : [],
    );
    const names = new Set(scripts.map(({ name }) => name));
    for (const { name, command } of scripts) {
      const line = lineOf(text, JSON.stringify(name), Math.max(0, text.indexOf('"scripts"')));
      const needs = distinct([...calledScripts(command), `pre${name}`].filter((one) => names.has(one) && one !== name));
      const runs = await runsOfCommands(
        { path, commands: [{ text: command, line }], folder: parentOf(path) ?? "" },
        project,
      );
      steps.push(pipelineStep({ system: "npm", path, line, name, commands: [command], runs, needs }));
    }
  }
  return steps;
}

/** `npm run train`, `yarn train`, `run-s prepare train`. */
function calledScripts(command: string): readonly string[] {
  const one = [...command.matchAll(/\b(?:npm|pnpm|yarn|bun)\s+(?:run(?:-script)?\s+)?([\w:.-]+)/g)].map(
    ([, name = ""]) => name,
  );
  const several = [...command.matchAll(/\b(?:run-[sp]|npm-run-all)\s+([^&|;]+)/g)].flatMap(([, names = ""]) =>
    names.split(/\s+/),
  );
  return [...one, ...several];
}
