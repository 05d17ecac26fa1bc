import { textOf } from "../../../engine/checklist-config.js";
import type { Evidence } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { alertRules } from "../../search/alert-rules.js";
import { nodeOf } from "../../search/call-graph.js";
import { callEvidence, codeEvidence } from "../../search/code-evidence.js";
import { metricGates } from "../../search/metric-gates.js";
import { inParts } from "../../search/parts.js";
import { atMost } from "../../search/pipeline-evidence.js";
import { scheduledTraining } from "../../search/scheduled-training.js";
import { feedbackWords } from "../../search/served-quality.js";
import { sidesOf } from "../../search/shared-features.js";
import { valuesWithin, writtenAs } from "../../search/values.js";

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

/** Reads of feedback on the training's side. */
function feedbackTaken(project: ChecklistProject, training: ReadonlySet<string>): readonly Evidence[] {
  return project.code.flatMap((file) =>
    file.role !== "source"
      ? []
      : file.calls
          .filter((call) => {
            if (!/^(?:read_\w+|load\w*|scan_\w+|execute|query|fetch\w*|get_table|table|open|concat)$/.test(call.name))
              return false;
            const given = [...call.positional, ...Object.values(call.named)]
              .flatMap((value) => [...valuesWithin(value)])
              .map(writtenAs);
            return training.has(nodeOf(file.path, call.within)) && given.some((text) => isFeedback.test(text));
          })
          .map((call) =>
            callEvidence(
              project,
              { file, call },
              { what: `\`${call.text}\` reads feedback into the training data`, rule: "feedback-read" },
            ),
          ),
  );
}

const isFeedback = new RegExp(
  `(?:${feedbackWords.source.replace(/labels\?\\b\|/, "")}|hard_?(?:examples|negatives)|reviewed|relabel)`,
  "i",
);

function kpis(project: ChecklistProject): readonly Evidence[] {
  const team = textOf(project.config, "kpi");
  const said: readonly Evidence[] =
    team === undefined
      ? []
      : [{ path: ".preflight/config.yaml", line: 1, level: "L3", what: `the team's KPI is ${team}`, rule: "kpi" }];
  const written = project.docs.flatMap(({ path, line, heading, text, isTemplate, words }): readonly Evidence[] => {
    const isKpi = /\bKPIs?\b|key performance indicator|business (?:metric|goal|kpi|effect|value|impact)|north[- ]star/i;
    if (isTemplate || words < 5 || !(isKpi.test(heading) || isKpi.test(text))) return [];
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
