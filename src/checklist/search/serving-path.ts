import { textsOf } from "../../engine/checklist-config.js";
import { matchesGlobs } from "../../engine/globs.js";
import type { CallFact, CodeFile, FactValue, FunctionFact } from "../../project/facts/code-facts.js";
import { onceFor } from "../../project/facts/once-for.js";
import { isMetric } from "../../knowledge/metrics.js";
import type { ChecklistProject } from "../project.js";
import { commandSwitches, functionsOf, leadingTo, leadsTo, nodeOf } from "./call-graph.js";
import type { FoundCall } from "./code-evidence.js";
import { predictionCalls, type PredictRoute, predictRoutes } from "./predict-routes.js";

/** What a request for a prediction comes by. */
export interface ServingPath {
  readonly routes: readonly PredictRoute[];
  /** Functions as `path#name`, the middleware of the service among them. */
  readonly functions: ReadonlySet<string>;
  /** All calls in these functions, and those of decorators of the routes. */
  readonly calls: readonly FoundCall[];
}

type Source = Pick<ChecklistProject, "code" | "config" | "profile">;

/** The way of a request through the product's code, as far as calls show it. */
export const servingPath: (project: Source) => ServingPath = onceFor((project: Source) => {
  const { code, config, profile } = project;
  const routes = predictRoutes(project);
  const globs = textsOf(config, "serving.paths");
  const { serving, training } = profile.facts;
  const places = new Set(serving.places.map(({ path }) => path));
  // Where no route was found, all of the files that serve may be on the way.
  const isServing = ({ path }: CodeFile): boolean =>
    globs.length > 0 ? matchesGlobs(globs, path) : routes.length === 0 && places.has(path);
  const source = code.filter(({ role }) => role === "source");
  const files = new Set(routes.map(({ file }) => file.path));
  const starts = [
    ...routes.flatMap(({ file, handler }) => handlerNodes(file, handler)),
    ...source.filter(isServing).flatMap(({ path, functions }) => functions.map(({ name }) => nodeOf(path, name))),
    ...(routes.length === 0 && globs.length === 0 ? scoringNodes(project, training.places) : []),
    ...source.filter(({ path }) => files.has(path) || isServingFolder(path, files)).flatMap(middlewareOf),
  ];
  const functions = leadsTo(project, starts);
  const calls = source.flatMap((file) =>
    mayServe(file, functions, files)
      ? file.calls
          .filter(
            (call) =>
              (call.within !== "" && functions.has(nodeOf(file.path, call.within))) || decorates(call, file, routes),
          )
          .map((call) => ({ file, call }))
      : [],
  );
  return { routes, functions, calls };
});

/** Is anything of a file on the way? In most files nothing is. */
function mayServe(file: CodeFile, functions: ReadonlySet<string>, ofRoutes: ReadonlySet<string>): boolean {
  return ofRoutes.has(file.path) || [...functionsOf(file).keys()].some((node) => functions.has(node));
}

function handlerNodes(file: CodeFile, handler: FunctionFact | undefined): readonly string[] {
  if (handler === undefined) return [];
  // `Depends(check)` runs before the handler, and a parameter's class checks what it is given.
  const depended = handler.params.flatMap(({ default: value }) => (value === undefined ? [] : targetsIn(value)));
  return [nodeOf(file.path, handler.name), ...depended];
}

function targetsIn(value: FactValue): readonly string[] {
  if (value.kind === "symbol") return value.target === undefined ? [] : [value.target];
  return value.kind === "call" ? [...value.positional, ...Object.values(value.named)].flatMap(targetsIn) : [];
}

/** What predicts without a route, and neither trains nor compares with the truth: a job that scores. */
function scoringNodes(project: Source, training: readonly { readonly path: string }[]): readonly string[] {
  const trains = new Set(training.map(({ path }) => path));
  const isSource = new Set(project.code.filter(({ role }) => role === "source").map(({ path }) => path));
  const predicting = predictionCalls(project.code)
    .filter(({ file, call }) => !trains.has(file.path) && !evaluatesIn(file, call.within))
    .map(({ file, call }) => nodeOf(file.path, call.within));
  const isServed = (node: string): boolean => {
    const path = node.slice(0, node.indexOf("#"));
    return isSource.has(path) && !trains.has(path) && !node.endsWith("#");
  };
  return [...leadingTo(project, predicting, commandSwitches(project.code))].filter(isServed);
}

function evaluatesIn({ calls }: CodeFile, within: string): boolean {
  return calls.some((call) => call.within === within && isMetric(call.path ?? ""));
}

/** The folder of a service holds its middleware as well. */
function isServingFolder(path: string, files: ReadonlySet<string>): boolean {
  const folder = (of: string): string => of.slice(0, of.lastIndexOf("/") + 1);
  return [...files].some((file) => folder(file) === folder(path));
}

function middlewareOf({ path, functions, classes }: CodeFile): readonly string[] {
  const hooks = functions.filter(({ decorators }) => decorators.some(({ name }) => hookNames.test(name)));
  const layers = classes.filter(({ bases }) => bases.some((base) => /Middleware$/.test(base)));
  return [
    ...hooks.map(({ name }) => nodeOf(path, name)),
    ...layers.flatMap(({ name, methods }) => methods.map((method) => nodeOf(path, `${name}.${method}`))),
  ];
}

const hookNames = /^(?:middleware|before_request|after_request|exception_handler|errorhandler|teardown_request)$/;

function decorates(call: CallFact, file: CodeFile, routes: readonly PredictRoute[]): boolean {
  return routes.some(
    ({ file: { path }, handler }) =>
      path === file.path &&
      handler?.decorators.some(({ text, name }) => text === call.text && name === call.name) === true &&
      call.line < handler.endLine &&
      call.line >= handler.line - handler.decorators.length - 3,
  );
}
