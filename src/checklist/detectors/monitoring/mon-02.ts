import { textsOf } from "../../../engine/checklist-config.js";
import { matchesGlobs } from "../../../engine/globs.js";
import type { Evidence, Objection } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { alertEvidence, alertRules, alertTopics } from "../../search/alert-rules.js";
import { callEvidence, callsTo, codeEvidence } from "../../search/code-evidence.js";
import { inParts } from "../../search/parts.js";
import { atMost } from "../../search/pipeline-evidence.js";
import { nodeOf } from "../../search/call-graph.js";
import { schemasOf } from "../../search/schemas.js";
import { type ServingPath, servingPath } from "../../search/serving-path.js";
import { type Validation, validationsOf } from "../../search/validations.js";
import { typedInputs } from "../../search/typed-inputs.js";

/** Are inputs of the service checked against what is expected of the training data? */
export const detector: Detector = async (project) => {
  const path = servingPath(project);
  const shared = await sharedSchemas(project, path);
  const schemas = shared.map(({ evidence }) => evidence);
  const typed = typedInputs(project, path);
  const checks = [...schemas, ...typed.map(({ evidence }) => evidence)];
  const alerts = (await alertRules(project)).filter(({ text }) => alertTopics.inputs.test(text)).map(alertEvidence);
  const [first] = typed;
  const isWithoutRanges = schemas.length === 0 && first !== undefined && !typed.some(({ hasRanges }) => hasRanges);
  const objections: readonly Objection[] = isWithoutRanges
    ? [
        {
          path: first.evidence.path,
          line: first.evidence.line,
          allows: "partial",
          what: "inputs are typed, but no range is checked",
          rule: "no-ranges",
        },
      ]
    : [];
  const searched = ["Schemas and typed requests on the way of a prediction, and what counts or tells violations."];
  const missing = "Apply the schema of the training data, or types with ranges, before the model predicts.";
  if (checks.length === 0) return inParts([{ evidence: [], absent: "", missing }], { searched });
  return inParts(
    [
      { evidence: checks, absent: "", missing },
      {
        evidence: [...counted(project, path), ...shared.flatMap((one) => toldBySteps(project, one)), ...alerts],
        absent: "nobody counts the inputs that are refused",
        missing: "Count refused inputs in a metric, or alert on them.",
      },
    ],
    {
      objections,
      missing: isWithoutRanges ? [`Give the fields of the request ranges: ${first.evidence.what}.`] : [],
      searched,
    },
  );
};

/** Checks on the way of a prediction whose schema the training's side applies as well. */
async function sharedSchemas(project: ChecklistProject, { functions }: ServingPath): Promise<readonly Checked[]> {
  const globs = textsOf(project.config, "data.schemaPaths");
  const all = validationsOf(project, await schemasOf(project)).filter(({ role }) => role === "source");
  const isServed = ({ path, within }: Validation): boolean => functions.has(nodeOf(path, within));
  const others = all.filter((one) => !isServed(one));
  return all.filter(isServed).flatMap((one): readonly Checked[] => {
    const { schema } = one;
    if (schema?.kind === "model" || schema?.kind === "zod") return [];
    const leadsHere = project.wiring
      .entriesOf(one.path, one.within)
      .some(({ kind }) => kind === "training" || kind === "pipeline");
    const isSame = others.some(
      (other) => schema !== undefined && other.schema?.path === schema.path && other.schema.name === schema.name,
    );
    const isShared = leadsHere || isSame || matchesGlobs(globs, schema?.path ?? one.path);
    const what = `${one.what} checks the input${isShared ? " as it checks the training data" : ""}`;
    const evidence = codeEvidence(project, one, { what, rule: "schema" });
    return [{ validation: one, evidence: isShared ? evidence : atMost(evidence, "L2") }];
  });
}

interface Checked {
  readonly validation: Validation;
  readonly evidence: Evidence;
}

/** A step that ends where inputs do not fit, and whose pipeline tells somebody that it failed. */
function toldBySteps({ wiring, pipelines }: ChecklistProject, { validation }: Checked): readonly Evidence[] {
  const { path, within, stops } = validation;
  if (!stops) return [];
  const entered = wiring.entriesOf(path, within).filter(({ kind }) => kind === "pipeline");
  const step = pipelines.find(
    (one) => one.tellsFailure && entered.some((entry) => entry.path === one.path && entry.line === one.line),
  );
  if (step === undefined) return [];
  const what = `inputs that do not fit end step "${step.name}", whose failure is told`;
  return [{ path: step.path, line: step.line, level: "L3", what, rule: "violations-told" }];
}

/** Metrics and messages of the service that are about inputs which do not fit. */
function counted(project: ChecklistProject, { calls }: ServingPath): readonly Evidence[] {
  const counters = calls.filter(({ call: { name, text, path = "", positional } }) => {
    const isCounter =
      /^(?:inc|add|increment|incr|labels|observe|set)$/.test(name) ||
      /^(?:prometheus_client|prom-client|statsd|datadog|opentelemetry)\./.test(path);
    const words = [text, ...positional.map((value) => (value.kind === "literal" ? String(value.value) : ""))].join(" ");
    return isCounter && refused.test(words);
  });
  const watched = callsTo(project, { path: /^(?:whylogs|evidently|great_expectations)\./ }).filter(
    (found) => calls.some(({ call }) => call === found.call) && /write|send|log/.test(found.call.name),
  );
  return [...counters, ...watched].map((found) =>
    callEvidence(project, found, {
      what: `\`${found.call.text}\` counts inputs that do not fit`,
      rule: "violations-counted",
    }),
  );
}

const refused =
  /invalid|reject|violat|validation|schema|malformed|out_?of_?(?:range|domain)|bad_?(?:input|request)|refus|unknown_|missing_|quality|input_?error/i;
