import type { Entry } from "../../project/facts/wiring.js";
import type { Evidence, Place } from "../evidence.js";
import type { ChecklistProject } from "../project.js";
import { saves } from "./checkpoints.js";
import { type AlertRule, alertTopics } from "./alert-rules.js";
import { callSearch } from "./code-evidence.js";
import { jobTells, notifyCalls } from "./notifications.js";
import { terraformResources } from "./terraform.js";

/** A training that comes back by itself, and where people are told when it fails. */
export interface ScheduledTraining {
  readonly evidence: Evidence;
  readonly told: Place | undefined;
}

/** How training is started again and again: CI by schedule, pipelines with a schedule, schedulers of clusters and clouds. */
export async function scheduledTraining(
  project: ChecklistProject,
  alerts: readonly AlertRule[],
): Promise<readonly ScheduledTraining[]> {
  const found = new Map<string, ScheduledTraining>();
  const add = (place: Place, what: string, told: Place | undefined): void => {
    const evidence: Evidence = { ...place, level: "L3", what, rule: "scheduled-training", repeatedBy: "schedule" };
    found.set(`${place.path}:${place.line}`, { evidence, told });
  };
  const alert = alerts.find(({ text }) => alertTopics.training.test(text));
  for (const entry of entriesOfTraining(project)) {
    const run = scheduleOf(entry, project);
    if (run === undefined) continue;
    const what = `training comes back by itself: ${entry.what}`;
    add(run, what, tellsFailure(run.path, project) ?? tellsFailure(entry.path, project) ?? alert);
  }
  for (const run of project.ci.runs) {
    if (!run.isScheduled || run.isTests || run.tool === "curl" || !/\b(?:re)?train(?!ing_data|er)/i.test(run.command))
      continue;
    const what = `CI job "${run.job}" runs \`${run.command}\` by schedule`;
    const { path, line, chain } = run;
    if (!found.has(`${path}:${line}`)) add({ path, line }, what, jobTells(project, chain[0] ?? path) ?? alert);
  }
  for (const { path, line, name, body } of await terraformResources(project, schedulers)) {
    if (/train/i.test(name + body)) add({ path, line }, `\`${name}\` starts training by schedule`, alert);
  }
  return [...found.values()];
}

const schedulers =
  /^(?:aws_cloudwatch_event_rule|aws_scheduler_schedule|google_cloud_scheduler_job|google_vertex_ai_schedule)$/;

function entriesOfTraining({ profile, code, wiring }: ChecklistProject): readonly Entry[] {
  const found = new Set<Entry>();
  for (const { path, line } of profile.facts.training.places) {
    const file = code.find((one) => one.path === path);
    const withins = new Set(file?.calls.filter((call) => call.line === line).map(({ within }) => within));
    for (const within of withins.size > 0 ? withins : [""]) {
      for (const entry of wiring.entriesOf(path, within)) found.add(entry);
    }
  }
  // What fits models and keeps none, as a backtest does, brings no new one into use.
  const keeping = savingCalls(code).flatMap(({ file, call }) => wiring.entriesOf(file.path, call.within));
  const kept = new Set(keeping.map(keyOf));
  return kept.size === 0 ? [...found] : [...found].filter((entry) => kept.has(keyOf(entry)));
}

const savingCalls = callSearch(saves);

function keyOf({ path, line, what }: Entry): string {
  return `${path}:${line} ${what}`;
}

/** Where it is said that something comes back: at the entry itself, or in the job that runs its pipeline. */
function scheduleOf(entry: Entry, { ci }: ChecklistProject): Place | undefined {
  if (entry.repeatedBy === "schedule") return { path: entry.path, line: entry.line };
  if (entry.kind !== "pipeline") return undefined;
  const run = ci.runs.find(
    ({ isScheduled, chain, command }) =>
      isScheduled &&
      (chain.includes(entry.path) || (/\bdvc (?:repro|exp run)\b/.test(command) && /dvc\.yaml$/.test(entry.path))),
  );
  return run && { path: run.path, line: run.line };
}

function tellsFailure(path: string, project: ChecklistProject): Place | undefined {
  const step = project.pipelines.find((one) => one.path === path && one.tellsFailure);
  if (step !== undefined) return { path, line: step.line };
  const inCode = notifyCalls(project).find(({ file }) => file.path === path);
  return jobTells(project, path) ?? (inCode && { path, line: inCode.call.line });
}
