import { numberOf } from "../../../engine/checklist-config.js";
import type { Detector } from "../../project.js";
import { alertEvidence, alertRules, alertTopics } from "../../search/alert-rules.js";
import { declaredMonitors, driftChecks, driftInTests } from "../../search/drift-checks.js";
import { inParts } from "../../search/parts.js";
import { raisedIn } from "../../search/raised-alarms.js";
import { unwatched } from "../../search/watched-features.js";

/** Are data drift and concept drift detected against a reference? */
export const detector: Detector = async (project) => {
  const checks = driftChecks(project);
  const declared = declaredMonitors(project);
  const functions = new Set(checks.flatMap((check) => [...check.functions]));
  const alerts = (await alertRules(project)).filter(({ text }) => alertTopics.drift.test(text)).map(alertEvidence);
  const threshold = numberOf(project.config, "drift.threshold");
  const evidence = [...checks.map((check) => check.evidence), ...declared];
  const tests = driftInTests(project);
  const limit = threshold === undefined ? "a threshold" : `the threshold of ${threshold}`;
  const searched = [
    "Drift libraries, statistics of two samples and monitors of platforms, in code that is no test and no notebook; what runs them by schedule; alerts on drift.",
  ];
  return inParts(
    [
      {
        evidence,
        absent: "nothing checks live data for drift",
        missing: "Compare live data with a reference by schedule.",
      },
      {
        evidence: evidence.length === 0 ? [] : [...raisedIn(project, functions), ...alerts],
        absent: "nobody is told when data drifts",
        missing: `Alert a person, or let the job fail, when drift passes ${limit}.`,
      },
    ],
    { evidence: tests, searched, objections: unwatched(project) },
  );
};
