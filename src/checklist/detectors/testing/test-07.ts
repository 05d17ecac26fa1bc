import { textsOf } from "../../../engine/checklist-config.js";
import { matchesGlobs } from "../../../engine/globs.js";
import { detected } from "../../evidence.js";
import type { Detector } from "../../project.js";
import { behaviourTests } from "../../search/behaviour-tests.js";
import { testEvidence } from "../../search/code-evidence.js";
import { usedOnly } from "../../search/used-only.js";

/** Do tests look at how the model behaves: what it must get right, what must not matter, which way a change must go? */
export const detector: Detector = (project) => {
  const globs = textsOf(project.config, "tests.behaviour");
  const found = behaviourTests(project).filter(({ test }) => globs.length === 0 || matchesGlobs(globs, test.path));
  const inCi = new Set(found.filter(({ test }) => test.run?.isAutomatic === true).map(({ kind }) => kind));
  const evidence = found.map(({ test, kind }) => {
    const one = testEvidence(test, { what: `\`${test.name}\` tests ${words[kind]}`, rule: kind });
    return inCi.size >= 2 ? one : usedOnly(one);
  });
  const open = (["minimum", "invariance", "direction"] as const).filter(
    (kind) => !found.some((one) => one.kind === kind),
  );
  return detected({
    evidence,
    missing: [
      found.length === 0 || open.length === 0
        ? "Run two kinds of behavioural tests in CI."
        : `Also test ${words[open[0] ?? "invariance"]}, in CI.`,
    ],
    searched: ["Tests that compare predictions of the model with each other or with known answers."],
  });
};

const words = {
  minimum: "an answer that the model must get right",
  invariance: "a change that must not matter",
  direction: "the direction in which a change must move the prediction",
  property: "a property of predictions on generated inputs",
} as const;
