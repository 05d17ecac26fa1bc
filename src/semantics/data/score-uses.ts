import { isSupervisedMetric, predicting, scoring } from "../../knowledge/metrics.js";
import { isLightningTrainer } from "../../knowledge/watching.js";
import { givenArguments, givenAs } from "../code/given-arguments.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { isTrainerObject, onlyObject } from "./fit-uses.js";
import { helperOutOfSight } from "./helpers-out-of-sight.js";
import { loopScores } from "./loop-uses.js";
import { rolesIn } from "./roles.js";
import type { RawUse } from "./data-use.js";

/** The uses that something is predicted for, or a score is worked out on. */
export function scoreUses(model: Model): readonly RawUse[] {
  const found: RawUse[] = [];
  for (const event of model.allCalls) found.push(...usesOfCall(model, event));
  return [...found, ...loopScores(model)];
}

function usesOfCall(model: Model, event: CallEvent): readonly RawUse[] {
  const { path, method, callee } = event;
  if (callee?.kind === "closure" && event.entered) return [];
  if (path !== undefined && isMetric(path)) return eachArgument(event, "score");
  const scored = onlyObject(event.receiver);
  const kind = method === undefined ? undefined : scoring.has(method) ? "score" : predictedBy(method);
  if (kind !== undefined) {
    const given = givenAs(event, 0, "X", "x", "data", "eval_dataset", "test_dataset");
    if (given === undefined) return method === "evaluate" ? evaluatedByDefault(model, event) : [];
    return [use(event, kind, scored, given)];
  }
  if (method !== undefined && scored?.type !== undefined && isLightningTrainer(scored.type)) {
    if (method !== "test" && method !== "validate") return [];
    const given = givenAs(event, 1, "dataloaders", "test_dataloaders", "val_dataloaders");
    return given === undefined ? [] : [use(event, "score", scored, given)];
  }
  return helperOutOfSight(event) === "score"
    ? eachArgument(event, "score").filter(({ data }) => rolesIn(model, data).length > 0)
    : [];
}

/** `trainer.evaluate()` takes the data set that the trainer was made with. */
function evaluatedByDefault(model: Model, event: CallEvent): readonly RawUse[] {
  const trainer = onlyObject(event.receiver);
  if (trainer === undefined || !isTrainerObject(trainer)) return [];
  const made = model.allCalls.find(({ result }) => result === trainer);
  const given = made === undefined ? undefined : givenAs(made, 4, "eval_dataset");
  return given === undefined ? [] : [use(event, "score", trainer, { value: given.value, expression: event.call })];
}

function use(
  event: CallEvent,
  kind: "predict" | "score",
  scored: RawUse["model"],
  given: NonNullable<ReturnType<typeof givenAs>>,
): RawUse {
  return { kind, event, model: scored, data: given.value, given: { expression: given.expression, frame: event.frame } };
}

function eachArgument(event: CallEvent, kind: "predict" | "score"): readonly RawUse[] {
  return givenArguments(event).map((given) => use(event, kind, undefined, given));
}

function predictedBy(method: string): "predict" | undefined {
  return predicting.has(method) || method === "predict_generator" ? "predict" : undefined;
}

function isMetric(path: string): boolean {
  return isSupervisedMetric(path) || /^torchmetrics\.(\w+\.)*\w+$/.test(path);
}
