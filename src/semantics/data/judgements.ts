import { isMetric } from "../../knowledge/metrics.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import type { Value } from "../values.js";
import type { DataUse } from "./data-use.js";
import { lineageOf } from "./lineage.js";

/** The calls of the file that judge what some uses predicted: metrics, and right answers that are counted by hand. */
export function metricsOver(model: Model, uses: readonly DataUse[]): readonly CallEvent[] {
  const predictions = new Set<Value>(uses.filter(({ kind }) => kind === "predict").map(({ event }) => event.result));
  if (predictions.size === 0) return [];
  return model.calls.filter((event) =>
    judgedBy(event).some((given) => lineageOf(model, given).some(({ entity }) => predictions.has(entity))),
  );
}

/** What a call measures, when it is a metric or counts right answers. */
export function judgedBy(event: CallEvent): readonly Value[] {
  const { args, path } = event;
  const measures = path !== undefined && isMetric(path);
  return measures ? [...args.positional, ...args.named.values()] : countedAnswers(event);
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
