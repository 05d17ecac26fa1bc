import { builtInGuide } from "../../../guide/guide.js";
import { detected } from "../../evidence.js";
import type { Detector } from "../../project.js";
import { inParts } from "../../search/parts.js";
import { parityChecks, sharedArtefacts, sharedTransforms, sidesOf } from "../../search/shared-features.js";
import { countedFindings } from "../../search/counted-findings.js";
import { objectionsOf } from "../findings.js";

/** Do training and serving compute the same feature values? */
export const detector: Detector = (project) => {
  const rules = [...(builtInGuide().items.find(({ id }) => id === "MON-03")?.rules ?? []), "train-serving-skew"];
  const sides = sidesOf(project);
  const shared = [...sharedTransforms(project, sides), ...sharedArtefacts(project, sides)];
  const duplicates = objectionsOf(countedFindings(project), rules).map((objection) => ({
    ...objection,
    allows: "fail" as const,
  }));
  const parity = parityChecks(project, sides);
  const searched = [
    "Functions that both training and the predict path call, artefacts that training writes and serving loads, feature stores, tests and jobs that compare both sides.",
  ];
  const missing =
    "Let training and serving call one function for their features, or save one pipeline that serving loads.";
  if (shared.length === 0) {
    const hasFeatures = project.profile.facts.features.value === true && project.profile.facts.training.value === true;
    const [at] = project.profile.facts.serving.places;
    const fork = {
      question: "Where are the features of the service computed, and is that the same code as in training?",
      ...(at === undefined ? {} : { at }),
    };
    return detected({
      evidence: parity,
      objections: duplicates,
      missing: [missing],
      searched,
      forks: hasFeatures ? [] : [fork],
    });
  }
  return inParts(
    [
      { evidence: shared, absent: "", missing },
      {
        evidence: parity,
        absent: "no test and no job compares what training and serving compute",
        missing:
          "Test that training and serving make the same features of one raw record, or compare served features with recomputed ones by schedule.",
      },
    ],
    { objections: duplicates, searched },
  );
};
