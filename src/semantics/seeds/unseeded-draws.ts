import { drawsRows, isRandom, seedsItsEstimator } from "../../knowledge/sklearn-randomness.js";
import { perModel } from "../code/per-model.js";
import { uniqueCalls } from "../code/unique.js";
import { eachExpression } from "../code/visit.js";
import { derivesFrom } from "../follow/attributes.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import type { CallArguments, UserClass, Value } from "../values.js";
import type { Expression } from "../../syntax/expressions.js";
import { isLeftToCallers } from "./left-to-callers.js";
import { isSeeded } from "./seeding.js";

/** The splits and estimators of scikit-learn that draw at random and were given no seed, where it would make the result the same. */
export function unseededDraws(model: Model): readonly CallEvent[] {
  const seededElsewhere = givenToSeedingEnsembles(model);
  const events = model.calls.filter(
    (event) =>
      drawsUnseeded(event, seededElsewhere) &&
      !isSetUpLater(model, event) &&
      !learnsFromUnseeded(model, event) &&
      !isLeftToCallers(model, event),
  );
  if (events.length === 0 || isSeeded(model, "numpy")) return [];
  return uniqueCalls(events);
}

/** Where the rows themselves are made up anew on every run, a seed for what learns from them keeps nothing the same. */
function learnsFromUnseeded(model: Model, { path, frame }: CallEvent): boolean {
  if (path === undefined || drawsRows(path)) return false;
  return madeUpRows(model).some((made) => made.frame === frame);
}

const madeUpRows = perModel((model) =>
  model.calls.filter(
    ({ path, args }) =>
      path !== undefined &&
      /^sklearn\.datasets\.make_\w+$/.test(path) &&
      !args.open &&
      !args.named.has("random_state") &&
      !isSeeded(model, "numpy"),
  ),
);

function drawsUnseeded({ path, args, result, frame, callee }: CallEvent, seededElsewhere: ReadonlySet<Value>): boolean {
  // An estimator that is called itself is some other kind of model there.
  if (callee?.kind === "entity" || callee?.kind === "union") return false;
  // `**params` may hold it.
  if (path === undefined || args.open || args.named.has("random_state")) return false;
  const literal = (name: string): unknown => {
    const value = args.named.get(name);
    return value?.kind === "literal" ? value.value : undefined;
  };
  if (!isRandom(path, literal) || startsFromGiven(args)) return false;
  if (drawsRows(path)) return true;
  // An estimator's own code hands its `random_state` on to those it is made of.
  const owner = frame.closure?.owner;
  if (owner !== undefined && derivesFrom(owner, isEstimatorBase)) return false;
  if (seededElsewhere.has(result)) return false;
  // Somebody sets it afterwards.
  return !(result.kind === "entity" && (result.methodsCalled.has("set_params") || result.fields.has("random_state")));
}

/** Clustering that starts from given centres draws nothing. */
function startsFromGiven(args: CallArguments): boolean {
  const init = args.named.get("init");
  return init !== undefined && init.kind !== "literal" && args.named.has("n_clusters");
}

/** `clone_estimator(self.base, random_state)`: what is cloned with a seed is a pattern, and draws nothing itself. */
function clonesWithSeed(source: string): boolean {
  return (
    /\b_?clone\w*\([^;]{0,240}\b(random_state|rng|seed)\b/.test(source) ||
    (/\b_?clone\w*\(/.test(source) && /\.set_params\([^)]*\brandom_state\b/.test(source))
  );
}

/** Parameters that a library's own checks give to its estimators. */
function isForChecks({ frame }: CallEvent): boolean {
  return /^_?get_test_params$/.test(frame.closure?.form.name ?? "");
}

/** A pattern that is cloned with a seed, or one of a table of estimators, in a file that sets parameters of whichever is chosen. */
function isSetUpLater(model: Model, event: CallEvent): boolean {
  const { call, frame } = event;
  const owner = frame.closure?.owner;
  if (isForChecks(event) || (owner !== undefined && clonesWithSeed(sourceOf(owner)))) return true;
  return tablesSetUpLater(model).some(({ start, end }) => start < call.start && call.end < end);
}

const tablesSetUpLater = perModel((model) => {
  const found: Expression[] = [];
  if (!/\.set_params\(\s*(\*\*|[^)]*\brandom_state\b)/.test(model.form.text)) return found;
  eachExpression(model.form.body, (expression) => {
    if (expression.kind === "Mapping") found.push(expression);
  });
  return found;
});

/**
 * What meta-estimators are given, which seed it themselves: those of the libraries, the project's own with a `random_state`,
 * and whatever else is told a seed together with an estimator.
 */
function givenToSeedingEnsembles(model: Model): ReadonlySet<Value> {
  const ensembles = model.calls.filter(
    (event) =>
      isToldSeed(event) ||
      (event.callee?.kind === "class"
        ? derivesFrom(event.callee, isEstimatorBase) && /\brandom_state\b/.test(sourceOf(event.callee))
        : event.path !== undefined && seedsItsEstimator(event.path)),
  );
  return new Set(ensembles.flatMap(({ args }) => [...args.positional, ...args.named.values()].flatMap(membersOf)));
}

/** `Forecaster(estimator=forest, random_state=0)`, of a class that is not scikit-learn's, whose classes leave what they are given alone. */
function isToldSeed({ path, call, args }: CallEvent): boolean {
  if (path !== undefined && isEstimatorBase(path)) return false;
  const { callee } = call;
  const name = callee.kind === "Name" ? callee.id : callee.kind === "Attribute" ? callee.name : "";
  if (!/^_?[A-Z]/.test(name)) return false;
  const seed = args.named.get("random_state");
  return seed !== undefined && !(seed.kind === "literal" && seed.value === null);
}

/** A value, and what a list or dict that it is holds. */
function membersOf(value: Value): readonly Value[] {
  if (value.kind === "tuple") return value.items.flatMap(membersOf);
  if (value.kind !== "entity" || value.origin.how !== "container") return [value];
  return value.from.flatMap(membersOf);
}

function isEstimatorBase(path: string): boolean {
  return /^(sklearn|imblearn)\./.test(path);
}

function sourceOf({ form, unit }: UserClass): string {
  return unit.form.text.slice(form.start, form.end);
}
