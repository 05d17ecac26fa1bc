import { textsOf } from "../../engine/checklist-config.js";
import type { CallFact, CalleeFact, CodeFile, FactValue, FunctionFact } from "../../project/facts/code-facts.js";
import { onceFor } from "../../project/facts/once-for.js";
import { callGraph } from "../../project/facts/wire.js";
import type { ChecklistProject } from "../project.js";
import { callSearch } from "./code-evidence.js";

/** A way in from outside that comes to a prediction. */
export interface PredictRoute {
  readonly file: CodeFile;
  readonly line: number;
  /** `/predict`, or the name of the method for a server that has no routes. */
  readonly route: string;
  /** What answers it; undefined where it is defined elsewhere. */
  readonly handler: FunctionFact | undefined;
  /** The decorator, or the call that adds it. */
  readonly declared: CalleeFact | undefined;
  /** A framework whose routes have a type by themselves, as gRPC's, or an open one such as Flask. */
  readonly kind: "web" | "typed";
}

type RouteSearch = Pick<ChecklistProject, "code" | "config">;

/** The routes that predict, in order: what leads to a prediction, or is called so and is no GET, or the team says so. */
export function predictRoutes(project: RouteSearch): readonly PredictRoute[] {
  const said = textsOf(project.config, "serving.routes");
  const predicting = predictingFunctions(project.code);
  return allRoutes(project.code).filter((route) => {
    if (said.length > 0 && route.kind === "web") return said.includes(route.route);
    if (/health|ready|live|ping|metrics|docs|openapi/i.test(route.route)) return false;
    // Who is recommended what is asked for by a GET; other results are listed so.
    const words = route.declared?.name === "get" ? /recommend/i : predictWords;
    const isNamed = words.test(route.route);
    return isNamed || leadsToPrediction(route, predicting);
  });
}

const allRoutes = onceFor((code: readonly CodeFile[]) =>
  code.flatMap((file) => (file.role === "source" && mayRoute(file) ? routesIn(file, code) : [])),
);

/** Does anything in a file look like a route? Which function answers may be for other files to say. */
const mayRoute = onceFor(
  ({ functions, calls, classes }: CodeFile) =>
    functions.some(({ decorators }) => decorators.length > 0) ||
    calls.some(({ name, text }) => routers.test(name) && text.includes(".")) ||
    classes.some(({ bases }) => bases.length > 0),
);
const routers = /^(?:add_api_route|add_url_rule|add_route|post|put|all|route)$/;

/** The calls in the text of a route's handler, functions in it included. */
export function callsInHandler({ file, handler }: Pick<PredictRoute, "file" | "handler">): readonly CallFact[] {
  if (handler === undefined) return [];
  return file.calls.filter(({ line }) => line >= handler.line && line <= handler.endLine);
}

export function isPrediction({ name, path = "", text }: Pick<CallFact, "name" | "path" | "text">): boolean {
  if (predictionNames.test(name)) return true;
  if (predictionPaths.test(path)) return true;
  return name === "run" && /sess|onnx|runtime/i.test(text);
}

const predictWords =
  /predict|infer|score|classif|generat|complet|chat|embed|detect|recommend|rank|forecast|answer|transcrib|segment|translate/i;
const predictionNames =
  /^(?:predict\w*|infer|inference|generate(?!_)|forecast|recommend|generate_content|predictOnBatch|executeAsync)$/;
const predictionPaths =
  /^(?:openai|anthropic|litellm|cohere|mistralai|ollama|google\.genai|vertexai|langchain\w*)\..*(?:create|generate\w*|completion|chat|invoke|parse)$|^transformers\.pipeline|InferenceSession.*\.run$|\.__call__$/;

/** Of functions of the project, as `path#name`, those that lead to a prediction. Top levels are left out: they lead anywhere. */
const predictingFunctions = onceFor((code: readonly CodeFile[]): ReadonlySet<string> => {
  const callers = new Map<string, string[]>();
  for (const [from, targets] of callGraph(code)) {
    if (from.endsWith("#")) continue;
    for (const target of targets) {
      const others = callers.get(target);
      if (others === undefined) callers.set(target, [from]);
      else others.push(from);
    }
  }
  const found = new Set<string>();
  for (const { file, call } of predictionCalls(code)) found.add(`${file.path}#${call.within}`);
  for (const node of found) {
    if (!node.endsWith("#")) for (const caller of callers.get(node) ?? []) found.add(caller);
  }
  return found;
});

