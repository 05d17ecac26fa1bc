import { shufflesAnew } from "../../knowledge/script-shuffles.js";
import type { Call, Expression } from "../../syntax/expressions.js";
import type { Statement } from "../../syntax/form.js";
import { perModel } from "../code/per-model.js";
import { surroundingsOf } from "../code/surroundings.js";
import { uniqueBy } from "../code/unique.js";
import { eachExpression } from "../code/visit.js";
import type { Model } from "../model.js";
import { eventsByCall } from "../tfjs/making.js";
import { rowDraws } from "./row-draws.js";
import { scriptSplits } from "./script-splits.js";

/** A split of a script that puts other rows into the test part in every run. */
export interface UnseededSplit {
  /** What draws: `Math.random()`, or the call that shuffles. */
  readonly at: Expression;
  readonly how: "draw" | "shuffle";
  /** The part that is cut off afterwards. */
  readonly part: Expression | undefined;
}

export const unseededSplits = perModel((model): readonly UnseededSplit[] => {
  if (model.mentions(replacesRandom)) return [];
  const drawn = rowDraws(model)
    .filter(({ draw }) => isMathRandom(model, draw.callee))
    .map(({ draw }): UnseededSplit => ({ at: draw, how: "draw", part: undefined }));
  const shuffled = scriptSplits(model).flatMap(({ rows, before }): readonly UnseededSplit[] => {
    const at = shuffleOf(model, rows, new Set());
    return at === undefined ? [] : [{ at, how: "shuffle", part: before }];
  });
  return uniqueBy([...drawn, ...shuffled], ({ at }) => at).toSorted((a, b) => a.at.start - b.at.start);
});

/** Programs that put a generator with a seed in the place of the one of the language. */
const replacesRandom = /Math\.random\s*=(?!=)|\bseedrandom\b|\bMath\.seedrandom\b/;

function isMathRandom(model: Model, expression: Expression): boolean {
  return model.text(expression) === "Math.random";
}

/** What shuffles the rows of an expression, here or where they come from. */
function shuffleOf(model: Model, rows: Expression, seen: Set<string>): Expression | undefined {
  const { names, parents, statements } = surroundingsOf(model.form);
  const direct = shuffleIn(model, rows);
  if (direct !== undefined) return direct;
  const key = model.text(rows);
  if ((rows.kind !== "Name" && rows.kind !== "Attribute") || seen.has(key) || seen.size > 4) return undefined;
  seen.add(key);
  const id = rows.kind === "Name" ? rows.id : rows.name;
  const references =
    rows.kind === "Name" ? (names.get(id) ?? []).filter((name) => name.start < rows.start) : attributesOf(model, key);
  for (const reference of references.toReversed()) {
    let at: Expression = reference;
    for (let parent = parents.get(at); parent !== undefined; parent = parents.get(at)) at = parent;
    const statement = statements.get(at);
    if (statement === undefined) continue;
    if (statement.kind === "ExpressionStatement") {
      const found = at.kind === "AssignExpression" ? undefined : shuffleIn(model, at);
      if (found !== undefined && changes(found, reference)) return found;
    }
    if (statement.kind !== "Assign" || statement.value === undefined) continue;
    if (statement.targets.some((target) => swaps(target, statement, reference))) {
      const draw = drawAround(model, statement);
      if (draw !== undefined) return draw;
    }
    if (!statement.targets.some((target) => isNamed(model, target, key))) continue;
    const found = shuffleIn(model, statement.value) ?? carried(model, statement.value, seen);
    if (found !== undefined) return found;
  }
  return undefined;
}

function attributesOf(model: Model, text: string): readonly Expression[] {
  const found: Expression[] = [];
  eachExpression(model.form.body, (expression) => {
    if (expression.kind === "Attribute" && model.text(expression) === text) found.push(expression);
  });
  return found;
}

function isNamed(model: Model, target: Expression, text: string): boolean {
  return target.kind === "Sequence"
    ? target.items.some((item) => model.text(item) === text)
    : model.text(target) === text;
}

