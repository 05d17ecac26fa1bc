import { textsOf } from "../../../engine/checklist-config.js";
import type { CodeFile } from "../../../project/facts/code-facts.js";
import { onceForEach } from "../../../project/facts/once-for.js";
import { detected, type Evidence, type Objection } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { nodeOf } from "../../search/call-graph.js";
import { callEvidence, callSearch, type FoundCall } from "../../search/code-evidence.js";
import { servingGuard, trainingGuard } from "../../search/finite-guards.js";
import { trainingRun } from "../../search/training-calls.js";
import { usedOnly } from "../../search/used-only.js";
import { countedFindings } from "../../search/counted-findings.js";
import { objectionsOf } from "../findings.js";

/** Are NaN and infinity caught, in the loss and in what is served? */
export const detector: Detector = (project) => {
  const { training, serving } = project.profile.facts;
  const needsTraining = training.value === true;
  const predicts = predictingFiles(project);
  const needsServing = serving.value === true || predicts.length > 0;
  const inTraining = needsTraining ? trainingGuards(project) : [];
  const inServing = needsServing ? servingGuards(project) : [];
  const isCaught = inTraining.some(({ rule }) => rule === "loss-guard");
  const open: Objection[] = [];
  const [trained] = training.places;
  const [served] = [...serving.places, ...predicts.map((path) => ({ path, line: 1 }))];
  if (needsTraining && !isCaught && trained !== undefined)
    open.push({
      ...trained,
      allows: "partial",
      what: "nothing stops training when the loss is no number",
      rule: "no-loss-guard",
    });
  if (needsServing && inServing.length === 0 && served !== undefined)
    open.push({
      ...served,
      allows: "partial",
      what: "nothing keeps NaN and infinity out of what is served",
      rule: "no-served-guard",
    });
  return detected({
    evidence: [...inTraining, ...inServing],
    objections: [...open, ...objectionsOf(countedFindings(project), ["amp-misuse"])],
    missing: [
      ...(needsTraining && !isCaught
        ? [`Raise when the loss is not finite, in ${trained?.path ?? "the training loop"}.`]
        : []),
      ...(needsServing && inServing.length === 0
        ? [`Reject inputs or outputs that are not finite, in ${served?.path ?? "the service"}.`]
        : []),
    ],
    searched: [
      "Tests of the loss for NaN and infinity, switches of trainers, limits of gradients; tests of inputs and outputs of the service, and fields that allow neither.",
    ],
  });
};

function trainingGuards(project: ChecklistProject): readonly Evidence[] {
  const run = trainingRun(project);
  const found: Evidence[] = [];
  for (const call of guardCalls(project)) {
    if (!run.has(nodeOf(call.file.path, call.call.within)) || isServed(project, call)) continue;
    const guard = trainingGuard(call.call, call.file, project.config);
    if (guard === "stops")
      found.push(
        callEvidence(
          project,
          call,
          { what: `\`${call.call.text}\` catches NaN in training`, rule: "loss-guard" },
          true,
        ),
      );
    else if (guard === "helps")
      found.push(
        usedOnly(
          callEvidence(project, call, { what: `\`${call.call.text}\` keeps gradients in bounds`, rule: "gradients" }),
        ),
      );
  }
  return found;
}

function servingGuards(project: ChecklistProject): readonly Evidence[] {
  const served = new Set([
    ...project.profile.facts.serving.places.map(({ path }) => path),
    ...predictingFiles(project),
  ]);
  const inCode = guardCalls(project).flatMap((found): Evidence[] => {
    const { file, call } = found;
    const isField = call.named.allow_inf_nan !== undefined;
    const isHere = isField || served.has(file.path) || isServed(project, found);
    if (!isHere || !servingGuard(call, file, project.config)) return [];
    const note = file.guards.some(({ effect, line }) => effect === "assert" && line === call.line)
      ? "; `python -O` would strip the assertion"
      : "";
    const evidence = callEvidence(
      project,
      found,
      { what: `\`${call.text}\` keeps NaN and infinity out of what is served${note}`, rule: "served-guard" },
      true,
    );
    return [evidence.level === "L2" && served.has(file.path) ? { ...evidence, level: "L3" } : evidence];
  });
  return [...inCode, ...finiteFields(project.code), ...alerts(project)];
}

/** Files that predict without a service: what they write reaches somebody too. */
function predictingFiles({ code, profile }: ChecklistProject): readonly string[] {
  const batch = profile.facts.batch.places.map(({ path }) => path);
  // A name says nothing for the item here: it says where the guard has to be.
  const named = code.filter(
    ({ role, path }) =>
      role === "source" && /(?:^|\/)\w*(?:predict|infer|serve|score|estimate)\w*\.(?:py|[jt]s)$/.test(path),
  );
  return [...new Set([...batch, ...named.map(({ path }) => path)])];
}

/** Is a function run for a request? */
function isServed({ wiring }: ChecklistProject, { file, call }: FoundCall): boolean {
  return wiring.entriesOf(file.path, call.within).some(({ kind }) => kind === "route");
}

/** The calls that may guard anything; where the team names guards of its own, any call may. */
function guardCalls({ code, config }: ChecklistProject): readonly FoundCall[] {
  return textsOf(config, "numerics.guards").length > 0 ? anyCalls(code) : knownGuards(code);
}

const noConfig = { settings: {} };
const anyCalls = callSearch(() => true);
const knownGuards = callSearch(
  (call, file) => trainingGuard(call, file, noConfig) !== undefined || servingGuard(call, file, noConfig),
);

/** `FiniteFloat` of pydantic as the type of a field. */
const finiteFields = onceForEach(({ path, role, classes }: CodeFile): readonly Evidence[] =>
  role !== "source"
    ? []
    : classes.flatMap(({ name, line, fields }): Evidence[] =>
        fields.some(({ annotation }) => /\bFiniteFloat\b/.test(annotation ?? ""))
          ? [{ path, line, level: "L3", what: `The fields of \`${name}\` must be finite`, rule: "served-guard" }]
          : [],
      ),
);

/** An alert on the count of values that are none. */
function alerts({ configs }: ChecklistProject): readonly Evidence[] {
  return configs.flatMap(({ path, entries }) =>
    entries.flatMap(({ key, value, line }): Evidence[] =>
      /\.expr$/.test(key) && /nan|non_?finite/i.test(String(value))
        ? [{ path, line, level: "L3", what: "An alert watches the count of NaN", rule: "served-guard" }]
        : [],
    ),
  );
}
