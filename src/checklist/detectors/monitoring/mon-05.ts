import type { Detector } from "../../project.js";
import { alertEvidence, alertRules, alertTopics } from "../../search/alert-rules.js";
import { ageInAnswers } from "../../search/answered-fields.js";
import { ageMetrics } from "../../search/model-age.js";
import { inParts } from "../../search/parts.js";
import { scheduledTraining } from "../../search/scheduled-training.js";

/** Is the model's age watched, with an alert or automatic retraining? */
export const detector: Detector = async (project) => {
  const alerts = await alertRules(project);
  const trainings = await scheduledTraining(project, alerts);
  const told = trainings.filter((training) => training.told !== undefined);
  const ages = [...ageMetrics(project), ...(await ageInAnswers(project))];
  const onAge = alerts.filter(({ text }) => alertTopics.age.test(text)).map(alertEvidence);
  const searched = [
    "Metrics and answers of the service that say when the model was trained, alert rules on age, and training by schedule with what tells of its failure.",
  ];
  const byAge = {
    evidence: ages,
    absent: "the age of the model shows nowhere",
    missing: "Let the service say when its model was trained, as a metric or at `/health`.",
  };
  if (trainings.length === 0 || (told.length === 0 && ages.length > 0 && onAge.length > 0)) {
    const alert = {
      evidence: onAge,
      absent: "no alert rule watches the age of the model",
      missing: "Alert when the model is older than its limit, or train by schedule and tell of failures.",
    };
    return inParts([byAge, alert], { searched });
  }
  const schedule = {
    evidence: (told.length > 0 ? told : trainings).map(({ evidence }) => evidence),
    absent: "nothing trains by schedule",
    missing: "Train by schedule.",
  };
  const failure = {
    evidence: told.flatMap(({ told: place }) =>
      place === undefined
        ? []
        : [
            {
              path: place.path,
              line: place.line,
              level: "L3" as const,
              what: "people are told when training fails",
              rule: "failure-told",
            },
          ],
    ),
    absent: "nobody is told when the scheduled training fails",
    missing: "Notify a person when the scheduled training fails, or alert on the age of the model.",
  };
  return inParts([schedule, failure], { evidence: ages, searched });
};
