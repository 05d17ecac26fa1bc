import type { Call } from "../../syntax/expressions.js";
import type { Span } from "../../syntax/span.js";
import { crossValidators, pairSplitters } from "../../knowledge/sklearn.js";
import { appliedTo, fitsIn, isLearningTransformer, type FitEvent } from "./fits.js";
import { lineageOf } from "./lineage.js";
import type { Model } from "../model.js";
import { returnsSomething } from "../code/returns.js";
import { sharesAllRows } from "./rows.js";
import { realPartsIn, usesOfParts, type PartUse } from "./part-uses.js";
import { partsIn } from "./splits.js";
import { isUnitTestFile } from "../code/unit-tests.js";
import type { Entity, Value } from "../values.js";

/** A transformer that was fitted on rows which a split then parts. */
export interface Leak {
  readonly fit: Call;
  readonly split: Span;
  readonly isCrossValidation: boolean;
}

/** Every fit of a transformer on the rows of both sides of a split whose sides are used, once each. */
export function leaksIn(model: Model): readonly Leak[] {
  if (isUnitTestFile(model.form)) return [];
  const fits = fitsIn(model).filter(({ receiver }) => isLearningTransformer(receiver));
  if (fits.length === 0) return [];
  const found = new Map<Call, Leak>();
  const add = (fit: Call | undefined, split: Span, isCrossValidation = false): void => {
    if (fit !== undefined && !found.has(fit)) found.set(fit, { fit, split, isCrossValidation });
  };
  for (const use of usesOfParts(model).filter(({ part }) => part.role === "test")) {
    for (const fit of fitsAbove(model, fits, use.part.source)) add(fit, use.part.at);
    for (const fit of fitsApplied(model, fits, use)) add(fit, use.part.at);
  }
  for (const event of model.calls) {
    if (event.path === undefined) continue;
    if (crossValidators.has(event.path)) {
      const data = event.args.positional[1] ?? event.args.named.get("X");
      for (const fit of fitsAbove(model, fits, data)) add(fit, event.call.callee, true);
    }
    if (pairSplitters.has(event.path) && returnsSomething(event)) {
      for (const data of event.args.positional) for (const fit of fitsAbove(model, fits, data)) add(fit, event.call);
    }
  }
  return [...found.values()];
}

/** Transformers that the rows went through before they were split, and were fitted on as a whole. */
function fitsAbove(model: Model, fits: readonly FitEvent[], source: Value | undefined): readonly Call[] {
  const found: Call[] = [];
  for (const { entity } of lineageOf(model, source)) {
    const applied = appliedTo(entity);
    if (applied === undefined || entity.origin.how !== "call" || !isLearningTransformer(applied.receiver)) continue;
    if (applied.method === "fit_transform") {
      if (!isPartOfEarlierSplit(model, applied.data)) found.push(entity.origin.call);
    } else if (applied.method === "transform") {
      const fit = lastFit(fits, applied.receiver, Infinity);
      if (fit !== undefined && !isPartOfEarlierSplit(model, fit.data) && sharesAllRows(model, fit.data, applied.data))
        found.push(fit.event.call);
    }
  }
  return found;
}

/** Transformers that are applied to a part and were fitted on what the part is of. */
function fitsApplied(model: Model, fits: readonly FitEvent[], { event, order, part }: PartUse): readonly Call[] {
  if (event.method !== "transform" || event.receiver?.kind !== "entity") return [];
  const fit = lastFit(fits, event.receiver, order);
  if (fit === undefined) return [];
  const parts = realPartsIn(model, fit.data);
  const isBoth =
    isJoined(model, fit.data) &&
    ["train", "test"].every((role) => parts.some((side) => side.split === part.split && side.role === role));
  const isWhole = parts.length === 0 && sharesAllRows(model, fit.data, part.source);
  return isWhole || isBoth ? [fit.event.call] : [];
}

/** Put together from several, where a branch that swaps the parts gives one or the other. */
function isJoined(model: Model, data: Value): boolean {
  return lineageOf(model, data).some(
    ({ entity: { origin } }) =>
      origin.how === "call" && /(concat(enate)?|[vr]stack|append)$/.test(origin.method ?? origin.path ?? ""),
  );
}

function lastFit(fits: readonly FitEvent[], receiver: Entity, before: number): FitEvent | undefined {
  return fits.filter((fit) => fit.receiver === receiver && fit.order < before).at(-1);
}

/** A second split of the training part makes a validation set; what is fitted on the whole training part has seen no test rows. */
function isPartOfEarlierSplit(model: Model, data: Value): boolean {
  return partsIn(model, data).some((part) => !part.needsOther);
}
