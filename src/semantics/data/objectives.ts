import { isKerasTuner, reportsScore, takesMetric, takesObjective, trainingMetrics } from "../../knowledge/searches.js";
import { crossValidators } from "../../knowledge/sklearn.js";
import type { Expression } from "../../syntax/expressions.js";
import type { FunctionForm } from "../../syntax/form.js";
import { callsGiving } from "../code/calls-giving.js";
import { frames } from "../code/frames.js";
import { givenArguments } from "../code/given-arguments.js";
import { eachStatementInScope } from "../code/visit.js";
import type { CallEvent, Frame } from "../follow/run.js";
import type { Model } from "../model.js";
import { alternatives, type Closure, type Entity, type Value } from "../values.js";
import { lineageOf } from "./lineage.js";
import { rolesIn } from "./roles.js";
import { isSame } from "./same-rows.js";
import { isFit, usesByObjects, usesOfData } from "./uses.js";

/** Where a search is told to improve a number of the training rows. */
export interface TrainingObjective {
  readonly at: Expression;
}

export function trainingObjectivesIn(model: Model): readonly TrainingObjective[] {
  return [...namedObjectives(model), ...returnedObjectives(model), ...reportedObjectives(model)];
}

/** Does a call happen in a function that a search calls? What is scored there is for the search, and told there. */
export function isInObjective(model: Model, { frame }: CallEvent): boolean {
  const isObjective = objectivesOf(model);
  return (
    isObjective !== undefined && [...frames(frame)].some(({ closure }) => closure !== undefined && isObjective(closure))
  );
}

/** `objective="accuracy"` of a Keras tuner. */
function namedObjectives(model: Model): readonly TrainingObjective[] {
  return model.calls.flatMap((event) => {
    if (event.path === undefined || !isKerasTuner(event.path)) return [];
    const isObjective = event.path.endsWith("Objective");
    const given = givenArguments(event).find(
      ({ name }, index) =>
        name === (isObjective ? "name" : "objective") ||
        (name === undefined && (isObjective ? index === 0 : index === 1)),
    );
    if (given?.value.kind !== "literal" || typeof given.value.value !== "string") return [];
    return trainingMetrics.test(given.value.value) ? [{ at: given.expression }] : [];
  });
}

/** What the function that a search calls returns. */
function returnedObjectives(model: Model): readonly TrainingObjective[] {
  const isObjective = objectivesOf(model);
  if (isObjective === undefined) return [];
  const metrics = improvedMetrics(model);
  const found = new Map<Expression, TrainingObjective>();
  const activations = new Set<Frame>();
  for (const { frame } of model.calls) for (const at of frames(frame)) activations.add(at);
  for (const frame of activations) {
    const { closure } = frame;
    if (closure === undefined || closure.unit.path !== model.path || !isObjective(closure)) continue;
    const returns = returnsOf(closure.form);
    frame.returns.forEach(({ value }, index) => {
      const written = returns.length === frame.returns.length ? returns[index] : returns.at(-1);
      const score = scoreWithin(value, written, metrics);
      if (score === undefined || !isTrainingScore(model, score.value)) return;
      found.set(score.written, { at: score.written });
    });
  }
  return [...found.values()];
}

/** Tells the functions that are handed to a search, with those that they only hand on to, and the calls of objects. */
function objectivesOf(model: Model): ((closure: Closure) => boolean) | undefined {
  const forms = new Set<FunctionForm>();
  const classes = new Set<unknown>();
  const trials = new Set<unknown>();
  for (const { path, method, args } of model.calls) {
    const isStudy = method === "optimize" && model.uses("optuna");
    if (!isStudy && (path === undefined || !takesObjective(path))) continue;
    for (const given of [...args.positional, ...args.named.values()]) {
      for (const option of alternatives(given)) {
        if (option.kind === "closure") forms.add(option.form);
        if (option.kind === "class") trials.add(option.form);
        if (option.kind !== "entity") continue;
        if (option.class !== undefined) classes.add(option.class.form);
        if (option.origin.how === "call")
          for (const inner of option.origin.args.positional) if (inner.kind === "closure") forms.add(inner.form);
      }
    }
  }
  for (const { frame, call, callee } of model.calls) {
    const around = frame.closure?.form;
    if (around === undefined || callee?.kind !== "closure" || !forms.has(around)) continue;
    if (around.isLambda && returnsOf(around)[0] === call) {
      forms.delete(around);
      forms.add(callee.form);
    }
  }
  if (forms.size === 0 && classes.size === 0 && trials.size === 0 && !model.uses("optuna")) return undefined;
  return ({ form, owner }) =>
    forms.has(form) ||
    (form.name === "__call__" && classes.has(owner?.form)) ||
    // A trial of Ray Tune that is a class.
    (form.name === "step" && trials.has(owner?.form)) ||
    (model.uses("optuna") && form.name === "objective" && form.params.some(({ name }) => name === "trial"));
}

function returnsOf(form: FunctionForm): readonly Expression[] {
  const found: Expression[] = [];
  eachStatementInScope(form.body, (statement) => {
    if (statement.kind === "Return" && statement.value !== undefined) found.push(statement.value);
  });
  return found;
}

