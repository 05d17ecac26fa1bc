import type { Comparison, Expression } from "../../syntax/expressions.js";
import { isFoldSplitter, pairSplitters } from "../../knowledge/sklearn.js";
import { lineageOf, type Step } from "./lineage.js";
import type { Model } from "../model.js";
import { roleOfName } from "./own-names.js";
import { viewed } from "./rows.js";
import { alternatives, type Entity, type Value } from "../values.js";

/** A value that holds some of the rows of another, as one side of a split. */
export interface Part {
  readonly entity: Entity;
  readonly role: "train" | "test";
  /** What was split. */
  readonly source: Value;
  /** The same for both sides of one split. */
  readonly split: string;
  /** True where one side alone proves nothing: `rows[:10]` may be a preview, `rows[mask]` a filter. */
  readonly needsOther: boolean;
  /** Where the split is made. */
  readonly at: Expression;
}

/** The parts nearest to a value: what it, or what it was made from, is one side of. */
export function partsIn(model: Model, value: Value | undefined): readonly Part[] {
  if (value === undefined || value.kind === "literal" || value.kind === "symbol") return [];
  const known = partsOfModels.get(model) ?? new Map<Value, readonly Part[]>();
  partsOfModels.set(model, known);
  const found = known.get(value) ?? findParts(model, value);
  known.set(value, found);
  return found;
}

const partsOfModels = new WeakMap<Model, Map<Value, readonly Part[]>>();

function findParts(model: Model, value: Value): readonly Part[] {
  const steps = lineageOf(model, value);
  const parts = new Map<Step, Part>();
  for (const step of steps) {
    if (isBelow(step, parts)) continue;
    const part = partOf(step.entity);
    if (part !== undefined) parts.set(step, part);
  }
  return [...parts.values()];
}

/** Is there a part already on the way to this place? What may be a preview or a window of rows hides nothing. */
function isBelow(step: Step, parts: ReadonlyMap<Step, Part>): boolean {
  for (let at = step.below; at !== undefined; at = at.below) if (parts.get(at)?.needsOther === false) return true;
  return false;
}

export function partOf(entity: Entity): Part | undefined {
  const { origin, site } = entity;
  switch (origin.how) {
    case "call":
      return pairPart(entity) ?? sampledPart(entity);
    case "slice":
      return slicePart(entity, viewed(origin.of), origin.by.kind === "Sequence" ? origin.by.items[0] : origin.by);
    case "index":
      return site === undefined ? undefined : indexPart(entity, viewed(origin.of), origin.by);
    case "element":
      return elementPart(entity, origin.of, origin.index);
    default:
      return undefined;
  }
}

/** A side of `train_test_split`. */
function pairPart(entity: Entity): Part | undefined {
  const { origin } = entity;
  if (origin.how !== "call" || origin.path === undefined || !pairSplitters.has(origin.path)) return undefined;
  const role = entity.facts.has("test-part") ? "test" : entity.facts.has("train-part") ? "train" : undefined;
  const [source] = entity.from;
  if (role === undefined || source === undefined) return undefined;
  return { entity, role, source, split: `call@${String(origin.call.start)}`, needsOther: false, at: origin.call };
}

/** `rows.sample(frac=0.8)`, and `rows.drop(train.index)`, the rest. */
function sampledPart(entity: Entity): Part | undefined {
  const { origin } = entity;
  if (origin.how !== "call" || origin.receiver === undefined) return undefined;
  const key = (call: Entity): string => `sample@${String(call.site?.start ?? 0)}`;
  if (origin.method === "sample") {
    const fraction = origin.args.named.get("frac");
    const isWhole = fraction?.kind === "literal" && fraction.value === 1;
    if (isWhole || (fraction === undefined && !origin.args.named.has("n") && origin.args.positional.length === 0))
      return undefined;
    return { entity, role: "train", source: origin.receiver, split: key(entity), needsOther: true, at: origin.call };
  }
  if (origin.method !== "drop") return undefined;
  const dropped = origin.args.named.get("index") ?? origin.args.positional[0];
  for (const option of alternatives(dropped)) {
    if (option.kind !== "entity" || option.origin.how !== "attribute" || option.origin.name !== "index") continue;
    for (const taken of alternatives(option.origin.of)) {
      if (taken.kind !== "entity" || taken.origin.how !== "call" || taken.origin.method !== "sample") continue;
      return { entity, role: "test", source: origin.receiver, split: key(taken), needsOther: true, at: origin.call };
    }
  }
  return undefined;
}

