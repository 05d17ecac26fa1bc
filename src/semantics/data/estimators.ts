import { applying } from "../../knowledge/metrics.js";
import { isPipelineType, isPredictorType, isTransformerType, learnsFromRows } from "../../knowledge/sklearn.js";
import { isSelectorType, isTargetEncoderType } from "../../knowledge/supervised-transformers.js";
import { objectsIn } from "./data-use.js";
import { argumentsOf } from "./lineage.js";
import type { Entity, Value } from "../values.js";

/** The object whose `method` gave this value (`scaler` of `scaler.transform(rows)`), and the rows given. */
export function appliedTo(
  entity: Entity,
): { readonly receiver: Entity; readonly method: string; readonly data: Value } | undefined {
  const { origin } = entity;
  if (origin.how !== "call") return undefined;
  const [data] = argumentsOf(entity);
  if (data === undefined) return undefined;
  const method = origin.method;
  if (method !== undefined) {
    const [receiver] = objectsIn(origin.receiver);
    // The method of one of several objects is called as an object of its own.
    const bound = receiver?.origin;
    if (bound?.how === "attribute" && applying.has(bound.name)) {
      const [of] = objectsIn(bound.of);
      return of === undefined ? undefined : { receiver: of, method: bound.name, data };
    }
    return receiver === undefined ? undefined : { receiver, method, data };
  }
  const [callee] = objectsIn(origin.receiver);
  const bound = callee?.origin;
  if (bound?.how !== "attribute" || !applying.has(bound.name)) return undefined;
  const [of] = objectsIn(bound.of);
  return of === undefined ? undefined : { receiver: of, method: bound.name, data };
}

/** What a transformer learns: something of the rows, which columns tell of the target, or the target of each category. */
export type Learning = "transformer" | "selector" | "target-encoder";

export function learningOf(object: Entity): Learning | undefined {
  if (hasPredictor(object)) return undefined;
  const types = typesWithin(object);
  const isOther = (type: string): boolean => !isSelectorType(type) && !isTargetEncoderType(type);
  if (!isConstant(object) && types.some((type) => learnsFromRows(type) && isOther(type))) return "transformer";
  if (types.some((type) => isTargetEncoderType(type))) return "target-encoder";
  return types.some((type) => isSelectorType(type)) ? "selector" : undefined;
}

export function isTransformer(object: Entity): boolean {
  return typesWithin(object).some((type) => isTransformerType(type)) && !hasPredictor(object);
}

/** Is it a model that is fitted to predict: no clustering, and of Keras what was compiled? */
export function isTrainable(object: Entity): boolean {
  const type = object.type ?? "";
  if (/\.(cluster|mixture)\./.test(type)) return false;
  return isPredictor(object) || (type.startsWith("keras.") && object.methodsCalled.has("compile"));
}

/** Is it a model, or a pipeline that ends in one? */
export function isPredictor(object: Entity): boolean {
  return hasPredictor(object);
}

function hasPredictor(object: Entity): boolean {
  return typesWithin(object).some((type) => isPredictorType(type));
}

/** Fills with a value that the code gives, so there is nothing to learn. */
function isConstant(object: Entity): boolean {
  if (object.origin.how !== "call" || object.type === undefined || !object.type.endsWith("SimpleImputer")) return false;
  const strategy = object.origin.args.named.get("strategy");
  return strategy?.kind === "literal" && strategy.value === "constant";
}

/** The library types of an object and, for pipelines, of the steps it was built from. */
function typesWithin(object: Entity, depth = 0): readonly string[] {
  const { type } = object;
  if (type !== undefined && !isPipelineType(type) && !type.startsWith("builtins.")) return [type];
  // An object of the workspace's own is not known by what it was given.
  if (depth > 6 || (depth === 0 && type === undefined)) return [];
  return [...object.from, ...(object.items ?? [])]
    .flatMap((part) => steps(part))
    .filter((step) => !isConstant(step))
    .flatMap((step) => typesWithin(step, depth + 1));
}

/** The objects in `("scale", StandardScaler())` and in what a branch may have left. */
function steps(part: Value): readonly Entity[] {
  if (part.kind === "entity") return [part];
  const within = part.kind === "tuple" ? part.items : part.kind === "union" ? part.options : [];
  return within.flatMap((item) => steps(item));
}
