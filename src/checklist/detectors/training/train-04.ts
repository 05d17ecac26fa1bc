import { textOf } from "../../../engine/checklist-config.js";
import { detected, type Evidence, type Objection } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { callEvidence, callsTo } from "../../search/code-evidence.js";
import { textsOfCall } from "../../search/fact-values.js";
import { besideEvidence, runsKept } from "../../search/reports.js";
import { namesCommit, type TrackedCall, trackedCalls } from "../../search/tracked-runs.js";
import { type TrackedKind, trackedKinds, trackingPlatforms } from "../../search/trackers.js";

/** Is every run of training kept, with its parameters, metrics, artefact, code and data? */
export const detector: Detector = (project) => {
  const system = textOf(project.config, "tracking.system");
  const searched = [
    "Calls of MLflow, Weights & Biases, Comet, Neptune, ClearML, Aim, DVCLive and TensorBoard in the code of the product, and files that a run writes about itself.",
  ];
  const calls = trackedCalls(project, system);
  if (calls.length === 0) return detected({ ...withoutTracker(project, system), searched });
  const kept = new Map<TrackedKind, Evidence>();
  for (const { call, kind } of calls.flatMap((one) => one.kinds.map((kind) => ({ call: one, kind })))) {
    if (!kept.has(kind)) kept.set(kind, callEvidence(project, call, { what: toldOf(call, kind), rule: call.tracker }));
  }
  for (const evidence of besideTracker(project, kept)) kept.set(evidence.kind, evidence.evidence);
  const open = trackedKinds.filter((kind) => !kept.has(kind));
  const [first] = calls;
  const objections: readonly Objection[] =
    open.length === 0 || first === undefined
      ? []
      : [
          {
            path: first.file.path,
            line: first.call.line,
            allows: "partial",
            what: `runs are tracked without ${inWords(open)}`,
            rule: "incomplete",
          },
        ];
  const evidence = [...kept.values()];
  const runs = runsKept(project).flatMap((what) =>
    first === undefined ? [] : [{ path: first.file.path, line: first.call.line, what, rule: "runs" }],
  );
  return detected({
    evidence: [...evidence, ...besideEvidence(evidence, runs)],
    objections,
    missing: open.map((kind) => `Log ${kind} of each run: ${ways[kind]}.`),
    searched,
  });
};

function toldOf({ call, isStart, tracker }: TrackedCall, kind: TrackedKind): string {
  return isStart && kind === "the version of the code"
    ? `\`${call.text}\` starts a run, of which ${tracker} keeps the commit`
    : `\`${call.text}\` keeps ${kind}`;
}

/** The commit that a script asks git for, and data of which DVC keeps the version with the commit. */
function besideTracker(
  project: ChecklistProject,
  kept: ReadonlyMap<TrackedKind, unknown>,
): readonly { readonly kind: TrackedKind; readonly evidence: Evidence }[] {
  const [asks] = callsTo(project, {
    path: /^(?:git\.Repo|subprocess\.\w+|node:child_process\.\w+|child_process\.\w+)$/,
  }).filter(
    ({ call }) =>
      call.path === "git.Repo" || textsOfCall(call).some((text) => /^rev-parse$|git rev-parse|git describe/.test(text)),
  );
  const found: { kind: TrackedKind; evidence: Evidence }[] = [];
  const code: TrackedKind = "the version of the code";
  if (asks !== undefined && !kept.has(code)) {
    found.push({
      kind: code,
      evidence: callEvidence(project, asks, { what: `\`${asks.call.text}\` asks git for the commit`, rule: "commit" }),
    });
  }
  const pointer = project.files.find((path) => /(?:^|\/)dvc\.lock$|\.dvc$/.test(path) && !path.endsWith("/.dvc"));
  const hasCode = asks !== undefined || kept.has(code);
  if (pointer !== undefined && hasCode && !kept.has("the version of the data")) {
    const what = `${pointer} keeps the version of the data with the commit`;
    found.push({
      kind: "the version of the data",
      evidence: { path: pointer, line: 1, level: "L2", what, rule: "dvc" },
    });
  }
  return found;
}

