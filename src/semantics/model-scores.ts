import { isSupervisedMetric, predicting, scoring } from "../knowledge/metrics.js";
import { happensInScript } from "./entry-point.js";
import { eventsOf, fitsIn, isPredictor } from "./fits.js";
import { lineageOf } from "./lineage.js";
import type { Model } from "./model.js";
import type { CallEvent } from "./run.js";
import type { Entity, Value } from "./values.js";
import { isBaselinePath } from "../knowledge/baselines.js";

/** The first score that a script works out of a model which it trains itself; undefined for libraries and inference code. */
export function firstScore(model: Model): CallEvent | undefined {
  const trained = new Set<Entity>();
  for (const { receiver, event, method } of fitsIn(model)) {
    if (/^(fit|partial_fit)$/.test(method) && isModel(receiver) && happensInScript(event)) trained.add(receiver);
  }
  const crossValidated = model.calls.find(
    (event) => event.path !== undefined && isCrossValidation.test(event.path) && happensInScript(event),
  );
  if (trained.size === 0) return crossValidated;
  const uses = eventsOf(model, (method) => predicting.has(method) || scoring.has(method)).filter(({ receiver }) =>
    trained.has(receiver),
  );
  const scores = uses
    .filter(
      ({ method, event }) =>
        scoring.has(method) &&
        (event.args.positional.length > 1 || event.args.named.has("y") || receiverIsKeras(event)),
    )
    .map(({ event }) => event);
  const predictions = new Set<Value>(
    uses.filter(({ method }) => predicting.has(method)).map(({ event }) => event.result),
  );
  const metric = model.calls.find(
    (event) =>
      event.path !== undefined &&
      isSupervisedMetric(event.path) &&
      happensInScript(event) &&
      usesAny(model, event, predictions),
  );
  const found = [...scores, metric, crossValidated].filter((event) => event !== undefined);
  const first = found
    .map((event) => ({ event, order: model.calls.indexOf(event) }))
    .sort((a, b) => a.order - b.order)[0];
  return first?.event;
}

const isCrossValidation = /^sklearn\.(model_selection|cross_validation)\.(cross_val_score|cross_validate)$/;

function isModel(receiver: Entity): boolean {
  const type = receiver.type ?? "";
  if (isBaselinePath(type) || /\.(cluster|mixture)\./.test(type)) return false;
  return isPredictor(receiver) || (type.startsWith("keras.") && receiver.methodsCalled.has("compile"));
}

function receiverIsKeras({ receiver }: CallEvent): boolean {
  return receiver?.kind === "entity" && (receiver.type ?? "").startsWith("keras.");
}

function usesAny(model: Model, { args }: CallEvent, values: ReadonlySet<Value>): boolean {
  return [...args.positional, ...args.named.values()].some((given) =>
    lineageOf(model, given).some(({ entity }) => values.has(entity)),
  );
}
