import type { FactSource, ReadFacts } from "../fact-source.js";
import type { PipelineStep } from "../file-facts.js";
import { readArgo } from "./argo.js";
import { readAzureMl } from "./azure-ml.js";
import { readMlProject } from "./mlproject.js";
import { readTaskfiles } from "./taskfile.js";
import { readNpmScripts } from "./npm-scripts.js";
import { readJustfiles } from "./justfile.js";
import { readSnakemake } from "./snakemake.js";
import { readDvc } from "./dvc.js";
import { readMake } from "./make.js";
import { readPythonPipelines } from "./python-systems.js";
import { openPipelineProject, type PipelineProject } from "./pipeline-project.js";

/** One for each system of pipelines. */
const systems: Readonly<Record<string, (project: PipelineProject) => Promise<readonly PipelineStep[]>>> = {
  DVC: readDvc,
  make: readMake,
  Argo: readArgo,
  "Azure ML": readAzureMl,
  MLflow: readMlProject,
  Task: readTaskfiles,
  npm: readNpmScripts,
  just: readJustfiles,
  Snakemake: readSnakemake,
  "Python files": readPythonPipelines,
};

/** The steps of all pipelines that a project declares, in whatever system. */
export async function readPipelines(source: FactSource): Promise<ReadFacts<PipelineStep>> {
  const project = openPipelineProject(source);
  const facts: PipelineStep[] = [];
  for (const [system, read] of Object.entries(systems)) {
    try {
      facts.push(...(await read(project)));
    } catch (error) {
      // What no one foresaw in one system's files must not take the others with it.
      const detail = error instanceof Error ? error.message : String(error);
      project.unreadable.push({ path: ".", reason: `the pipelines of ${system} cannot be read: ${detail}` });
    }
  }
  return { facts, unreadable: project.unreadable };
}
