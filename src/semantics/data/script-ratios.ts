import type { Expression, Literal } from "../../syntax/expressions.js";
import { perModel } from "../code/per-model.js";
import { scopeOf, surroundingsOf } from "../code/surroundings.js";
import { uniqueBy } from "../code/unique.js";
import type { Model } from "../model.js";
import { rowDraws } from "./row-draws.js";
import { scriptSplits } from "./script-splits.js";

/** A share that is written as a number into a split that a script makes by hand. */
export interface WrittenShare {
  readonly literal: Literal;
  /** The share as it is written, between 0 and 1. */
  readonly share: number;
}

/** The shares of splits by hand in order of the source; a share that several arrays are cut at is told once. */
export const writtenShares = perModel((model): readonly WrittenShare[] => {
  const cuts = scriptSplits(model).flatMap(({ cut }) => shareIn(model, cut) ?? []);
  const draws = rowDraws(model).flatMap(({ threshold }) => literalShare(threshold) ?? []);
  const found = uniqueBy([...cuts, ...draws], ({ literal }) => literal);
  return uniqueBy(
    found.toSorted((a, b) => a.literal.start - b.literal.start),
    ({ share }) => share,
  );
});

/** `Math.floor(rows.length * 0.8)`, written in the place or under a name of its own. */
function shareIn(model: Model, cut: Expression, depth = 0): WrittenShare | undefined {
  if (depth > 6) return undefined;
  const inside = (expression: Expression): WrittenShare | undefined => shareIn(model, expression, depth + 1);
  switch (cut.kind) {
    case "Name":
    case "Attribute": {
      const value = valueOfName(model, cut);
      return value === undefined || value.kind === "Literal" ? undefined : inside(value);
    }
    case "Call":
      return cut.args.length === 1 && isRounding(model, cut.callee) ? inside(cut.args[0]!.value) : undefined;
    case "Operation": {
      if (cut.operator === "*") return shareOfProduct(cut.operands);
      if (cut.operator === "/" && isHundred(cut.operands[1])) return percentIn(cut.operands[0]!);
      for (const operand of cut.operands) {
        const found = operand.kind === "Literal" ? undefined : inside(operand);
        if (found !== undefined) return found;
      }
      return undefined;
    }
    default:
      return undefined;
  }
}

function isRounding(model: Model, callee: Expression): boolean {
  return /^(Math\.(floor|round|ceil|trunc)|parseInt|Number)$/.test(model.text(callee));
}

function shareOfProduct(operands: readonly Expression[]): WrittenShare | undefined {
  for (const operand of operands) {
    const found = literalShare(operand);
    if (found !== undefined) return found;
  }
  return undefined;
}

function literalShare(expression: Expression | undefined): WrittenShare | undefined {
  if (expression?.kind !== "Literal" || typeof expression.value !== "number") return undefined;
  return expression.value > 0 && expression.value < 1 ? { literal: expression, share: expression.value } : undefined;
}

/** `(rows.length * 80) / 100`. */
function percentIn(product: Expression): WrittenShare | undefined {
  if (product.kind !== "Operation" || product.operator !== "*") return undefined;
  for (const operand of product.operands)
    if (operand.kind === "Literal" && typeof operand.value === "number" && operand.value > 0 && operand.value < 100)
      return { literal: operand, share: operand.value / 100 };
  return undefined;
}

function isHundred(expression: Expression | undefined): boolean {
  return expression?.kind === "Literal" && expression.value === 100;
}

/** What a name is set to, where it is set once. */
function valueOfName(model: Model, name: Expression): Expression | undefined {
  const { form } = model;
  if (name.kind !== "Name") return undefined;
  const { names, statements } = surroundingsOf(form);
  const scope = scopeOf(form, name);
  const values = (names.get(name.id) ?? []).flatMap((reference) => {
    const statement = statements.get(reference);
    if (statement?.kind !== "Assign" || !statement.targets.includes(reference)) return [];
    return scopeOf(form, reference) === scope && statement.value !== undefined ? [statement.value] : [];
  });
  return values.length === 1 ? values[0] : undefined;
}
