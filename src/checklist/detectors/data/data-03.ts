import { detected, type Evidence } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { callsTo, type FoundCall, provesSomething, testEvidence } from "../../search/code-evidence.js";
import { isHardGuard } from "../../search/hard-guards.js";
import { pipelineCallEvidence, pipelineEvidence } from "../../search/pipeline-evidence.js";
import { isStored } from "../../search/stored.js";

/** Is each feature shown to help? */
export const detector: Detector = (project) => {
  const found = [...callsTo(project, { path: measures, roles: ["source", "notebook"] }), ...ablations(project)];
  const evidence = [...found.map((one) => evidenceOf(project, one)), ...byTests(project)];
  const [best] = evidence;
  const isLearned = project.profile.facts.vision.value === true || project.profile.facts.text.value === true;
  return detected({
    evidence,
    forks: [
      {
        question: isLearned
          ? "Features seem to be learned. Is there anything to show that each input helps?"
          : "Is it known of each feature that the model is worse without it?",
        ...(best === undefined ? {} : { at: { path: best.path, line: best.line } }),
      },
    ],
    missing:
      best === undefined
        ? ["Compute the importance of each feature, or leave them out one by one, and keep the result."]
        : best.level === "L1"
          ? [`Keep what ${best.path}:${best.line} computes in a file or with the tracker.`]
          : ["Let a step of the pipeline or a job of CI compute it again and keep the result."],
    searched: [
      "Importance by permutation, selection, Shapley values and ablations in code, and what keeps their results.",
    ],
  });
};

const measures =
  /^(?:sklearn\.inspection\.(?:\w+\.)*permutation_importance|sklearn\.feature_selection\.(?:\w+\.)*(?:SelectKBest|SelectPercentile|RFE|RFECV|SelectFromModel|SequentialFeatureSelector|mutual_info_\w+)|boruta\.(?:\w+\.)*BorutaPy|shap\.(?:\w+\.)*\w*Explainer|eli5\.(?:\w+\.)*PermutationImportance)$/;

/** Features are left out one by one, and the model is fitted again without each. */
function ablations(project: ChecklistProject): readonly FoundCall[] {
  return callsTo(project, { path: /\.drop$/, name: /^drop$/, roles: ["source", "notebook"] }).filter(
    ({ file, call }) =>
      call.inLoop &&
      file.calls.some(
        (one) => one.within === call.within && one.inLoop && /^(?:fit|cross_val_score|train)$/.test(one.name),
      ),
  );
}

/** What is only looked at once is not kept: it shows nothing to the next reader. */
function evidenceOf(project: ChecklistProject, found: FoundCall): Evidence {
  const { file, call } = found;
  const what = `\`${call.text}\` tells what features are worth`;
  const isKept = isStored(file, call.within) || (call.within !== "" && isStored(file));
  const { line, cell } = call;
  const place = { path: file.path, line, ...(cell === undefined ? {} : { cell }) };
  if (!isKept) return { ...place, level: "L1", what: `${what}, and nothing keeps it`, rule: "importance" };
  const told = { what: `${what}, and it is kept`, rule: "importance" };
  return file.role === "notebook" ? { ...place, level: "L2", ...told } : pipelineCallEvidence(project, found, told);
}

/** Also where the code itself stops when a feature does not help. */
function byTests(project: ChecklistProject): readonly Evidence[] {
  const isImportance = (name: string): boolean => /importance/i.test(name);
  const inCode = project.code.flatMap((file) =>
    file.role !== "source"
      ? []
      : file.guards
          .filter((guard) => guard.mentions.some(isImportance) && isHardGuard(guard))
          .map((guard) =>
            pipelineEvidence(
              project,
              { ...guard, path: file.path },
              { what: `\`${guard.text}\` stops when features do not help`, rule: "importance-guard" },
              true,
            ),
          ),
  );
  const inTests = project.tests
    .filter(
      (test) =>
        provesSomething(test) &&
        test.assertions.some(({ mentions }) => mentions.some((name) => /importance/i.test(name))),
    )
    .map((test) =>
      testEvidence(test, { what: `${test.name} fails on features that do not help`, rule: "importance-test" }),
    );
  return [...inCode, ...inTests];
}
