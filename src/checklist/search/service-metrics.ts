import type { CalleeFact, CodeFile } from "../../project/facts/code-facts.js";
import { onceForEach } from "../../project/facts/once-for.js";
import type { Evidence } from "../evidence.js";
import type { ChecklistProject } from "../project.js";
import { callEvidence, callSearch } from "./code-evidence.js";
import { ownNames, isForeign } from "./own-names.js";
import { isOfProduct } from "./product-files.js";
import type { ServingPath } from "./serving-path.js";
import { textIn } from "./values.js";

/** A measurement of the service, and whether it says how the service does rather than what it predicts. */
export interface ServiceMetric {
  readonly evidence: Evidence;
  readonly isTechnical: boolean;
  /** Does it leave the process by itself, so that nothing has to fetch it? */
  readonly isPushed: boolean;
}

/** What is measured on the way of a prediction, and by the platform that serves it. */
export function serviceMetrics(project: ChecklistProject, path: ServingPath): readonly ServiceMetric[] {
  return [...ofCode(project, path), ...wholeService(project), ...ofPlatform(project)];
}

function ofCode(project: ChecklistProject, { calls, routes }: ServingPath): readonly ServiceMetric[] {
  const names = new Map(metricNames(project.code));
  const seen = new Set<string>();
  return calls.flatMap((found): readonly ServiceMetric[] => {
    const { call, file } = found;
    if (!observes(call)) return [];
    const owner = ownerOf(call.text);
    if (seen.has(`${file.path}:${owner}`)) return [];
    seen.add(`${file.path}:${owner}`);
    const name = names.get(owner) ?? textIn(call.positional[0]) ?? owner;
    const what = `\`${name}\` is measured for each prediction`;
    const isDecorator = call.within === "";
    const within = isDecorator ? (routes.find(({ file: of }) => of === file)?.handler?.name ?? "") : call.within;
    return [
      {
        evidence: callEvidence(project, { file, call: { ...call, within } }, { what, rule: "service-metric" }),
        isTechnical: /Histogram|Summary|timing|histogram|distribution/.test(call.path ?? "") || technical.test(name),
        isPushed: !/^(?:prometheus_client|prom-client)\./.test(call.path ?? ""),
      },
    ];
  });
}

/** `LATENCY` of `metrics.LATENCY.labels(route).observe`. */
function ownerOf(text: string): string {
  return (
    text
      .replace(/\.(?:labels|observe|inc|time|set|add|record|startTimer|count_exceptions)\b.*$/s, "")
      .split(".")
      .at(-1) ?? ""
  );
}

/** By the variables that hold them. */
const metricNames = onceForEach(
  ({ role, assigns }: CodeFile): readonly (readonly [variable: string, name: string])[] =>
    role !== "source"
      ? []
      : assigns.flatMap(({ target, value }): readonly (readonly [string, string])[] => {
          if (value.kind !== "call" || !/^(?:Histogram|Counter|Gauge|Summary|create_\w+)$/.test(value.name)) return [];
          const [first] = value.positional;
          const name = textIn(value.named.name ?? (first?.kind === "dict" ? first.entries.name : first));
          return name === undefined ? [] : [[target, name]];
        }),
);

const technical =
  /latency|duration|seconds|_ms\b|time|request|error|exception|fail|status|throughput|inference|requests|response/i;

function observes({ path = "", name, text }: CalleeFact): boolean {
  return (
    observers.test(path) ||
    (/^(?:observe|inc|startTimer)$/.test(name) &&
      /metric|histogram|counter|latency|duration|requests|errors/i.test(text))
  );
}

const observers =
  /^(?:prometheus_client\.(?:Histogram|Summary|Counter|Gauge)\.(?:observe|inc|time|set|labels|count_exceptions)|prom-client\.(?:Histogram|Summary|Counter)\.(?:observe|inc|startTimer|labels)|opentelemetry\..*(?:\.add|\.record|start_as_current_span)|(?:statsd|datadog\.\w*statsd|datadog)\..*(?:timing|timed|incr|increment|histogram|distribution)|aws_embedded_metrics\..*|aws_lambda_powertools\.(?:metrics\.)?Metrics\.\w+|@opentelemetry\/.*(?:\.add|\.record)|hot-shots\..*)$/;

/** A layer around all routes measures them as well. */
function wholeService(project: ChecklistProject): readonly ServiceMetric[] {
  return layerCalls(project.code).map(({ file, call }): ServiceMetric => {
    const what = `\`${call.text}\` measures all routes`;
    const level = project.wiring.entriesOf(file.path, call.within).length > 0 || call.within === "" ? "L3" : "L2";
    const evidence: Evidence = { path: file.path, line: call.line, level, what, rule: "service-metric" };
    return {
      evidence,
      isTechnical: true,
      isPushed: /opentelemetry|ddtrace|datadog|newrelic|sentry/i.test(call.path ?? ""),
    };
  });
}

