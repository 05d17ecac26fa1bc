import type { Expression } from "../../syntax/expressions.js";
import { lineageOf, sourcesOf, type Step } from "./lineage.js";
import type { Model } from "../model.js";
import { nameGiven, roleOfName } from "./own-names.js";
import { reachOf } from "./reach.js";
import { viewed } from "./rows.js";
import { callPart, elementPart } from "./split-calls.js";
import { givenPart } from "./given-parts.js";
import { indexPart, slicePart } from "./split-rows.js";
import { perModel } from "../code/per-model.js";
import type { Entity, Value } from "../values.js";

/** A value that holds some of the rows of another, as one side of a split. */
export interface Part {
  readonly entity: Entity;
  /** Whatever is held out is "test" here; `purposeOf` tells validation from test. */
  readonly role: "train" | "test";
  /** What was split. */
  readonly source: Value;
  /** The same for all sides of one split. */
  readonly split: string;
  /** True where one side alone proves nothing: `rows[:10]` may be a preview, `rows[mask]` a filter. */
  readonly needsOther: boolean;
  /** Where the split is made. */
  readonly at: Expression;
  /** What the code says that the part is for: by the key, the argument or the variable that names it. */
  readonly name?: Purpose | undefined;
  /** True for the middle one of three parts. */
  readonly isMiddle?: boolean;
}

export type Purpose = "train" | "validation" | "test";

/** The parts nearest to a value: what it, or what it was made from, is one side of. */
export function partsIn(model: Model, value: Value | undefined): readonly Part[] {
  if (value === undefined || value.kind === "literal" || value.kind === "symbol") return [];
  const known = knownParts(model);
  const found = known.get(value) ?? findParts(model, value);
  known.set(value, found);
  return found;
}

const knownParts = perModel(() => new Map<Value, readonly Part[]>());

function findParts(model: Model, value: Value): readonly Part[] {
  const { mayHoldPart, met } = reachOfParts(model);
  if (!mayHoldPart(value)) return [];
  const parts: Part[] = [];
  // What may be a preview or a window of rows hides nothing; any other part hides what it was made from.
  const hiding = new Set<Step>();
  for (const step of lineageOf(model, value, mayHoldPart)) {
    if (step.below !== undefined && hiding.has(step.below)) {
      hiding.add(step);
      continue;
    }
    const part = met.get(step.entity);
    if (part === undefined) continue;
    parts.push(part);
    if (!part.needsOther) hiding.add(step);
  }
  return parts;
}

/** Tells of a value whether it leads back to any part; the parts that were met, whatever was asked. */
export interface PartReach {
  readonly mayHoldPart: (value: Value) => boolean;
  /** Tells of a value whether it leads back to one of these parts, once `mayHoldPart` has looked at it. */
  readonly leadingTo: (parts: readonly Entity[]) => (value: Value) => boolean;
  readonly met: ReadonlyMap<Entity, Part>;
}

export const reachOfParts = perModel((model): PartReach => {
  const met = new Map<Entity, Part>();
  const { reaches, leadingTo } = reachOf(
    (entity) => sourcesOf(model, { entity, below: undefined }),
    (entity) => {
      const part = partOf(entity);
      if (part !== undefined) met.set(entity, part);
      return part !== undefined;
    },
  );
  return { mayHoldPart: reaches, leadingTo, met };
});

/**
 * What a part is for. A split of what is held out makes a validation and a test part; what is held out of a training part,
 * and the middle one of three, is for validation.
 */
export function purposeOf(model: Model, part: Part): Purpose {
  if (part.name !== undefined) return part.name;
  const outer = partsIn(model, part.source).filter((above) => above.split !== part.split);
  if (outer.some((above) => above.role === "test")) return part.role === "train" ? "validation" : "test";
  if (part.role === "train") return "train";
  return part.isMiddle === true || outer.length > 0 ? "validation" : "test";
}

/** The side of a split that a value is itself. */
export function partOf(entity: Entity): Part | undefined {
  const part = madePart(entity) ?? givenPart(entity);
  return part === undefined ? undefined : byName(part);
}

function madePart(entity: Entity): Part | undefined {
  const { origin, site } = entity;
  switch (origin.how) {
    case "call":
      return callPart(entity, partOf);
    case "slice":
      return slicePart(entity, viewed(origin.of), origin.by.kind === "Sequence" ? origin.by.items[0] : origin.by);
    case "index":
      return site === undefined ? undefined : indexPart(entity, viewed(origin.of), origin.by, partOf);
    case "element":
      return elementPart(entity, origin.of, origin.index);
    default:
      return undefined;
  }
}

/** Which side of a cut is for training is the author's choice: `valid, train = rows[:100], rows[100:]`. */
function byName(part: Part): Part {
  if (!part.needsOther || part.name !== undefined) return part;
  const { site, unit } = part.entity;
  const given = site === undefined ? undefined : nameGiven(unit.form, site);
  const name = given === undefined ? undefined : roleOfName(given);
  return name === undefined ? part : { ...part, name, role: name === "train" ? "train" : "test" };
}
