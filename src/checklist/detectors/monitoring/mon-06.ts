import { textOf } from "../../../engine/checklist-config.js";
import type { Evidence, Objection } from "../../evidence.js";
import type { Detector } from "../../project.js";
import { alertEvidence, alertRules, alertTopics } from "../../search/alert-rules.js";
import { inParts, isPresent } from "../../search/parts.js";
import { scrapes, serviceMetrics } from "../../search/service-metrics.js";
import { servingPath } from "../../search/serving-path.js";

/** Are latency, errors and uptime of the service measured, fetched and alerted on? */
export const detector: Detector = async (project) => {
  const system = textOf(project.config, "monitoring.system");
  const metrics = serviceMetrics(project, servingPath(project));
  const measured = metrics.map(({ evidence }) => evidence);
  const alerts = (await alertRules(project)).filter(({ text }) => alertTopics.service.test(text)).map(alertEvidence);
  const fetched = scrapes(project);
  const isPushed = metrics.some((metric) => metric.isPushed) || (system !== undefined && !/prometheus/i.test(system));
  const searched = [
    "Metrics in the functions that a prediction comes by, in middleware and of the serving platform; what fetches them; alert rules on latency, errors and absence.",
  ];
  const missing = "Observe latency and errors in the predict path, e.g. with a Prometheus `Histogram`.";
  // Without a metric of the service, alerts and dashboards are about something else.
  if (!isPresent(measured)) return inParts([{ evidence: [], absent: "", missing }], { searched });
  const first = measured[0];
  const business: readonly Objection[] =
    first === undefined || metrics.some(({ isTechnical }) => isTechnical)
      ? []
      : [
          {
            path: first.path,
            line: first.line,
            allows: "partial",
            what: "neither latency nor errors are measured, only what is predicted",
            rule: "business-metrics",
          },
        ];
  const scraped: readonly Evidence[] = isPushed && fetched.length === 0 ? measured : fetched;
  return inParts(
    [
      { evidence: measured, absent: "", missing },
      {
        evidence: scraped,
        absent: "nothing fetches the metrics of the service",
        missing: "Let Prometheus fetch the metrics: a ServiceMonitor, an annotation or a scrape configuration.",
      },
      {
        evidence: alerts,
        absent: "no alert rule watches latency, errors or absence of the service",
        missing: "Add alert rules on latency, errors and absence of the service.",
      },
    ],
    { searched, objections: business },
  );
};
