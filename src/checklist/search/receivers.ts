import type { ConfigEntry } from "../../project/facts/file-facts.js";
import type { Evidence } from "../evidence.js";
import type { ChecklistProject } from "../project.js";
import { isOfProduct } from "./product-files.js";
import { terraformResources } from "./terraform.js";

/** Where alerts go: receivers of Alertmanager that a route names, contact points of Grafana, topics and pagers of clouds. */
export async function alertReceivers(project: ChecklistProject): Promise<readonly Evidence[]> {
  const found = new Map<string, Evidence>();
  for (const { path, entries } of [...project.configs, ...project.kubernetes]) {
    if (!isOfProduct(project, path)) continue;
    for (const evidence of receiversIn(entries, path)) found.set(`${path}:${evidence.line}`, evidence);
  }
  for (const { path, line, type, name } of await terraformResources(project, terraformReceivers)) {
    found.set(`${path}:${line}`, evidenceOf(path, line, `${type} \`${name}\``));
  }
  return [...found.values()];
}

const terraformReceivers =
  /^(?:aws_sns_topic_subscription|pagerduty_\w+|opsgenie_\w+|grafana_contact_point|google_monitoring_notification_channel|azurerm_monitor_action_group|newrelic_notification_channel)$/;

function evidenceOf(path: string, line: number, receiver: string): Evidence {
  const what = `alerts go to ${receiver}`;
  return { path, line, level: "L3", what, rule: "alert-receiver", repeatedBy: "schedule" };
}

function receiversIn(entries: readonly ConfigEntry[], path: string): readonly Evidence[] {
  const routed = entries.filter(({ key }) => /(?:^|\.)route\.(?:.*\.)?receiver$/.test(key)).map(({ value }) => value);
  return entries.flatMap(({ key, value, line }): readonly Evidence[] => {
    const [, list = "", point] =
      /^((?:.*\.)?(?:receivers|contactPoints)\.\d+)\.(name|receivers\.\d+\.type)$/.exec(key) ?? [];
    if (point === undefined || value === null) return [];
    if (point !== "name") return value === "" ? [] : [evidenceOf(path, line, `\`${String(value)}\``)];
    if (/contactPoints\.\d+$/.test(list) || nobody.test(String(value))) return [];
    const reaches = entries.some(
      (entry) =>
        entry.key.startsWith(`${list}.`) && /^\w+(?:_configs|Configs)\.\d/.test(entry.key.slice(list.length + 1)),
    );
    const isRouted = routed.length === 0 || routed.includes(value);
    return reaches && isRouted ? [evidenceOf(path, line, `receiver \`${String(value)}\``)] : [];
  });
}

/** What receivers are called that tell nobody. */
const nobody = /^(?:null|none|blackhole|devnull|dev-null|noop)$/i;
