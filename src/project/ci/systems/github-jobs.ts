import { joinPath } from "../../paths.js";
import type { CiFiles } from "../ci-files.js";
import {
  type Break,
  type CiJob,
  type Disabled,
  type Hop,
  type Step,
  type Trigger,
  type Unknown,
  type Variables,
} from "../model.js";
import { child, entriesOf, textOf, textsOf, treePlace, variablesOf } from "../tree-access.js";
import type { Tree } from "../yaml-tree.js";
import { allowedToFail } from "./github-failing.js";
import { checkoutOf, folderIn } from "./github-folders.js";
import { githubLegs } from "./github-matrix.js";
import { whyOff } from "./github-off.js";
import { readGithubSteps } from "./github-steps.js";

export interface WorkflowReading {
  readonly workflow: Tree;
  readonly path: string;
  readonly triggers: readonly Trigger[];
  readonly files: CiFiles;
  readonly unknowns: Unknown[];
  /** What the calling job hands to a reusable workflow. */
  readonly call?: {
    readonly values: Variables;
    readonly via: readonly Hop[];
    readonly breaks: readonly Break[];
    readonly disabled: Disabled | undefined;
  };
}

const deepestCalls = 4;

/** The jobs of a workflow; a job that calls a workflow of the repository is that workflow's jobs. */
export async function readGithubJobs(reading: WorkflowReading): Promise<readonly CiJob[]> {
  const { workflow, path, triggers, call } = reading;
  const jobs: CiJob[] = [];
  const env = variablesOf(child(workflow, "env"));
  for (const [name, job] of entriesOf(child(workflow, "jobs"))) {
    const condition = textOf(child(job, "if"));
    const place = treePlace(path, job);
    const disabled = call?.disabled ?? whyOff(workflow, path, name);
    const legs = githubLegs(child(job, "strategy", "matrix"));
    const breaks = [...(call?.breaks ?? []), ...allowedToFail(child(job, "continue-on-error"), path)];
    const uses = textOf(child(job, "uses"));
    if (uses !== undefined) {
      jobs.push(...(await calledJobs(reading, { job, uses, breaks, disabled, legs })));
      continue;
    }
    const jobEnv = { ...env, ...variablesOf(child(job, "env")) };
    const steps = await readGithubSteps({
      ...reading,
      steps: child(job, "steps"),
      env: jobEnv,
      values: call?.values ?? {},
      via: call?.via ?? [],
      breaks,
      directory: directoryOf(reading, job),
      shell: textOf(child(job, "defaults", "run", "shell")) ?? textOf(child(workflow, "defaults", "run", "shell")),
      isWindows: /^windows/i.test(textOf(child(job, "runs-on")) ?? ""),
    });
    const needs = textsOf(child(job, "needs"));
    jobs.push({
      system: "github",
      name,
      place,
      triggers,
      needs,
      disabled,
      legs,
      steps: withCondition(steps, condition),
    });
  }
  return jobs;
}

function directoryOf({ workflow, files }: WorkflowReading, job: Tree): string {
  const folder =
    textOf(child(job, "defaults", "run", "working-directory")) ??
    textOf(child(workflow, "defaults", "run", "working-directory")) ??
    ".";
  return folderIn(files.root, folder, checkoutOf(child(job, "steps")));
}

function withCondition(steps: readonly Step[], condition: string | undefined): readonly Step[] {
  if (condition === undefined) return steps;
  return steps.map((step) => ({
    ...step,
    condition: step.condition === undefined ? condition : `${condition} && ${step.condition}`,
  }));
}

async function calledJobs(
  reading: WorkflowReading,
  caller: {
    readonly job: Tree;
    readonly uses: string;
    readonly breaks: readonly Break[];
    readonly disabled: Disabled | undefined;
    readonly legs: readonly Variables[];
  },
): Promise<readonly CiJob[]> {
  const { path, files, unknowns, triggers, call } = reading;
  const { job, uses, breaks, disabled, legs } = caller;
  const place = treePlace(path, child(job, "uses") ?? job);
  const via = [...(call?.via ?? []), { path, line: place.line, text: `uses: ${uses}` }];
  const target = uses.startsWith("./") ? joinPath(files.root, uses) : undefined;
  const given = variablesOf(child(job, "with"));
  const [workflow] = target === undefined || via.length > deepestCalls ? [] : await files.yaml(target);
  if (target === undefined || workflow === undefined) {
    unknowns.push({ place, detail: `the workflow \`${uses}\` is not in this project` });
    return remoteJob(reading, caller, given);
  }
  const values: Record<string, string> = {};
  for (const [name, input] of entriesOf(child(workflow, "on", "workflow_call", "inputs"))) {
    const value = given[name] ?? textOf(child(input, "default"));
    if (value !== undefined) values[`inputs.${name}`] = value;
  }
  const jobs = await readGithubJobs({
    workflow,
    path: target,
    triggers,
    files,
    unknowns,
    call: { values, via, breaks, disabled },
  });
  // The caller's matrix fills in what it hands over.
  if (legs.every((leg) => Object.keys(leg).length === 0)) return jobs;
  return jobs.map((one) => ({ ...one, legs: legs.flatMap((leg) => one.legs.map((own) => ({ ...leg, ...own }))) }));
}

/** A workflow from elsewhere may be handed the script that it runs. */
async function remoteJob(
  { path, triggers, files, unknowns, call }: WorkflowReading,
  { job, uses, breaks, disabled, legs }: Parameters<typeof calledJobs>[1],
  given: Variables,
): Promise<readonly CiJob[]> {
  if (Object.keys(given).length === 0) return [];
  const steps = await readGithubSteps({
    files,
    unknowns,
    path,
    env: {},
    values: call?.values ?? {},
    via: call?.via ?? [],
    breaks,
    directory: files.root,
    shell: undefined,
    isWindows: false,
    steps: job,
  });
  const needs = textsOf(child(job, "needs"));
  return [{ system: "github", name: uses, place: treePlace(path, job), triggers, needs, disabled, legs, steps }];
}
