import type { Expression } from "../../syntax/expressions.js";
import { isLossType, isModuleType } from "../../knowledge/torch.js";
import { isTransformer } from "./estimators.js";
import { isModuleClass } from "../follow/modes.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { argument, type Entity, type Value } from "../values.js";
import { orderOf } from "../code/call-order.js";
import { perModel } from "../code/per-model.js";
import { rowsGiven, type DataUse } from "./data-use.js";
import { lineageOf } from "./lineage.js";
import { isForRowsOfCallers } from "./rows-of-callers.js";
import { usesOfData } from "./uses.js";

/** The features and the target that a model, a score or a dataset is given together. */
export interface ModelInput {
  readonly event: CallEvent;
  readonly features: Value;
  readonly target: Value | undefined;
  /** The argument that the features are, as it is written. */
  readonly written: Expression | undefined;
}

/** Every place where features go into a model, in order: `model.fit(X, y)`, `DMatrix(X, label=y)`, `cross_val_score(model, X, y)`. */
export const modelInputs = perModel((model): readonly ModelInput[] => {
  const used = usesOfData(model).flatMap((use) => inputOfUse(use) ?? []);
  const others = model.allCalls
    .flatMap((event) => pairedIn(event) ?? passOf(model, event) ?? [])
    .filter(({ event }) => !isForRowsOfCallers(model, event));
  return [...used, ...others].sort((a, b) => orderOf(model, a.event) - orderOf(model, b.event));
});

function inputOfUse({ kind, event, models, data, target, given }: DataUse): ModelInput | undefined {
  const isFitted = event.method === "fit" && event.callee?.kind !== "closure" && !models.some(isTransforming);
  if ((!isFitted && kind !== "validate") || data === target) return undefined;
  return { event, features: data, target, written: given?.expression };
}

/** Datasets that hold the target beside the features. */
function pairedIn(event: CallEvent): ModelInput | undefined {
  const { path, args } = event;
  const isPaired = path !== undefined && /(^|\.)(DMatrix|Pool|TensorDataset)$|^lightgbm\.(\w+\.)?Dataset$/.test(path);
  const rows = isPaired ? rowsGiven(event, 0, "data", "x") : undefined;
  const target = argument(args, 1, "label");
  if (rows === undefined || rows.data === target) return undefined;
  return { event, features: rows.data, target, written: rows.given?.expression };
}

/** `net(x)`, as a script calls it; calls within a network's own `forward` are its layers'. */
function passOf(model: Model, event: CallEvent): ModelInput | undefined {
  const { callee, args, call, frame } = event;
  if (callee?.kind !== "entity" || frame.closure?.owner !== undefined) return undefined;
  const isNetwork =
    callee.class === undefined
      ? isModuleType(callee.type ?? "") && !isLossType(callee.type ?? "")
      : isModuleClass(callee.class);
  const [features] = args.positional;
  if (!isNetwork || features === undefined) return undefined;
  const target = targetsOfPasses(model).get(event.result);
  return { event, features, target: target === features ? undefined : target, written: call.args[0]?.value };
}

/** What a loss compares the output of a pass with: `mse_loss(net(x).squeeze(1), y)`. */
const targetsOfPasses = perModel((model): ReadonlyMap<Value, Value> => {
  const found = new Map<Value, Value>();
  for (const { path, args } of model.calls) {
    const [output, target, ...more] = args.positional;
    if (path === undefined || !isLoss.test(path) || output === undefined || target === undefined || more.length > 0)
      continue;
    for (const { entity } of lineageOf(model, output)) if (!found.has(entity)) found.set(entity, target);
  }
  return found;
});

const isLoss = /^torch\.nn\.(\w+\.)*(\w+_loss|\w+Loss|(binary_)?cross_entropy\w*)$/;

function isTransforming(object: Entity): boolean {
  return object.class !== undefined || isTransformer(object);
}
