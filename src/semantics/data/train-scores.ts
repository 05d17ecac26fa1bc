import { crossValidators, isFoldSplitter } from "../../knowledge/sklearn.js";
import { isSupervisedMetric, predicting, scoring } from "../../knowledge/metrics.js";
import { eventsOf, fitsIn, isPredictor, type FitEvent } from "./fits.js";
import { lineageOf } from "./lineage.js";
import type { Model } from "../model.js";
import { roleByName } from "./own-names.js";
import { handsOn } from "../code/returns.js";
import type { CallEvent } from "../follow/run.js";
import { partsIn } from "./splits.js";
import { uniqueCalls } from "../code/unique.js";
import { alternatives, type Entity, type Value } from "../values.js";
import { eachStatement } from "../code/visit.js";

/** A score of a model on the very rows that it was fitted on. */
export interface TrainScore {
  readonly event: CallEvent;
  readonly fit: FitEvent;
}

/** Scores on the fitted rows, of models that the file scores on no others; the first of each model. */
export function trainScoresIn(model: Model): readonly TrainScore[] {
  const fits = fitsIn(model).filter((fit) => isScorable(fit) && !isOnTestPart(model, fit));
  if (fits.length === 0 || model.calls.some(isHeldOutByItself)) return [];
  const uses = eventsOf(model, (method) => predicting.has(method) || scoring.has(method));
  const found: TrainScore[] = [];
  for (const fit of fits) {
    const own = uses.filter((use) => use.receiver === fit.receiver && !isMadeUp(model, use.data));
    if (
      own.length === 0 ||
      isOpenlyTraining(fit) ||
      own.some((use) => !isSame(use.data, fit.data)) ||
      isHandedOn(model, fit)
    )
      continue;
    const score =
      own.find((use) => scoring.has(use.method) && hasTruth(use.event) && !isCondition(model, use.event)) ??
      metricOf(model, own);
    if (score !== undefined) found.push({ event: score.event, fit });
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
function isOnTestPart(model: Model, { data }: FitEvent): boolean {
  return partsIn(model, data).some(({ role }) => role === "test");
}

/** A function that is handed what is called the training part leaves the other part to its callers. */
function isOpenlyTraining({ event }: FitEvent): boolean {
  const rows = event.call.args[0]?.value;
  return event.frame.isRoot && rows !== undefined && roleByName(rows) === "train";
}

/** A supervised model, fitted on rows and their truth without any kept back. */
function isScorable({ receiver, event, method }: FitEvent): boolean {
  const type = receiver.type ?? "";
  const { args } = event;
  if (args.open || (args.positional.length < 2 && !args.named.has("y"))) return false;
  if (args.named.has("validation_split") || args.named.has("validation_data") || args.named.has("eval_set"))
    return false;
  // A search scores by cross-validation, and a forest can score by what each tree was not given.
  if (method !== "fit" || /SearchCV$|CV$/.test(type) || isOutOfBag(receiver)) return false;
  return (isPredictor(receiver) && !/\.(cluster|mixture|dummy)\./.test(type)) || isKerasModel(receiver);
}

function isKerasModel(receiver: Entity): boolean {
  return (receiver.type ?? "").startsWith("keras.") && receiver.methodsCalled.has("compile");
}

function isOutOfBag({ origin }: Entity): boolean {
  const flag = origin.how === "call" ? origin.args.named.get("oob_score") : undefined;
  return flag !== undefined;
}

function isHeldOutByItself({ path }: CallEvent): boolean {
  return (
    path !== undefined &&
    (crossValidators.has(path) ||
      isFoldSplitter(path) ||
      /(validation_curve|learning_curve|permutation_test_score|RFECV|SearchCV)$/.test(path))
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

/** What `score` or `evaluate` compares with. */
function hasTruth({ args }: CallEvent): boolean {
  return args.positional.length > 1 || args.named.has("y");
}

/** The first metric that is given what the model predicted. */
function metricOf(model: Model, uses: readonly FitEvent[]): { readonly event: CallEvent } | undefined {
  const predictions = new Set<Value>(uses.filter((use) => predicting.has(use.method)).map((use) => use.event.result));
  const event = model.calls.find(
    ({ path, args }) =>
      path !== undefined &&
      isSupervisedMetric(path) &&
      [...args.positional, ...args.named.values()].some((given) =>
        lineageOf(model, given).some(({ entity }) => predictions.has(entity)),
      ),
  );
  return event === undefined ? undefined : { event };
}

/** Are two values the same rows, written twice or handed on? */
export function isSame(one: Value, other: Value): boolean {
  if (one === other) return true;
  const [a, b] = [alternatives(one), alternatives(other)];
  if (a.length !== 1 || b.length !== 1) return false;
  const [left, right] = [a[0]!, b[0]!];
  if (left.kind !== "entity" || right.kind !== "entity") return false;
  // `rows[FEATURES]` written twice is the same, and so is `scaler.transform(rows)`.
  return left.site !== undefined && right.site !== undefined && isSameMaking(left, right);
}

function isSameMaking(left: Entity, right: Entity): boolean {
  return (
    left.origin.how === right.origin.how &&
    !isFilledLater(left) &&
    left.facts.has("test-part") === right.facts.has("test-part") &&
    elementIndex(left) === elementIndex(right) &&
    siteText(left) === siteText(right) &&
    left.from.length === right.from.length &&
    left.from.every((part, index) => isSamePart(part, right.from[index]!))
  );
}

/** What a helper puts into a list that it begins with nothing in it is another matter in each of its calls. */
function isFilledLater({ origin, items }: Entity): boolean {
  return origin.how === "container" && items?.length === 0;
}

function isSamePart(left: Value, right: Value): boolean {
  return left.kind === "literal" || left.kind === "symbol" ? left.kind === right.kind : isSame(left, right);
}

function elementIndex({ origin }: Entity): number | undefined {
  return origin.how === "element" ? origin.index : undefined;
}

function siteText({ site, unit }: Entity): string {
  return site === undefined ? "" : unit.form.text.slice(site.start, site.end);
}

/** Given to callers that nobody in sight knows, it may be scored there. */
function isHandedOn(model: Model, fit: FitEvent): boolean {
  if (handsOn(fit.event, fit.receiver)) return true;
  return model.calls.some(
    ({ callee, args, entered }) =>
      !entered && callee !== undefined && [...args.positional, ...args.named.values()].includes(fit.receiver),
  );
}
