import type { CodeFile } from "../../project/facts/code-facts.js";
import { onceForEach } from "../../project/facts/once-for.js";
import type { Evidence } from "../evidence.js";
import type { ChecklistProject } from "../project.js";
import { isOfProduct } from "./product-files.js";
import { terraformResources } from "./terraform.js";

/** What limits how often somebody can ask: in code, in front of the service, at its gateway. */
export async function rateLimits(project: ChecklistProject): Promise<readonly Evidence[]> {
  return [
    ...inCode(project.code),
    ...inManifests(project),
    ...(await inServers(project)),
    ...(await inTerraform(project)),
  ];
}

function evidenceOf(path: string, line: number, what: string): Evidence {
  return { path, line, level: "L3", what, rule: "rate-limit" };
}

const inCode = onceForEach(({ role, path, functions, calls, imports }: CodeFile): readonly Evidence[] => {
  if (role !== "source") return [];
  const decorated = functions.flatMap(({ name, line, decorators }) => {
    const limit = decorators.find(
      (one) =>
        limiterCalls.test(one.path ?? "") ||
        (/^(?:limit|shared_limit|ratelimit|rate_limit)$/.test(one.name) && /limit/i.test(one.text)),
    );
    return limit === undefined ? [] : [evidenceOf(path, line, `\`@${limit.text}\` limits \`${name}\``)];
  });
  const isImported = imports.some(({ module }) =>
    /^(?:slowapi|fastapi_limiter|flask_limiter|limits|aiolimiter|express-rate-limit|@fastify\/rate-limit|rate-limiter-flexible|django_ratelimit|ratelimit|asgi_ratelimit)(?:$|[./])/.test(
      module,
    ),
  );
  const added = !isImported
    ? []
    : calls.flatMap((call) => {
        const given = [...call.positional, ...Object.values(call.named)];
        const isAdded =
          /^(?:use|register|add_middleware)$/.test(call.name) &&
          given.some((value) => /limit/i.test("text" in value ? value.text : ""));
        const isAsked = /^(?:RateLimiter|consume|hit|test|acquire)$/.test(call.name) && /limit/i.test(call.text);
        const isDefault =
          /Limiter$/.test(call.name) &&
          Object.keys(call.named).some((name) => /^(?:default_limits|application_limits)$/.test(name));
        return isAdded || isAsked || isDefault ? [evidenceOf(path, call.line, `\`${call.text}\` limits requests`)] : [];
      });
  const depends = functions.flatMap(({ name, line, params, decorators }) => {
    const values = [
      ...params.map(({ default: value }) => value),
      ...decorators.flatMap(({ named }) => named.dependencies),
    ];
    return values.some((value) => JSON.stringify(value ?? null).includes("fastapi_limiter"))
      ? [evidenceOf(path, line, `\`RateLimiter\` limits \`${name}\``)]
      : [];
  });
  return [...decorated, ...added, ...depends];
});

const limiterCalls =
  /^(?:slowapi\..*Limiter\.(?:limit|shared_limit)|flask_limiter\..*Limiter\.(?:limit|shared_limit)|django_ratelimit\..*|ratelimit\.limits)$/;

function inManifests(project: ChecklistProject): readonly Evidence[] {
  return project.kubernetes.flatMap(({ path, kind, name = "", entries }) => {
    if (!isOfProduct(project, path)) return [];
    const limit = entries.find(
      ({ key, value }) =>
        /nginx\.ingress\.kubernetes\.io\/limit-(?:rps|rpm|connections)|rate-?limit|rateLimit|local_ratelimit|requestsPerUnit|token_bucket/i.test(
          key,
        ) || /envoy\.filters\.http\.(?:local_)?ratelimit|^rate-limiting$/.test(String(value)),
    );
    const isLimiter =
      /^(?:EnvoyFilter|Ingress|BackendTrafficPolicy|KongPlugin|KongClusterPlugin|HTTPRoute|Middleware|VirtualService|HelmValues|SecurityPolicy|RateLimitPolicy)$/.test(
        kind,
      );
    return limit === undefined || !isLimiter
      ? []
      : [evidenceOf(path, limit.line, `${kind} \`${name}\` limits requests`)];
  });
}

async function inServers(project: ChecklistProject): Promise<readonly Evidence[]> {
  const found: Evidence[] = [];
  for (const path of project.files) {
    if (
      !/(?:nginx[^/]*|\/conf\.d\/[^/]+|\/sites-[^/]+\/[^/]+)\.conf(?:\.template)?$|(?:^|\/)nginx\.conf$|(?:^|\/)Caddyfile$/.test(
        path,
      ) ||
      !isOfProduct(project, path)
    )
      continue;
    const lines = ((await project.read(path)) ?? "").split("\n");
    const at = lines.findIndex((line) => /^\s*(?:limit_req\s|rate_limit\b)/.test(line));
    if (at >= 0) found.push(evidenceOf(path, at + 1, "the web server limits requests"));
  }
  return found;
}

async function inTerraform(project: ChecklistProject): Promise<readonly Evidence[]> {
  const resources = await terraformResources(
    project,
    /^(?:aws_api_gateway_usage_plan|aws_wafv2_web_acl|aws_wafv2_web_acl_association|google_compute_security_policy|azurerm_web_application_firewall_policy|cloudflare_rate_limit|cloudflare_ruleset|aws_apigatewayv2_stage|aws_api_gateway_method_settings)$/,
  );
  return resources
    .filter(({ body }) => /throttl|rate|quota|limit|acl/i.test(body))
    .map(({ path, line, type, name }) => evidenceOf(path, line, `${type} \`${name}\` limits requests`));
}
