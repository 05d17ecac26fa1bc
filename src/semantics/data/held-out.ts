import type { Span } from "../../syntax/span.js";
import { pairSplitters } from "../../knowledge/sklearn.js";
import { returnsSomething } from "../code/returns.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { alternatives, type Entity, type Value } from "../values.js";
import type { DataUse } from "./data-use.js";
import { isJudged } from "./final-scores.js";
import { roleByName, roleOfName } from "./own-names.js";
import { lineageOf, type Step } from "./lineage.js";
import { usesOfParts } from "./part-uses.js";
import { partsIn } from "./splits.js";
import { isFit, isInFile, usesByObjects, usesOfData } from "./uses.js";
import { perModel } from "../code/per-model.js";

/** Rows on which something is judged: the test side of a split, or all rows where they are cross-validated. */
export interface HeldOut {
  readonly value: Value;
  /** What was split. */
  readonly source: Value;
  readonly split: Span & { readonly path: string };
  /** The same for both sides of the split. */
  readonly key: string | undefined;
  readonly isCrossValidation: boolean;
  /** The call that uses the rows. */
  readonly event: CallEvent;
}

/** All rows that are held out in a file, each value once. */
export const heldOutRows = perModel(findRows);

function findRows(model: Model): readonly HeldOut[] {
  const found = new Map<Value, HeldOut>();
  const add = (rows: HeldOut): void => {
    if (!found.has(rows.value) && !isHandedInForTraining(model, rows.source)) found.set(rows.value, rows);
  };
  for (const { event, value, part } of usesOfParts(model)) {
    if (part.role !== "test") continue;
    const split = { start: part.at.start, end: part.at.end, path: part.entity.unit.path };
    add({ value, source: part.source, split, key: part.split, isCrossValidation: false, event });
    // A sampler chooses among the rows of the dataset beside it.
    const [dataset] = event.args.positional;
    if (dataset !== undefined && dataset !== value && [...event.args.named.values()].includes(value))
      add({ value: dataset, source: dataset, split, key: part.split, isCrossValidation: false, event });
  }
  const whole = (event: CallEvent, value: Value | undefined, at: Span, isCrossValidation: boolean): void => {
    const split = { start: at.start, end: at.end, path: event.unit.path };
    if (value !== undefined) add({ value, source: value, split, key: undefined, isCrossValidation, event });
  };
  for (const event of model.calls) {
    const { path, args } = event;
    if (path !== undefined && pairSplitters.has(path) && returnsSomething(event))
      for (const data of args.positional) whole(event, data, event.call, false);
  }
  for (const use of usesOfData(model)) {
    const { event, data, kind } = use;
    if (!isInFile(model, use)) continue;
    if (kind === "validate") whole(event, data, event.call.callee, true);
    if (event.method !== "fit" || !isFit(use) || partsIn(model, data).length > 0) continue;
    if (kind === "tune") whole(event, data, event.call.callee, true);
    else if (isOnlyValidated(model, use)) whole(event, data, event.call.callee, false);
  }
  return [...found.values()];
}

/**
 * Rows that come in as `X_train`, or were made of nothing else, were split before: what is held out of them again is
 * no test part.
 */
function isHandedInForTraining(model: Model, source: Value): boolean {
  const handed = lineageOf(model, source).flatMap(({ entity: { origin } }) =>
    origin.how === "parameter" ? [{ name: origin.name, role: roleOfName(origin.name) }] : [],
  );
  return (
    handed.some(({ role }) => role === "train") &&
    handed.every(({ name, role }) => role === "train" || (role === undefined && !namesRows.test(name)))
  );
}

/** Beside them, options and the like may have had a part in it. */
const namesRows = /^(x|y|xs|ys|inputs?|labels?|targets?|(\w+_)?(data|df|frame|table|rows|features|dataset|texts?))$/i;

/** `fit(X, y, validation_split=0.2)` of a model that no other rows are kept for: what is split off is all that it is judged by. */
function isOnlyValidated(model: Model, { event, models, data }: DataUse): boolean {
  const share = event.args.named.get("validation_split");
  const argument = event.call.args[0]?.value;
  if (share === undefined || (share.kind === "literal" && !share.value) || argument === undefined) return false;
  if (roleByName(argument) !== undefined || event.frame.isRoot) return false;
  return usesByObjects(model).every(
    ({ object, use }) => !isJudged(use) || !isInFile(model, use) || !models.includes(object) || use.data === data,
  );
}

/** A value that held-out rows come from, with the rows. */
export interface Ancestor {
  readonly entity: Entity;
  /** The way from the held-out rows to it. */
  readonly step: Step;
  readonly heldOut: HeldOut;
}

/** Everything that held-out rows were made of, once for each split. */
export const ancestorsOfHeldOut = perModel(findAncestors);

/** Longer programs are cut here; they say the same things again. */
const mostRows = 80;

function findAncestors(model: Model): readonly Ancestor[] {
  const found: Ancestor[] = [];
  const seen = new Map<number, Set<Entity>>();
  for (const heldOut of heldOutRows(model).slice(0, mostRows)) {
    const known = seen.get(heldOut.split.start) ?? new Set<Entity>();
    seen.set(heldOut.split.start, known);
    for (const step of lineageOf(model, heldOut.value)) {
      const { entity } = step;
      if (known.has(entity)) continue;
      known.add(entity);
      found.push({ entity, step, heldOut });
    }
  }
  return found;
}

/** Is a value one side of this split, or of one that was made before? What was learned from it has not seen the other side. */
export function isOneSide(model: Model, data: Value, { key }: HeldOut): boolean {
  return partsIn(model, data).some((part) => !part.needsOther || part.split === key);
}

/** The one entity that a value is. */
export function onlyEntity(value: Value | undefined): Entity | undefined {
  const [only, ...others] = alternatives(value);
  return only?.kind === "entity" && others.length === 0 ? only : undefined;
}
