import type { Evidence } from "../evidence.js";
import type { ChecklistProject } from "../project.js";
import { callEvidence, callsTo, type FoundCall } from "./code-evidence.js";
import { isOfProduct } from "./product-files.js";
import { textIn, valuesWithin, writtenAs } from "./values.js";

/** Limits of a model's age in configurations: `max_model_age_days: 30`. */
export function ageLimits(project: Pick<ChecklistProject, "configs" | "files">): readonly Evidence[] {
  return project.configs.flatMap(({ path, entries }) =>
    !isOfProduct(project, path)
      ? []
      : entries.flatMap(({ key, value, line }): readonly Evidence[] => {
          if (!limit.test(key) || (typeof value !== "number" && !/\d/.test(String(value)))) return [];
          const what = `\`${key}: ${String(value)}\` limits the age of the model`;
          return [{ path, line, level: "L3", what, rule: "age-limit" }];
        }),
  );
}

const limit =
  /(?:^|[._-])(?:max_?model_?age|model_?max_?age|model_?freshness|model_?ttl|retrain_?after|model_?stale\w*)\w*$|(?:^|\.)model\w*\.(?:max_?age|freshness)\w*$/i;

/** A metric that says how old the model is, or when it was trained. */
export function ageMetrics(project: ChecklistProject): readonly Evidence[] {
  const made = callsTo(project, {
    path: /^(?:prometheus_client\.(?:Gauge|Info)|prom-client\.Gauge|opentelemetry\..*create_(?:observable_)?gauge|statsd\..*gauge|datadog\..*gauge)$/,
    name: /^(?:gauge|put_metric_data|put_metric|create_observable_gauge)$/,
  });
  return made.filter(isOnAge).map((found) => {
    const name = namesIn(found).find((one) => ageName.test(one)) ?? "";
    return callEvidence(project, found, { what: `\`${name}\` shows how old the model is`, rule: "age-metric" });
  });
}

function isOnAge(found: FoundCall): boolean {
  return namesIn(found).some((one) => ageName.test(one));
}

function namesIn({ call }: FoundCall): readonly string[] {
  return [...call.positional, ...Object.values(call.named)]
    .flatMap((value) => [...valuesWithin(value)])
    .map((value) => textIn(value) ?? writtenAs(value))
    .filter((text) => !text.includes(" "));
}

const ageName =
  /model\w*_(?:age|trained|timestamp|freshness|build|staleness|version|info)|(?:last_)?train(?:ed|ing)?_(?:at|time|timestamp|date)|ModelAge/i;
