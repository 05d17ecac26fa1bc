import type { Call, Expression } from "../../syntax/expressions.js";
import { perModel } from "../code/per-model.js";
import { eachExpression } from "../code/visit.js";
import type { Model } from "../model.js";
import { areApart, roleOfPart, roleOfRest, rolesOfParts } from "./script-roles.js";

/** Rows that a script cuts in two by itself: `rows.slice(0, cut)` and `rows.slice(cut)`. */
export interface ScriptSplit {
  /** What is cut. */
  readonly rows: Expression;
  /** Where it is cut. */
  readonly cut: Expression;
  readonly before: Expression;
  /** The other part; the same expression where one call gives both. */
  readonly after: Expression;
}

interface Part {
  readonly expression: Expression;
  readonly rows: Expression;
  /** The bounds that are not the ends. */
  readonly lower: Expression | undefined;
  readonly upper: Expression | undefined;
}

/** The splits by hand of a file in TypeScript into a training and a held-out part, in order of the source. */
export const scriptSplits = perModel((model): readonly ScriptSplit[] => {
  if (!/\.(slice\w*|splice|subarray|take|drop|skip|head|split|filter)\(/.test(model.form.text)) return [];
  const parts: Part[] = [];
  const found: ScriptSplit[] = [];
  eachExpression(model.form.body, (expression) => {
    if (expression.kind !== "Call") return;
    const part = partOf(expression);
    if (part !== undefined) parts.push(part);
    const whole = splitAtOnce(model, expression);
    if (whole !== undefined) found.push(whole);
  });
  parts.sort((a, b) => a.expression.start - b.expression.start);
  const text = (expression: Expression | undefined): string =>
    expression === undefined ? "" : model.text(expression).replace(/\s+/g, "");
  for (const before of parts) {
    const { upper: cut, rows } = before;
    if (before.lower !== undefined || cut === undefined) continue;
    const after = parts.find(
      (part) => part.lower !== undefined && text(part.rows) === text(rows) && text(part.lower) === text(cut),
    );
    if (after === undefined) continue;
    if (areApart(roleOfPart(model, before.expression), roleOfPart(model, after.expression)))
      found.push({ rows, cut, before: before.expression, after: after.expression });
  }
  return found.sort((a, b) => a.before.start - b.before.start);
});

/** One of two parts: `slice`, `take` and `skip` of arrays, tensors and data sets, and a filter by the index. */
function partOf(call: Call): Part | undefined {
  const { callee } = call;
  if (callee.kind !== "Attribute") return undefined;
  const given = call.args.map(({ value }) => value);
  const isOfModule = callee.object.kind === "Name" && /^(tf|_|lodash|R)$/.test(callee.object.id);
  const rows = isOfModule ? given.shift() : callee.object;
  const [first, second] = given;
  if (rows === undefined || first === undefined) return undefined;
  const between = (lower: Expression | undefined, upper: Expression | undefined): Part => ({
    expression: call,
    rows,
    lower: isZero(lower) ? undefined : lower,
    upper,
  });
  switch (callee.name) {
    case "slice":
    case "subarray":
    case "slice1d":
    case "slice2d":
    case "slice3d":
    case "slice4d": {
      const begin = first.kind === "Sequence" ? first.items[0] : first;
      const isTensor = first.kind === "Sequence" || isOfModule;
      if (!isTensor) return between(first, second);
      const size = second?.kind === "Sequence" ? second.items[0] : second;
      return between(begin, isZero(begin) ? size : undefined);
    }
    case "take":
    case "head":
      return between(undefined, first);
    case "skip":
    case "drop":
      return between(first, undefined);
    case "filter":
      return indexed(first, between);
    default:
      return undefined;
  }
}

/** `rows.filter((_, i) => i < cut)`. */
function indexed(
  step: Expression,
  between: (lower: Expression | undefined, upper: Expression | undefined) => Part,
): Part | undefined {
  if (step.kind !== "FunctionExpression") return undefined;
  const [statement] = step.function.body;
  const index = step.function.params[1]?.name;
  const test = statement?.kind === "Return" ? statement.value : undefined;
  if (index === undefined || test?.kind !== "Comparison") return undefined;
  const [left, right] = test.operands;
  if (left?.kind !== "Name" || left.id !== index || right === undefined) return undefined;
  if (test.operators[0] === "<") return between(undefined, right);
  return test.operators[0] === ">=" ? between(right, undefined) : undefined;
}

/** Both parts by one call: `tf.split(rows, [800, 200])`, and what `splice` takes out and leaves. */
function splitAtOnce(model: Model, call: Call): ScriptSplit | undefined {
  const { callee, args } = call;
  if (callee.kind !== "Attribute") return undefined;
  const given = args.map(({ value }) => value);
  if (callee.name === "splice") {
    const [lower, count] = given;
    const cut = isZero(lower) ? count : lower;
    if (cut === undefined || !areApart(roleOfPart(model, call), roleOfRest(model, callee.object))) return undefined;
    return { rows: callee.object, cut, before: call, after: call };
  }
  const isOfModule = callee.object.kind === "Name" && callee.object.id === "tf";
  const rows = isOfModule ? given.shift() : callee.object;
  const [sizes] = given;
  if (callee.name !== "split" || rows === undefined || sizes?.kind !== "Sequence") return undefined;
  const [cut] = sizes.items;
  if (cut === undefined || sizes.items.length < 2) return undefined;
  const [first, second] = rolesOfParts(model, call);
  return areApart(first, second) ? { rows, cut, before: call, after: call } : undefined;
}

function isZero(expression: Expression | undefined): boolean {
  return expression?.kind === "Literal" && expression.value === 0;
}
