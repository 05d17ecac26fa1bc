import { joinPath, parentOf } from "../../paths.js";
import type { PipelineStep } from "../file-facts.js";
import type { PipelineProject } from "./pipeline-project.js";
import { runsOfCommands } from "./run-commands.js";
import { type SnakeRule, snakeRules } from "./snakefile.js";
import { distinct, pipelineStep, withNeedsByFiles } from "./step.js";

/** The rules of Snakefiles. Their paths count from where Snakemake is started, those of scripts from the file itself. */
export async function readSnakemake(project: PipelineProject): Promise<readonly PipelineStep[]> {
  const steps: PipelineStep[] = [];
  let tellsFailure = false;
  for (const path of project.pathsLike(/(?:^|\/)(?:Snakefile(?:\.\w+)?|[^/]+\.smk)$/)) {
    const text = await project.text(path);
    if (text === undefined) continue;
    tellsFailure ||= /^onerror\s*:/m.test(text);
    for (const rule of snakeRules(text)) steps.push(await ruleStep(rule, path, project));
  }
  return withNeedsByFiles(steps).map((step) => ({ ...step, tellsFailure }));
}

async function ruleStep(rule: SnakeRule, path: string, project: PipelineProject): Promise<PipelineStep> {
  const home = parentOf(path) ?? "";
  const { name, line, inputs, outputs, shell, scripts, needs } = rule;
  const commands = shell.map((one) => ({
    ...one,
    // A field stands for a file of the rule, or for a word that only the run knows.
    text: one.text
      .replace(/\{(input|output)(?:\[\d+\])?\}/g, (_whole, kind) => (kind === "input" ? inputs : outputs)[0] ?? "_")
      .replace(/\{[\w.[\]:]+\}/g, "_"),
  }));
  const files = scripts.map((script) => joinPath(home, script)).filter((file) => project.files.has(file));
  const roots = home.endsWith("workflow") ? [parentOf(home) ?? ""] : ["", home];
  const runs = [...files];
  for (const folder of new Set(roots))
    if (runs.length === 0) runs.push(...(await runsOfCommands({ path, commands, folder }, project)));
  return pipelineStep({
    ...{ system: "snakemake", path, line, name, commands: shell.map(({ text }) => text) },
    ...{ runs: distinct(runs), inputs: distinct(inputs), outputs: distinct(outputs), needs: distinct(needs) },
  });
}
