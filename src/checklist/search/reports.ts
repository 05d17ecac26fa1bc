import type { StudyStore, TrackedRuns } from "../../project/facts/file-facts.js";
import { type Evidence, type Place, reaches } from "../evidence.js";
import type { ChecklistProject } from "../project.js";

/**
 * What reports say, beside evidence that stands without them. Most reports lie on one machine and not on the next, and
 * tell that something ran once; so no level hangs on them.
 */
export function besideEvidence(
  evidence: readonly Evidence[],
  told: readonly (Place & Pick<Evidence, "what" | "rule">)[],
): readonly Evidence[] {
  if (!evidence.some(({ level }) => reaches(level, "L2"))) return [];
  return told.map((one) => ({ ...one, level: "L2" }));
}

/** How much of these files ran, as far as reports of coverage know their lines. */
export function coverageOf(
  { reports }: Pick<ChecklistProject, "reports">,
  paths: readonly string[],
): readonly (Place & Pick<Evidence, "what" | "rule">)[] {
  return paths.flatMap((path) => {
    for (const report of reports.coverage) {
      const file = report.files.find((one) => one.path === path);
      if (file?.lines === undefined || file.lines === 0) continue;
      const what = `${report.path} says that ${file.covered} of ${file.lines} lines of ${path} ran`;
      return [{ path: report.path, line: 1, what, rule: "coverage" }];
    }
    return [];
  });
}

/** How the tests went when reports of JUnit were written; those that ran none are left out. */
export function testsTold({
  reports,
}: Pick<ChecklistProject, "reports">): readonly (Place & Pick<Evidence, "what" | "rule">)[] {
  return reports.junit.flatMap(({ path, tests, failures, skipped, failed }) => {
    if (tests === 0) return [];
    const names = failed.length === 0 ? "" : ` (${someOf(failed)})`;
    const what = `${path} tells of ${tests} tests, of which ${failures} failed${names} and ${skipped} were skipped`;
    return [{ path, line: 1, what, rule: "junit" }];
  });
}

/** The runs that trackers left on the disk, in words. */
export function runsKept({ reports }: Pick<ChecklistProject, "reports">): readonly string[] {
  return [...reports.mlflow, ...reports.wandb].flatMap((one) => (one.runs === 0 ? [] : [runsIn(one)]));
}

function runsIn({ path, runs, metrics, params }: TrackedRuns): string {
  const count = runs === 1 ? "1 run" : `${runs} runs`;
  const logged = [
    metrics.length === 0 ? "no metrics" : `the metrics ${someOf(metrics)}`,
    params.length === 0 ? "no parameters" : `the parameters ${someOf(params)}`,
  ];
  return `${path} holds ${count} with ${logged.join(" and ")}`;
}

function someOf(names: readonly string[]): string {
  return `${names.slice(0, 4).join(", ")}${names.length > 4 ? " and others" : ""}`;
}

/** A study that varied one of these parameters, and whether it is kept with the project. */
export function studyOf(
  { reports, files }: Pick<ChecklistProject, "reports" | "files">,
  keys: readonly string[],
): { readonly path: string; readonly trials: number; readonly isKept: boolean } | undefined {
  const varied = (study: StudyStore["studies"][number]): boolean =>
    study.trials > 0 && study.params.some((name) => keys.includes(name));
  const stores = reports.optuna.flatMap(({ path, studies }) => {
    const study = studies.find(varied);
    return study === undefined ? [] : [{ path, trials: study.trials, isKept: files.includes(path) }];
  });
  return stores.find(({ isKept }) => isKept) ?? stores[0];
}
