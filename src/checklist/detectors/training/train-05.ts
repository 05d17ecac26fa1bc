import { numberOf } from "../../../engine/checklist-config.js";
import { detected, type Evidence, type Objection } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { codeEvidence } from "../../search/code-evidence.js";
import { argumentOf, literalOf, textsIn, wordsOf } from "../../search/fact-values.js";
import { isReached } from "../../search/reached.js";
import { studyOf } from "../../search/reports.js";
import { type SearchKey, searchKeys } from "../../search/search-spaces.js";
import { isNoSearch, isRate, plainKey, sensitivityOf } from "../../search/sensitivity.js";
import { countedFindings } from "../../search/counted-findings.js";
import { objectionsOf } from "../findings.js";

/** Was the space searched that matters, on a scale that fits, and can the search be run again? */
export const detector: Detector = (project) => {
  const searched = [
    "Spaces of Optuna, Ray Tune, Hyperopt, KerasTuner, scikit-learn, skopt, Ax, Nevergrad, sweeps of Weights & Biases and Hydra, and of NNI.",
  ];
  const all = searchKeys(project).filter(({ key }) => !isNoSearch(key));
  const keys = all.filter(({ at }) => at === undefined || isReached(project, at.file.path, at.within));
  if (keys.length === 0) {
    const [dead] = all;
    const evidence: readonly Evidence[] =
      dead === undefined
        ? []
        : [
            {
              path: dead.path,
              line: dead.line,
              level: "L1",
              what: `Nothing leads to the search over \`${dead.key}\``,
              rule: "dead-search",
            },
          ];
    return detected({
      evidence,
      searched,
      missing: [
        "Search the learning rate (on a logarithmic scale), its schedule and the size of the layers, and keep the study.",
      ],
    });
  }
  const used = wordsInCode(project);
  const high = keys.filter(
    ({ key, at }) => sensitivityOf(key, project.config) === "high" && (at !== undefined || used.has(plainKey(key))),
  );
  const linear = keys.filter(({ key, isLog }) => isRate(key) && isLog === false);
  const stored = storedIn(project, keys) ?? studyKept(project, keys);
  const open: { readonly key: SearchKey; readonly what: string }[] = [];
  const [first] = keys;
  if (first === undefined) return detected({ searched });
  if (high.length === 0)
    open.push({
      key: first,
      what: `the space (${namesOf(keys)}) leaves out what results depend on most: learning rate, schedule, loss, layer size`,
    });
  for (const key of linear.slice(0, 2)) open.push({ key, what: `\`${key.key}\` is searched on a linear scale` });
  if (stored === undefined) open.push({ key: first, what: "no code keeps what the search found" });
  const trials = fewTrials(project, keys);
  return detected({
    evidence: [...keys.map((key) => shown(project, key)), ...(stored === undefined ? [] : [stored])],
    objections: [
      ...open.map(({ key, what }): Objection => ({
        path: key.path,
        line: key.line,
        allows: "partial",
        what,
        rule: "search-space",
      })),
      ...trials,
      ...objectionsOf(countedFindings(project), ["hpo-on-training-metric", "search-on-all-data-then-test"]),
    ],
    missing: [
      ...open.map(({ what }) => `Mend the search: ${what}.`),
      ...(stored === undefined ? studyToKeep(project, keys) : []),
    ],
    searched,
  });
};

function shown(project: ChecklistProject, { key, path, line, at, system }: SearchKey): Evidence {
  const told = { what: `\`${key}\` is searched with ${system}`, rule: "search" };
  if (at !== undefined) {
    const evidence = codeEvidence(project, { path, line, within: at.within }, told);
    // A script for searches that people start is an entry as good as a script that trains.
    return evidence.level === "L2" ? { ...evidence, level: "L3" } : evidence;
  }
  return { path, line, level: "L3", ...told };
}

function namesOf(keys: readonly SearchKey[]): string {
  return [...new Set(keys.map(({ key }) => `\`${key}\``))].slice(0, 6).join(", ");
}

