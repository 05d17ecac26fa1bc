import { isSupervisedMetric } from "../../knowledge/metrics.js";
import { isFoldSplitter } from "../../knowledge/sklearn.js";
import type { DataUse, ObjectUse } from "./data-use.js";
import { isTrainable } from "./estimators.js";
import { isJudged } from "./final-scores.js";
import { metricsOver } from "./judgements.js";
import { lineageOf } from "./lineage.js";
import type { Model } from "../model.js";
import { isInsideModel } from "./own-models.js";
import { roleByName } from "./own-names.js";
import { handsOn } from "../code/returns.js";
import { isSame } from "./same-rows.js";
import { uniqueCalls } from "../code/unique.js";
import { isInFile, usesByObjects, usesOfData } from "./uses.js";
import type { CallEvent } from "../follow/run.js";
import { alternatives, type Value } from "../values.js";
import { eachStatement } from "../code/visit.js";

/** A score of a model on the very rows that it was fitted on. */
export interface TrainScore {
  readonly event: CallEvent;
  readonly fit: DataUse;
}

/** Scores on the fitted rows, of models that the file scores on no others; the first of each model. */
export function trainScoresIn(model: Model): readonly TrainScore[] {
  const uses = usesByObjects(model).filter(({ use }) => isInFile(model, use));
  const fits = uses.filter((fit) => isScorable(fit) && !isOnTestPart(fit.use));
  if (fits.length === 0 || isHeldOutByItself(model)) return [];
  const found: TrainScore[] = [];
  for (const fit of fits) {
    const own = uses
      .filter(({ object, use }) => object === fit.object && isJudged(use) && !isMadeUp(model, use.data))
      .map(({ use }) => use);
    if (
      own.length === 0 ||
      isOpenlyTraining(fit.use) ||
      own.some((use) => !isSame(use.data, fit.use.data)) ||
      isHandedOn(model, fit)
    )
      continue;
    const score =
      own.find((use) => use.kind === "score" && hasAnswers(use) && !isCondition(model, use.event))?.event ??
      metricsOver(model, own).find(({ path }) => path !== undefined && isSupervisedMetric(path));
    if (score !== undefined && !isInsideModel(score)) found.push({ event: score, fit: fit.use });
  }
  const events = uniqueCalls(found.map(({ event }) => event));
  return events.flatMap((event) => found.find((score) => score.event === event) ?? []);
}

/** Rows that are written into the program show how the model is used; they score nothing. */
function isMadeUp(model: Model, data: Value): boolean {
  const steps = lineageOf(model, data);
  return (
    steps.some(({ entity }) => entity.origin.how === "container") &&
    steps.every(({ entity: { origin } }) => origin.how === "container" || (origin.how === "call" && wraps(origin)))
  );
}

function wraps({ path, method }: { readonly path: string | undefined; readonly method: string | undefined }): boolean {
  return /^(numpy\.(array|asarray)|pandas\.(DataFrame|Series))$/.test(path ?? "") || method === "reshape";
}

/** A fit on the test part is a mistake of its own, which is told at the fit. */
function isOnTestPart({ roles }: DataUse): boolean {
  return roles.some(({ part, purpose }) => part !== undefined && purpose !== "train");
}

/** A function that is handed what is called the training part leaves the other part to its callers. */
function isOpenlyTraining({ event, given }: DataUse): boolean {
  return event.frame.isRoot && given !== undefined && roleByName(given.expression) === "train";
}

/** A supervised model, fitted on rows and their truth without any kept back. */
function isScorable({ object, use }: ObjectUse): boolean {
  const { kind, event } = use;
  const { args, method } = event;
  // A search scores by cross-validation, and a forest can score by what each tree was not given.
  if (kind !== "fit" || method !== "fit" || args.open || !hasAnswers(use)) return false;
  if (args.named.has("validation_split") || args.named.has("validation_data") || args.named.has("eval_set"))
    return false;
  const { type, origin } = object;
  const isOutOfBag = origin.how === "call" && origin.args.named.has("oob_score");
  return isTrainable(object) && !isOutOfBag && !/CV$|\.dummy\./.test(type ?? "");
}

/** Are the right answers given beside the rows, or in one object with them, such as `Pool(X, y)`? */
function hasAnswers({ data, target }: DataUse): boolean {
  if (target !== undefined) return true;
  const options = alternatives(data);
  return (
    options.length > 0 &&
    options.every((option) => {
      if (option.kind !== "entity" || option.origin.how !== "call") return false;
      const { path, args } = option.origin;
      return (
        /^(catboost\.(\w+\.)?Pool|xgboost\.(\w+\.)?DMatrix|lightgbm\.(\w+\.)?Dataset)$/.test(path ?? "") &&
        (args.positional.length > 1 || args.named.has("label"))
      );
    })
  );
}

/** Are rows held out where no call shows which: by folds, or by searches that score themselves? */
function isHeldOutByItself(model: Model): boolean {
  return (
    usesOfData(model).some((use) => isInFile(model, use) && use.kind === "validate") ||
    model.calls.some(
      ({ path }) =>
        path !== undefined &&
        (isFoldSplitter(path) || /(validation_curve|learning_curve|permutation_test_score|RFECV|SearchCV)$/.test(path)),
    )
  );
}

/** A score that an algorithm decides by, such as when to stop, is reported to nobody. */
function isCondition(model: Model, { call }: CallEvent): boolean {
  let found = false;
  eachStatement(model.form.body, (statement) => {
    const test = statement.kind === "Branch" || statement.kind === "Loop" ? statement.test : undefined;
    found ||= test !== undefined && test.start <= call.start && call.end <= test.end;
  });
  return found;
}

/** Given to callers that nobody in sight knows, it may be scored there. */
function isHandedOn(model: Model, { object, use }: ObjectUse): boolean {
  if (handsOn(use.event, object)) return true;
  return model.calls.some(
    ({ callee, args, entered }) =>
      !entered && callee !== undefined && [...args.positional, ...args.named.values()].includes(object),
  );
}