/** Calls that predict, in functions of the product. */
export const predictionCalls = callSearch((call) => call.within !== "" && isPrediction(call));

function leadsToPrediction(route: PredictRoute, predicting: ReadonlySet<string>): boolean {
  const { file, handler } = route;
  if (handler !== undefined && handler.name !== "<lambda>" && predicting.has(`${file.path}#${handler.name}`))
    return true;
  return callsInHandler(route).some(
    (call) => isPrediction(call) || (call.target !== undefined && predicting.has(call.target)),
  );
}

function routesIn(file: CodeFile, code: readonly CodeFile[]): readonly PredictRoute[] {
  const { functions, classes, calls } = file;
  const decorated = functions.flatMap((handler) =>
    handler.decorators.flatMap((declared): readonly PredictRoute[] => {
      const isRoute = /^(?:get|post|put|patch|route|websocket|api_route|api)$/.test(declared.name);
      if (!isRoute || !(declared.text.includes(".") || declared.name === "api_route")) return [];
      const kind = declared.path?.startsWith("bentoml.") === true ? "typed" : "web";
      return [{ file, line: handler.line, route: routeOf(declared) ?? handler.name, handler, declared, kind }];
    }),
  );
  const added = calls.flatMap((declared): readonly PredictRoute[] => {
    if (!routers.test(declared.name)) return [];
    const route = routeOf(declared);
    if (route === undefined || !declared.text.includes(".") || !/app|router|server|api|fastify/i.test(declared.text))
      return [];
    const named = [...declared.positional, ...Object.values(declared.named)].findLast(isOwn);
    const place = named === undefined ? lambdaOf(file, declared) : definitionOf(named, code);
    if (place === undefined && file.language === "python") return [];
    const owner = place?.file ?? file;
    return [{ file: owner, line: declared.line, route, handler: place?.handler, declared, kind: "web" }];
  });
  const servers = classes.flatMap(({ name, bases, methods, line }): readonly PredictRoute[] => {
    if (!bases.some((base) => serverBases.test(base))) return [];
    return methods.flatMap((method) => {
      if (!predictWords.test(method)) return [];
      const handler = functions.find((one) => one.name === `${name}.${method}`);
      return [
        {
          file,
          line: handler?.line ?? line,
          route: `${name}.${method}`,
          handler,
          declared: undefined,
          kind: "typed" as const,
        },
      ];
    });
  });
  return [...decorated, ...added, ...servers];
}

const serverBases = /Servicer$|(?:^|\.)LitAPI$|(?:^|\.)MLModel$|^kserve\.|(?:^|\.)TritonPythonModel$/;

function routeOf({ positional, named }: CalleeFact): string | undefined {
  const route = positional[0] ?? named.path ?? named.rule;
  return route?.kind === "literal" && typeof route.value === "string" ? route.value : undefined;
}

function isOwn(value: FactValue): boolean {
  return value.kind === "symbol" && value.target !== undefined;
}

interface Definition {
  readonly file: CodeFile;
  readonly handler: FunctionFact;
}

function definitionOf(value: FactValue, code: readonly CodeFile[]): Definition | undefined {
  const [path, name] = (value.kind === "symbol" ? (value.target ?? "") : "").split("#");
  const file = code.find((one) => one.path === path);
  const handler = file?.functions.find((one) => one.name === name);
  return file === undefined || handler === undefined ? undefined : { file, handler };
}

/** A function that is written where the route is added. */
function lambdaOf(file: CodeFile, { line }: CalleeFact & { readonly line?: number }): Definition | undefined {
  const handler = file.functions.find(
    (one) => one.name.includes("<lambda>") && one.line >= (line ?? 0) && one.line <= (line ?? 0) + 3,
  );
  return handler && { file, handler };
}