/** A number by itself, the loss in `{"loss": ..., "status": STATUS_OK}`, or what the search is told to improve. */
function scoreWithin(
  value: Value | undefined,
  written: Expression | undefined,
  metrics: ReadonlySet<string>,
): { readonly value: Value; readonly written: Expression } | undefined {
  if (value === undefined || written === undefined) return undefined;
  if (value.kind !== "entity") return { value, written };
  const mapping = written.kind === "Mapping" ? written : value.site?.kind === "Mapping" ? value.site : undefined;
  if (mapping === undefined) return { value, written };
  const isNamed = (name: string): boolean => (metrics.size === 0 ? name === "loss" : metrics.has(name));
  const entry = mapping.entries.find(({ key }) => key?.kind === "Literal" && isNamed(String(key.value)));
  const item = entry?.key?.kind === "Literal" ? value.fields.get(`[${String(entry.key.value)}]`)?.initial : undefined;
  return entry === undefined || typeof item !== "object" ? undefined : { value: item, written: entry.value };
}

/** `tune.report(loss=train_loss)`, `session.report({"score": ...})`. */
function reportedObjectives(model: Model): readonly TrainingObjective[] {
  const found = new Map<Expression, TrainingObjective>();
  const metrics = improvedMetrics(model);
  for (const event of model.calls) {
    if (event.path === undefined || !reportsScore(event.path)) continue;
    const given = givenArguments(event).flatMap(({ name, value, expression }) =>
      expression.kind === "Mapping" && value.kind === "entity"
        ? expression.entries.flatMap(({ key, value: written }) => {
            const at = key?.kind === "Literal" ? String(key.value) : undefined;
            const item = at === undefined ? undefined : value.fields.get(`[${at}]`)?.initial;
            return typeof item === "object" ? [{ name: at, value: item, written }] : [];
          })
        : [{ name, value, written: expression }],
    );
    const improved = given.filter(({ name }) => name !== undefined && metrics.has(name));
    const scores = improved.length > 0 ? improved : given;
    if (scores.length === 0 || scores.some(({ value }) => !isTrainingScore(model, value))) continue;
    found.set(scores[0]!.written, { at: scores[0]!.written });
  }
  return [...found.values()];
}

/** The names of the reported scores that a search is told to improve. */
function improvedMetrics(model: Model): ReadonlySet<string> {
  const names = model.calls.flatMap(({ path, args }) => {
    const metric = path !== undefined && takesMetric(path) ? args.named.get("metric") : undefined;
    return metric?.kind === "literal" && typeof metric.value === "string" ? [metric.value] : [];
  });
  return new Set(names);
}

/** Is a number worked out on the rows that the model was fitted on, and on no others? */
export function isTrainingScore(model: Model, value: Value): boolean {
  const steps = lineageOf(model, value).map(({ entity }) => entity);
  if (steps.some((entity) => isHeldOut(entity))) return false;
  if (steps.some((entity) => isTrainingCurve(entity))) return true;
  const uses = usesBehind(model, steps);
  if (uses.length === 0) return false;
  // The very loss that goes backward.
  if (uses.every(({ kind, event }) => kind === "fit" && event.method === "backward")) return true;
  const roles = uses.flatMap(({ data }) => rolesIn(model, data));
  if (roles.length > 0)
    return roles.every(({ purpose }) => purpose === "train") && uses.some(({ kind }) => kind !== "tune");
  return uses.some(
    ({ models, data, kind }) =>
      kind !== "fit" &&
      usesByObjects(model).some(({ object, use }) => isFit(use) && models.includes(object) && isSame(use.data, data)),
  );
}

/** The scores, predictions and training steps that a value comes out of. */
function usesBehind(model: Model, steps: readonly Entity[]): ReturnType<typeof usesOfData> {
  const events = new Set<CallEvent>(steps.flatMap((entity) => callsGiving(model, entity)));
  const values = new Set<unknown>(steps);
  return usesOfData(model).filter(
    ({ event, kind }) =>
      kind !== "transform" && (events.has(event) || (event.method === "backward" && values.has(event.receiver))),
  );
}

function isHeldOut({ origin, from }: Entity): boolean {
  if (origin.how === "index") {
    const [, key] = from;
    return key?.kind === "literal" && typeof key.value === "string" && key.value.startsWith("val_");
  }
  if (origin.how === "attribute")
    return /^(oob_score_|best_score_|best_score|cv_results_|validation_scores?_|validation_score)$/.test(origin.name);
  if (origin.how !== "call") return false;
  const { path, method } = origin;
  return (
    (path !== undefined && crossValidators.has(path)) ||
    /^(xgboost|lightgbm)\.cv$/.test(path ?? "") ||
    method === "cross_validate"
  );
}

/** `history.history["accuracy"]`, without `val_`, and `trainer.callback_metrics["train_loss"]`. */
function isTrainingCurve({ origin, from }: Entity): boolean {
  if (origin.how !== "index") return false;
  const [, key] = from;
  if (key?.kind !== "literal" || typeof key.value !== "string") return false;
  const { value } = key;
  return alternatives(origin.of).some((option) => {
    if (option.kind !== "entity" || option.origin.how !== "attribute") return false;
    const { name } = option.origin;
    if (name === "history") return trainingMetrics.test(value);
    return /^(callback|logged|progress_bar)_metrics$/.test(name) && /^train(ing)?(_|\/)/i.test(value);
  });
}
