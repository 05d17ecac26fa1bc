import type { Comparison, Expression } from "../../syntax/expressions.js";
import { roleOfName } from "./own-names.js";
import type { Part } from "./splits.js";
import { alternatives, type Entity, type Value } from "../values.js";

type PartFinder = (entity: Entity) => Part | undefined;

/** `rows[:n]` and `rows[n:]`, with `rows[n:m]` between them. */
export function slicePart(entity: Entity, source: Value, by: Expression | undefined): Part | undefined {
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
    isMiddle: lower !== undefined && by.upper !== undefined,
  };
}

/** `rows[:n]` goes with `rows[n - window:]`, which starts some rows earlier to fill a window. */
function boundName(entity: Entity, bound: Expression): string {
  const isShifted = bound.kind === "Operation" && bound.operands.length === 2 && /^[-+]$/.test(bound.operator);
  const first = isShifted ? bound.operands[0] : undefined;
  return textOf(entity, first?.kind === "Name" ? first : bound);
}

/** `rows[train_index]`: what the index is a part of, or a mask and its opposite. */
export function indexPart(entity: Entity, source: Value, by: Expression, partOf: PartFinder): Part | undefined {
  const at = entity.site;
  if (at === undefined) return undefined;
  const row = by.kind === "Sequence" ? by.items[0] : by;
  for (const option of alternatives(entity.from[1])) {
    const first = option.kind === "tuple" ? option.items[0] : option;
    for (const index of alternatives(first)) {
      const part = index.kind === "entity" ? (partOf(index) ?? memberPart(index, partOf)) : undefined;
      if (part !== undefined) return { ...part, entity, source };
    }
  }
  if (row?.kind === "Comparison") return comparedPart(entity, source, row, at);
  const mask = writtenMask(entity, row);
  if (mask !== undefined) {
    const name = roleOfName(mask.name);
    if (name === undefined) return undefined;
    return { entity, role: name === "train" ? "train" : "test", name, source, split: mask.split, needsOther: true, at };
  }
  if (row?.kind === "Operation" && row.operator === "~" && row.operands[0]?.kind === "Name")
    return {
      entity,
      role: "test",
      source,
      split: maskKey(negatedBy(entity.from[1]), row.operands[0].id),
      needsOther: true,
      at,
    };
  if (row?.kind === "Name" && isMask(entity.from[1]))
    return { entity, role: "train", source, split: maskKey(entity.from[1], row.id), needsOther: true, at };
  return undefined;
}

/** What a condition on rows chooses: where it asks for members of a part, or compares a column with something. */
export function rowsPart(
  entity: Entity,
  { source, index, row, at }: { source: Value; index: Value; row: Expression; at: Expression },
  partOf: PartFinder,
): Part | undefined {
  for (const option of alternatives(index)) {
    const part = option.kind === "entity" ? memberPart(option, partOf) : undefined;
    if (part !== undefined) return { ...part, entity, source };
  }
  return row.kind === "Comparison" ? comparedPart(entity, source, row, at) : undefined;
}

/** `graph.test_mask`, written in the brackets or handed in under another name. */
function writtenMask(
  entity: Entity,
  row: Expression | undefined,
): { readonly name: string; readonly split: string } | undefined {
  if (row?.kind === "Attribute" && /mask/i.test(row.name))
    return { name: row.name, split: `masks|${textOf(entity, row.object)}` };
  const masks = row?.kind === "Name" ? alternatives(entity.from[1]) : [];
  const [mask] = masks;
  if (masks.length !== 1 || mask?.kind !== "entity" || mask.origin.how !== "attribute") return undefined;
  const { origin, site } = mask;
  if (!/mask/i.test(origin.name) || site?.kind !== "Attribute") return undefined;
  return { name: origin.name, split: `masks|${textOf(mask, site.object)}` };
}

/** `rows[rows.id.isin(train_ids)]`, and the rest, `rows[~rows.id.isin(test_ids)]`: split by what the ids are a part of. */
function memberPart(index: Entity, partOf: PartFinder): Part | undefined {
  const { origin } = index;
  if (origin.how === "operation" && origin.operator === "~") {
    const [negated] = alternatives(index.from[0]);
    const part = negated?.kind === "entity" ? memberPart(negated, partOf) : undefined;
    return part === undefined ? undefined : { ...part, role: part.role === "train" ? "test" : "train" };
  }
  if (origin.how !== "call" || !/^(isin|is_in|in1d)$/.test(origin.method ?? "")) return undefined;
  for (const ids of origin.args.positional) {
    for (const option of alternatives(ids)) {
      const part = option.kind === "entity" ? partOf(option) : undefined;
      if (part !== undefined) return part;
    }
  }
  return undefined;
}

/** `rows[rows.day < cut]` and `rows[rows.day >= cut]`; `rows[rows.part == "train"]` and `rows[rows.part == "test"]`. */
function comparedPart(entity: Entity, source: Value, by: Comparison, at: Expression): Part | undefined {
  const [left, right] = by.operands;
  const operator = by.operators.length === 1 ? by.operators[0] : undefined;
  if (left === undefined || right === undefined || operator === undefined) return undefined;
  const key = `where|${textOf(entity, left)}`;
  if (operator === "==" && right.kind === "Literal" && typeof right.value === "string") {
    const name = roleOfName(right.value);
    if (name === undefined) return undefined;
    return { entity, role: name === "train" ? "train" : "test", name, source, split: key, needsOther: true, at };
  }
  const split = `${key}|${textOf(entity, right)}`;
  // `rows[rows.fold != k]` trains what `rows[rows.fold == k]` scores.
  if (/^[!=]=$/.test(operator) && /fold/i.test(key))
    return { entity, role: operator === "!=" ? "train" : "test", source, split, needsOther: true, at };
  if (!/^[<>]=?$/.test(operator)) return undefined;
  return { entity, role: operator.startsWith("<") ? "train" : "test", source, split, needsOther: true, at };
}

/** One mask, whatever others of the same name there are in other functions. */
function maskKey(mask: Value | undefined, name: string): string {
  const [only, ...others] = alternatives(mask);
  return only?.kind === "entity" && others.length === 0 ? `mask|${name}|${only.id}` : `mask|${name}`;
}

/** `mask` of `~mask`. */
function negatedBy(index: Value | undefined): Value | undefined {
  const [only] = alternatives(index);
  return only?.kind === "entity" && only.origin.how === "operation" ? only.from[0] : undefined;
}

function isMask(index: Value | undefined): boolean {
  return alternatives(index).some(
    (option) => option.kind === "entity" && (option.origin.how === "operation" || option.origin.how === "call"),
  );
}

function textOf(entity: Entity, expression: Expression): string {
  return entity.unit.form.text.slice(expression.start, expression.end).replace(/\s+/g, "");
}
