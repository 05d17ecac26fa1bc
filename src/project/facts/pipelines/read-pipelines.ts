import type { FactSource, ReadFacts } from "../fact-source.js";
import type { PipelineStep } from "../file-facts.js";
import { readArgo } from "./argo.js";
import { readAzureMl } from "./azure-ml.js";
import { readMlProject } from "./mlproject.js";
import { readTaskfiles } from "./taskfile.js";
import { readNpmScripts } from "./npm-scripts.js";
import { readJustfiles } from "./justfile.js";
import { chained } from "./chained.js";
import { readNox } from "./nox.js";
import { readSnakemake } from "./snakemake.js";
import { readDvc } from "./dvc.js";
import { readMake } from "./make.js";
import { readPythonPipelines } from "./python-systems.js";
import { openPipelineProject, type PipelineProject } from "./pipeline-project.js";

type Readers = Readonly<Record<string, (project: PipelineProject) => Promise<readonly PipelineStep[]>>>;

/** One for each system of pipelines. */
const pipelineReaders: Readers = {
  DVC: readDvc,
  Argo: readArgo,
  "Azure ML": readAzureMl,
  MLflow: readMlProject,
  Snakemake: readSnakemake,
  "Python files": readPythonPipelines,
};

/** One for each program that runs tasks by their names, whether they make a pipeline or not. */
const taskReaders: Readers = {
  make: readMake,
  Task: readTaskfiles,
  npm: readNpmScripts,
  just: readJustfiles,
  nox: readNox,
};

export interface ReadPipelines extends ReadFacts<PipelineStep> {
  /** Everything that people run by a name: `make lint`, `just inspect`. */
  readonly tasks: readonly PipelineStep[];
}

/** The steps of all pipelines that a project declares, in whatever system, and its tasks. */
export async function readPipelines(source: FactSource): Promise<ReadPipelines> {
  const project = openPipelineProject(source);
  const tasks = await readWith(taskReaders, project);
  const steps = await readWith(pipelineReaders, project);
  const files = [...new Set(tasks.map(({ path }) => path))];
  const facts = [...steps, ...files.flatMap((file) => chained(tasks.filter(({ path }) => path === file)))];
  return { facts, tasks, unreadable: project.unreadable };
}

async function readWith(readers: Readers, project: PipelineProject): Promise<readonly PipelineStep[]> {
  const found: PipelineStep[] = [];
  for (const [system, read] of Object.entries(readers)) {
    try {
      found.push(...(await read(project)));
    } catch (error) {
      // What no one foresaw in one system's files must not take the others with it.
      const detail = error instanceof Error ? error.message : String(error);
      project.unreadable.push({ path: ".", reason: `the pipelines of ${system} cannot be read: ${detail}` });
    }
  }
  return found;
}
