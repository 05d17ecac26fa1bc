import { entriesOfText } from "../../project/facts/kubernetes-text.js";
import type { ConfigEntry, ConfigFile, KubernetesObject } from "../../project/facts/file-facts.js";
import { matchesGlobs } from "../../engine/globs.js";
import { onceFor } from "../../project/facts/once-for.js";
import type { Evidence, Place } from "../evidence.js";
import type { ChecklistProject } from "../project.js";
import { isForeign, ownMetrics, ownNames } from "./own-names.js";
import { isOfProduct } from "./product-files.js";
import { terraformResources } from "./terraform.js";

/** A rule of a monitoring system that raises an alert. */
export interface AlertRule extends Place {
  readonly name: string;
  /** Its name, condition and texts, in lower case. */
  readonly text: string;
  readonly runbook: string | undefined;
  /** A file of rules beside a Prometheus whose configuration is there as well and names it nowhere. */
  readonly isIdle?: true;
}

/** All alert rules of a project that are about its own services: of Prometheus, Grafana, clouds and Terraform. */
export const alertRules = onceFor(async (project: ChecklistProject): Promise<readonly AlertRule[]> => {
  const found = new Map<string, AlertRule>();
  const own = ownNames(project);
  const metrics = ownMetrics(project);
  const add = (rule: AlertRule): void => {
    const isOurs = metrics.some((metric) => rule.text.includes(metric)) || !isForeign(selectedBy(rule.text), own);
    if (isOurs) found.set(`${rule.path}:${rule.name}`, rule);
  };
  const loaded = ruleFiles(project);
  for (const file of project.configs) {
    const { path, entries } = file;
    const isIdle =
      loaded !== undefined && !loaded(path) && entries.some(({ key }) => key.startsWith("groups.0.rules."));
    if (!isOfProduct(project, path)) continue;
    for (const rule of rulesOf(file)) add(isIdle ? { ...rule, isIdle } : rule);
  }
  for (const object of project.kubernetes) {
    if (isOfProduct(project, object.path)) for (const rule of rulesOf(object)) add(rule);
  }
  for (const { path, line, name, body } of await terraformResources(project, terraformAlarms)) {
    add({ path, line, name, text: `${name} ${body}`.toLowerCase(), runbook: /https?:\S*runbook\S*/.exec(body)?.[0] });
  }
  return [...found.values()];
});

const rulesOf = onceFor(({ path, entries }: ConfigFile | KubernetesObject) => rulesIn(entries, path));

/** Which files of rules the project's own Prometheus loads; undefined where it has none that can be seen. */
function ruleFiles({ configs }: ChecklistProject): ((path: string) => boolean) | undefined {
  const own = configs.filter(scrapes);
  if (own.length === 0) return undefined;
  const globs = own.flatMap(({ entries }) =>
    entries.flatMap(({ key, value }) => (/^rule_files\.\d+$/.test(key) ? [lastPart(String(value))] : [])),
  );
  // Images have folders of their own: files are known by their names.
  return (path) => globs.length > 0 && matchesGlobs(globs, lastPart(path));
}

const scrapes = onceFor(({ entries }: ConfigFile) => entries.some(({ key }) => /^scrape_configs\.\d/.test(key)));

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

const terraformAlarms =
  /^(?:aws_cloudwatch_(?:metric|composite)_alarm|google_monitoring_alert_policy|azurerm_monitor_(?:metric_alert|scheduled_query_rules_alert\w*)|datadog_monitor|grafana_rule_group|newrelic_nrql_alert_condition)$/;

/** Evidence of a rule: monitoring looks at it again and again, unless nothing loads it. */
export function alertEvidence({ path, line, name, isIdle }: AlertRule): Evidence {
  if (isIdle)
    return { path, line, level: "L2", what: `Prometheus does not load alert rule \`${name}\``, rule: "alert-rule" };
  const what = `alert rule \`${name}\` is watched`;
  return { path, line, level: "L3", what, rule: "alert-rule", repeatedBy: "schedule" };
}

function rulesIn(entries: readonly ConfigEntry[], path: string): readonly AlertRule[] {
  const groups = new Map<string, ConfigEntry[]>();
  const found: AlertRule[] = [];
  for (const entry of entries) {
    const prefix = /^(?:.*\.)?(?:rules|alerts)\.\d+\.|^(?:.*\.)?Resources\.[^.]+\./.exec(entry.key)?.[0];
    if (prefix !== undefined) groups.set(prefix, [...(groups.get(prefix) ?? []), entry]);
    // A config map holds the file of rules as a text.
    if (typeof entry.value === "string" && /^\s*-\s+alert:/m.test(entry.value)) {
      found.push(...rulesIn(entriesOfText(entry.value, entry.line + 1), path));
    }
  }
  for (const [prefix, group] of groups) {
    const at = (key: string): ConfigEntry | undefined => group.find((entry) => entry.key === prefix + key);
    const isCloud = at("Type")?.value === "AWS::CloudWatch::Alarm";
    const isGrafana = at("title") !== undefined && (at("condition") !== undefined || at("uid") !== undefined);
    const head = at("alert") ?? (isGrafana ? at("title") : isCloud ? at("Type") : undefined);
    if (head === undefined) continue;
    const name = isCloud ? (prefix.split(".").at(-2) ?? "") : String(head.value);
    const text = group.map(({ key, value }) => `${key.slice(prefix.length)}=${String(value)}`).join("\n");
    const runbook = group.find(({ key }) => /runbook/i.test(key))?.value;
    const said = typeof runbook === "string" && runbook !== "" ? runbook : undefined;
    found.push({ path, line: head.line, name, text: text.toLowerCase(), runbook: said });
  }
  return found;
}

/** The services that a rule's condition picks. */
function selectedBy(text: string): readonly string[] {
  return [
    ...text.matchAll(
      /\b(?:job|service|app|container|deployment|service_name|inferenceservice)\s*=~?\s*\\?"([^"\\]+)\\?"/g,
    ),
  ].map(([, name = ""]) => name);
}

/** What alerts are about, by words of their conditions. */
export const alertTopics = {
  service:
    /latency|duration|seconds|response_time|targetresponsetime|error|5xx|5\.\.|status|exception|fail|\bup\b|absent|availability|throughput|requests|memory|cpu|restart|unavailable/,
  age: /model_age|model_\w*(?:age|timestamp|trained)|trained_at|training_\w*(?:timestamp|time|age)|stale|freshness|last_(?:train|success)|kube_(?:cron)?job|cronjob|retrain|training(?![\s_-]*(?:data|set|part|sample|distribution|range|values))/,
  training:
    /kube_(?:cron)?job|cronjob|retrain|training(?![\s_-]*(?:data|set|part|sample|distribution|range|values))|workflow|dag/,
  drift:
    /drift|psi\b|population_stability|wasserstein|ks_|kolmogorov|prediction_(?:mean|distribution|rate|share)|jensen|feature_mean/,
  quality:
    /accuracy|precision|recall|f1|auc|mae\b|rmse|mape|wape|smape|brier|quality|prediction_error|calibration|ndcg|click|conversion|feedback|bias/,
  inputs: /invalid|validation|schema|reject|out_of_range|422|4xx|4\.\.|missing_(?:value|feature)|bad_request|malformed/,
  abuse:
    /401|403|429|unauthori[sz]ed|forbidden|rate_?limit|throttl|abuse|attack|auth_fail|login|blocked|injection|anomal|adversarial|suspicious|waf|4\.\./,
} as const;
