import { detected, type Evidence } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { callEvidence, callsTo } from "../../search/code-evidence.js";
import { usedOnly } from "../../search/used-only.js";

/** Do offline metrics track what users feel? Only people know; code that analyses an experiment is a hint. */
export const detector: Detector = (project) => {
  const analyses = callsTo(project, { path: analysis, roles: ["source", "notebook"] })
    .filter(({ file }) => comparesVariants(file))
    .map((found) =>
      usedOnly(
        callEvidence(project, found, { what: `\`${found.call.text}\` analyses an experiment`, rule: "experiment" }),
      ),
    );
  return detected({
    evidence: [...analyses, ...documented(project)],
    forks: [{ question: "Which experiment showed that a better offline metric is better for users?" }],
    missing: ["Attest it with a link to an A/B test or to an experiment with a degraded model."],
    searched: ["Code that compares variants of an experiment, and documents on experiments."],
  });
};

const analysis =
  /^(?:scipy\.stats\.(?:ttest_ind|mannwhitneyu|chi2_contingency|fisher_exact|bootstrap)|statsmodels\.stats\.\w+\.\w+|growthbook\.\w+|eppo_client\..*|optimizely\..*)$/;

/** The two sides of an experiment have names; to compare a feature across classes is no experiment. */
function comparesVariants({ assigns, functions, calls }: ChecklistProject["code"][number]): boolean {
  const names = [
    ...assigns.map(({ target }) => target),
    ...functions.flatMap(({ params }) => params.map(({ name }) => name)),
    ...calls.flatMap(({ positional }) =>
      positional.flatMap((value) => (value.kind === "literal" ? [String(value.value)] : [])),
    ),
  ];
  return names.some((name) => /^(?:variants?|treatment|control|arm|experiment(?:_\w+)?|ab_group|bucket)$/i.test(name));
}

function documented({ docs }: ChecklistProject): readonly Evidence[] {
  return docs
    .filter(({ path, heading, isTemplate, words }) => {
      return (
        !isTemplate &&
        words > 30 &&
        (/(?:^|\/)experiments?\//i.test(path) || /\bA\/B\b|online experiment/i.test(heading))
      );
    })
    .slice(0, 3)
    .map(({ path, line, heading }) => ({
      path,
      line,
      level: "L1",
      what: `"${heading}" speaks of an experiment`,
      rule: "document",
    }));
}