/** `rows.map(...)`, `[...rows]`, `tf.gather(xs, order)`: the order of what these are made from is theirs. */
function carried(model: Model, value: Expression, seen: Set<string>): Expression | undefined {
  const pending: Expression[] = [value];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === "Name" || (next.kind === "Attribute" && next.object.kind === "Name")) {
      const found = shuffleOf(model, next, seen);
      if (found !== undefined) return found;
    } else if (next.kind === "Call") {
      if (next.callee.kind === "Attribute") pending.push(next.callee.object);
      pending.push(...next.args.map((given) => given.value).filter(({ kind }) => kind !== "FunctionExpression"));
    } else if (next.kind === "Sequence") pending.push(...next.items);
    else if (next.kind === "Spread" || next.kind === "Await") pending.push(next.value);
    else if (next.kind === "Subscript") pending.push(next.object);
  }
  return undefined;
}

/** The call in an expression that shuffles without a seed. */
function shuffleIn(model: Model, expression: Expression): Call | undefined {
  for (let at: Expression = expression; at.kind === "Call" || at.kind === "Await";) {
    if (at.kind === "Await") {
      at = at.value;
      continue;
    }
    if (isShuffle(model, at)) return at;
    if (at.callee.kind !== "Attribute") return undefined;
    at = at.callee.object;
  }
  return undefined;
}

function isShuffle(model: Model, call: Call): boolean {
  const { callee, args } = call;
  const events = eventsByCall(model).get(call) ?? [];
  const name = callee.kind === "Attribute" ? callee.name : callee.kind === "Name" ? callee.id : "";
  // `rows.sort(() => Math.random() - 0.5)`, `rows.map((row) => [Math.random(), row])`.
  if (/^(sort|toSorted|sortBy|orderBy|map)$/.test(name))
    return args.some(({ value }) => value.kind === "FunctionExpression" && /\bMath\.random\b/.test(model.text(value)));
  const closures = events.flatMap(({ callee: called }) => (called?.kind === "closure" ? [called] : []));
  if (closures.length > 0)
    return closures.every(({ form, unit }) => {
      const draws = /\bMath\.random\b/.test(unit.form.text.slice(form.start, form.end));
      const generator = form.params.findIndex(
        ({ defaultValue }) => defaultValue !== undefined && /Math\.random/.test(textOf(unit.form.text, defaultValue)),
      );
      return draws && /shuffl|permut|random|order/i.test(name) && (generator < 0 || args.length <= generator);
    });
  const path = events.find((event) => event.path !== undefined)?.path;
  const most = shufflesAnew(path, name);
  return most !== undefined && args.length <= most;
}

function textOf(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return text.slice(start, end);
}

/** A call that changes the rows themselves: as their method, or as what it is given. */
function changes(call: Call, reference: Expression): boolean {
  const { callee, args } = call;
  const isOwn = callee.kind === "Attribute" && callee.object === reference && /^(sort|shuffle)$/.test(callee.name);
  return isOwn || args.some(({ value }) => value === reference);
}

/** `[rows[i], rows[j]] = [rows[j], rows[i]]`, `rows[i] = rows[j]`. */
function swaps(target: Expression, { start, end }: Statement, reference: Expression): boolean {
  const items = target.kind === "Sequence" ? target.items : [target];
  return items.some(
    (item) =>
      item.kind === "Subscript" && item.object === reference && start <= reference.start && reference.end <= end,
  );
}

/** The `Math.random()` in the block around a swap, where the swap is done in the place and not in a helper. */
function drawAround(model: Model, statement: Statement): Expression | undefined {
  const block = surroundingsOf(model.form).blocks.get(statement) ?? [];
  let found: Expression | undefined;
  eachExpression(model.form.body, (expression) => {
    if (expression.kind !== "Call" || !isMathRandom(model, expression.callee)) return;
    if (block.some(({ start, end }) => start <= expression.start && expression.end <= end)) found ??= expression;
  });
  return found;
}
