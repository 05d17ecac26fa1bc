import type { Expression } from "../../syntax/expressions.js";
import type { Span } from "../../syntax/span.js";
import { learnsNothing, learnsFromRows, onlyEmbeds } from "../../knowledge/sklearn.js";
import type { DataUse, ObjectUse } from "./data-use.js";
import { isPredictor, isTransformer } from "./estimators.js";
import { isJudged } from "./final-scores.js";
import { lineageOf } from "./lineage.js";
import type { Model } from "../model.js";
import { roleByName } from "./own-names.js";
import { purposeIn } from "./roles.js";
import type { Value } from "../values.js";
import { isFit, isInFile, usesByObjects } from "./uses.js";

/** A fit whose rows are the test side of a split, or are called so. */
export interface TestFit {
  readonly fit: DataUse;
  readonly kind: "transformer" | "resampler" | "model";
  /** The same object's fit on other rows before, which this one replaces. */
  readonly before: DataUse | undefined;
  readonly split: Expression | undefined;
  readonly isValidation: boolean;
  /** The name of the method where another one would do. */
  readonly renamed: Span | undefined;
}

export function testFitsIn(model: Model): readonly TestFit[] {
  const fits = usesByObjects(model).filter(({ use }) => isFit(use) && isInFile(model, use));
  const found = new Map<unknown, TestFit>();
  for (const fit of fits) {
    const { call } = fit.use.event;
    const testFit = found.has(call) ? undefined : judge(model, fits, fit);
    if (testFit !== undefined) found.set(call, testFit);
  }
  return [...found.values()];
}

function judge(model: Model, fits: readonly ObjectUse[], fit: ObjectUse): TestFit | undefined {
  const kind = kindOf(fit);
  if (kind === undefined) return undefined;
  const side = sideOf(model, fit.use);
  if (side === undefined) return undefined;
  const before = fits.findLast(
    ({ object, use }) =>
      object === fit.object &&
      use.order < fit.use.order &&
      sideOf(model, use) === undefined &&
      (side.split !== undefined || calledAfter(model, use) === "train"),
  )?.use;
  // A name alone proves nothing but against another: fitted on what is called train, then on what is called test.
  if (side.split === undefined && (before === undefined || kind !== "transformer")) return undefined;
  if (kind === "model" && (side.isValidation || isScoredOnTrain(model, fit))) return undefined;
  if (kind === "transformer" && before === undefined && (side.isValidation || !learnsMuch(fit))) return undefined;
  return { fit: fit.use, kind, before, ...side, renamed: renamed(fit.use, before) };
}

/** A helper that fits both parts in one place needs more than another name. */
function renamed({ event }: DataUse, before: DataUse | undefined): Span | undefined {
  const { callee } = event.call;
  const isOther = before !== undefined && before.event.call !== event.call;
  if (!isOther || event.method !== "fit_transform" || callee.kind !== "Attribute") return undefined;
  return { start: callee.nameSpan.start, end: callee.nameSpan.end };
}

function kindOf({ object, use: { event, target } }: ObjectUse): TestFit["kind"] | undefined {
  const { method } = event;
  if (method === "fit_resample" || method === "fit_sample") return "resampler";
  const type = object.type ?? "";
  if (isTransformer(object)) return learnsNothing(type) || onlyEmbeds(type) ? undefined : "transformer";
  // Calibration and stacking are meant to see rows that the model was not fitted on.
  return target !== undefined &&
    isPredictor(object) &&
    !/(Calibrat|Isotonic|Stacking)/.test(type) &&
    method !== "fit_predict"
    ? "model"
    : undefined;
}

/** Encoders of categories learn no more than which there are; a new one for the test part may be meant. */
function learnsMuch({ object: { type } }: ObjectUse): boolean {
  return type === undefined || learnsFromRows(type) || !/Encoder|Binarizer|DictVectorizer/.test(type);
}

interface Side {
  readonly split: Expression | undefined;
  readonly isValidation: boolean;
}

/** The side of a split that the rows are from, as far as it is for testing. */
function sideOf(model: Model, fit: DataUse): Side | undefined {
  const named = nameOf(fit);
  const [known] = fit.roles;
  if (known?.split === undefined)
    return calledAfter(model, fit) === "test" && !isMade(model, fit.data)
      ? { split: undefined, isValidation: false }
      : undefined;
  const purposes = fit.roles.map(({ purpose }) => purpose);
  if (purposes.includes("train") || named === "train" || isPredicted(model, fit.data)) return undefined;
  return { split: known.split, isValidation: purposes.includes("validation") || named === "validation" };
}

/** What the argument is called, else the rows that it was made from. */
function calledAfter(model: Model, fit: DataUse): ReturnType<typeof roleByName> {
  return nameOf(fit) ?? purposeIn(model, fit.data);
}

/** What the argument is called. */
function nameOf({ given }: DataUse): ReturnType<typeof roleByName> {
  return given === undefined ? undefined : roleByName(given.expression);
}

/** Is it a value that the file itself makes by other means than reading it? Then its name is not all that is known. */
function isMade(model: Model, data: Value): boolean {
  return lineageOf(model, data).some(
    ({ entity }) => entity.origin.how === "operation" || /\.concat(enate)?$|stack$/.test(pathOf(entity)),
  );
}

function pathOf(value: Value): string {
  return value.kind === "entity" && value.origin.how === "call" ? (value.origin.path ?? "") : "";
}

/** A second model on the predictions of a first is stacking, not a refit. */
function isPredicted(model: Model, data: Value): boolean {
  return lineageOf(model, data).some(
    ({ entity }) => entity.origin.how === "call" && /^(predict|decision_function)/.test(entity.origin.method ?? ""),
  );
}

/** Sides may be swapped on purpose: fitted on each, scored on the other. */
function isScoredOnTrain(model: Model, fit: ObjectUse): boolean {
  return usesByObjects(model).some(
    ({ object, use }) =>
      object === fit.object &&
      isJudged(use) &&
      use.order > fit.use.order &&
      use.roles.some(({ part, purpose }) => part !== undefined && purpose === "train"),
  );
}
