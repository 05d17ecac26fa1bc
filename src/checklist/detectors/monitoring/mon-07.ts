import { textOf } from "../../../engine/checklist-config.js";
import type { Detector } from "../../project.js";
import { alertEvidence, alertRules, alertTopics } from "../../search/alert-rules.js";
import { inParts } from "../../search/parts.js";
import { raisedIn } from "../../search/raised-alarms.js";
import { feedbackRoutes, labelJoins, servedQuality } from "../../search/served-quality.js";

/** Is the quality of served predictions tracked as labels arrive? */
export const detector: Detector = async (project) => {
  const quality = servedQuality(project);
  const feedback = [...feedbackRoutes(project), ...labelJoins(project)];
  const functions = new Set(quality.flatMap((one) => [...one.functions]));
  const alerts = (await alertRules(project)).filter(({ text }) => alertTopics.quality.test(text)).map(alertEvidence);
  const proxy = textOf(project.config, "quality.proxy");
  const [at] = project.profile.facts.serving.places;
  return inParts(
    [
      {
        evidence: quality.map(({ evidence }) => evidence),
        absent: "no metric is computed on what was served",
        missing: "Join served predictions with their labels by id, and score them by schedule.",
      },
      {
        evidence: quality.length === 0 ? [] : [...raisedIn(project, functions), ...alerts],
        absent: "nobody is told when the quality of what was served falls",
        missing: "Alert when the quality of served predictions falls.",
      },
    ],
    {
      evidence: feedback,
      forks:
        proxy === undefined
          ? []
          : [
              {
                question: `Does \`${proxy}\` stand for quality where labels never arrive?`,
                ...(at === undefined ? {} : { at }),
              },
            ],
      searched: [
        "Routes that store feedback, joins of predictions with labels, scores of served predictions by schedule, NannyML, alert rules on quality.",
      ],
    },
  );
};
