import { eachStatement } from "../../../semantics/code/visit.js";
import type { PipelineStep } from "../file-facts.js";
import { readAirflow } from "./airflow.js";
import type { PipelineProject } from "./pipeline-project.js";
import { pythonFile, type PythonFile } from "./python-file.js";

type ReadPython = (
  file: PythonFile,
  project: PipelineProject,
) => readonly PipelineStep[] | Promise<readonly PipelineStep[]>;

/** The systems whose pipelines are Python code, by the package that they import. */
const systems: readonly (readonly [RegExp, ReadPython])[] = [[/^airflow\b/, readAirflow]];

/** In a text, an import that is worth parsing the file for. */
const mention = /^[ \t]*(?:from|import)[ \t]+(?:airflow|prefect|dagster|kfp|kedro|metaflow|zenml|luigi|tfx)\b/m;

/** The pipelines that Python files define. */
export async function readPythonPipelines(project: PipelineProject): Promise<readonly PipelineStep[]> {
  const steps: PipelineStep[] = [];
  for (const path of project.pathsLike(/\.py$/)) {
    const text = await project.source.read(path);
    if (text === undefined || !mention.test(text)) continue;
    const form = await project.source.form(path);
    if (form === undefined) {
      project.unreadable.push({ path, reason: "the code cannot be read" });
      continue;
    }
    const modules: string[] = [];
    eachStatement(form.body, (statement) => {
      if (statement.kind === "Import")
        modules.push(...(statement.module === "" ? statement.names.map(({ local }) => local) : [statement.module]));
    });
    const readers = systems.filter(([pattern]) => modules.some((module) => pattern.test(module)));
    const file = pythonFile(path, form, project.files);
    for (const [, read] of readers) steps.push(...(await read(file, project)));
  }
  return steps;
}