/** A file that a run writes with its parameters, metrics and commit is half of it; a platform may do the rest. */
function withoutTracker(project: ChecklistProject, system: string | undefined): Parameters<typeof detected>[0] {
  const missing = [
    ...runsKept(project).map((runs) => `${runs}, but no code of the product tracks one: keep the code that did.`),
    "Start a run where training begins (`mlflow.start_run()`), and log parameters, metrics, the model and the version of the data.",
  ];
  const written = [...runFiles(project), ...dvcMetrics(project)];
  if (written.length > 0) return { evidence: written, missing };
  const [platform] = project.tools.filter(({ tool, onlyInTests }) => tool.area === "platform" && !onlyInTests);
  const name = system !== undefined && trackingPlatforms.test(system) ? system : platform?.tool.name;
  if (name === undefined) return { missing };
  return { missing, forks: [{ question: `Does ${name} track each run, with its data and code?` }] };
}

function runFiles(project: ChecklistProject): readonly Evidence[] {
  return callsTo(project, {
    path: /^(?:json\.dumps?|yaml\.(?:safe_)?dump|csv\.\w+(?:\.\w+)?|pandas\.DataFrame\.to_(?:csv|json)|JSON\.stringify)$/,
    name: /^(?:writerow|write_text|appendFileSync)$/,
  }).flatMap((found): Evidence[] => {
    const { file, call } = found;
    const near = file.assigns
      .filter(({ within }) => within === call.within)
      .flatMap(({ value, target }) => [target, ...(value.kind === "dict" ? Object.keys(value.entries) : [])]);
    const words = [...textsOfCall(call), ...near];
    const isWhole =
      words.some(namesCommit) &&
      words.some((word) => /metric|loss|acc|score|f1|auc|rmse|mae/i.test(word)) &&
      words.some((word) => /param|config|lr|epochs|args/i.test(word));
    if (!isWhole) return [];
    const { repeatedBy: _, ...evidence } = callEvidence(project, found, {
      what: `\`${call.text}\` writes parameters, metrics and commit of a run`,
      rule: "run-file",
    });
    return [{ ...evidence, level: "L2" }];
  });
}

/** A stage of DVC with parameters and metrics keeps both with the commit of `dvc.lock`. */
function dvcMetrics({ configs, files }: ChecklistProject): readonly Evidence[] {
  if (!files.some((path) => path.endsWith("dvc.lock"))) return [];
  return configs.flatMap(({ path, entries }): Evidence[] => {
    const metrics = /(?:^|\/)dvc\.yaml$/.test(path)
      ? entries.find(({ key }) => /^stages\.\w+\.metrics\b/.test(key))
      : undefined;
    const hasParams = entries.some(({ key }) => /^stages\.\w+\.params\b/.test(key));
    return metrics === undefined || !hasParams
      ? []
      : [
          {
            path,
            line: metrics.line,
            level: "L2",
            what: "DVC keeps parameters, metrics and data of each commit",
            rule: "dvc-metrics",
          },
        ];
  });
}

function inWords(kinds: readonly TrackedKind[]): string {
  return kinds.length < 2 ? kinds.join("") : `${kinds.slice(0, -1).join(", ")} and ${kinds.at(-1) ?? ""}`;
}

const ways: Readonly<Record<TrackedKind, string>> = {
  parameters: "`mlflow.log_params`, `wandb.init(config=…)`",
  metrics: "`mlflow.log_metrics`, `wandb.log`",
  "an artefact": "`log_model`, `log_artifact`",
  "the version of the code": "a tracker that records the commit, or its hash as a tag",
  "the version of the data": "`mlflow.log_input`, `use_artifact`, or the revision of DVC as a tag",
};
