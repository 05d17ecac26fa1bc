import type { Break, CiJob, Trigger } from "../ci/model.js";
import { isAutomatic, isGating } from "../ci/queries.js";
import type { Ci } from "../ci/read-ci.js";
import type { Run } from "../ci/resolve.js";
import { runsTests } from "../ci/tool.js";
import { within } from "../paths.js";

/** What continuous integration runs, as detectors ask for it. Paths count from the project's root. */
export interface CiFacts {
  /** Every command that a job comes to, through make, tox, npm, scripts and so on; those of disabled jobs are left out. */
  readonly runs: readonly CiRun[];
  readonly jobs: readonly CiJobFact[];
  /** Jobs and files that would run but for a switch or their name. */
  readonly disabled: readonly { readonly path: string; readonly line: number; readonly why: string }[];
  /** What could not be followed. */
  readonly unknowns: readonly { readonly path: string; readonly line: number; readonly detail: string }[];
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[];
  /** The files that tell a system what to do. */
  readonly paths: readonly string[];
}

export interface CiRun {
  /** `pytest`, `ruff`, `dvc`, `python`, `docker`, `kubectl`. */
  readonly tool: string;
  /** Without the program. */
  readonly args: readonly string[];
  /** As written, expanded. */
  readonly command: string;
  /** The project's own file that is run. */
  readonly script: string | undefined;
  /** Of `python -m`. */
  readonly module: string | undefined;
  readonly isTests: boolean;
  /** Does its failure fail the job? */
  readonly isGating: boolean;
  /** Why it does not. */
  readonly swallowedBy: string | undefined;
  /** On push, pull request or schedule. */
  readonly isAutomatic: boolean;
  readonly isScheduled: boolean;
  readonly triggers: readonly Trigger[];
  readonly job: string;
  /** Where the command stands; the job's file when that is elsewhere in `chain`. */
  readonly path: string;
  readonly line: number;
  /** The files on the way from the job to the command. */
  readonly chain: readonly string[];
  /** From the root; undefined when that is not known. */
  readonly directory: string | undefined;
}

export interface CiJobFact {
  readonly system: string;
  readonly name: string;
  readonly path: string;
  readonly line: number;
  readonly triggers: readonly Trigger[];
  readonly needs: readonly string[];
  /** Actions, orbs and plugins from elsewhere: `docker/build-push-action@v5`. */
  readonly actions: readonly {
    readonly name: string;
    readonly inputs: Readonly<Record<string, string>>;
    readonly path: string;
    readonly line: number;
    readonly isGating: boolean;
  }[];
}

export function ciFacts(ci: Ci, root: string): CiFacts {
  const name = (path: string): string => within(root, path) ?? path;
  const live = ci.jobs.filter(({ disabled }) => disabled === undefined);
  const off = ci.jobs.flatMap(({ disabled }) => disabled ?? []);
  return {
    runs: ci.runs.filter(({ job }) => job.disabled === undefined).map((run) => runFact(run, name)),
    jobs: live.map((job) => jobFact(job, name)),
    disabled: [...ci.disabled, ...off].map(({ why, place }) => ({ path: name(place.path), line: place.line, why })),
    unknowns: ci.unknowns.map(({ place, detail }) => ({ path: name(place.path), line: place.line, detail })),
    unreadable: ci.faults.map(({ path, detail }) => ({ path: name(path), reason: detail })),
    paths: ci.paths.map(name),
  };
}

function runFact(run: Run, name: (path: string) => string): CiRun {
  const { tool, job, place, chain, argv } = run;
  const [broken] = run.breaks;
  return {
    ...{ tool: tool.name, args: tool.args, command: argv.join(" "), module: tool.module },
    script: tool.script === undefined ? undefined : name(tool.script),
    isTests: runsTests(tool),
    isGating: isGating(run),
    swallowedBy: broken === undefined ? undefined : wordsFor(broken),
    isAutomatic: isAutomatic(run),
    isScheduled: job.triggers.includes("schedule"),
    ...{ triggers: job.triggers, job: job.name, path: name(place.path), line: place.line },
    chain: chain.map(({ path }) => name(path)),
    directory: run.directory === undefined ? undefined : name(run.directory),
  };
}

function wordsFor({ detail, kind }: Break): string {
  return detail === "" ? kind : detail;
}

function jobFact(job: CiJob, name: (path: string) => string): CiJobFact {
  const actions = job.steps.flatMap(({ content, place, breaks }) => {
    if (content.kind !== "action") return [];
    const { name: action, inputs } = content;
    return [{ name: action, inputs, path: name(place.path), line: place.line, isGating: breaks.length === 0 }];
  });
  const { system, triggers, needs, place } = job;
  return { system, name: job.name, path: name(place.path), line: place.line, triggers, needs, actions };
}
