import { textsOf } from "../../../engine/checklist-config.js";
import { detected, type Evidence } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { provesSomething, testEvidence } from "../../search/code-evidence.js";
import { groupMetrics } from "../../search/group-metrics.js";

/** Was the model tested for inclusion across the groups of people that it affects? */
export const detector: Detector = (project) => {
  const groups = textsOf(project.config, "fairness.groups");
  const evidence = [
    ...groupMetrics(project, { fairness: true }),
    ...counterfactuals(project),
    ...cardSections(project),
  ];
  return detected({
    evidence,
    forks: [
      {
        question:
          groups.length > 0
            ? `Are ${groups.join(", ")} all groups that matter?`
            : "Which groups of people does the model affect?",
      },
    ],
    missing: [
      "Compute metrics for each group of people with a library such as Fairlearn, and set limits that CI checks.",
    ],
    searched: [
      "Metrics by sensitive feature, tests that swap words for groups, and numbers by group in the model card.",
    ],
  });
};

/** Tests that change what names a group, and expect the same. */
function counterfactuals({ tests }: ChecklistProject): readonly Evidence[] {
  return tests
    .filter(
      (test) => /counterfactual|fairness|gender|ethnic|protected|pronoun/i.test(test.name) && provesSomething(test),
    )
    .map((test) =>
      testEvidence(test, { what: `\`${test.name}\` compares predictions across groups`, rule: "counterfactual" }),
    );
}

/** Numbers by group in a card: what was measured once. */
function cardSections({ docs }: ChecklistProject): readonly Evidence[] {
  return docs
    .filter(({ path, heading, text, isTemplate }) => {
      const isAbout = /fairness|bias|by group|subgroup|inclusion|equity|demographic/i.test(heading);
      return (
        /model[-_ ]?card/i.test(path) && isAbout && !isTemplate && /\d+(?:\.\d+)?\s*%?/.test(text) && /\|/.test(text)
      );
    })
    .map(({ path, line, heading }) => ({
      path,
      line,
      level: "L2",
      what: `"${heading}" has numbers by group`,
      rule: "card",
    }));
}
