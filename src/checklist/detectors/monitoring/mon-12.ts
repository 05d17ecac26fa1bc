import { textOf } from "../../../engine/checklist-config.js";
import type { Evidence } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { alertRules } from "../../search/alert-rules.js";
import { codeEvidence } from "../../search/code-evidence.js";
import { feedbackTaken } from "../../search/feedback-taken.js";
import { metricGates } from "../../search/metric-gates.js";
import { inParts } from "../../search/parts.js";
import { atMost } from "../../search/pipeline-evidence.js";
import { scheduledTraining } from "../../search/scheduled-training.js";
import { sidesOf } from "../../search/shared-features.js";

/** Is there a loop: retraining from new data, failures fed back, business effect watched? */
export const detector: Detector = async (project) => {
  const trainings = await scheduledTraining(project, await alertRules(project));
  const { training } = sidesOf(project);
  const started = trainings.map(({ evidence }) => evidence);
  return inParts(
    [
      {
        evidence: started.length > 0 ? started : byHand(project),
        absent: "nothing starts training by itself",
        missing: "Start training by schedule, on drift or when data arrives.",
      },
      {
        evidence: gates(project),
        absent: "no gate stands between training and release",
        missing: "Compare the new model with a limit or with the model in use, and stop when it is worse.",
      },
      {
        evidence: feedbackTaken(project, training),
        absent: "what was wrong in use does not come back into the training data",
        missing: "Read corrections and later labels into the training data.",
      },
      {
        evidence: kpis(project),
        absent: "no document names the number of the business that the model is for",
        missing: "Name the KPI and its owner in a document, or as `kpi` in `.preflight/config.yaml`.",
      },
    ],
    {
      searched: [
        "What starts training, gates on metrics, feedback that training reads, and documents that name a KPI.",
      ],
    },
  );
};

/** A job that trains when somebody presses a button. */
function byHand({ ci }: ChecklistProject): readonly Evidence[] {
  return ci.runs
    .filter(
      ({ isTests, command, triggers }) =>
        !isTests && triggers.includes("manual") && /\b(?:re)?train\b|\bdvc repro\b/.test(command),
    )
    .map(({ path, line, job }) => ({
      path,
      line,
      level: "L2",
      what: `CI job "${job}" trains when somebody starts it`,
      rule: "manual-training",
    }));
}

function gates(project: ChecklistProject): readonly Evidence[] {
  return metricGates(project)
    .filter(({ file }) => file.role === "source")
    .map(({ file, guard }) =>
      codeEvidence(
        project,
        { ...guard, path: file.path },
        { what: `\`${guard.text}\` stops what follows`, rule: "gate" },
        true,
      ),
    );
}

function kpis(project: ChecklistProject): readonly Evidence[] {
  const team = textOf(project.config, "kpi");
  const said: readonly Evidence[] =
    team === undefined
      ? []
      : [{ path: ".preflight/config.yaml", line: 1, level: "L3", what: `the team's KPI is ${team}`, rule: "kpi" }];
  const written = project.docs.flatMap(({ path, line, heading, text, isTemplate, words }): readonly Evidence[] => {
    if (isTemplate || words < 5) return [];
    const isSaid = isKpi.test(heading) || isKpi.test(text) || /(?:^|[/_-])kpis?(?:[._-]|$)/i.test(path);
    const isOfBusiness = /\bbusiness\b/i.test(heading) && /\bowner\b|\bowned by\b|\bresponsible\b/i.test(text);
    if (!isSaid && !isOfBusiness) return [];
    const hasOwner = /\bown(?:s|ed|er)\b|responsible|@\w+|team\b/i.test(text);
    const evidence: Evidence = {
      path,
      line,
      level: "L3",
      what: `"${heading}" names the KPI${hasOwner ? " and its owner" : ""}`,
      rule: "kpi",
    };
    return [hasOwner ? evidence : atMost(evidence, "L2")];
  });
  return [...said, ...written];
}

const isKpi = /\bKPIs?\b|key performance indicator|business (?:metric|goal|kpi|effect|value|impact)|north[- ]star/i;
