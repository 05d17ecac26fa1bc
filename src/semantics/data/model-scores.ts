import { isBaselinePath } from "../../knowledge/baselines.js";
import { boosterTraining, isLightningTrainer } from "../../knowledge/watching.js";
import { happensInScript, trainsAsScript } from "../code/entry-point.js";
import { isEvaluation } from "../torch/evaluation.js";
import { forwardPasses, isTrained } from "../torch/forward-passes.js";
import { ancestors } from "../torch/graph.js";
import type { ObjectUse } from "./data-use.js";
import { isTrainable } from "./estimators.js";
import { judgedBy, metricsOver } from "./judgements.js";
import type { Model } from "../model.js";
import type { CallEvent } from "../follow/run.js";
import type { Entity, Value } from "../values.js";
import { isFit, isInFile, usesByObjects, usesOfData } from "./uses.js";

/** The first score that a script works out of a model which it trains itself; undefined for libraries and inference code. */
export function firstScore(model: Model): CallEvent | undefined {
  const scores = new Set([...fittedScores(model), ...networkScores(model)]);
  return model.calls.find((event) => scores.has(event));
}

/** Scores of models with a `fit`, and of boosters. */
function fittedScores(model: Model): readonly CallEvent[] {
  const uses = usesByObjects(model).filter(({ use }) => isInFile(model, use));
  const trained = new Set(uses.filter(trainsInScript).map(({ object }) => object));
  const own = uses.filter(
    ({ object, use }) => trained.has(searched(object)) || (isBooster(object) && happensInScript(use.event)),
  );
  return [
    ...usesOfData(model)
      .filter(({ kind }) => kind === "validate")
      .map(({ event }) => event)
      .filter(happensInScript),
    ...uses.filter(isTrainerTest).map(({ use }) => use.event),
    ...own.filter(isOwnScore).map(({ use }) => use.event),
    ...metricsOver(
      model,
      own.map(({ use }) => use),
    ).filter(happensInScript),
  ];
}

function trainsInScript({ object, use }: ObjectUse): boolean {
  return (
    isFit(use) &&
    /^(fit|partial_fit)$/.test(use.event.method ?? "") &&
    isTrainable(object) &&
    !isBaselinePath(object.type ?? "") &&
    happensInScript(use.event)
  );
}

/** Lightning's `trainer.test(model, loader)`, after its `fit`. */
function isTrainerTest({ object, use: { event } }: ObjectUse): boolean {
  return (
    event.method === "test" &&
    isLightningTrainer(object.type ?? "") &&
    object.methodsCalled.has("fit") &&
    happensInScript(event)
  );
}

/** `search.best_estimator_` is trained when the search is. */
function searched(object: Entity): Entity {
  const { origin } = object;
  return origin.how === "attribute" && origin.name === "best_estimator_" && origin.of.kind === "entity"
    ? origin.of
    : object;
}

/** What `xgboost.train` hands back has been trained. */
function isBooster({ origin }: Entity): boolean {
  return origin.how === "call" && boosterTraining.has(origin.path ?? "");
}

function isOwnScore({ object, use: { kind, target } }: ObjectUse): boolean {
  return kind === "score" && (target !== undefined || object.type?.startsWith("keras.") === true);
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
