import { eachStatement } from "../../../semantics/code/visit.js";
import type { FormModule } from "../../../syntax/form.js";
import type { PipelineStep } from "../file-facts.js";
import { readAirflow } from "./airflow.js";
import { readDagster } from "./dagster.js";
import { prefect, readFlows, zenml } from "./decorated-flows.js";
import { readKedro } from "./kedro.js";
import { readKfp } from "./kfp.js";
import { readLuigi } from "./luigi.js";
import { readMetaflow } from "./metaflow.js";
import type { PipelineProject } from "./pipeline-project.js";
import { prefectSchedules } from "./prefect-yaml.js";
import { pythonFile, type PythonFile } from "./python-file.js";
import { scheduleNotes } from "./python-schedules.js";
import { withNeedsByFiles } from "./step.js";
import { readTfx } from "./tfx.js";

type ReadPython = (
  file: PythonFile,
  project: PipelineProject,
) => readonly PipelineStep[] | Promise<readonly PipelineStep[]>;

/** The systems whose pipelines are Python code, by the package that they import. */
const systems: Readonly<Record<string, ReadPython>> = {
  airflow: readAirflow,
  prefect: (file, project) => readFlows(prefect, file, project),
  dagster: readDagster,
  kfp: readKfp,
  kedro: readKedro,
  metaflow: readMetaflow,
  zenml: (file, project) => readFlows(zenml, file, project),
  luigi: readLuigi,
  tfx: readTfx,
};

/** In a text, what is worth parsing the file for: an import, or a flow that is put to work. */
const mention =
  /^[ \t]*(?:from|import)[ \t]+(?:airflow|prefect|dagster|kfp|kedro|metaflow|zenml|luigi|tfx)\b|\.(?:serve|deploy)\(|\bcreate_schedule\(/m;

/** The pipelines that Python files define. */
export async function readPythonPipelines(project: PipelineProject): Promise<readonly PipelineStep[]> {
  const groups: { readonly file: string; readonly steps: readonly PipelineStep[] }[] = [];
  const schedules = new Map<string, string>();
  let dagsterSchedule: string | undefined;
  for (const path of project.pathsLike(/\.py$/)) {
    const text = await project.source.read(path);
    if (text === undefined || !mention.test(text)) continue;
    const form = await project.source.form(path);
    if (form === undefined) {
      project.unreadable.push({ path, reason: "the code cannot be read" });
      continue;
    }
    const packages = importedPackages(form);
    const file = pythonFile(path, form, project.files);
    for (const [name, read] of Object.entries(systems)) {
      if (packages.has(name)) groups.push({ file: path, steps: await read(file, project) });
    }
    for (const note of scheduleNotes(file)) {
      schedules.set(note.file, note.schedule);
      if (packages.has("dagster")) dagsterSchedule ??= note.schedule;
    }
  }
  if (groups.length > 0) for (const note of await prefectSchedules(project)) schedules.set(note.file, note.schedule);
  const steps = groups.flatMap((group) =>
    group.steps.map((step) => {
      // Definitions of Dagster are gathered in one place, whatever file they stand in.
      const shared = step.system === "dagster" ? dagsterSchedule : schedules.get(group.file);
      return step.system === "airflow" ? step : { ...step, schedule: step.schedule ?? shared };
    }),
  );
  return linkedAcrossFiles(steps);
}

function importedPackages(form: FormModule): ReadonlySet<string> {
  const found = new Set<string>();
  eachStatement(form.body, (statement) => {
    if (statement.kind === "Import" && statement.level === 0) found.add(statement.module.replace(/\..*$/, ""));
  });
  return found;
}

/** Data sets of Kedro tie nodes of all files; what an asset of Dagster asks for is a need only where it is an asset. */
function linkedAcrossFiles(steps: readonly PipelineStep[]): readonly PipelineStep[] {
  const assets = new Set(steps.flatMap(({ system, name }) => (system === "dagster" ? [name] : [])));
  const kedro = withNeedsByFiles(steps.filter(({ system }) => system === "kedro"));
  const others = steps.filter(({ system }) => system !== "kedro");
  return [
    ...others.map((step) =>
      step.system === "dagster"
        ? { ...step, needs: step.needs.filter((name) => assets.has(name) && name !== step.name) }
        : step,
    ),
    ...kedro,
  ];
}
