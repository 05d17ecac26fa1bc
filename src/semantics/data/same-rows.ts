import { alternatives, type Entity, type Value } from "../values.js";

/** Are two values the same rows, written twice or handed on? */
export function isSame(one: Value, other: Value): boolean {
  if (one === other) return true;
  const [a, b] = [alternatives(one), alternatives(other)];
  if (a.length !== 1 || b.length !== 1) return false;
  const [left, right] = [a[0]!, b[0]!];
  if (left.kind !== "entity" || right.kind !== "entity") return false;
  // `rows[FEATURES]` written twice is the same, and so is `scaler.transform(rows)`.
  return left.site !== undefined && right.site !== undefined && isSameMaking(left, right);
}

function isSameMaking(left: Entity, right: Entity): boolean {
  return (
    left.origin.how === right.origin.how &&
    !isFilledLater(left) &&
    left.facts.has("test-part") === right.facts.has("test-part") &&
    elementIndex(left) === elementIndex(right) &&
    siteText(left) === siteText(right) &&
    left.from.length === right.from.length &&
    left.from.every((part, index) => isSamePart(part, right.from[index]!))
  );
}

/** What a helper puts into a list that it begins with nothing in it is another matter in each of its calls. */
function isFilledLater({ origin, items }: Entity): boolean {
  return origin.how === "container" && items?.length === 0;
}

function isSamePart(left: Value, right: Value): boolean {
  // `load(part)` of a helper gives other rows for "train" than for "test".
  if (left.kind === "literal" && right.kind === "literal") return left.value === right.value;
  return left.kind === "literal" || left.kind === "symbol" ? left.kind === right.kind : isSame(left, right);
}

function elementIndex({ origin }: Entity): number | undefined {
  return origin.how === "element" ? origin.index : undefined;
}

function siteText({ site, unit }: Entity): string {
  return site === undefined ? "" : unit.form.text.slice(site.start, site.end);
}
