import { isPipelineType, isPredictorType, isTransformerType, learnsFromRows } from "../../knowledge/sklearn.js";
import { isSelectorType, isTargetEncoderType } from "../../knowledge/supervised-transformers.js";
import { argumentsOf } from "./lineage.js";
import type { Model } from "../model.js";
import type { CallEvent } from "../follow/run.js";
import { alternatives, type Entity, type Value } from "../values.js";

/** A call that fits something, or applies what was fitted, to rows. */
export interface FitEvent {
  readonly event: CallEvent;
  /** Its place in the order of execution. */
  readonly order: number;
  readonly method: string;
  readonly receiver: Entity;
  readonly data: Value;
}

const fitting = new Set([
  "fit",
  "fit_transform",
  "partial_fit",
  "fit_resample",
  "fit_predict",
  "adapt",
  "fit_on_texts",
  "fit_on_sequences",
]);
const dataNames = ["X", "x", "raw_documents", "y", "data", "texts"];

/** Every fit in the file, in order; one for each object that a call may be made on. */
export function fitsIn(model: Model): readonly FitEvent[] {
  return eventsOf(model, (method) => fitting.has(method));
}

/** The same with the fits that imported files make while this one runs; the order is that of `model.allCalls`. */
export function fitsAnywhere(model: Model): readonly FitEvent[] {
  return eventsAmong(model.allCalls, (method) => fitting.has(method));
}

/** Every use of a method by one of these names, with the rows that it is given. */
export function eventsOf(model: Model, wanted: (method: string) => boolean): readonly FitEvent[] {
  return eventsAmong(model.calls, wanted);
}

function eventsAmong(calls: readonly CallEvent[], wanted: (method: string) => boolean): readonly FitEvent[] {
  const found: FitEvent[] = [];
  calls.forEach((event, order) => {
    const { method, args } = event;
    if (method === undefined || !wanted(method)) return;
    const data =
      args.positional[0] ?? dataNames.map((name) => args.named.get(name)).find((value) => value !== undefined);
    if (data === undefined) return;
    for (const receiver of receiversOf(event)) found.push({ event, order, method, receiver, data });
  });
  return found;
}

/** The objects whose method a call is; one of several where branches or a loop leave it open. */
function receiversOf({ receiver, callee }: CallEvent): readonly Entity[] {
  // A method read off one of several objects remembers which one.
  if (receiver?.kind === "union" && callee?.kind === "entity" && callee.origin.how === "attribute")
    return entities(callee.origin.of);
  return entities(receiver);
}

function entities(value: Value | undefined): readonly Entity[] {
  return alternatives(value).filter((option) => option.kind === "entity");
}

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
    const [receiver] = entities(origin.receiver);
    // The method of one of several objects is called as an object of its own.
    const bound = receiver?.origin;
    if (bound?.how === "attribute" && applying.has(bound.name)) {
      const [of] = entities(bound.of);
      return of === undefined ? undefined : { receiver: of, method: bound.name, data };
    }
    return receiver === undefined ? undefined : { receiver, method, data };
  }
  const [callee] = entities(origin.receiver);
  const bound = callee?.origin;
  if (bound?.how !== "attribute" || !applying.has(bound.name)) return undefined;
  const [of] = entities(bound.of);
  return of === undefined ? undefined : { receiver: of, method: bound.name, data };
}

export const applying: ReadonlySet<string> = new Set([
  "transform",
  "fit_transform",
  "texts_to_sequences",
  "texts_to_matrix",
  "sequences_to_matrix",
]);

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
