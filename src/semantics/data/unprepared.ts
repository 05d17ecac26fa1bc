import type { Expression } from "../../syntax/expressions.js";
import type { Span } from "../../syntax/span.js";
import { learnsNothing } from "../../knowledge/sklearn.js";
import { written, type Written } from "../code/call-in-file.js";
import type { BranchFrame } from "../follow/run.js";
import type { Model } from "../model.js";
import { forwardPasses } from "../torch/forward-passes.js";
import { alternatives, Grad, type Entity, type Value } from "../values.js";
import { rowsGiven, type DataUse, type ObjectUse } from "./data-use.js";
import { isJudged } from "./final-scores.js";
import { onlyEntity } from "./held-out.js";
import { lineageOf } from "./lineage.js";
import { preparationOf, type Preparation } from "./preparations.js";
import { partsIn } from "./splits.js";
import { testFitsIn } from "./test-fits.js";
import { inOrder, isFit, isInFile, usesByObjects } from "./uses.js";

/** Rows that a model is given otherwise prepared than those it was fitted on. */
export interface Unprepared {
  /** The rows that are given, or what is done to them that should be done otherwise. */
  readonly at: Span;
  /** What was done to the rows that the model was fitted on. */
  readonly prepared: Written;
  readonly kind: "left out" | "another";
}

export function unpreparedRowsIn(model: Model): readonly Unprepared[] {
  const uses = usesIn(model);
  const fits = uses.filter(({ use }) => isFit(use) && use.event.method !== "partial_fit");
  if (fits.length === 0) return [];
  const found = new Map<unknown, Unprepared>();
  const told = new Set<Value>();
  for (const { object, use } of uses) {
    if (!isJudged(use) && use.event.method !== "transform") continue;
    if (told.has(object) || lineageOf(model, use.data).some(({ entity }) => told.has(entity))) continue;
    const fit = fits.findLast((other) => other.object === object && other.use.order < use.order)?.use;
    const unprepared = fit !== undefined && isAfter(fit, use) ? compare(model, fit, use) : undefined;
    if (unprepared === undefined) continue;
    // What is done with the outcome is wrong for the same cause.
    told.add(object).add(use.event.result);
    if (!found.has(unprepared.at.start)) found.set(unprepared.at.start, unprepared);
  }
  return [...found.values()];
}

/** What is fitted, applied or judged in the file, in order; of networks each pass with the batch that it is given. */
function usesIn(model: Model): readonly ObjectUse[] {
  const uses = usesByObjects(model).filter(({ use }) => isInFile(model, use));
  const passes = forwardPasses(model).flatMap(({ event, module, trains }): readonly ObjectUse[] => {
    const rows = rowsGiven(event, 0);
    const kind = event.grad === Grad.off ? "predict" : trains && event.loops !== undefined ? "fit" : undefined;
    if (rows === undefined || kind === undefined || event.unit.path !== model.path) return [];
    return [{ object: module, use: inOrder(model, { kind, event, models: [module], ...rows }) }];
  });
  const passing = new Set(passes.map(({ use }) => use.event));
  return [...uses.filter(({ use }) => !passing.has(use.event)), ...passes];
}

/** Is the fit always the one before, not one of several that branches choose among? */
function isAfter(fit: DataUse, use: DataUse): boolean {
  const around = new Set<unknown>();
  for (let branch: BranchFrame | undefined = use.event.branches; branch !== undefined; branch = branch.parent)
    around.add(branch.taken ? branch.branch : branch.branch.otherwise);
  for (let branch: BranchFrame | undefined = fit.event.branches; branch !== undefined; branch = branch.parent)
    if (!around.has(branch.taken ? branch.branch : branch.branch.otherwise)) return false;
  return true;
}

function compare(model: Model, fit: DataUse, use: DataUse): Unprepared | undefined {
  const argument = use.event.call.args[0]?.value;
  if (argument === undefined || !isOneWay(model, fit.data) || !isOneWay(model, use.data)) return undefined;
  const fitted = preparationOf(model, fit.data);
  const given = preparationOf(model, use.data);
  const whole = onlyEntity(use.data);
  if (whole === undefined || fitted.entities.has(whole)) return undefined;
  if (!isRelated(model, fit, use, fitted, given)) return undefined;
  if (given.unknown.some((entity) => !fitted.entities.has(entity))) return undefined;
  return (
    otherTransformer(model, fitted, given, argument) ??
    otherScaling(model, fitted, given, argument) ??
    otherStatistic(model, fitted, given, argument)
  );
}

/** Rows that are one thing or another, as branches decide, cannot be compared. */
function isOneWay(model: Model, rows: Value): boolean {
  if (alternatives(rows).length !== 1) return false;
  return [...preparationOf(model, rows).entities].every(({ origin }) => {
    switch (origin.how) {
      case "index":
      case "slice":
      case "attribute":
      case "element":
        return alternatives(origin.of).length === 1;
      case "call":
        return alternatives(origin.args.positional[0]).length < 2 && alternatives(origin.receiver).length < 2;
      default:
        return true;
    }
  });
}

/** Are they parts of one split, or rows that come the same way? A row typed in to show how the model is used is neither. */
function isRelated(model: Model, fit: DataUse, use: DataUse, fitted: Preparation, given: Preparation): boolean {
  const splits = new Set(partsIn(model, fit.data).map(({ split }) => split));
  if (partsIn(model, use.data).some(({ split }) => splits.has(split))) return true;
  if (partsIn(model, use.data).length > 0 || splits.size > 0) return false;
  const rootsOf = ({ entities }: Preparation): readonly string[] => [...entities].flatMap((entity) => rootOf(entity));
  const known = new Set(rootsOf(fitted));
  return rootsOf(given).some((root) => known.has(root));
}

