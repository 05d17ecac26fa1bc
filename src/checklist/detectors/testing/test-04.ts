import { numberOf, textsOf } from "../../../engine/checklist-config.js";
import type { FactValue } from "../../../project/facts/code-facts.js";
import { detected, type Evidence, type Objection } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { leadsTo, nodeOf } from "../../search/call-graph.js";
import { callsTo, codeEvidence, testEvidence } from "../../search/code-evidence.js";
import { conditionalPromotions } from "../../search/conditional-promotions.js";
import { isLaxer, type MetricGate, metricGates } from "../../search/metric-gates.js";
import { plainMetric } from "../../search/metric-names.js";
import { pipelineEvidence } from "../../search/pipeline-evidence.js";
import { isJudging } from "../../search/predictions.js";
import { trainers } from "../../search/training-calls.js";

/** Does a threshold, or a comparison with what is served, stop a worse model? */
export const detector: Detector = async (project) => {
  const wanted = textsOf(project.config, "gate.metric").map((name) => plainMetric(name));
  const gates = metricGates(project).filter(
    ({ metrics }) => wanted.length === 0 || metrics.some((name) => wanted.includes(plainMetric(name))),
  );
  const threshold = numberOf(project.config, "gate.threshold");
  const lax = threshold === undefined ? [] : gates.filter((gate) => isLaxer(gate, threshold));
  const meaningful = gates.filter((gate) => isMeaningful(gate) && !lax.includes(gate));
  const promotions = (await conditionalPromotions(project)).map((place) =>
    codeEvidence(
      project,
      place,
      { what: `\`${place.text}\` happens only where \`${place.test}\` holds`, rule: "promotion" },
      true,
    ),
  );
  const stopping = [...meaningful.flatMap((gate) => ofGate(project, gate)), ...promotions];
  const evidence = [...stopping, ...ciTools(project), ...(stopping.length > 0 ? [] : computed(project))];
  return detected({
    evidence,
    objections: evidence.some(({ level }) => level === "L4") ? [] : [...empty(gates), ...laxer(lax, String(threshold))],
    missing: [
      stopping.length > 0
        ? "Let the gate run between training and release, in CI or in the pipeline, so that its failure stops both."
        : "Compare a metric with a threshold or with the model that is served, and raise when it is worse.",
    ],
    searched: [`${gates.length} tests that compare a metric and stop, and promotions of models that hang on a metric.`],
  });
};

function ofGate(project: ChecklistProject, { file, guard, metrics }: MetricGate): readonly Evidence[] {
  const what = `\`${guard.text}\` stops a model by ${metrics[0] ?? "its metric"}`;
  if (file.role === "source") {
    return [pipelineEvidence(project, { path: file.path, ...guard }, { what, rule: "gate" }, true)];
  }
  // A test gates the model that is there. One that trains its own on made-up rows says nothing of it.
  const training = trainers(project);
  return project.tests
    .filter(
      ({ path, name, skipped }) =>
        path === file.path &&
        skipped === undefined &&
        ![...leadsTo(project, [nodeOf(path, name)])].some((node) => training.has(node)) &&
        leads(project, nodeOf(path, name), nodeOf(file.path, guard.within)),
    )
    .slice(0, 1)
    .map((test) => testEvidence(test, { what, rule: "gate-test" }));
}

function leads(project: ChecklistProject, from: string, to: string): boolean {
  return from === to || leadsTo(project, [from]).has(to);
}

/** Limits that every model keeps are no gate: 0 and 1, and what is compared with itself. */
function isMeaningful({ guard }: MetricGate): boolean {
  return guard.comparisons.some(({ left, right, operator }) => {
    if (!/^[<>]=?$/.test(operator)) return false;
    return ![left, right].some((value) => isBound(value));
  });
}

function isBound(value: FactValue): boolean {
  return value.kind === "literal" && (value.value === 0 || value.value === 1);
}

function empty(gates: readonly MetricGate[]): readonly Objection[] {
  return gates
    .filter((gate) => !isMeaningful(gate))
    .slice(0, 1)
    .map(({ file, guard }) => {
      const what = `\`${guard.text}\` holds for every model`;
      return { path: file.path, line: guard.line, allows: "partial", what, rule: "empty-gate" };
    });
}

function laxer(gates: readonly MetricGate[], threshold: string): readonly Objection[] {
  return gates.slice(0, 1).map(({ file, guard }) => {
    const what = `\`${guard.text}\` asks less than the team's threshold of ${threshold}`;
    return { path: file.path, line: guard.line, allows: "partial", what, rule: "lax-gate" };
  });
}

/** Tools that compare models in CI by themselves. */
function ciTools({ ci }: ChecklistProject): readonly Evidence[] {
  return ci.runs.flatMap(({ command, path, line, isAutomatic }): readonly Evidence[] => {
    if (!/\bdvc metrics diff\b|\bcml (?:comment|report)\b/.test(command) || !isAutomatic) return [];
    return [
      { path, line, level: "L3", what: `CI reports metrics by \`${command}\``, rule: "reported", repeatedBy: "ci" },
    ];
  });
}

/** Metrics that CI or a pipeline computes show what the model is worth, and stop nothing. */
function computed(project: ChecklistProject): readonly Evidence[] {
  return callsTo(project, { path: /./, name: /./ })
    .filter(({ call }) => isJudging(call))
    .map(({ file, call }) =>
      pipelineEvidence(
        project,
        { ...call, path: file.path },
        { what: `\`${call.text}\` computes a metric`, rule: "metric" },
      ),
    )
    .filter(({ repeatedBy }) => repeatedBy !== undefined)
    .slice(0, 3);
}
