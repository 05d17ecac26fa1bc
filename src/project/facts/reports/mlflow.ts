import type { TrackedRuns } from "../file-facts.js";
import type { ReportFiles } from "./report-files.js";
import type { Sqlite } from "./sqlite.js";
import { runNotes } from "./tracked-runs.js";

/** The runs in an `mlruns` folder, a folder an experiment and in it one a run; undefined when there are none. */
export async function readMlruns(path: string, files: ReportFiles): Promise<TrackedRuns | undefined> {
  const notes = runNotes();
  let runs = 0;
  for (const experiment of (await foldersIn(path, files)).slice(0, mostExperiments)) {
    for (const run of await foldersIn(experiment, files)) {
      if (!/\/[0-9a-f]{32}$/.test(run)) continue;
      runs++;
      if (runs > mostRead) continue;
      for (const name of await namesBelow(`${run}/metrics`, files)) notes.metric(name);
      for (const name of await namesBelow(`${run}/params`, files)) notes.param(name);
      if ((await files.list(`${run}/tags`)).some(({ name }) => name === commitTag)) notes.commit();
    }
  }
  return runs === 0 ? undefined : notes.of(path, runs);
}

/** The runs in a database of MLflow; undefined when it is none. */
export function mlflowRuns(path: string, database: Sqlite): TrackedRuns | undefined {
  if (!database.has("experiments") || !database.has("runs") || !database.has("latest_metrics")) return undefined;
  const notes = runNotes();
  const runs = [...database.rows("runs")].filter((row) => row("lifecycle_stage") !== "deleted").length;
  for (const row of database.rows("latest_metrics")) notes.metric(String(row("key")));
  for (const row of database.rows("params")) notes.param(String(row("key")));
  for (const row of database.rows("tags")) if (row("key") === commitTag) notes.commit();
  return notes.of(path, runs);
}

async function foldersIn(path: string, files: ReportFiles): Promise<readonly string[]> {
  const entries = await files.list(path);
  return entries.flatMap(({ name, type }) =>
    type === "directory" && !name.startsWith(".") ? [`${path}/${name}`] : [],
  );
}

/** A metric is a file, and `val/loss` one in a folder. */
async function namesBelow(path: string, files: ReportFiles): Promise<readonly string[]> {
  const names: string[] = [];
  for (const { name, type } of await files.list(path)) {
    if (type === "file") names.push(name);
    else if (type === "directory")
      for (const inner of await files.list(`${path}/${name}`)) names.push(`${name}/${inner.name}`);
  }
  return names;
}

const commitTag = "mlflow.source.git.commit";
const mostExperiments = 50;
/** Runs of one project write the same names. */
const mostRead = 30;
