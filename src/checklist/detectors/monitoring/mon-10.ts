import { textOf } from "../../../engine/checklist-config.js";
import type { Evidence } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { type AlertRule, alertRules } from "../../search/alert-rules.js";
import { notifyCalls, notifyEvidence } from "../../search/notifications.js";
import { inParts } from "../../search/parts.js";
import { isOfProduct } from "../../search/product-files.js";
import { alertReceivers } from "../../search/receivers.js";

/** Do alerts reach a person, with a runbook? */
export const detector: Detector = async (project) => {
  const rules = await alertRules(project);
  const declared = rules.slice(0, 5).map(({ path, line, name }): Evidence => ({
    path,
    line,
    level: "L2",
    what: `alert rule \`${name}\``,
    rule: "alert-rule",
  }));
  const receivers = [
    ...(await alertReceivers(project)),
    ...errorReports(project),
    ...notifyCalls(project).map((found) => notifyEvidence(project, found)),
  ];
  return inParts(
    [
      {
        evidence: receivers,
        absent: "no receiver hands the alerts to a person",
        missing: "Route the alerts to a receiver: a pager, a channel or mail.",
      },
      {
        evidence: runbooks(project, rules),
        absent: "no runbook says what to do",
        missing: "Write a runbook and name it in each alert's `runbook_url`.",
      },
    ],
    {
      evidence: declared,
      searched: [
        "Alertmanager receivers, contact points, topics and pagers, messages and error reports from code, runbooks and `runbook_url` of alerts.",
      ],
    },
  );
};

/** Sentry and the like tell people of every error, where they are set up in code that runs. */
function errorReports(project: ChecklistProject): readonly Evidence[] {
  return project.code.flatMap(({ role, path, calls }) =>
    role !== "source"
      ? []
      : calls
          .filter((call) =>
            /^(?:sentry_sdk\.init|@sentry\/[\w-]+\.init|rollbar\.init|bugsnag\.configure|honeybadger\.configure)$/.test(
              call.path ?? "",
            ),
          )
          .map(({ line, text, within }): Evidence => ({
            ...{ path, line, what: `\`${text}\` reports errors to people`, rule: "error-reports" },
            level: within === "" || project.wiring.entriesOf(path, within).length > 0 ? "L3" : "L2",
          })),
  );
}

/** Documents that say what to do, and alerts that name them. A file of that name which says nothing is none. */
function runbooks(project: ChecklistProject, rules: readonly AlertRule[]): readonly Evidence[] {
  const team = textOf(project.config, "oncall.runbook");
  const named = rules.flatMap(({ path, line, name, runbook }): readonly Evidence[] => {
    if (runbook === undefined || !leadsSomewhere(project, runbook)) return [];
    return [{ path, line, level: "L3", what: `alert \`${name}\` names its runbook`, rule: "runbook-url" }];
  });
  const written = project.docs.flatMap(({ path, line, heading, words, isTemplate }): readonly Evidence[] => {
    const isOne =
      path === team || /run-?_?book|playbook|on-?_?call|incident/i.test(path.slice(path.lastIndexOf("/") + 1));
    const isPart = /\brun ?book\b|\bplaybook\b|\bon[- ]call\b|what to do when/i.test(heading);
    if (isTemplate || words < fewestWords || !(isOne || isPart) || !isOfProduct(project, path.replace(/^docs\//, "")))
      return [];
    return [{ path, line, level: "L3", what: `"${heading === "" ? path : heading}" says what to do`, rule: "runbook" }];
  });
  const linked: readonly Evidence[] =
    team?.startsWith("http") === true
      ? [
          {
            path: ".preflight/config.yaml",
            line: 1,
            level: "L3",
            what: `the team's configuration names the runbook ${team}`,
            rule: "runbook",
          },
        ]
      : [];
  return [...named, ...written.slice(0, 3), ...linked];
}

const fewestWords = 12;

/** A link outwards, or a file of the project. */
function leadsSomewhere({ files }: ChecklistProject, runbook: string): boolean {
  const file = runbook.replace(/#.*$/, "").replace(/^\.?\//, "");
  return /^https?:\/\/\S+\.\S+/.test(runbook) || runbook.includes("{{") || files.includes(file);
}
