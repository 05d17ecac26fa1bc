import { loadsModel } from "../../knowledge/model-loaders.js";
import { eachElement } from "../../knowledge/script-globals.js";
import type { Call } from "../../syntax/expressions.js";
import { frames, loops } from "../code/frames.js";
import { perModel } from "../code/per-model.js";
import { functionsAround, surroundingsOf } from "../code/surroundings.js";
import { isTestPath } from "../code/test-paths.js";
import { uniqueBy } from "../code/unique.js";
import { isUnitTestFile } from "../code/unit-tests.js";
import { eachStatementInScope, pushExpressions, pushParts } from "../code/visit.js";
import type { CallEvent, LoopFrame } from "../follow/run.js";
import type { Model } from "../model.js";
import { handedTo } from "../tfjs/making.js";
import { isKeptForLater, type Step } from "./caches.js";
import { isPythonHandler } from "./python-handlers.js";
import { isDrawnByReact } from "./react-render.js";
import { isScriptHandler } from "./script-handlers.js";

/** A model that is read anew each time that something is asked of it. */
export interface RepeatedLoad {
  readonly call: Call;
  readonly where: "request" | "loop" | "render";
}

export const repeatedLoads = perModel((model): readonly RepeatedLoad[] => {
  if (isTestPath(model.path) || isUnitTestFile(model.form)) return [];
  const found = model.calls.flatMap((event): readonly RepeatedLoad[] => {
    const where = isLoad(model, event) ? whereOf(model, event) : undefined;
    return where === undefined ? [] : [{ call: event.call, where }];
  });
  return uniqueBy(found, ({ call }) => call);
});

function isLoad(model: Model, { path, call, args }: CallEvent): boolean {
  if (path === undefined) return false;
  if (path === "lightgbm.Booster") return args.named.has("model_file") || args.named.has("model_str");
  // Anything may lie in a pickle: here its name says that it is a model.
  if (/^(pickle|dill)\.loads?$/.test(path)) {
    const statement = surroundingsOf(model.form).statements.get(call);
    const target = statement?.kind === "Assign" ? statement.targets[0] : undefined;
    return /model|clf|classifier|regressor|estimator|pipeline/i.test(model.text(target ?? call));
  }
  return loadsModel(path);
}

function whereOf(model: Model, event: CallEvent): RepeatedLoad["where"] | undefined {
  const steps = stepsTo(event);
  if (steps !== undefined)
    return isKeptForLater(steps) || isReload(steps) || isPutIntoOther(model, event, steps) ? undefined : "request";
  if (model.form.language !== "typescript") return undefined;
  if (isDrawnByReact(model, event)) return "render";
  return isLoadedInTurns(event) ? "loop" : undefined;
}

/** The calls from the load up to the one in the handler; undefined where no handler is on the way. */
function stepsTo(event: CallEvent): readonly Step[] | undefined {
  const steps: Step[] = [];
  let { call } = event;
  for (const { closure, unit, call: from } of frames(event.frame)) {
    const module = unit.form;
    const form = surroundingsOf(module).functions.get(call) ?? closure?.form;
    steps.push({ call, module, form });
    if (module.language === "typescript") {
      for (const around of functionsAround(surroundingsOf(module), call))
        if (isScriptHandler(module, unit.path, around)) return steps;
    } else if (closure !== undefined && isPythonHandler(closure)) return steps;
    if (from === undefined) return undefined;
    call = from;
  }
  return undefined;
}

/** A route by which the model is changed on purpose: what it loads is put where the others find it. */
function isReload(steps: readonly Step[]): boolean {
  return steps.some(({ form, module, call }) => {
    if (form === undefined) return false;
    const route = form.decorators.map(({ start, end }) => module.text.slice(start, end)).join(" ");
    const statement = surroundingsOf(module).statements.get(call);
    const handed = [...handedTo(module, call)].map(({ args }) => args[0]?.value);
    const paths = handed.map((path) => (path?.kind === "Literal" ? String(path.value) : ""));
    const isSaid = /reload|refresh|update|swap|activate|switch|deploy|warm|init|start_?up|retrain|load[_-]?model/i.test(
      [form.name ?? "", route, ...paths].join(" "),
    );
    return isSaid && statement?.kind === "Assign";
  });
}

/** Weights that a model gets which was there before: the request is to give it these. */
function isPutIntoOther(model: Model, { result }: CallEvent, steps: readonly Step[]): boolean {
  return model.allCalls.some(({ method, args, receiver }) => {
    if (method !== "load_state_dict" || args.positional[0] !== result || receiver?.kind !== "entity") return false;
    const { site } = receiver;
    return site !== undefined && !steps.some(({ form }) => form && form.start <= site.start && site.end <= form.end);
  });
}

/** In a loop over something else than the models that are loaded. */
function isLoadedInTurns(event: CallEvent): boolean {
  const { call, unit } = event;
  const step = (): Step => ({ call, module: unit.form, form: surroundingsOf(unit.form).functions.get(call) });
  for (const loop of loops(event.loops)) {
    if (loop.loop.test?.kind === "Literal" || isLeft(loop) || dependsOn(event, loop)) continue;
    return !isKeptForLater([step()]);
  }
  const [to] = handedTo(unit.form, call);
  if (to?.callee.kind !== "Attribute" || !eachElement.has(to.callee.name) || isKeptForLater([step()])) return false;
  const [given] = to.args;
  const params = given?.value.kind === "FunctionExpression" ? given.value.function.params : [];
  return params.length > 0 && params.every(({ name }) => name !== "" && !mentions(call, new Set([name])));
}

/** A loop that tries until something works goes on after it only where it failed. */
function isLeft({ loop }: LoopFrame): boolean {
  let found = false;
  eachStatementInScope(loop.body, ({ kind }) => {
    found ||= kind === "Jump" || kind === "Return" || kind === "Try";
  });
  return found;
}

/** Is what is loaded named by the turn? */
function dependsOn({ call, args }: CallEvent, { loop, firstId }: LoopFrame): boolean {
  const names = new Set<string>();
  const roots = loop.target === undefined ? [] : [loop.target];
  eachStatementInScope(loop.body, (statement) => {
    if (statement.kind === "Assign") roots.push(...statement.targets);
  });
  for (let next = roots.pop(); next !== undefined; next = roots.pop()) {
    if (next.kind === "Name") names.add(next.id);
    pushParts(next, roots);
  }
  return (
    mentions(call, names) ||
    args.positional.some((value) => value.kind === "entity" && value.origin.how !== "container" && value.id >= firstId)
  );
}

function mentions(call: Call, names: ReadonlySet<string>): boolean {
  const pending = call.args.map(({ value }) => value);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === "Name" && names.has(next.id)) return true;
    if (next.kind === "FunctionExpression")
      for (const statement of next.function.body) pushExpressions(statement, pending);
    pushParts(next, pending);
  }
  return false;
}
