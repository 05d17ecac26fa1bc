import type { CallInFile } from "../code/call-in-file.js";
import { callInFile } from "../code/call-in-file.js";
import { callsGiving } from "../code/calls-giving.js";
import { orderOf } from "../code/call-order.js";
import type { DataUse, ObjectUse } from "./data-use.js";
import { applying } from "../../knowledge/metrics.js";
import { appliedTo, learningOf, type Learning } from "./estimators.js";
import { ancestorsOfHeldOut, heldOutRows, isOneSide, type HeldOut } from "./held-out.js";
import { lineageOf } from "./lineage.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { realPartsIn, usesOfParts, type PartUse } from "./part-uses.js";
import { sharesAllRows } from "./rows.js";
import { isFit, usesByObjects } from "./uses.js";
import type { Entity, Value } from "../values.js";

/** Something that learned from rows which a split then parts. */
export interface Leak extends CallInFile {
  readonly split: HeldOut["split"];
  readonly isCrossValidation: boolean;
}

/** Every fit of such a transformer on the rows of both sides of a split whose sides are used, once each. */
export function leaksIn(model: Model, learning: Learning): readonly Leak[] {
  const fits = usesByObjects(model).filter(({ object, use }) => isFit(use) && learningOf(object) === learning);
  if (fits.length === 0) return [];
  const found = leakCollector(model);
  for (const { entity, heldOut } of ancestorsOfHeldOut(model))
    found.add(fitAbove(model, fits, entity, heldOut), heldOut);
  for (const heldOut of heldOutRows(model)) {
    for (const fit of fits) if (adaptsTo(model, fit, heldOut)) found.add(fit.use.event, heldOut);
  }
  for (const use of usesOfParts(model)) {
    if (use.part.role !== "test") continue;
    const split = { start: use.part.at.start, end: use.part.at.end, path: use.part.entity.unit.path };
    found.add(fitApplied(model, fits, use, orderOf(model, use.event)), { split, isCrossValidation: false });
  }
  return found.leaks();
}

/** Gathers leaks by where they stand in the checked file, the first of each. */
export function leakCollector(model: Model): {
  readonly add: (event: CallEvent | undefined, rows: Pick<HeldOut, "split" | "isCrossValidation">) => void;
  readonly leaks: () => readonly Leak[];
} {
  const found = new Map<unknown, Leak>();
  return {
    add: (event, { split, isCrossValidation }) => {
      const place = event === undefined ? undefined : callInFile(model, event);
      if (place !== undefined && !found.has(place.call)) found.set(place.call, { ...place, split, isCrossValidation });
    },
    leaks: () => [...found.values()],
  };
}

/** The fit on all rows of a transformer that gave this value. */
function fitAbove(model: Model, fits: readonly ObjectUse[], entity: Entity, heldOut: HeldOut): CallEvent | undefined {
  const applied = appliedTo(entity);
  if (applied === undefined || !applying.has(applied.method)) return undefined;
  if (applied.method === "fit_transform") {
    const event =
      callsGiving(model, entity).at(-1) ?? fits.find(({ use }) => use.event.call === entity.site)?.use.event;
    if (event === undefined || !fits.some(({ use }) => use.event.call === event.call)) return undefined;
    return isOneSide(model, applied.data, heldOut) ? undefined : event;
  }
  const fit = lastFit(fits, applied.receiver, Infinity);
  if (fit === undefined || isOneSide(model, fit.data, heldOut) || !sharesAllRows(model, fit.data, applied.data))
    return undefined;
  return fit.event;
}

/** A layer that is adapted to all rows works inside the model, where no call of it is seen. */
function adaptsTo(model: Model, { use: { event, data } }: ObjectUse, heldOut: HeldOut): boolean {
  return event.method === "adapt" && !isOneSide(model, data, heldOut) && sharesAllRows(model, data, heldOut.source);
}

/** The fit of a transformer that is applied to a part and was fitted on what the part is of. */
function fitApplied(
  model: Model,
  fits: readonly ObjectUse[],
  { event, part }: PartUse,
  order: number,
): CallEvent | undefined {
  if (event.method === undefined || !applying.has(event.method) || event.receiver?.kind !== "entity") return undefined;
  const fit = lastFit(fits, event.receiver, order);
  if (fit === undefined) return undefined;
  const parts = realPartsIn(model, fit.data);
  const isBoth =
    isJoined(model, fit.data) &&
    ["train", "test"].every((role) => parts.some((side) => side.split === part.split && side.role === role));
  const isWhole = parts.length === 0 && sharesAllRows(model, fit.data, part.source);
  return isWhole || isBoth ? fit.event : undefined;
}

/** Put together from several, where a branch that swaps the parts gives one or the other. */
function isJoined(model: Model, data: Value): boolean {
  return lineageOf(model, data).some(
    ({ entity: { origin } }) =>
      origin.how === "call" && /(concat(enate)?|[vr]stack|append)$/.test(origin.method ?? origin.path ?? ""),
  );
}

function lastFit(fits: readonly ObjectUse[], receiver: Entity, before: number): DataUse | undefined {
  return fits.findLast(({ object, use }) => object === receiver && use.order < before)?.use;
}
