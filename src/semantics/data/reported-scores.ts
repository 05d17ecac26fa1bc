import { bestScores } from "../../knowledge/searches.js";
import type { Attribute, Expression } from "../../syntax/expressions.js";
import type { Span } from "../../syntax/span.js";
import { returnsSomething } from "../code/returns.js";
import { eachExpression, eachStatement, pushExpressions, pushParts } from "../code/visit.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { rootOf } from "../torch/training-loop.js";
import type { Value } from "../values.js";
import { crossValidatedChoices, printedChoices, printedIn } from "./cross-validated-choices.js";
import type { DataUse } from "./data-use.js";
import { isJudged } from "./final-scores.js";
import { lineageOf } from "./lineage.js";
import { studyAround } from "./searches.js";
import { usesOfData } from "./uses.js";

/** Where the score of the best trial is given out as the result, in a file that scores on no other rows. */
export function reportedBestScores(model: Model): readonly Expression[] {
  if (!model.mentions(/Search|optuna|skopt|cross_val/)) return [];
  const searches = usesOfData(model).filter(({ kind }) => kind === "tune");
  // What a function hands back with its search may be judged by whoever calls it.
  const searching = [
    ...searches.map(({ event }) => event),
    ...model.calls.filter(({ method }) => method === "optimize"),
  ];
  if (searching.length > 0 && searching.every((event) => isForCallers(event))) return [];
  // Who only shows the best score of a study has not run it.
  const isSearching = searches.length > 0 || /\.(optimize|fit)\(|\w+_minimize\(/.test(model.form.text);
  const estimators = estimatorsIn(model);
  const found: Expression[] = [...printedChoices(model)];
  const printed = new Set(printedIn(model).map((expression) => model.text(expression)));
  const trials = bestTrials(model);
  eachStatement(model.form.body, (statement) => {
    const pending: Expression[] = [];
    if (statement.kind === "Assign" && statement.value !== undefined) pending.push(statement.value);
    else pushExpressions(statement, pending);
    const isPlain =
      statement.kind === "Assign" &&
      statement.value?.kind === "Attribute" &&
      !statement.targets.some((target) => printed.has(model.text(target)));
    if (isPlain || statement.kind === "Branch" || statement.kind === "Loop") return;
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const { start } = next;
      if (
        isSearching &&
        next.kind === "Attribute" &&
        isBestScore(model, next, trials) &&
        !estimators.some((estimator) => estimator.start <= start && start < estimator.end)
      )
        found.push(next);
      if (next.kind !== "Comparison" && next.kind !== "FunctionExpression") pushParts(next, pending);
    }
  });
  if (found.length === 0 || isJudgedElsewhere(model)) return [];
  return found.sort((a, b) => a.start - b.start).slice(0, 1);
}

/** Classes with a `fit` that gives back the object: what such a one searches, its caller judges on other rows. */
function estimatorsIn(model: Model): readonly Span[] {
  const found: Span[] = [];
  eachStatement(model.form.body, (statement) => {
    if (statement.kind !== "ClassStatement") return;
    const isEstimator = statement.body.some(
      (member) =>
        member.kind === "FunctionStatement" &&
        member.function.name === "fit" &&
        member.function.params.length > 1 &&
        member.function.body.some(
          (last) => last.kind === "Return" && last.value?.kind === "Name" && last.value.id === "self",
        ),
    );
    if (isEstimator) found.push(statement);
  });
  return found;
}

function isForCallers(event: CallEvent): boolean {
  const frame = rootOf(event.frame);
  return frame !== undefined && returnsSomething({ ...event, frame });
}

function isBestScore(model: Model, { name, object }: Attribute, trials: ReadonlySet<string>): boolean {
  // A class that keeps a best score of its own is a search itself.
  if (object.kind === "Name" && object.id === "self") return false;
  return bestScores.has(name) || (name === "value" && trials.has(model.text(object)));
}

/** `study.best_trial`, and what it is called. */
function bestTrials(model: Model): ReadonlySet<string> {
  const found = new Set<string>();
  if (!model.form.text.includes("best_trial")) return found;
  eachExpression(model.form.body, (expression) => {
    if (expression.kind === "Attribute" && expression.name === "best_trial") found.add(model.text(expression));
  });
  eachStatement(model.form.body, (statement) => {
    if (statement.kind !== "Assign" || statement.value === undefined || !found.has(model.text(statement.value))) return;
    for (const target of statement.targets) found.add(model.text(target));
  });
  return found;
}

/** Is anything scored that the search was not fitted on, or the search itself cross-validated? */
function isJudgedElsewhere(model: Model): boolean {
  const tuned = usesOfData(model).filter(({ kind }) => kind === "tune");
  const searched = [...tuned, ...crossValidatedChoices(model)];
  return (
    usesOfData(model).some(
      (use) =>
        isJudged(use) &&
        (use.roles.some(({ purpose }) => purpose !== "train" && !(purpose === "validation" && isTried(model, use))) ||
          (use.kind === "score" && !searched.some(({ data }) => isMadeOf(model, use.data, data)))),
    ) ||
    usesOfData(model).some(
      ({ kind, models }) =>
        kind === "validate" && models.some((search) => tuned.some((use) => use.models.includes(search))),
    )
  );
}

/** What an objective scores is for its study. */
function isTried(model: Model, { event }: DataUse): boolean {
  return studyAround(model, event) !== undefined;
}

function isMadeOf(model: Model, value: Value, data: Value): boolean {
  const sources = new Set<unknown>(lineageOf(model, data).map(({ entity }) => entity));
  const steps = lineageOf(model, value);
  return steps.length === 0 || steps.some(({ entity }) => sources.has(entity));
}
