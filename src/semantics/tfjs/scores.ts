import { perModel } from "../code/per-model.js";
import { happensInScript } from "../code/entry-point.js";
import { isTestPath } from "../code/test-paths.js";
import { roleByName } from "../data/own-names.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { alternatives, type Value } from "../values.js";
import { isModelScored, isTfjsFit, tfjsFitsOf } from "./fits.js";
import { areSameRows, modelUses, type ModelUse } from "./model-uses.js";

/** A score on the rows that the model was trained on, in a file that scores it on no others. */
export interface ScriptTrainScore {
  readonly event: CallEvent;
  readonly fit: CallEvent;
}

export const scriptTrainScores = perModel((model): readonly ScriptTrainScore[] => {
  if (isTestPath(model.path)) return [];
  const uses = modelUses(model);
  return uses
    .filter((use) => use.kind === "fit" && isAboutRows(use) && !holdsOut(model, use))
    .flatMap((fit): readonly ScriptTrainScore[] => {
      const own = uses.filter((use) => use !== fit && use.kind !== "fit" && use.object === fit.object);
      if (own.length === 0 || own.some((use) => !areSameRows(model, use, fit)) || isHandedOn(model, fit)) return [];
      const score = own.find(({ kind }) => kind === "score")?.event ?? scoreOver(model, own);
      return score === undefined ? [] : [{ event: score, fit: fit.event }];
    });
});

/** Is the model scored on rows that it was not trained on, or on such that nobody in sight knows? */
export const isScoredOnOthers = perModel((model): boolean => {
  if (!isModelScored(model)) return false;
  const onTraining = new Set(scriptTrainScores(model).map(({ event }) => event.call));
  const scores = modelUses(model).filter(({ kind }) => kind === "score");
  return scores.length === 0 || scores.some(({ event }) => !onTraining.has(event.call));
});

/** Rows that a function is handed as its training part are scored elsewhere, too. */
function isAboutRows({ object, event, written }: ModelUse): boolean {
  if (object === undefined || written === undefined) return false;
  return !(event.frame.isRoot && roleByName(written) === "train");
}

function holdsOut(model: Model, { event }: ModelUse): boolean {
  return isTfjsFit(event) && tfjsFitsOf(model).some((fit) => fit.event.call === event.call && fit.validates !== false);
}

/** Whoever is handed the model may score it. */
function isHandedOn(model: Model, { object }: ModelUse): boolean {
  if (object === undefined) return true;
  const isIt = (value: Value): boolean => alternatives(value).includes(object);
  return (
    model.calls.some(
      ({ args, path, callee }) =>
        callee?.kind !== "closure" &&
        !/^(globals\.(console|JSON|Object|Array)|@tensorflow\/)/.test(path ?? "") &&
        args.positional.some(isIt),
    ) || model.returns.some(({ value }) => isIt(value))
  );
}

const judges = /(accuracy|score|precision|recall|f1|confusion|rmse|mse|mae|r2|error|compare|fromLabels)\w*$/i;

/** `accuracy(labels, model.predict(xs))`: what judges the answers, in a call of its own or by hand. */
function scoreOver(model: Model, predictions: readonly ModelUse[]): CallEvent | undefined {
  const answers = predictions.filter(({ kind }) => kind === "predict").map(({ event }) => event.result);
  return model.calls.find(({ path, method, call, args }) => {
    const { callee } = call;
    const name = path ?? method ?? (callee.kind === "Name" ? callee.id : "");
    return (
      judges.test(name) &&
      !/^globals\.(console|Math|JSON|Object|Array|Promise|Error)\b/.test(name) &&
      args.positional.some((value) => comesFrom(value, answers))
    );
  });
}

function comesFrom(value: Value, answers: readonly Value[], depth = 0): boolean {
  if (answers.includes(value)) return true;
  if (depth > 6 || value.kind !== "entity") return false;
  const { origin } = value;
  const receiver = origin.how === "call" ? alternatives(origin.receiver) : [];
  return [...value.from, ...receiver].some((part) => comesFrom(part, answers, depth + 1));
}

/** The first score that a script works out of a model that it trains. */
export const firstScriptScore = perModel((model): CallEvent | undefined => {
  if (isTestPath(model.path)) return undefined;
  const uses = modelUses(model).filter(({ event }) => happensInScript(event));
  const trained = new Set(uses.flatMap(({ kind, object }) => (kind === "fit" && object !== undefined ? [object] : [])));
  const scored = uses.filter(({ kind, object }) => kind !== "fit" && object !== undefined && trained.has(object));
  const scores = scored.filter(({ kind }) => kind === "score");
  // Two models that are scored are compared with each other.
  if (new Set(scores.map(({ object }) => object)).size > 1) return undefined;
  return scores[0]?.event ?? (scored.length === 0 ? undefined : scoreOver(model, scored));
});
