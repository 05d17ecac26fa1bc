import { numberOf } from "../../../engine/checklist-config.js";
import { baselineWords } from "../../../knowledge/baselines.js";
import { builtInGuide } from "../../../guide/guide.js";
import type { GuardFact } from "../../../project/facts/code-facts.js";
import { detected, type Evidence, type Objection } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { comparisonsOf, hasMargin } from "../../search/baselines.js";
import { callEvidence, codeEvidence, provesSomething, testEvidence } from "../../search/code-evidence.js";
import { isHardGuard } from "../../search/hard-guards.js";
import { passagesOf } from "../../search/documents.js";
import { trainingRoles } from "../../search/training-calls.js";
import { atMost } from "../../search/pipeline-evidence.js";
import { isStored } from "../../search/stored.js";
import { countedFindings } from "../../search/counted-findings.js";
import { objectionsOf } from "../findings.js";

/** Is the model shown to beat a simpler one on the same data, by enough? */
export const detector: Detector = (project) => {
  const rules = builtInGuide().items.find(({ id }) => id === "BASE-02")?.rules ?? [];
  const roles = trainingRoles(project);
  const gates = gatesOf(project);
  const compared = comparisonsOf(project).map((one): Evidence => {
    const isKept = isStored(one.file) || one.file.calls.some(({ name }) => /^(?:print|info|log_metrics?)$/.test(name));
    const told = { what: `${one.simple} and ${one.other} are scored on the same rows`, rule: "comparison" };
    const evidence = callEvidence(project, one, told);
    return atMost(evidence, isKept && roles.includes(one.file.role) ? "L2" : "L1");
  });
  const evidence = [...gates.map(({ evidence: one }) => one), ...compared];
  const published = passagesOf(project.docs, { heading: /result|baseline|comparison|benchmark|performance/i }).find(
    ({ text }) => /\bbaseline\b.*\d/i.test(text),
  );
  return detected({
    evidence,
    objections: [
      ...(gates.some((gate) => gate.hasMargin) ? [] : gates.slice(0, 1).map(withoutMargin)),
      ...(gates.length > 0 ? [] : objectionsOf(countedFindings(project), rules)),
    ],
    forks:
      evidence.length === 0 && published !== undefined
        ? [
            {
              question: `"${published.heading}" compares with something simpler. On the same rows, and with the same metric?`,
              at: { path: published.path, line: published.line },
            },
          ]
        : [],
    missing:
      evidence.length === 0
        ? ["Train something simpler on the same rows, score it with the same metric, and keep both scores."]
        : gates.length === 0
          ? ["Assert in a step that gates that the model beats the simpler one by a margin."]
          : ["Let CI or the pipeline run this gate, with a margin, and stop when it is missed."],
    searched: [
      "Simple models beside larger ones in one file, and tests that compare a score with that of a baseline or of the model in use.",
    ],
  });
};

interface Gate {
  readonly evidence: Evidence;
  readonly hasMargin: boolean;
}

/** Tests of code that stop when the model is not better than what is simpler, or than what is in use. */
function gatesOf(project: ChecklistProject): readonly Gate[] {
  const isMarginSet = numberOf(project.config, "baseline.minLift") !== undefined;
  return project.code.flatMap((file): readonly Gate[] =>
    file.role !== "source" && file.role !== "test"
      ? []
      : file.guards
          .filter((guard) => isHardGuard(guard) && compares(guard))
          .flatMap((guard): readonly Gate[] => {
            const margin =
              isMarginSet ||
              guard.comparisons.some(({ left, right }) => hasMargin(guard.text, [left, right])) ||
              guard.mentions.some((name) => /margin|lift|delta|gain|tolerance|^(?:over|above)_/i.test(name));
            const told = { what: `\`${guard.text}\` stops a model that is not better`, rule: "gate" };
            if (file.role === "source")
              return [
                { evidence: codeEvidence(project, { ...guard, path: file.path }, told, true), hasMargin: margin },
              ];
            const test = project.tests.find(({ path, name }) => path === file.path && name === guard.within);
            return test === undefined || !provesSomething(test)
              ? []
              : [{ evidence: testEvidence(test, told), hasMargin: margin }];
          }),
  );
}

function compares({ mentions, comparisons }: GuardFact): boolean {
  const names = mentions.some(
    (name) =>
      baselineWords.test(name) ||
      /challenger|candidate_vs|previous|reference_(?:score|model)|simpler|dummy|linear_score|min_lift|lift|(?:over|above|below|under)_\w+|_rule$/i.test(
        name,
      ),
  );
  return names && comparisons.some(({ operator }) => /^[<>]=?$/.test(operator));
}

function withoutMargin({ evidence: { path, line } }: Gate): Objection {
  return { path, line, allows: "partial", what: "the gate asks for no margin", rule: "no-margin" };
}