/** All words of arguments and parameters in the code: a sweep over a name that no code reads varies nothing. */
function wordsInCode({ code }: ChecklistProject): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { role, calls, functions, assigns } of code) {
    if (role !== "source") continue;
    for (const { params } of functions) for (const { name } of params) words.add(name);
    for (const { target } of assigns) for (const word of target.split(/\W+/)) words.add(word);
    for (const { named, positional } of calls) {
      for (const name of Object.keys(named)) words.add(name);
      for (const value of [...positional, ...Object.values(named)]) {
        for (const text of [...textsIn(value), wordsOf(value)])
          for (const word of text.replace(/^--/, "").replaceAll("-", "_").split(/\W+/)) words.add(word);
      }
    }
  }
  return words;
}

/** A store of studies, or a file that the code of the search writes. */
function storedIn(project: ChecklistProject, keys: readonly SearchKey[]): Evidence | undefined {
  const files = new Set(keys.flatMap(({ at }) => (at === undefined ? [] : [at.file])));
  for (const file of files) {
    // Who runs the search may stand in another file than the space.
    for (const { path, calls, role } of [
      file,
      ...project.code.filter(({ imports }) => imports.some(({ target }) => target === file.path)),
    ]) {
      if (role !== "source") continue;
      const call = calls.find(
        (one) =>
          stores.test(one.path ?? "") ||
          /^(?:to_csv|to_parquet|write_text|log_params|log_param|save_model)$/.test(one.name) ||
          keepsStudy(one),
      );
      if (call !== undefined)
        return codeEvidence(
          project,
          { path, line: call.line, within: call.within },
          { what: `\`${call.text}\` keeps what the search found`, rule: "stored" },
        );
    }
  }
  const sweep = keys.find(({ system }) => system === "wandb" || system === "nni");
  return (
    sweep && {
      path: sweep.path,
      line: sweep.line,
      level: "L3",
      what: `The server of ${sweep.system} keeps the sweep`,
      rule: "stored",
    }
  );
}

/** A database of studies among the files of the project, whose trials varied what is searched. */
function studyKept(project: ChecklistProject, keys: readonly SearchKey[]): Evidence | undefined {
  const study = studyOf(
    project,
    keys.map(({ key }) => key),
  );
  if (study?.isKept !== true) return undefined;
  return { path: study.path, line: 1, level: "L2", what: `${study.path} keeps ${study.trials} trials`, rule: "stored" };
}

function studyToKeep(project: ChecklistProject, keys: readonly SearchKey[]): readonly string[] {
  const study = studyOf(
    project,
    keys.map(({ key }) => key),
  );
  return study === undefined
    ? []
    : [`${study.path} holds ${study.trials} trials but is ignored: keep it, or what it found, with the project.`];
}

function keepsStudy(call: Parameters<typeof argumentOf>[0] & { readonly path: string | undefined }): boolean {
  const storage = /create_study$|RunConfig$|Tuner$|RandomSearch$|Hyperband$|BayesianOptimization$/.test(call.path ?? "")
    ? argumentOf(call, ["storage", "storage_path", "local_dir", "directory"])
    : undefined;
  return storage !== undefined && literalOf(storage) !== null;
}

const stores =
  /^(?:json\.dump|yaml\.(?:safe_)?dump|joblib\.dump|pickle\.dump|pandas\.DataFrame\.to_\w+|mlflow\.(?:log_\w+|(?:\w+\.)?autolog|\w+\.log_model)|wandb\.(?:Run\.)?log\w*|wandb\.sweep|optuna\.\w*\.?trials_dataframe)$/;

function fewTrials({ config, code }: ChecklistProject, keys: readonly SearchKey[]): readonly Objection[] {
  const least = numberOf(config, "tuning.minTrials");
  if (least === undefined) return [];
  const paths = new Set(keys.map(({ path }) => path));
  return code.flatMap(({ path, role, calls }) =>
    role !== "source" || !(paths.has(path) || calls.some(({ name }) => name === "optimize"))
      ? []
      : calls.flatMap((call): Objection[] => {
          const trials = literalOf(
            argumentOf(call, ["n_trials", "n_iter", "num_samples", "max_evals", "max_trials", "n_calls"]),
          );
          return typeof trials === "number" && trials < least
            ? [
                {
                  path,
                  line: call.line,
                  allows: "partial",
                  what: `${trials} trials are fewer than the ${least} that the team asks for`,
                  rule: "few-trials",
                },
              ]
            : [];
        }),
  );
}
