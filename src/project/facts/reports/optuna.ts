import type { StudyStore } from "../file-facts.js";
import type { Sqlite } from "./sqlite.js";
import type { SqlValue } from "./sqlite-values.js";

/** The studies in a database of Optuna; undefined when it is none. */
export function optunaStudies(path: string, database: Sqlite): StudyStore | undefined {
  if (!database.has("studies") || !database.has("trials") || !database.has("trial_params")) return undefined;
  const studies = new Map<SqlValue, { name: string; trials: number; params: Set<string> }>();
  for (const row of database.rows("studies"))
    studies.set(row("study_id"), { name: String(row("study_name")), trials: 0, params: new Set() });
  const studyOf = new Map<SqlValue, SqlValue>();
  for (const row of database.rows("trials")) {
    studyOf.set(row("trial_id"), row("study_id"));
    const study = studies.get(row("study_id"));
    const state = row("state");
    if (study !== undefined && (state === "COMPLETE" || state === "PRUNED")) study.trials++;
  }
  for (const row of database.rows("trial_params"))
    studies.get(studyOf.get(row("trial_id")) ?? null)?.params.add(String(row("param_name")));
  return {
    path,
    studies: [...studies.values()].map(({ name, trials, params }) => ({ name, trials, params: [...params].sort() })),
  };
}
