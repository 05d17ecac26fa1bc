import { textsOf } from "../../../engine/checklist-config.js";
import { matchesGlobs } from "../../../engine/globs.js";
import { detected, type Evidence, type Objection } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { codeEvidence } from "../../search/code-evidence.js";
import { textsOfCall } from "../../search/fact-values.js";
import { type RecordedScore, recordedScores, type Split } from "../../search/recorded-scores.js";
import { countedFindings } from "../../search/counted-findings.js";
import { objectionsOf } from "../findings.js";

/** Is the model chosen on validation data alone, and are the scores on all three parts kept? */
export const detector: Detector = (project) => {
  const scores = [...recordedScores(project), ...testReads(project)];
  const best = new Map<Split, Evidence>();
  for (const score of scores) {
    const known = best.get(score.split);
    const evidence = codeEvidence(project, score, {
      what: `\`${score.text}\` records the ${score.split} score`,
      rule: score.split,
    });
    if (known === undefined || known.level < evidence.level) best.set(score.split, evidence);
  }
  const searched = [
    "Names of logged and written scores (train, val, test), data that trainers are given to evaluate on, and findings on test data that takes part in a choice.",
  ];
  const against = selection(project);
  if (!best.has("validation")) {
    const folds = crossValidation(project);
    const forks =
      folds === undefined
        ? []
        : [
            {
              question:
                "Cross-validation chooses the model: is the outer score kept apart from the choice (nested folds, or a test set used once)?",
              at: folds,
            },
          ];
    return detected({
      searched,
      forks,
      objections: against,
      missing: ["Record the scores on training, validation and test data, and choose on validation data."],
    });
  }
  const open = (["train", "test"] as const).filter((split) => !best.has(split));
  const at = best.get("validation");
  const objections: readonly Objection[] =
    at === undefined || open.length === 0
      ? []
      : [
          {
            path: at.path,
            line: at.line,
            allows: "partial",
            what: `no ${open.join(" and no ")} score is recorded beside the validation score`,
            rule: "scores",
          },
        ];
  return detected({
    evidence: [...best.values()],
    objections: [...against, ...loopedTest(scores, project), ...objections],
    missing: open.map((split) =>
      split === "test"
        ? "Evaluate on test data once, after the choice, and record the score."
        : "Record the training score beside the validation score.",
    ),
    searched,
  });
};

/** What chooses on test data fails the item; what only reports a number badly weakens it. */
function selection(project: ChecklistProject): readonly Objection[] {
  const findings = countedFindings(project);
  const chosen = objectionsOf(findings, ["early-stopping-on-test", "best-epoch-on-test", "validation-data-is-test"]);
  const reported = objectionsOf(findings, [
    "test-set-reused",
    "best-score-reported-as-final",
    "search-on-all-data-then-test",
    "evaluate-on-train",
    "wrong-split-evaluated",
    "hpo-on-training-metric",
  ]);
  return [...chosen.map((one): Objection => ({ ...one, allows: "fail" })), ...reported];
}

/** A test score in the loop that trains was looked at in every epoch. */
function loopedTest(scores: readonly RecordedScore[], { code }: ChecklistProject): readonly Objection[] {
  return scores.flatMap(({ split, path, line, within, text }): Objection[] => {
    const calls = code.find((file) => file.path === path)?.calls.filter((call) => call.within === within) ?? [];
    const isLooped =
      split === "test" &&
      calls.some((call) => call.line === line && call.inLoop) &&
      calls.some(
        ({ name, inLoop }) => inLoop && /^(?:backward|train_on_batch|partial_fit)$|^train(?:_\w+)?$/.test(name),
      );
    return isLooped
      ? [
          {
            path,
            line,
            allows: "fail",
            what: `\`${text}\` records the test score in every epoch`,
            rule: "test-in-loop",
          },
        ]
      : [];
  });
}

/** Where the team's test data is read and nothing is named after it. */
function testReads({ code, config }: ChecklistProject): readonly RecordedScore[] {
  const globs = textsOf(config, "data.testPaths");
  if (globs.length === 0) return [];
  return code.flatMap(({ path, role, calls }) =>
    role !== "source"
      ? []
      : calls.flatMap((call): RecordedScore[] => {
          const reads =
            /^(?:read|load|open|scan)/.test(call.name) &&
            textsOfCall(call).some((text) => matchesGlobs(globs, text.replace(/^\.\//, "")));
          const scores = calls.some(
            ({ name, within }) => within === call.within && /score|evaluate|report|metric|^test$/.test(name),
          );
          return reads && scores
            ? [{ split: "test", path, line: call.line, within: call.within, text: call.text }]
            : [];
        }),
  );
}

function crossValidation({ code }: ChecklistProject): { readonly path: string; readonly line: number } | undefined {
  for (const { path, role, calls } of code) {
    const call =
      role === "source"
        ? calls.find((one) =>
            /^sklearn\.model_selection\.(?:\w+\.)*(?:cross_val\w*|\w+SearchCV|\w*KFold|TimeSeriesSplit)$/.test(
              one.path ?? "",
            ),
          )
        : undefined;
    if (call !== undefined) return { path, line: call.line };
  }
  return undefined;
}
