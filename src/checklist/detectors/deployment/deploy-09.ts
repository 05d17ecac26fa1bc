import { textsOf } from "../../../engine/checklist-config.js";
import { matchesGlobs } from "../../../engine/globs.js";
import type { CodeFile } from "../../../project/facts/code-facts.js";
import { onceForEach } from "../../../project/facts/once-for.js";
import { mayBeSecret, redacted } from "../../../project/facts/configs/secrets.js";
import { detected, type Evidence, type Objection } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { actionsOf, notGating, runEvidence, runsOf } from "../../search/ci-evidence.js";
import { callSearch, codeEvidence } from "../../search/code-evidence.js";
import { predictRoutes } from "../../search/predict-routes.js";
import { guardOf } from "../../search/route-guards.js";

/** Is the endpoint authenticated, and are secrets out of the repository? */
export const detector: Detector = (project) => {
  const open = new Set(textsOf(project.config, "security.publicRoutes"));
  const routes = predictRoutes(project).filter(({ route }) => !open.has(route));
  const guarded = routes.map((route) => ({ route, guard: guardOf(project, route) }));
  const gateway = gatewayEvidence(project);
  const bound = boundToAll(project);
  const protectedRoutes = guarded.flatMap(({ route, guard }): readonly Evidence[] =>
    guard === undefined
      ? []
      : [
          notGating(
            codeEvidence(
              project,
              { path: route.file.path, line: route.line, within: route.handler?.name ?? "" },
              { what: `\`${guard}\` guards ${route.route}`, rule: "route-guard" },
            ),
          ),
        ],
  );
  const unprotected = gateway.length > 0 ? [] : guarded.filter(({ guard }) => guard === undefined);
  const isOpen = unprotected.length > 0;
  const scanners = scannerEvidence(project);
  const secrets = secretsIn(project);
  const isInternal = project.profile.facts.public.value === false;
  const openObjections = unprotected.map(({ route }): Objection => ({
    ...{ path: route.file.path, line: route.line, rule: "open-route" },
    allows: bound !== undefined && !isInternal ? "fail" : "partial",
    what:
      bound === undefined
        ? `Nothing guards ${route.route}`
        : `Nothing guards ${route.route}, and the service listens to everybody (${bound.path}:${bound.line})`,
  }));
  const evidence = [...protectedRoutes, ...gateway, ...scanners];
  const [first] = evidence;
  const noScanner: readonly Objection[] =
    scanners.length > 0 || first === undefined
      ? []
      : [
          {
            path: first.path,
            line: first.line,
            allows: "partial",
            what: "Nothing looks for secrets in commits",
            rule: "secret-scanner",
          },
        ];
  return detected({
    evidence,
    objections: [...secrets, ...openObjections, ...noScanner],
    missing: [
      ...unprotected.map(
        ({ route }) =>
          `Ask who calls ${route.route} (${route.file.path}:${route.line}), or sign that the network does.`,
      ),
      ...secrets.map(({ path, line }) => `Take the secret out of ${path}:${line}, and make a new one.`),
      ...(scanners.length === 0 ? ["Run a scanner of secrets, such as gitleaks, in CI."] : []),
    ],
    forks:
      isOpen && bound === undefined
        ? [
            {
              question: "Does the network keep strangers away from the service?",
              ...(unprotected[0] === undefined
                ? {}
                : { at: { path: unprotected[0].route.file.path, line: unprotected[0].route.line } }),
            },
          ]
        : [],
    searched: [
      `${routes.length} routes that predict and what guards them, gateways, scanners of secrets in CI and hooks, and settings that hold secrets.`,
    ],
  });
};

