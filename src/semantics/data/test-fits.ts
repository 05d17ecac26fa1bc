import type { Expression } from "../../syntax/expressions.js";
import { learnsNothing, learnsFromRows, onlyEmbeds } from "../../knowledge/sklearn.js";
import { fitsIn, isPredictor, isTransformer, type FitEvent } from "./fits.js";
import { lineageOf } from "./lineage.js";
import type { Model } from "../model.js";
import { roleByName } from "./own-names.js";
import { realPartsIn, usesOfParts } from "./part-uses.js";
import { purposeIn } from "./roles.js";
import { partsIn } from "./splits.js";
import { isUnitTestFile } from "../code/unit-tests.js";
import { alternatives, type Value } from "../values.js";

/** A fit whose rows are the test side of a split, or are called so. */
export interface TestFit {
  readonly fit: FitEvent;
  readonly kind: "transformer" | "resampler" | "model";
  /** The same object's fit on other rows before, which this one replaces. */
  readonly before: FitEvent | undefined;
  readonly split: Expression | undefined;
  readonly isValidation: boolean;
}

export function testFitsIn(model: Model): readonly TestFit[] {
  if (isUnitTestFile(model.form)) return [];
  const fits = fitsIn(model);
  const found = new Map<unknown, TestFit>();
  for (const fit of fits) {
    if (found.has(fit.event.call)) continue;
    const testFit = judge(model, fits, fit);
    if (testFit !== undefined) found.set(fit.event.call, testFit);
  }
  return [...found.values()];
}

function judge(model: Model, fits: readonly FitEvent[], fit: FitEvent): TestFit | undefined {
  const kind = kindOf(fit);
  if (kind === undefined) return undefined;
  const side = sideOf(model, fit);
  if (side === undefined) return undefined;
  const before = fits.findLast(
    (other) =>
      other.receiver === fit.receiver &&
      other.order < fit.order &&
      sideOf(model, other) === undefined &&
      (side.split !== undefined || calledAfter(model, other) === "train"),
  );
  // A name alone proves nothing but against another: fitted on what is called train, then on what is called test.
  if (side.split === undefined && (before === undefined || kind !== "transformer")) return undefined;
  if (kind === "model" && (side.isValidation || isScoredOnTrain(model, fit))) return undefined;
  if (kind === "transformer" && before === undefined && (side.isValidation || !learnsMuch(fit))) return undefined;
  return { fit, kind, before, ...side };
}

function kindOf({ method, receiver, event }: FitEvent): TestFit["kind"] | undefined {
  if (method === "fit_resample" || method === "fit_sample") return "resampler";
  const type = receiver.type ?? "";
  if (isTransformer(receiver)) return learnsNothing(type) || onlyEmbeds(type) ? undefined : "transformer";
  const supervised = event.args.positional.length > 1 || event.args.named.has("y");
  // Calibration and stacking are meant to see rows that the model was not fitted on.
  return supervised && isPredictor(receiver) && !/(Calibrat|Isotonic|Stacking)/.test(type) && method !== "fit_predict"
    ? "model"
    : undefined;
}

/** Encoders of categories learn no more than which there are; a new one for the test part may be meant. */
function learnsMuch({ receiver }: FitEvent): boolean {
  return (
    receiver.type === undefined ||
    learnsFromRows(receiver.type) ||
    !/Encoder|Binarizer|DictVectorizer/.test(receiver.type)
  );
}

interface Side {
  readonly split: Expression | undefined;
  readonly isValidation: boolean;
}

/** The side of a split that the rows are from, as far as it is for testing. */
function sideOf(model: Model, fit: FitEvent): Side | undefined {
  const named = nameOf(fit);
  const parts = realPartsIn(model, fit.data);
  if (parts.length === 0)
    return calledAfter(model, fit) === "test" && !isMade(model, fit.data)
      ? { split: undefined, isValidation: false }
      : undefined;
  if (parts.some((part) => part.role !== "test") || named === "train") return undefined;
  if (isPredicted(model, fit.data)) return undefined;
  const outer = parts.some((part) => partsIn(model, part.source).some((above) => above.role === "train"));
  return { split: parts[0]?.at, isValidation: outer || named === "validation" };
}

/** What the argument is called, else the rows that it was made from. */
function calledAfter(model: Model, fit: FitEvent): ReturnType<typeof roleByName> {
  return nameOf(fit) ?? purposeIn(model, fit.data);
}

/** What the argument is called. */
function nameOf({ event }: FitEvent): ReturnType<typeof roleByName> {
  const argument = event.call.args[0];
  return argument === undefined ? undefined : roleByName(argument.value);
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
function isScoredOnTrain(model: Model, fit: FitEvent): boolean {
  return usesOfParts(model).some(
    ({ event, part, order }) =>
      order > fit.order &&
      part.role === "train" &&
      /^(predict|score|evaluate|decision_function)/.test(event.method ?? "") &&
      alternatives(event.receiver).includes(fit.receiver),
  );
}
