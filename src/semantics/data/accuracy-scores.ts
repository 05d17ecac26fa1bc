import { comparesWithConstant, showsRareClasses } from "../../knowledge/class-imbalance.js";
import { crossValidators } from "../../knowledge/sklearn.js";
import { membersOf } from "../code/members.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { argument, type Value } from "../values.js";
import { compiles, isClassifier } from "./classifiers.js";
import { usesByObjects } from "./uses.js";

/** A call that works out the accuracy of a classifier, with the right answers that it is given. */
export interface AccuracyScore {
  readonly event: CallEvent;
  readonly answers: readonly Value[];
}

/**
 * The accuracies of a file that are all it says of its classifiers, in order; none where a word tells of another metric or of
 * a constant answer beside them, or where what a model predicts goes where nobody can see it.
 */
export function loneAccuracies(model: Model): readonly AccuracyScore[] {
  if (model.mentions(showsRareClasses) || model.mentions(comparesWithConstant)) return [];
  const uses = usesByObjects(model).filter(({ object }) => isClassifier(model, object));
  if (uses.length === 0) return [];
  const predictions = new Set<Value>(
    uses.flatMap(({ use: { kind, event } }) => (kind === "predict" ? [event.result] : [])),
  );
  const isJudgedElse = model.allCalls.some(
    (event) =>
      !isHarmless(event) &&
      [...event.args.positional, ...event.args.named.values()].some((one) => predictions.has(one)),
  );
  if (isJudgedElse) return [];
  const scores = new Map<CallEvent, AccuracyScore>();
  const add = (event: CallEvent, ...answers: readonly (Value | undefined)[]): void => {
    if (event.unit.path === model.path)
      scores.set(event, { event, answers: answers.filter((one) => one !== undefined) });
  };
  for (const { object, use } of uses) {
    const { event, kind, target } = use;
    const isKeras = object.type?.startsWith("keras.") === true;
    if (kind === "score" && (isKeras ? measuresAccuracy(model, object) : event.method === "score")) add(event, target);
    if (kind === "validate" && scoresByDefault(event)) add(event, target);
  }
  for (const event of model.calls)
    if (event.path === accuracy) add(event, argument(event.args, 0, "y_true"), argument(event.args, 1, "y_pred"));
  return model.calls.flatMap((event) => scores.get(event) ?? []);
}

const accuracy = "sklearn.metrics.accuracy_score";

/** `print(predictions[:5])` judges nothing; a function of the file that was followed shows its own calls. */
function isHarmless({ path, callee, entered, args }: CallEvent): boolean {
  if (path === accuracy || (callee?.kind === "closure" && entered)) return true;
  return /^builtins\.(?:print|len|type|list|set)$/.test(path ?? "") || args.positional.length + args.named.size < 2;
}

function scoresByDefault({ path, args }: CallEvent): boolean {
  if (path === undefined || !crossValidators.has(path) || path.endsWith("predict")) return false;
  const scoring = args.named.get("scoring");
  return scoring === undefined || (scoring.kind === "literal" && scoring.value === "accuracy");
}

function measuresAccuracy(model: Model, network: Parameters<typeof compiles>[1]): boolean {
  const measured = compiles(model, network).flatMap(({ named }) => membersOf(named.get("metrics")));
  return (
    measured.length > 0 &&
    measured.every(
      (one) =>
        one.kind === "literal" &&
        /^(?:acc|accuracy|binary_accuracy|sparse_categorical_accuracy|categorical_accuracy)$/.test(String(one.value)),
    )
  );
}
