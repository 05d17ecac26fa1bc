import type { Expression } from "../../syntax/expressions.js";
import { lineageOf, type Step } from "./lineage.js";
import type { Model } from "../model.js";
import { isNamedByFolder, namedRole, roleOfPlainName } from "./named-roles.js";
import { realPartsIn } from "./part-uses.js";
import { partsIn, purposeOf, type Part, type Purpose } from "./splits.js";
import { perModel } from "../code/per-model.js";
import type { Entity, Value } from "../values.js";

/** What the rows of a value are for. */
export interface Role {
  readonly purpose: Purpose;
  /** The same for all values with rows of the same part. */
  readonly key: string;
  /** Undefined where only a name tells. */
  readonly part: Part | undefined;
  readonly split: Expression | undefined;
}

/** The roles of what a value holds: from how it was split, else from what the code calls it. */
export function rolesIn(model: Model, value: Value | undefined): readonly Role[] {
  if (value === undefined || value.kind === "literal" || value.kind === "symbol") return [];
  const known = knownRoles(model);
  let found = known.get(value);
  if (found === undefined) {
    const certain = realPartsIn(model, value);
    // A mask that says what it is for needs no other.
    const parts =
      certain.length > 0 ? certain : partsIn(model, value).filter(({ split }) => split.startsWith("masks|"));
    found = unique(parts.length > 0 ? parts.map((part) => roleOfPart(model, value, part)) : namedRoles(model, value));
    known.set(value, found);
  }
  return found;
}

const knownRoles = perModel(() => new Map<Value, readonly Role[]>());

/** The one purpose of a value's rows; undefined where nothing tells, or where rows of several are in it. */
export function purposeIn(model: Model, value: Value | undefined): Purpose | undefined {
  const purposes = new Set(rolesIn(model, value).map(({ purpose }) => purpose));
  return purposes.size === 1 ? [...purposes][0] : undefined;
}

/**
 * A split in two leaves open whether what is held out is for validation or for the test, and of a cut only its place is known:
 * there the name decides.
 */
function roleOfPart(model: Model, value: Value, part: Part): Role {
  const purpose = purposeOf(model, part);
  const side = part.name ?? (part.isMiddle === true ? "middle" : part.role);
  const isOpen = part.name === undefined && (purpose === "test" || part.needsOther);
  const named = isOpen ? nearestName(model, value, part) : undefined;
  const isDecided = named === "validation" || (named !== undefined && part.needsOther);
  return { purpose: isDecided ? named : purpose, key: `${part.split}|${side}`, part, split: part.at };
}

/** What the code calls a part, or what was made of it. */
function nearestName(model: Model, value: Value, part: Part): Purpose | undefined {
  const { origin } = part.entity;
  // `rows[val_index]` is called by its index, unless what is made of it at once is called after the test.
  const byIndex = origin.how === "index" ? roleOfPlainName(origin.by) : undefined;
  const handed = namedRole(model, part.entity);
  if (byIndex === "validation" && handed === undefined)
    return nameAfter(model, value, part.entity) === "test" ? "test" : byIndex;
  const own = byIndex ?? handed;
  if (own !== undefined) return own;
  for (const { entity } of lineageOf(model, value)) {
    if (entity === part.entity) return undefined;
    const role = namedRole(model, entity);
    if (role !== undefined) return role;
  }
  return undefined;
}

/** The first name on the way from rows to what was made of them. */
function nameAfter(model: Model, value: Value, rows: Entity): Purpose | undefined {
  let at = lineageOf(model, value).find(({ entity }) => entity === rows)?.below;
  for (; at !== undefined; at = at.below) {
    const role = namedRole(model, at.entity);
    if (role !== undefined) return role;
  }
  return undefined;
}

/** On each way back to where a value comes from, the name nearest to its source: what a helper calls it in passing is weaker. */
function namedRoles(model: Model, value: Value): readonly Role[] {
  const named = new Map<Step, Purpose>();
  for (const step of lineageOf(model, value)) {
    const purpose = namedRole(model, step.entity);
    if (purpose === undefined || (isNamedByFolder(step.entity) && isCalledElse(named, step, purpose))) continue;
    for (let at = step.below; at !== undefined; at = at.below) named.delete(at);
    named.set(step, purpose);
  }
  if (new Set(named.values()).size > 1) dropWeaker(model, named);
  return [...named.values()].map((purpose) => ({ purpose, key: `name|${purpose}`, part: undefined, split: undefined }));
}

/** Has what lies in a folder a name of its own, by its file or by what was made of it? */
function isCalledElse(named: ReadonlyMap<Step, Purpose>, step: Step, purpose: Purpose): boolean {
  for (let at = step.below; at !== undefined; at = at.below) {
    const own = named.get(at);
    if (own !== undefined) return own !== purpose;
  }
  return false;
}

/** A walk meets each source once: what leads to a named one by another way than the first has a weaker name as well. */
function dropWeaker(model: Model, named: Map<Step, Purpose>): void {
  const nearest = new Map([...named].map(([{ entity }, purpose]) => [entity, purpose]));
  for (const [step, purpose] of [...named]) {
    const isWeaker = lineageOf(model, step.entity).some(({ entity }) => {
      const other = entity.id < step.entity.id ? nearest.get(entity) : undefined;
      return other !== undefined && other !== purpose;
    });
    if (isWeaker) named.delete(step);
  }
}

/** One for each part; rows that are once called after the test are for the test. */
function unique(roles: readonly Role[]): readonly Role[] {
  const found = new Map<string, Role>();
  for (const role of roles) if (found.get(role.key) === undefined || role.purpose === "test") found.set(role.key, role);
  return [...found.values()];
}
