import type { Trigger } from "./model.js";
import type { Ci } from "./read-ci.js";
import type { Run } from "./resolve.js";
import { runsTests } from "./tool.js";

/** What the jobs run that are not disabled. */
export function liveRuns(ci: Ci): readonly Run[] {
  return ci.runs.filter(({ job }) => job.disabled === undefined);
}

/** The runs of a tool by its name: `pytest`, `ruff`, `dvc`. */
export function runsOf(ci: Ci, tool: string): readonly Run[] {
  return liveRuns(ci).filter((run) => run.tool.name === tool || run.tool.module === tool);
}

/** The runs of tests, with whatever runner. */
export function testRuns(ci: Ci): readonly Run[] {
  return liveRuns(ci).filter((run) => runsTests(run.tool));
}

/** The runs of one of the project's own files, by its absolute path. */
export function runsScript(ci: Ci, path: string): readonly Run[] {
  return liveRuns(ci).filter(
    ({ tool, chain }) => tool.script === path || chain.some((hop) => hop.path === path && hop.line === 1),
  );
}

/** Does a failure of this command fail its job? */
export function isGating(run: Run): boolean {
  return run.breaks.length === 0;
}

/** Does a run take part in checking changes, or come back by itself? */
export function isAutomatic({ job }: Run): boolean {
  return job.triggers.some((trigger) => automatic.has(trigger));
}

const automatic: ReadonlySet<Trigger> = new Set(["push", "pull-request", "schedule"]);