const layerCalls = callSearch(({ name, path = "", positional, named }) => {
  const added = name === "add_middleware" || name === "use" || name === "register";
  const given = added ? [...positional, ...Object.values(named)] : [];
  const hasLayer = given.some((value) => "path" in value && layers.test(value.path ?? ""));
  if (!hasLayer && !layers.test(path)) return false;
  return !/\.(?:expose|add)$/.test(path) && (hasLayer || !/\.Instrumentator$/.test(path));
});

const layers =
  /^(?:prometheus_fastapi_instrumentator\..*instrument|starlette_exporter\.PrometheusMiddleware|prometheus_flask_exporter\.PrometheusMetrics|starlette_prometheus\.PrometheusMiddleware|prometheus_client\.make_wsgi_middleware|opentelemetry\.instrumentation\.(?:fastapi|flask|asgi|wsgi|grpc|django|starlette)\..*(?:instrument\w*|Middleware)|ddtrace\.(?:patch|patch_all|auto)|newrelic\.agent\.initialize|express-prom-bundle(?:\.default)?|prometheus-api-metrics(?:\.default)?|fastify-metrics(?:\.default)?|django_prometheus\..*|elasticapm\..*|azure\.monitor\.opentelemetry\.configure_azure_monitor)$/;

/** Servers that measure by themselves. */
function ofPlatform(project: ChecklistProject): readonly ServiceMetric[] {
  const found: ServiceMetric[] = [];
  const add = (path: string, line: number, what: string): void => {
    const evidence: Evidence = { path, line, level: "L3", what, rule: "platform-metrics" };
    found.push({ evidence, isTechnical: true, isPushed: false });
  };
  for (const { path, line, kind, name = "", entries } of project.kubernetes) {
    if (!isOfProduct(project, path)) continue;
    if (/^(?:InferenceService|SeldonDeployment)$/.test(kind))
      add(path, line, `${kind} \`${name}\` measures its requests`);
    const image = entries.find(({ key, value }) => /\.image$/.test(key) && servers.test(String(value)));
    const isOff = entries.some(({ value }) => /--allow-metrics=(?:false|0)|--disable-log-stats/.test(String(value)));
    if (image !== undefined && !isOff)
      add(path, image.line, `the server \`${String(image.value)}\` measures its requests`);
  }
  for (const { path, line, image = "", command = "" } of project.compose) {
    if (servers.test(image) && !/--allow-metrics=(?:false|0)/.test(command))
      add(path, line, `the server \`${image}\` measures its requests`);
  }
  for (const { path, role, classes } of project.code) {
    if (role !== "source") continue;
    for (const { name, line, decorators } of classes) {
      if (decorators.some((one) => one.path === "bentoml.service"))
        add(path, line, `BentoML measures the requests of \`${name}\``);
    }
  }
  return found;
}

const servers = /tritonserver|vllm-openai|text-generation-inference|pytorch\/torchserve|rayproject\/ray|mlserver/;

/** What fetches the metrics of the service. */
export function scrapes(project: ChecklistProject): readonly Evidence[] {
  const own = ownNames(project);
  const found: Evidence[] = [];
  const add = (path: string, line: number, what: string): void => {
    found.push({ path, line, level: "L3", what, rule: "scraped", repeatedBy: "schedule" });
  };
  for (const { path, line, kind, name = "", entries } of project.kubernetes) {
    if (!isOfProduct(project, path)) continue;
    if (/^(?:ServiceMonitor|PodMonitor|PodMonitoring)$/.test(kind)) {
      const selected = entries
        .filter(({ key }) => /selector\.matchLabels\./.test(key))
        .map(({ value }) => String(value));
      if (!isForeign(selected, own)) add(path, line, `${kind} \`${name}\` fetches the metrics`);
    }
    const annotation = entries.find(
      ({ key, value }) =>
        /prometheus\.(?:io|kserve\.io)\/scrape$|enable-prometheus-scraping$/.test(key) && /^true$/.test(String(value)),
    );
    if (annotation !== undefined) add(path, annotation.line, "its annotation lets Prometheus fetch the metrics");
  }
  for (const { path, entries } of project.configs) {
    if (!isOfProduct(project, path)) continue;
    for (const { key, value, line } of entries) {
      if (!/scrape_configs\.\d+\.job_name$/.test(key)) continue;
      const prefix = key.slice(0, -"job_name".length);
      const targets = entries
        .filter((one) => one.key.startsWith(prefix) && /\.targets\.\d+$/.test(one.key))
        .map((one) => String(one.value).replace(/:\d+.*$/, ""));
      const isLocal = targets.some((target) => /^(?:localhost|127\.0\.0\.1|host\.docker\.internal)$/.test(target));
      if (isLocal ? !isForeign([String(value)], own) : !isForeign(targets, own))
        add(path, line, `Prometheus job \`${String(value)}\` fetches the metrics`);
    }
  }
  return found;
}
