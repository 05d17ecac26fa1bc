import type { CiJobFact, CiRun } from "../../project/facts/ci-facts.js";
import type { Evidence } from "../evidence.js";
import type { ChecklistProject } from "../project.js";
import type { Told } from "./code-evidence.js";

/** Evidence of what a job runs: L2 where somebody has to start it, L3 where it runs by itself, L4 where its failure fails the job. */
export function runEvidence(
  run: Pick<CiRun, "path" | "line" | "triggers" | "isGating" | "isScheduled">,
  { what, rule }: Told,
): Evidence {
  const place = { path: run.path, line: run.line, what, rule };
  if (!isByItself(run.triggers)) return { ...place, level: "L2" };
  return { ...place, level: run.isGating ? "L4" : "L3", repeatedBy: run.isScheduled ? "schedule" : "ci" };
}

/** A push, a pull request, a schedule or a tag starts it; nobody has to press a button. */
function isByItself(triggers: CiRun["triggers"]): boolean {
  return triggers.some((trigger) => trigger !== "manual");
}

/** What jobs run whose command, as expanded, matches. */
export function runsOf({ ci }: Pick<ChecklistProject, "ci">, command: RegExp): readonly CiRun[] {
  return ci.runs.filter((run) => command.test(run.command));
}

export interface FoundAction extends Pick<CiRun, "path" | "line" | "triggers" | "isGating" | "isScheduled"> {
  readonly name: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly job: CiJobFact;
}

/** The actions, orbs and plugins of jobs whose name matches. */
export function actionsOf({ ci }: Pick<ChecklistProject, "ci">, name: RegExp): readonly FoundAction[] {
  return ci.jobs.flatMap((job) =>
    job.actions.flatMap((action): readonly FoundAction[] => {
      if (!name.test(action.name)) return [];
      const { triggers } = job;
      return [{ ...action, job, triggers, isScheduled: triggers.includes("schedule") }];
    }),
  );
}

/** The same evidence without the weight of a gate: for what only shows that something is done. */
export function notGating(evidence: Evidence): Evidence {
  return evidence.level === "L4" ? { ...evidence, level: "L3" } : evidence;
}
