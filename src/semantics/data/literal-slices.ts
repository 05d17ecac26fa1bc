import type { Expression } from "../../syntax/expressions.js";
import type { Statement } from "../../syntax/form.js";
import type { Model } from "../model.js";
import { roleOfName } from "./own-names.js";
import { usesOfParts } from "./part-uses.js";
import { scriptSplits } from "./script-splits.js";
import { uniqueBy } from "../code/unique.js";
import { eachStatement, pushExpressions, pushParts } from "../code/visit.js";

/** Rows that are cut in two at a number: `rows[:800]` and `rows[800:]`. */
export interface LiteralCut {
  readonly bound: number;
  readonly before: Expression;
  readonly after: Expression;
  /** What is cut, as it is written. */
  readonly sliced: string;
}

interface Slice {
  readonly expression: Expression;
  /** What is sliced, as it is written. */
  readonly sliced: string;
  readonly lower: number | undefined;
  readonly upper: number | undefined;
  /** What the name says that the slice is assigned to. */
  readonly role: ReturnType<typeof roleOfName>;
}

/** Files without a number of rows between brackets need no walk through every expression. */
const spelling = /\[[^\]\n]*:\s*-?\s*\d{2}/;
/** Fewer rows are a preview, a header or a step in time. */
const fewestRows = 10;

/** The cuts into a training and a held-out part, judged by use or by the names on both sides; one for each cause. */
export function literalCuts(model: Model): readonly LiteralCut[] {
  if (model.form.language === "typescript") return cutsOfScript(model);
  if (!spelling.test(model.form.text)) return [];
  const slices = slicesIn(model);
  const cuts: LiteralCut[] = [];
  const done = new Set<string>();
  const bounds = new Set<number>();
  for (const before of slices) {
    const bound = before.upper;
    if (before.lower !== undefined || bound === undefined || Math.abs(bound) < fewestRows) continue;
    const after = slices.find(({ sliced, lower }) => sliced === before.sliced && lower === bound);
    // Inputs and labels are cut at the same number, and three parts are cut twice: one cause each.
    if (after === undefined || done.has(before.sliced) || bounds.has(bound)) continue;
    if (!isNamed(before, after) && !isUsed(model, before, bound)) continue;
    done.add(before.sliced);
    bounds.add(bound);
    cuts.push({ bound, before: before.expression, after: after.expression, sliced: before.sliced });
  }
  return cuts;
}

function isNamed(before: Slice, after: Slice): boolean {
  return before.role !== undefined && after.role !== undefined && before.role !== after.role;
}

function isUsed(model: Model, { sliced }: Slice, bound: number): boolean {
  const split = `${sliced}|${String(bound)}`;
  return usesOfParts(model).some(({ part }) => part.split === split);
}

function slicesIn(model: Model): readonly Slice[] {
  const found: Slice[] = [];
  eachStatement(model.form.body, (statement) => {
    const pending: Expression[] = [];
    pushExpressions(statement, pending);
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const slice = sliceOf(model, next);
      if (slice !== undefined) found.push({ ...slice, role: roleOf(statement, next) });
      pushParts(next, pending);
    }
  });
  return found.sort((a, b) => a.expression.start - b.expression.start);
}

function sliceOf(model: Model, expression: Expression): Omit<Slice, "role"> | undefined {
  if (expression.kind === "Subscript") {
    const by = expression.index.kind === "Sequence" ? expression.index.items[0] : expression.index;
    if (by?.kind !== "Slice" || by.step !== undefined) return undefined;
    const lower = whole(by.lower);
    // `rows[start:50]` is no head of the rows.
    if (by.lower !== undefined && lower === undefined) return undefined;
    return {
      expression,
      sliced: compact(model, expression.object),
      lower: lower === 0 ? undefined : lower,
      upper: whole(by.upper),
    };
  }
  return undefined;
}

/** TypeScript's `rows.slice(0, 800)` and `rows.slice(800)`. */
function cutsOfScript(model: Model): readonly LiteralCut[] {
  const found = scriptSplits(model).flatMap(({ rows, cut, before, after }): readonly LiteralCut[] => {
    const bound = whole(cut);
    if (bound === undefined || Math.abs(bound) < fewestRows) return [];
    const [first, second] = after.start < before.start ? [after, before] : [before, after];
    return [{ bound, before: first, after: second, sliced: compact(model, rows) }];
  });
  return uniqueBy(
    uniqueBy(found, ({ bound }) => bound),
    ({ sliced }) => sliced,
  );
}

function whole(expression: Expression | undefined): number | undefined {
  if (expression?.kind === "Operation" && expression.operator === "-" && expression.operands.length === 1) {
    const inner = whole(expression.operands[0]);
    return inner === undefined ? undefined : -inner;
  }
  return expression?.kind === "Literal" && typeof expression.value === "number" && Number.isInteger(expression.value)
    ? expression.value
    : undefined;
}

function compact(model: Model, expression: Expression): string {
  return model.text(expression).replace(/\s+/g, "");
}

/** The role of the name that a slice ends up in: in `a, b = x[:9], x[9:]` each in its own. */
function roleOf(statement: Statement, slice: Expression): ReturnType<typeof roleOfName> {
  if (statement.kind !== "Assign" || statement.value === undefined) return undefined;
  const { value } = statement;
  for (const target of statement.targets) {
    const pairs: readonly (readonly [Expression, Expression])[] =
      target.kind === "Sequence" && value.kind === "Sequence"
        ? target.items.flatMap((item, index) => {
            const given = value.items[index];
            return given === undefined ? [] : [[item, given] as const];
          })
        : [[target, value]];
    for (const [name, given] of pairs) {
      const isInside = given.start <= slice.start && slice.end <= given.end;
      if (!isInside) continue;
      if (name.kind === "Name") return roleOfName(name.id);
      if (name.kind === "Attribute") return roleOfName(name.name);
    }
  }
  return undefined;
}
