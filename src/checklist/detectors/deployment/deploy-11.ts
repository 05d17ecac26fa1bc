import { textsOf } from "../../../engine/checklist-config.js";
import { matchesGlobs } from "../../../engine/globs.js";
import type { ConfigEntry } from "../../../project/facts/file-facts.js";
import { detected, type Evidence, type Objection } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { notGating, runEvidence, runsOf } from "../../search/ci-evidence.js";
import { callsTo, codeEvidence, type FoundCall } from "../../search/code-evidence.js";
import { callsInHandler, predictRoutes } from "../../search/predict-routes.js";
import { fallbacksOf } from "../../search/fallbacks.js";

/** Does the service survive failure: probes, limits, timeouts, fallback? */
export const detector: Detector = async (project) => {
  const probes = probeEvidence(project);
  const parts = [
    { name: "a readiness probe", found: probes },
    { name: "limits of resources, time or input", found: limitEvidence(project) },
    { name: "a request that tries the service after each deployment", found: smokeEvidence(project) },
    { name: "an answer for when the model fails", found: await fallbackEvidence(project) },
  ];
  const lacks = parts.filter(({ found }) => found.length === 0);
  const count = parts.length - lacks.length;
  const all = parts.flatMap(({ found }) => found);
  // One of four is not enough to survive anything.
  const evidence = all.map((one): Evidence => ({
    ...one,
    level: count >= 2 ? (one.level === "L1" ? "L2" : one.level) : "L1",
  }));
  const [first] = evidence;
  const objections: readonly Objection[] =
    first !== undefined && count >= 2 && lacks.length > 0
      ? [
          {
            path: first.path,
            line: first.line,
            allows: "partial",
            what: `There is no sign of ${lacks.map(({ name }) => name).join(", ")}`,
            rule: "resilience",
          },
        ]
      : [];
  const raised =
    count === parts.length
      ? evidence.map((one): Evidence => (one.level === "L2" ? { ...one, level: "L3" } : one))
      : evidence;
  return detected({
    evidence: raised,
    objections: [...objections, ...(count >= 2 ? hollowHealth(project) : [])],
    missing: lacks.map(({ name }) => `Add ${name}.`),
    searched: [
      "Probes and health checks, limits and timeouts, requests after deployments, and fallbacks in the code behind routes that predict.",
    ],
  });
};

function probeEvidence({ kubernetes, compose, dockerfiles, config }: ChecklistProject): readonly Evidence[] {
  const globs = textsOf(config, "serving.manifests");
  const rule = "probe";
  const pods = kubernetes.flatMap(({ path, kind, name, entries }) => {
    if (globs.length > 0 && !matchesGlobs(globs, path)) return [];
    const probe = entries.find(({ key }) => /(?:^|\.)(?:readinessProbe|livenessProbe|startupProbe)\./.test(key));
    return probe === undefined || kind === "HelmValues"
      ? []
      : [{ path, line: probe.line, what: `${kind} ${name ?? ""} has a probe` }];
  });
  const services = compose
    .filter(({ hasHealthcheck }) => hasHealthcheck)
    .map(({ path, line, name }) => ({ path, line, what: `Service "${name}" has a health check` }));
  const images = dockerfiles.flatMap(({ path, stages }) =>
    stages.at(-1)?.hasHealthcheck === true
      ? [{ path, line: stages.at(-1)?.line ?? 1, what: "The image has a health check" }]
      : [],
  );
  return [...pods, ...services, ...images].map((one): Evidence => ({ ...one, level: "L2", rule }));
}

const limitKeys =
  /resources\.limits\.(?:memory|cpu)$|deploy\.resources\.limits\.|(?:^|\.)(?:mem_limit|cpus)$|timeoutSeconds$|\.timeout$|minReplicas$|minReplicaCount$/;

function limitEvidence(project: ChecklistProject): readonly Evidence[] {
  const rule = "limits";
  const at = (path: string, entries: readonly ConfigEntry[], name: string): readonly Evidence[] => {
    const entry = entries.find(({ key, value }) => limitKeys.test(key) && value !== null && !/[pP]robe\./.test(key));
    return entry === undefined
      ? []
      : [
          {
            path,
            line: entry.line,
            level: "L2",
            what: `${name} has limits (\`${entry.key.split(".").slice(-2).join(".")}\`)`,
            rule,
          },
        ];
  };
  const routes = predictRoutes(project);
  const files = new Set(routes.map(({ file }) => file));
  const timed = routes.flatMap((route) => callsInHandler(route).map((call) => ({ file: route.file, call })));
  const timeouts = [
    ...timed,
    ...callsTo(project, {
      path: /^asyncio\.(?:wait_for|timeout)$|^async_timeout\.|^slowapi\.|^fastapi_limiter\.|^express-rate-limit$|^flask_limiter\./,
    }),
  ].filter(({ call, file }) => (files.has(file) || call.path !== undefined) && isTimeLimit({ call, file }));
  return [
    ...project.kubernetes.flatMap(({ path, entries, kind, name }) =>
      kind === "HelmValues" ? [] : at(path, entries, `${kind} ${name ?? ""}`.trim()),
    ),
    ...project.compose.flatMap(({ path, entries, name }) => at(path, entries, `Service "${name}"`)),
    ...timeouts.map(({ file, call }) =>
      notGating(codeEvidence(project, { ...call, path: file.path }, { what: `\`${call.text}\` sets a limit`, rule })),
    ),
  ];
}

function isTimeLimit({ call }: FoundCall): boolean {
  return (
    call.named.timeout !== undefined || /wait_for|timeout|limiter|slowapi|rate-?limit/i.test(call.path ?? call.text)
  );
}

/** A request that a job sends to what it has deployed. */
function smokeEvidence(project: ChecklistProject): readonly Evidence[] {
  const told = { what: "A job sends a request to the service", rule: "smoke" };
  const runs = runsOf(
    project,
    /^(?:curl|wget|http|xh|grpcurl)\b.*(?:health|ready|predict|score|infer|generate|\/v\d|localhost|\$)|\bsmoke[-_]?\w*|^helm test\b|^hurl\b|^newman\b/i,
  ).filter(
    ({ command, isTests }) =>
      !/install|raw\.githubusercontent|\.sh\b.*\|\s*(?:ba)?sh|codecov|github\.com\/|slack/i.test(command) &&
      !(isTests && /smoke_train/.test(command)),
  );
  return runs.map((run) => notGating(runEvidence(run, told)));
}

async function fallbackEvidence(project: ChecklistProject): Promise<readonly Evidence[]> {
  const found = await fallbacksOf(project);
  return found.map(({ path, line, within, what }) =>
    notGating(codeEvidence(project, { path, line, within }, { what, rule: "fallback" })),
  );
}

/** A health route that says yes whatever the model does. */
function hollowHealth({ code }: ChecklistProject): readonly Objection[] {
  return code.flatMap((file) => {
    if (file.role !== "source") return [];
    return file.functions.flatMap(({ name, line, endLine, decorators }): readonly Objection[] => {
      const isReady = decorators.some(
        ({ name: method, positional: [route] }) =>
          /^(?:get|route|api_route)$/.test(method) && route?.kind === "literal" && /ready/i.test(String(route.value)),
      );
      if (!isReady) return [];
      const does =
        file.calls.some((call) => call.within === name) ||
        file.guards.some((guard) => guard.within === name) ||
        endLine - line > 2;
      return does
        ? []
        : [
            {
              path: file.path,
              line,
              allows: "partial",
              what: `${name} says that the service is ready, also while the model is not loaded`,
              rule: "probe",
            },
          ];
    });
  });
}
