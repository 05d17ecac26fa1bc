import { isBaselinePath } from "../../knowledge/baselines.js";
import { isSupervisedMetric, predicting, scoring } from "../../knowledge/metrics.js";
import { happensInScript, trainsAsScript } from "../code/entry-point.js";
import { isEvaluation } from "../torch/evaluation.js";
import { eventsOf, fitsIn, isPredictor, type FitEvent } from "./fits.js";
import { forwardPasses, isTrained } from "../torch/forward-passes.js";
import { ancestors } from "../torch/graph.js";
import { lineageOf } from "./lineage.js";
import type { Model } from "../model.js";
import type { CallEvent } from "../follow/run.js";
import type { Entity, Value } from "../values.js";

/** The first score that a script works out of a model which it trains itself; undefined for libraries and inference code. */
export function firstScore(model: Model): CallEvent | undefined {
  const scores = new Set([...fittedScores(model), ...networkScores(model)]);
  return model.calls.find((event) => scores.has(event));
}

/** Scores of models with a `fit`, and of boosters. */
function fittedScores(model: Model): readonly CallEvent[] {
  const inScript = model.calls.filter(happensInScript);
  const byItself = inScript.filter((event) => isCrossValidation(event) || isTrainerTest(event));
  const uses = usesOfTrained(model);
  const own = uses.filter(isOwnScore).map(({ event }) => event);
  const predictions = new Set<Value>(
    uses.filter(({ method }) => predicting.has(method)).map(({ event }) => event.result),
  );
  if (predictions.size === 0) return [...byItself, ...own];
  const metrics = inScript.filter((event) => usesAny(model, judgedBy(event), predictions));
  return [...byItself, ...own, ...metrics];
}

function isCrossValidation({ path }: CallEvent): boolean {
  return (
    path !== undefined && /^sklearn\.(model_selection|cross_validation)\.(cross_val_score|cross_validate)$/.test(path)
  );
}

/** Lightning's `trainer.test(model, loader)`, after its `fit`. */
function isTrainerTest({ path, receiver }: CallEvent): boolean {
  if (receiver?.kind !== "entity" || !receiver.methodsCalled.has("fit")) return false;
  return path !== undefined && /^pytorch_lightning\.(\w+\.)*Trainer\.test$/.test(path);
}

/** Predictions and scores of models that the script fits. */
function usesOfTrained(model: Model): readonly FitEvent[] {
  const trained = new Set<Entity>();
  for (const { receiver, event, method } of fitsIn(model)) {
    if (/^(fit|partial_fit)$/.test(method) && isModel(receiver) && happensInScript(event)) trained.add(receiver);
  }
  return eventsOf(model, (method) => predicting.has(method) || scoring.has(method)).filter(
    ({ receiver, event }) => trained.has(searched(receiver)) || (isBooster(receiver) && happensInScript(event)),
  );
}

function isModel(receiver: Entity): boolean {
  const type = receiver.type ?? "";
  if (isBaselinePath(type) || /\.(cluster|mixture)\./.test(type)) return false;
  return isPredictor(receiver) || (type.startsWith("keras.") && receiver.methodsCalled.has("compile"));
}

/** `search.best_estimator_` is trained when the search is. */
function searched(receiver: Entity): Entity {
  const { origin } = receiver;
  return origin.how === "attribute" && origin.name === "best_estimator_" && origin.of.kind === "entity"
    ? origin.of
    : receiver;
}

/** What `xgboost.train` hands back has been trained. */
function isBooster({ origin }: Entity): boolean {
  return origin.how === "call" && /^(xgboost|lightgbm|catboost)\.train$/.test(origin.path ?? "");
}

function isOwnScore({ method, receiver, event: { args } }: FitEvent): boolean {
  const isKeras = receiver.type?.startsWith("keras.") ?? false;
  return scoring.has(method) && (args.positional.length > 1 || args.named.has("y") || isKeras);
}

/** What a call measures, when it is a metric or counts right answers. */
function judgedBy(event: CallEvent): readonly Value[] {
  const { args } = event;
  return isMetric(event) ? [...args.positional, ...args.named.values()] : countedAnswers(event);
}

function usesAny(model: Model, judged: readonly Value[], values: ReadonlySet<Value>): boolean {
  return judged.some((given) =>
    [given, ...(given.kind === "entity" && given.origin.how === "operation" ? given.from : [])].some((part) =>
      lineageOf(model, part).some(({ entity }) => values.has(entity)),
    ),
  );
}

/** Scores of a torch network that the script trains: a metric, or answers counted by hand, over passes that evaluate. */
function networkScores(model: Model): readonly CallEvent[] {
  if (!model.uses("torch") || !trainsAsScript(model)) return [];
  const outputs = new Set<Value>();
  for (const pass of forwardPasses(model)) {
    if (happensInScript(pass.event) && isEvaluation(model, pass) && isTrained(model, pass.module))
      outputs.add(pass.event.result);
  }
  if (outputs.size === 0) return [];
  return model.calls.filter((event) => {
    if (!happensInScript(event)) return false;
    const judged = judgedBy(event);
    return judged.length > 0 && [...ancestors(model, judged)].some((entity) => outputs.has(entity));
  });
}

function isMetric({ path }: CallEvent): boolean {
  if (path === undefined) return false;
  return isSupervisedMetric(path) || /^torchmetrics\.(\w+\.)*\w+$/.test(path);
}

/** `(guess == target).sum()`, `guess.eq(target).float().mean()`, `np.mean(guess == target)`, `np.mean((guess - target) ** 2)`. */
function countedAnswers({ method, receiver, path, args }: CallEvent): readonly Value[] {
  const given = [...args.positional, ...(receiver === undefined ? [] : [receiver])];
  if (path === "torch.eq" || method === "eq") return given;
  const counts =
    path !== undefined ? countingFunctions.has(path) : method !== undefined && countingMethods.test(method);
  return counts ? given.filter(isComparison) : [];
}

const countingFunctions = new Set([
  "numpy.mean",
  "numpy.sum",
  "numpy.average",
  "builtins.sum",
  "torch.sum",
  "torch.mean",
]);
const countingMethods = /^(sum|mean|float|item|type|int|long|double|astype|numpy|cpu)$/;

function isComparison(value: Value): boolean {
  return value.kind === "entity" && value.origin.how === "operation" && /^(==|\*\*)$/.test(value.origin.operator);
}