/** Policies in front of the service. */
function gatewayEvidence({ kubernetes, compose, configs }: ChecklistProject): readonly Evidence[] {
  const rule = "gateway";
  const policies = kubernetes.flatMap(({ kind, path, line, name, entries }): readonly Evidence[] => {
    if (/(?:^|\/)(?:docs?|examples?)\//.test(path)) return [];
    const annotation = entries.find(({ key }) =>
      /nginx\.ingress\.kubernetes\.io\/auth-(?:url|type|tls-secret)$|ingress\.kubernetes\.io\/auth/.test(key),
    );
    const isPolicy =
      /^(?:AuthorizationPolicy|RequestAuthentication|NetworkPolicy|SecurityPolicy|KongPlugin|AuthConfig|BackendConfig)$/.test(
        kind,
      ) &&
      (kind !== "KongPlugin" || entries.some(({ key, value }) => key === "plugin" && /auth|jwt/.test(String(value))));
    return isPolicy || annotation !== undefined
      ? [
          {
            path,
            line: annotation?.line ?? line,
            level: "L2",
            what: `${kind} ${name ?? ""} says who may come in`,
            rule,
          },
        ]
      : [];
  });
  const proxies = compose
    .filter(({ image = "" }) => /oauth2-proxy|authelia|keycloak|pomerium/.test(image))
    .map(({ path, line, name }): Evidence => ({
      path,
      line,
      level: "L2",
      what: `Service "${name}" asks who comes in`,
      rule,
    }));
  const authorizers = configs.flatMap(({ path, entries }) =>
    entries
      .filter(({ key }) => /(?:^|\.)(?:authorizer|Auth\.DefaultAuthorizer|AuthorizationType)(?:\.|$)/.test(key))
      .slice(0, 1)
      .map(({ line }): Evidence => ({ path, line, level: "L2", what: "The gateway authorizes calls", rule })),
  );
  return [...policies, ...proxies, ...authorizers];
}

/** Where the service listens on all addresses. */
function boundToAll({
  code,
  dockerfiles,
  compose,
  kubernetes,
  pipelines,
}: ChecklistProject): { readonly path: string; readonly line: number } | undefined {
  const all = allAddresses;
  const [bound] = boundCalls(code);
  if (bound !== undefined) return { path: bound.file.path, line: bound.call.line };
  for (const { path, stages } of dockerfiles) {
    for (const { name, text, line } of stages.flatMap(({ instructions }) => instructions))
      if (/^(?:CMD|ENTRYPOINT)$/.test(name) && all.test(text)) return { path, line };
  }
  for (const { path, line, command = "" } of compose) if (all.test(command)) return { path, line };
  for (const { path, entries } of kubernetes) {
    const entry = entries.find(
      ({ key, value }) =>
        (/\.(?:args|command)\.\d+$/.test(key) && all.test(String(value))) ||
        (key === "spec.type" && value === "LoadBalancer"),
    );
    if (entry !== undefined) return { path, line: entry.line };
  }
  const step = pipelines.find(({ commands }) => commands.some((text) => all.test(text)));
  return step && { path: step.path, line: step.line };
}

const allAddresses = /(?:^|[\s"',=:])0\.0\.0\.0\b/;

const boundCalls = callSearch(({ name, named, positional, text }) => {
  if (!/^(?:run|serve|serve_forever|launch|listen|add_insecure_port|run_app)$/.test(name)) return false;
  const says = [...positional, ...Object.values(named)].some(
    (value) =>
      value.kind === "literal" && (allAddresses.test(String(value.value)) || /^\[::\]/.test(String(value.value))),
  );
  return says || (name === "listen" && /app|server/i.test(text) && positional.length < 2);
});

function scannerEvidence(project: ChecklistProject): readonly Evidence[] {
  const told = { what: "A scanner looks for secrets", rule: "secret-scanner" };
  const names = /gitleaks|detect-secrets|trufflehog|ggshield|git-secrets|gitguardian|talisman|secretlint|whispers/i;
  const hooks = project.configs.flatMap(({ path, entries }) =>
    /\.pre-commit-config\.ya?ml$|lefthook\.ya?ml$/.test(path)
      ? entries
          .filter(
            ({ key, value }) =>
              /hooks\.\d+\.id$|\.run$/.test(key) &&
              (names.test(String(value)) || /detect-(?:private-key|aws-credentials)/.test(String(value))),
          )
          .map(({ line, value }): Evidence => ({
            path,
            line,
            level: "L2",
            what: `The hook ${String(value)} looks for secrets`,
            rule: told.rule,
          }))
      : [],
  );
  const known =
    hooks.length > 0 ? [] : runsOf(project, /^(?:bandit|semgrep)\b/).map((run) => notGating(runEvidence(run, told)));
  return [
    ...runsOf(project, new RegExp(`^(?:npx )?(?:${names.source})`, "i")).map((run) =>
      notGating(runEvidence(run, told)),
    ),
    ...actionsOf(project, names).map((action) => notGating(runEvidence(action, told))),
    ...hooks,
    ...known,
  ];
}

/** Secrets that settings and code hold in plain text. */
function secretsIn({ configs, code, config, findings }: ChecklistProject): readonly Objection[] {
  const allowed = textsOf(config, "secrets.allow");
  const isLeft = (path: string): boolean =>
    matchesGlobs(allowed, path) ||
    /(?:^|\/)(?:tests?|docs?|examples?|fixtures)\/|\.(?:example|sample|template|dist)(?:\.|$)|(?:^|\/)example\./i.test(
      path,
    );
  const inSettings = configs.flatMap(({ path, entries }) =>
    isLeft(path)
      ? []
      : entries
          .filter(
            ({ key, value }) =>
              value === redacted && !/\bsha256|digest|hash|checksum|revision|commit|\bmd5|integrity/i.test(key),
          )
          .map(({ line, key }) => ({ path, line, what: `\`${key}\` of ${path} looks like a secret` })),
  );
  const inCode = secretsSet(code).filter(({ path }) => !isLeft(path));
  const found = findings
    .filter(({ rule, path }) => /secret|credential/.test(rule) && !isLeft(path))
    .map(({ path, start, message }) => ({ path, line: start.line, what: message }));
  return [...inSettings, ...inCode, ...found].map((one): Objection => ({ ...one, allows: "fail", rule: "secret" }));
}

const secretsSet = onceForEach(({ path, role, assigns }: CodeFile) =>
  role !== "source"
    ? []
    : assigns
        .filter(
          ({ target, value }) =>
            value.kind === "literal" &&
            typeof value.value === "string" &&
            value.value.length >= 16 &&
            /key|token|secret|passw|credential/i.test(target) &&
            !/\s|\//.test(value.value) &&
            /\d/.test(value.value) &&
            mayBeSecret(target, value.value),
        )
        .map(({ line, target }) => ({ path, line, what: `\`${target}\` looks like a secret` })),
);
