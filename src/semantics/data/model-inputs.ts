import type { Expression } from "../../syntax/expressions.js";
import { isLossType, isModuleType } from "../../knowledge/torch.js";
import { isTransformer } from "./estimators.js";
import { isModuleClass } from "../follow/modes.js";
import type { CallEvent } from "../follow/run.js";
import { alternatives, argument, type Value } from "../values.js";
import { perModel } from "../code/per-model.js";

/** The features and the target that a model, a score or a dataset is given together. */
export interface ModelInput {
  readonly event: CallEvent;
  readonly features: Value;
  readonly target: Value | undefined;
  /** The argument that the features are, as it is written. */
  readonly written: Expression | undefined;
}

/** Every place where features go into a model, in order: `model.fit(X, y)`, `DMatrix(X, label=y)`, `cross_val_score(model, X, y)`. */
export const modelInputs = perModel((model): readonly ModelInput[] =>
  model.allCalls.flatMap((event) => inputOf(event) ?? []),
);

function inputOf(event: CallEvent): ModelInput | undefined {
  const { method, path, args, call, receiver, callee } = event;
  const isFit = method === "fit" && callee?.kind !== "closure" && !alternatives(receiver).some(isTransforming);
  const isScored = path !== undefined && /(^|\.)cross_(val_score|validate|val_predict)$/.test(path);
  const isPaired = path !== undefined && /(^|\.)(DMatrix|Pool|TensorDataset)$|^lightgbm\.(\w+\.)?Dataset$/.test(path);
  if (!isFit && !isScored && !isPaired) return passOf(event);
  const first = isScored ? 1 : 0;
  const features = argument(args, first, isPaired ? "data" : "X") ?? args.named.get("x");
  const target = argument(args, first + 1, isPaired ? "label" : "y");
  if (features === undefined || features === target) return undefined;
  const unnamed = call.args.filter(({ name }) => name === undefined)[first];
  const named = call.args.find(({ name }) => name === "X" || name === "x" || name === "data");
  return { event, features, target, written: (named ?? unnamed)?.value };
}

/** `net(x)`, as a script calls it; calls within a network's own `forward` are its layers'. */
function passOf(event: CallEvent): ModelInput | undefined {
  const { callee, args, call, frame } = event;
  if (callee?.kind !== "entity" || frame.closure?.owner !== undefined) return undefined;
  const isNetwork =
    callee.class === undefined
      ? isModuleType(callee.type ?? "") && !isLossType(callee.type ?? "")
      : isModuleClass(callee.class);
  const [features] = args.positional;
  if (!isNetwork || features === undefined) return undefined;
  return { event, features, target: undefined, written: call.args[0]?.value };
}

function isTransforming(object: Value): boolean {
  return object.kind !== "entity" || object.class !== undefined || isTransformer(object);
}
