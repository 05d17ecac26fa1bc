import type { LoopFrame } from "../follow/run.js";
import type { Model } from "../model.js";
import { isWithin } from "../torch/training-loop.js";
import { lineageOf } from "./lineage.js";
import type { DataUse } from "./data-use.js";
import type { Role } from "./roles.js";
import { usesOfData } from "./uses.js";

/** The first score of the same part, or prediction for it, after a use and outside of it. */
export function laterScore(
  model: Model,
  use: { readonly order: number },
  key: string,
  outside?: LoopFrame,
): DataUse | undefined {
  return usesOfData(model).find(
    (other) =>
      isJudged(other) &&
      other.order > use.order &&
      (outside === undefined || !isWithin(other.event, outside)) &&
      other.roles.some((role) => role.key === key),
  );
}

/**
 * Is something judged, now or later, on rows that are held out besides? Then those give the result, and the first ones
 * are for validation, whatever they are called.
 */
export function isOtherJudged(model: Model, after: number, held: Role, outside?: LoopFrame): boolean {
  return usesOfData(model).some(
    (other) =>
      isJudged(other) &&
      other.order > after &&
      (outside === undefined || !isWithin(other.event, outside)) &&
      (isUnnamedLoader(model, other, held) ||
        (other.roles.every(({ key }) => key !== held.key) &&
          other.roles.some((role) => role.purpose !== "train" && isOfSameData(model, role, held)))),
  );
}

/** A loader of rows that no name tells anything of, where it is but a name that makes the other ones test rows. */
function isUnnamedLoader(model: Model, { data, roles }: DataUse, held: Role): boolean {
  if (roles.length > 0 || held.part !== undefined) return false;
  return lineageOf(model, data).some(({ entity: { type } }) => type?.endsWith(".DataLoader") === true);
}

/** Is something predicted for the rows, or scored on them? */
export function isJudged({ kind }: DataUse): boolean {
  return kind === "score" || kind === "predict";
}

/** Parts of unrelated data belong to another experiment. */
function isOfSameData(model: Model, one: Role, other: Role): boolean {
  if (one.part === undefined || other.part === undefined || one.key.startsWith("given|")) return true;
  const sources = new Set(lineageOf(model, other.part.source).map(({ entity }) => entity));
  return lineageOf(model, one.part.source).some(({ entity }) => sources.has(entity));
}

/** The part for the test that a value's rows are of; undefined where rows held out for something else are in it too. */
export function testRole(roles: readonly Role[]): Role | undefined {
  const held = roles.filter(({ purpose }) => purpose !== "train");
  return held.every(({ purpose }) => purpose === "test") ? held[0] : undefined;
}
