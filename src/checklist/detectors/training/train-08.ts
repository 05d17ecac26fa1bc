import { builtInGuide } from "../../../guide/guide.js";
import { detected, type Evidence } from "../../evidence.js";
import type { Detector } from "../../project.js";
import { objectionsOf } from "../findings.js";

/** Is the code free of the classic silent bugs? The rules that look for them say so. */
export const detector: Detector = ({ findings, profile }) => {
  const rules = builtInGuide().items.find(({ id }) => id === "TRAIN-08")?.rules ?? [];
  const trained = profile.facts.training.places;
  const evidence = trained.map((place): Evidence => ({
    ...place,
    level: "L2",
    what: "Code that trains, checked by the rules on silent bugs",
    rule: "training-code",
  }));
  return detected({
    evidence,
    objections: objectionsOf(findings, rules),
    searched: [`Findings of ${rules.length} rules in code that is no test.`],
  });
};