/** Where rows begin: a file that is read by the same function, a parameter of the same function. */
function rootOf({ origin }: Entity): readonly string[] {
  if (origin.how === "parameter") return [`parameter of ${String(origin.function.start)}`];
  return origin.how === "call" && /(\.read_\w+|\.load|\.load_data|\.load_\w+)$/.test(origin.path ?? "")
    ? [`call of ${origin.path ?? ""}`]
    : [];
}

/** A transformer that only the rows of the fit went through, or another one of its kind. */
function otherTransformer(
  model: Model,
  fitted: Preparation,
  given: Preparation,
  argument: Expression,
): Unprepared | undefined {
  for (const { entity, receiver, type } of fitted.applied) {
    if (given.entities.has(entity) || entity.site === undefined) continue;
    const same = given.applied.filter((other) => other.type === type);
    if (same.some((other) => other.receiver === receiver)) continue;
    const [other] = same;
    if (other === undefined) {
      // One of another kind in its place may hold this one, or do the same.
      if (given.applied.some(({ entity: own }) => !fitted.entities.has(own)) || isScaledByHand(given, fitted))
        return undefined;
      return { at: argument, prepared: written(entity.unit, entity.site), kind: "left out" };
    }
    const isToldElsewhere = testFitsIn(model).some(({ fit }) => fit.models.includes(other.receiver));
    const isAnother =
      isFittedOnGiven(model, other.entity) ||
      (isSetOtherwise(receiver, other.receiver) && fitted.applied.every((own) => own.receiver !== other.receiver));
    if (isToldElsewhere || other.entity.site === undefined || !isAnother) return undefined;
    return { at: siteOr(model, other.entity, argument), prepared: written(entity.unit, entity.site), kind: "another" };
  }
  return undefined;
}

function isScaledByHand(given: Preparation, fitted: Preparation): boolean {
  return [...given.scalings, ...given.statistics].some(({ entity }) => !fitted.entities.has(entity));
}

/** Fitted on the very rows that it transforms, so it cannot be the one that the model knows. */
function isFittedOnGiven(model: Model, entity: Entity): boolean {
  const { origin } = entity;
  if (origin.how !== "call" || origin.method !== "fit_transform") return false;
  return partsIn(model, origin.args.positional[0]).some(({ role }) => role === "test");
}

/** Of what learns nothing, all that counts is how it was made. */
function isSetOtherwise(one: Entity, other: Entity): boolean {
  if (one.type === undefined || !learnsNothing(one.type) || one.site === undefined || other.site === undefined)
    return false;
  const [first, second] = [one, other].map(({ site, unit }) => unit.form.text.slice(site?.start, site?.end));
  return one.origin.how === "call" && other.origin.how === "call" && first !== second;
}

/** `train / 255` and `test`, or `test / 256`. */
function otherScaling(
  model: Model,
  fitted: Preparation,
  given: Preparation,
  argument: Expression,
): Unprepared | undefined {
  const own = fitted.scalings.filter(({ entity }) => !given.entities.has(entity));
  const other = given.scalings.filter(({ entity }) => !fitted.entities.has(entity));
  const isStandardized = given.applied.length + given.statistics.length > 0;
  const [first] = own;
  const [instead] = other;
  if (first === undefined) {
    const isRaw = fitted.applied.length + fitted.statistics.length + fitted.unknown.length === 0;
    return instead === undefined || !isRaw
      ? undefined
      : { at: siteOr(model, instead.entity, argument), prepared: written(model, argument), kind: "another" };
  }
  const prepared = written(first.entity.unit, first.at);
  if (instead === undefined) return isStandardized ? undefined : { at: argument, prepared, kind: "left out" };
  const isSame = own.some(({ what }) => other.some((one) => one.what === what));
  return isSame ? undefined : { at: siteOr(model, instead.entity, argument), prepared, kind: "another" };
}

/** `(train - train.mean()) / train.std()` and `test`, or the same with the numbers of `test`. */
function otherStatistic(
  model: Model,
  fitted: Preparation,
  given: Preparation,
  argument: Expression,
): Unprepared | undefined {
  const own = fitted.statistics.filter(({ entity }) => !given.entities.has(entity));
  const [first] = own;
  if (first?.entity.site === undefined) return undefined;
  const other = given.statistics.filter(({ entity }) => !fitted.entities.has(entity));
  const [instead] = other;
  const prepared = written(first.entity.unit, first.entity.site);
  if (instead === undefined) {
    if (given.applied.length + given.scalings.length > 0) return undefined;
    return { at: argument, prepared, kind: "left out" };
  }
  const known = new Set(own.map(({ statistic }) => statistic.entity));
  if (other.some(({ statistic }) => known.has(statistic.entity))) return undefined;
  const source = onlyEntity(instead.statistic.data);
  const isOfGiven = source !== undefined && given.entities.has(source);
  const outermost = other
    .map(({ entity }) => siteOr(model, entity, argument))
    .sort((a, b) => a.start - b.start || b.end - a.end)[0];
  return isOfGiven && outermost !== undefined ? { at: outermost, prepared, kind: "another" } : undefined;
}

/** Where it is done; the rows that are given, where that is in another file. */
function siteOr(model: Model, { site, unit }: Entity, given: Expression): Expression {
  return site !== undefined && unit.path === model.path ? site : given;
}