/** `rows[:n]` and `rows[n:]`. */
function slicePart(entity: Entity, source: Value, by: Expression | undefined): Part | undefined {
  if (by?.kind !== "Slice" || by.step !== undefined || entity.site?.kind !== "Subscript") return undefined;
  // `rows[0:n]` begins where `rows[:n]` does.
  const lower = by.lower?.kind === "Literal" && by.lower.value === 0 ? undefined : by.lower;
  const bound = lower ?? by.upper;
  // The last row, or all but it, is a step in time or a column of labels.
  if (bound === undefined || /^-?[01]$/.test(textOf(entity, bound))) return undefined;
  const sliced = textOf(entity, entity.site.object);
  return {
    entity,
    role: lower === undefined ? "train" : "test",
    source,
    split: `${sliced}|${boundName(entity, bound)}`,
    needsOther: true,
    at: entity.site,
  };
}

/** `rows[:n]` goes with `rows[n - window:]`, which starts some rows earlier to fill a window. */
function boundName(entity: Entity, bound: Expression): string {
  const isShifted = bound.kind === "Operation" && bound.operands.length === 2 && /^[-+]$/.test(bound.operator);
  const first = isShifted ? bound.operands[0] : undefined;
  return textOf(entity, first?.kind === "Name" ? first : bound);
}

/** `rows[train_index]`: what the index is a part of, or a mask and its opposite. */
function indexPart(entity: Entity, source: Value, by: Expression): Part | undefined {
  const at = entity.site;
  if (at === undefined) return undefined;
  const row = by.kind === "Sequence" ? by.items[0] : by;
  for (const option of alternatives(entity.from[1])) {
    const first = option.kind === "tuple" ? option.items[0] : option;
    for (const index of alternatives(first)) {
      const part = index.kind === "entity" ? partOf(index) : undefined;
      if (part !== undefined) return { ...part, entity, source };
    }
  }
  if (row?.kind === "Comparison") return comparedPart(entity, source, row, at);
  if (row?.kind === "Operation" && row.operator === "~" && row.operands[0]?.kind === "Name")
    return { entity, role: "test", source, split: `mask|${row.operands[0].id}`, needsOther: true, at };
  if (row?.kind === "Name" && isMask(entity.from[1]))
    return { entity, role: "train", source, split: `mask|${row.id}`, needsOther: true, at };
  return undefined;
}

/** `rows[rows.day < cut]` and `rows[rows.day >= cut]`; `rows[rows.part == "train"]` and `rows[rows.part == "test"]`. */
function comparedPart(entity: Entity, source: Value, by: Comparison, at: Expression): Part | undefined {
  const [left, right] = by.operands;
  const operator = by.operators.length === 1 ? by.operators[0] : undefined;
  if (left === undefined || right === undefined || operator === undefined) return undefined;
  const key = `where|${textOf(entity, left)}`;
  if (operator === "==" && right.kind === "Literal") {
    const role = typeof right.value === "string" ? roleOfName(right.value) : undefined;
    if (role === undefined) return undefined;
    return { entity, role: role === "train" ? "train" : "test", source, split: key, needsOther: true, at };
  }
  if (!/^[<>]=?$/.test(operator)) return undefined;
  const role = operator.startsWith("<") ? "train" : "test";
  return { entity, role, source, split: `${key}|${textOf(entity, right)}`, needsOther: true, at };
}

function isMask(index: Value | undefined): boolean {
  return alternatives(index).some(
    (option) => option.kind === "entity" && (option.origin.how === "operation" || option.origin.how === "call"),
  );
}

/** The indices of one fold, and the parts of `random_split`. */
function elementPart(entity: Entity, of: Value, index: number | undefined): Part | undefined {
  if (index === undefined) return undefined;
  for (const option of alternatives(of)) {
    const call = foldCall(option);
    if (call === undefined || call.origin.how !== "call") continue;
    const [source] = call.origin.args.positional;
    if (source === undefined) continue;
    const at = call.origin.call;
    return {
      entity,
      role: index === 0 ? "train" : "test",
      source,
      split: `call@${String(at.start)}`,
      needsOther: false,
      at,
    };
  }
  return undefined;
}

/** The call of a splitter that an element was taken from, directly or step by step. */
function foldCall(value: Value, depth = 0): Entity | undefined {
  if (value.kind !== "entity" || depth > 4) return undefined;
  const { origin } = value;
  if (origin.how === "element") return firstFold(origin.of, depth);
  if (origin.how !== "call") return undefined;
  if (origin.path === "torch.utils.data.random_split" || (origin.path !== undefined && isFoldSplitter(origin.path)))
    return value;
  if (origin.path === "builtins.next" || origin.path === "builtins.list" || origin.path === "builtins.enumerate")
    return origin.args.positional[0] === undefined ? undefined : firstFold(origin.args.positional[0], depth);
  return undefined;
}

function firstFold(value: Value, depth: number): Entity | undefined {
  for (const option of alternatives(value)) {
    const found = foldCall(option, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function textOf(entity: Entity, expression: Expression): string {
  return entity.unit.form.text.slice(expression.start, expression.end).replace(/\s+/g, "");
}
