import { applying, isMetric, predicting, scoring } from "../../knowledge/metrics.js";
import { isLightningTrainer } from "../../knowledge/watching.js";
import { givenArguments } from "../code/given-arguments.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { argument, type Entity } from "../values.js";
import { receiversOf, rowsGiven, type RawUse } from "./data-use.js";
import { isTransformer } from "./estimators.js";
import { isTrainerObject } from "./fit-uses.js";
import { helperOutOfSight } from "./helpers-out-of-sight.js";
import { loopScores } from "./loop-uses.js";
import { rolesIn } from "./roles.js";

/** The uses that something fitted is applied to, that something is predicted for, or a score is worked out on. */
export function scoreUses(model: Model): readonly RawUse[] {
  const found: RawUse[] = [];
  for (const event of model.allCalls) found.push(...usesOfCall(model, event));
  return [...found, ...loopScores(model)];
}

function usesOfCall(model: Model, event: CallEvent): readonly RawUse[] {
  const { path, method, callee } = event;
  if (callee?.kind === "closure" && event.entered) return [];
  if (path !== undefined && isMetric(path)) return eachArgument(event);
  const models = receiversOf(event);
  const kind = method === undefined ? undefined : kindOf(method, models);
  if (kind !== undefined) {
    const rows = rowsGiven(event, 0, "X", "x", "data", "eval_dataset", "test_dataset");
    if (rows === undefined) return method === "evaluate" ? evaluatedByDefault(model, event) : [];
    return [{ kind, event, models, ...rows, target: argument(event.args, 1, "y") }];
  }
  if (method !== undefined && models[0]?.type !== undefined && isLightningTrainer(models[0].type)) {
    if (method !== "test" && method !== "validate") return [];
    const rows = rowsGiven(event, 1, "dataloaders", "test_dataloaders", "val_dataloaders");
    return rows === undefined ? [] : [{ kind: "score", event, models, ...rows }];
  }
  return helperOutOfSight(event) === "score"
    ? eachArgument(event).filter(({ data }) => rolesIn(model, data).length > 0)
    : [];
}

function kindOf(method: string, models: readonly Entity[]): RawUse["kind"] | undefined {
  if (scoring.has(method)) return "score";
  if (predicting.has(method) || method === "predict_generator") return "predict";
  // A frame's `transform` applies nothing that was fitted.
  const isFitted = (object: Entity): boolean => object.methodsCalled.has("fit") || isTransformer(object);
  return applying.has(method) && method !== "fit_transform" && models.some(isFitted) ? "transform" : undefined;
}

/** `trainer.evaluate()` takes the data set that the trainer was made with. */
function evaluatedByDefault(model: Model, event: CallEvent): readonly RawUse[] {
  const [trainer] = receiversOf(event);
  if (trainer === undefined || !isTrainerObject(trainer)) return [];
  const made = model.allCalls.find(({ result }) => result === trainer);
  const rows = made === undefined ? undefined : rowsGiven(made, 4, "eval_dataset");
  if (rows === undefined) return [];
  const given = { expression: event.call, frame: event.frame };
  return [{ kind: "score", event, models: [trainer], data: rows.data, given }];
}

function eachArgument(event: CallEvent): readonly RawUse[] {
  return givenArguments(event).map(({ value, expression }) => ({
    kind: "score",
    event,
    models: [],
    data: value,
    given: { expression, frame: event.frame },
  }));
}
