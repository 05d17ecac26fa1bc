import { builtInGuide } from "../../../guide/guide.js";
import { detected, type Evidence } from "../../evidence.js";
import type { Detector } from "../../project.js";
import { countedFindings } from "../../search/counted-findings.js";
import { objectionsOf } from "../findings.js";

/** Is the code free of the classic silent bugs? The rules that look for them say so. */
export const detector: Detector = (project) => {
  const rules = builtInGuide().items.find(({ id }) => id === "TRAIN-08")?.rules ?? [];
  const trained = project.profile.facts.training.places;
  const evidence = trained.map((place): Evidence => ({
    ...place,
    level: "L2",
    what: "Code that trains, checked by the rules on silent bugs",
    rule: "training-code",
  }));
  return detected({
    evidence,
    objections: objectionsOf(countedFindings(project), rules),
    searched: [`Findings of ${rules.length} rules in code that is no test.`],
  });
};
