import { detected, type Evidence, type Objection } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { actionsOf, runEvidence, runsOf } from "../../search/ci-evidence.js";
import { callsTo, codeEvidence, provesSomething, testEvidence } from "../../search/code-evidence.js";
import { type PredictRoute, predictRoutes } from "../../search/predict-routes.js";
import { typesOf } from "../../search/route-types.js";
import { argumentOf, filesByPath, isSet, textsIn } from "../../search/values.js";

/** Is the request/response contract typed, and is a change against the last version detected? */
export const detector: Detector = (project) => {
  const routes = predictRoutes(project).map((route) => ({ route, types: typesOf(project, route) }));
  const typed = routes.flatMap(({ route, types: { request, response } }): readonly Evidence[] => {
    if (!request && !response) return [];
    const sides = request && response ? "both ways" : request ? "in what it takes" : "in what it gives";
    const { evidence } = routeEvidence(project, route, `${route.route} is typed ${sides}`);
    return [evidence.level === "L4" ? { ...evidence, level: "L3" } : evidence];
  });
  const open = routes.filter(({ types: { request, response } }) => !request || !response);
  const objections = open.map(({ route, types: { request } }): Objection => ({
    ...{ path: route.file.path, line: route.line, allows: "partial", rule: "untyped-route" },
    what: `${route.route} has no type for ${request ? "what it gives" : "what it takes"}`,
  }));
  const declared = [...typed, ...ofServers(project, routes.length > 0)];
  const isTyped = declared.length > 0;
  const tests = isTyped ? contractTests(project) : [];
  return detected({
    evidence: [...declared, ...tests],
    objections: isTyped ? objections : [],
    missing: [
      ...open.map(
        ({ route }) =>
          `Give ${route.route} (${route.file.path}:${route.line}) a model for its request and its response.`,
      ),
      ...(tests.some(({ level }) => level === "L4")
        ? []
        : [
            "Keep the schema, such as `openapi.json`, and let a test in CI compare it with the one that the service gives.",
          ]),
    ],
    forks:
      routes.length === 0 && !isTyped
        ? [
            {
              question:
                "No route that predicts was found in the code: where is the form of requests and answers agreed?",
            },
          ]
        : [],
    searched: [`${routes.length} routes that predict, their types, and tests or commands that compare the contract.`],
  });
};

function routeEvidence(
  project: ChecklistProject,
  { file, line, handler }: PredictRoute,
  what: string,
): { readonly evidence: Evidence } {
  const place = { path: file.path, line, within: handler?.name ?? "" };
  return { evidence: codeEvidence(project, place, { what, rule: "typed-route" }) };
}

/** Servers of models read types from files of their own, or from what was logged with the model. */
function ofServers(project: ChecklistProject, hasRoutes: boolean): readonly Evidence[] {
  const files = project.files.filter(
    (path) => /(?:^|\/)config\.pbtxt$|\.proto$/.test(path) && !/(?:^|\/)(?:examples?|docs?)\//.test(path),
  );
  const signed = callsTo(project, { path: /^mlflow\..*log_model$/ }).filter(({ call }) =>
    isSet(argumentOf(call, "signature")),
  );
  const { serving, batch } = project.profile.facts;
  // A batch that loads what was logged is held to the columns of its signature.
  const isBatch = !hasRoutes && serving.value === true && batch.value === true;
  const isServedByMlflow =
    serving.value === true &&
    [...project.compose.map(({ command = "" }) => command), ...project.ci.runs.map(({ command }) => command)].some(
      (text) => /mlflow models (?:serve|build-docker)/.test(text),
    );
  return [
    ...files.map((path): Evidence => ({
      path,
      line: 1,
      level: "L2",
      what: "The types of requests and answers",
      rule: "schema-file",
    })),
    ...(isServedByMlflow || isBatch ? signed : []).map(({ file, call }): Evidence => ({
      path: file.path,
      line: call.line,
      level: "L2",
      what: "The model's signature",
      rule: "schema-file",
    })),
  ];
}

/** Tests and commands that see when the contract changes. */
function contractTests(project: ChecklistProject): readonly Evidence[] {
  const told = { what: "A change of the contract is seen", rule: "contract-test" };
  const inTests = project.tests.filter((test) => {
    if (!provesSomething(test)) return false;
    const file = filesByPath(project.code).get(test.path);
    if (file === undefined) return false;
    const mine = file.calls.filter(({ within }) => within === test.name || within === "");
    const asksSchema = mine.some(
      ({ name, text, positional }) =>
        name === "openapi" ||
        /openapi/i.test(text) ||
        textsIn({ kind: "list", items: positional }).some((word) => /openapi\.(?:json|ya?ml)$/.test(word)),
    );
    const compares = mine.some(({ name }) =>
      /^(?:toMatchSnapshot|toMatchInlineSnapshot|assert_match|toMatchObject|snapshot)$/.test(name),
    );
    const library = file.imports.some(({ module }) =>
      /^(?:schemathesis|pact|@pact-foundation\/|syrupy|snapshottest|openapi_core)/.test(module),
    );
    const says = test.assertions.some(({ mentions }) => mentions.some((word) => /snapshot|openapi/i.test(word)));
    return asksSchema || library || (compares && test.reaches.length > 0) || says;
  });
  const commands =
    /^(?:oasdiff|openapi-diff|optic diff|buf breaking|schemathesis run|st run|pact-verifier|dredd|specmatic|npx (?:optic|dredd|openapi-diff))\b/;
  return [
    ...inTests.map((test) => testEvidence(test, told)),
    ...runsOf(project, commands).map((run) => runEvidence(run, told)),
    ...actionsOf(project, /oasdiff|buf-breaking|bufbuild\/buf-action|schemathesis|openapi-diff/i).map((action) =>
      runEvidence(action, told),
    ),
  ];
}
