import type { Expression } from "../../syntax/expressions.js";
import type { Statement } from "../../syntax/form.js";
import type { Span } from "../../syntax/span.js";
import { frames } from "../code/frames.js";
import { statementsAround } from "../code/statements-around.js";
import { eachStatementInScope, nestedBlocks, pushParts } from "../code/visit.js";
import type { BranchFrame, CallEvent, Frame } from "../follow/run.js";
import type { Unit } from "../follow/unit.js";

/** The branches that one event stands under and another does not: the conditions on which only the first happens. */
export function guardsBetween(event: CallEvent, other: CallEvent): readonly BranchFrame[] {
  const shared = new Set(branchesOf(other));
  return [...branchesOf(event)].filter((branch) => !shared.has(branch));
}

function* branchesOf({ branches }: CallEvent): Iterable<BranchFrame> {
  for (let branch = branches; branch !== undefined; branch = branch.parent) yield branch;
}

/** Do two events stand on different sides of one condition, be it written once or in several places? */
export function excludeEachOther(a: CallEvent, b: CallEvent): boolean {
  const known = new Map<string, boolean>();
  for (const guard of guardsBetween(a, b)) {
    const { unit } = guard.frame;
    for (const [atom, holds] of impliedBy(unit, guard.branch.test, guard.taken)) known.set(atom, holds);
  }
  return guardsBetween(b, a).some((guard) =>
    impliedBy(guard.frame.unit, guard.branch.test, guard.taken).some(
      ([atom, holds]) => known.has(atom) && known.get(atom) !== holds,
    ),
  );
}

type Atom = readonly [text: string, holds: boolean];

/** What is certain where a test came out so: of `a and not b` that came out true, that a holds and b does not. */
function impliedBy(unit: Unit, test: Expression, outcome: boolean): readonly Atom[] {
  const text = (span: Span) => unit.form.text.slice(span.start, span.end).replace(/\s+/g, " ");
  if (test.kind === "Operation") {
    const { operator, operands } = test;
    const [first] = operands;
    if (operator === "not" && first !== undefined) return impliedBy(unit, first, !outcome);
    if (operator === (outcome ? "and" : "or"))
      return operands.flatMap((operand) => impliedBy(unit, operand, outcome)).concat([[text(test), outcome]]);
  }
  if (test.kind === "Comparison" && test.operators.length === 1) {
    const [operator] = test.operators;
    const [left, right] = test.operands;
    if (left !== undefined && right !== undefined) {
      const isNone = right.kind === "Literal" && right.type === "none";
      if (isNone && (operator === "is" || operator === "==")) return [[text(left), !outcome]];
      if (isNone && (operator === "is not" || operator === "!=")) return [[text(left), outcome]];
      if (operator === "!=") return [[`${text(left)} == ${text(right)}`, !outcome]];
      if (operator === "==") return [[`${text(left)} == ${text(right)}`, outcome]];
    }
  }
  return [[text(test), outcome]];
}

/** Does the code go on from an event to another one behind it, rather than leave the turn or stand on the other side of a branch? */
export function leadsTo(from: CallEvent, to: CallEvent): boolean {
  if (excludeEachOther(from, to)) return false;
  const leaves = guardsBetween(from, to).some(({ branch, taken }) =>
    endsInJump(taken ? branch.body : branch.otherwise),
  );
  if (leaves) return false;
  return !handlersAround(from).some((handler) => !isInside(to, handler));
}

function endsInJump(block: readonly Statement[]): boolean {
  const last = block.at(-1);
  return last?.kind === "Jump" || last?.kind === "Return" || last?.kind === "Raise";
}

interface Handler extends Span {
  readonly unit: Unit;
}

/** The `except` blocks around an event: what happens there happens because something else did not. */
function handlersAround(event: CallEvent): readonly Handler[] {
  const found: Handler[] = [];
  for (const { unit, place } of placesOf(event)) {
    for (const statement of statementsAround(unit.form, place)) {
      if (statement.kind !== "Try") continue;
      for (const { body } of statement.handlers) {
        const [start, end] = [body[0]?.start ?? 0, body.at(-1)?.end ?? 0];
        if (start <= place.start && place.end <= end) found.push({ start, end, unit });
      }
    }
  }
  return found;
}

/** Where an event stands, and the calls that led there, innermost first. */
export function* placesOf({ call, unit, frame }: CallEvent): Iterable<{ readonly unit: Unit; readonly place: Span }> {
  yield { unit, place: call };
  for (const { call: site, caller } of frames(frame))
    if (site !== undefined && caller !== undefined) yield { unit: caller.unit, place: site };
}

function isInside(event: CallEvent, span: Handler): boolean {
  for (const { unit, place } of placesOf(event))
    if (unit === span.unit && span.start <= place.start && place.end <= span.end) return true;
  return false;
}

/**
 * The condition by which an event happens only every few times that another one does: `(i + 1) % every == 0`, a flag made of
 * such a test, the flags of frameworks, or the same test with a `continue` between the two.
 */
export function accumulationGuard(event: CallEvent, other: CallEvent): Expression | undefined {
  for (const { branch, frame } of guardsBetween(event, other))
    if (countsTurns(bodyOf(frame), branch.test)) return branch.test;
  return skippingGuard(event, other);
}

/** The function (or the top level) that a frame runs. */
function bodyOf({ closure, unit }: Frame): readonly Statement[] {
  return closure?.form.body ?? unit.form.body;
}

function skippingGuard({ call, unit, frame }: CallEvent, other: CallEvent): Expression | undefined {
  const around = statementsAround(unit.form, call);
  for (const [index, statement] of around.entries()) {
    if (statement.kind !== "Loop") continue;
    const inside = around[index + 1];
    for (const before of nestedBlocks(statement).flat()) {
      if (before === inside) break;
      if (before.kind !== "Branch" || before.otherwise.length > 0 || !endsInJump(before.body)) continue;
      if (other.unit === unit && other.call.start > before.end) continue;
      if (countsTurns(bodyOf(frame), before.test)) return before.test;
    }
  }
  return undefined;
}

/** Is a test about how many turns there were: a remainder in it, or in what a flag in it was made of? */
export function countsTurns(body: readonly Statement[], test: Expression): boolean {
  const pending = [test];
  const seen = new Set<string>();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === "Operation" && next.operator === "%") return !isLiteralText(next.operands[0]);
    if (next.kind === "Name" || next.kind === "Attribute") {
      const name = next.kind === "Name" ? next.id : next.name;
      if (
        /accum|sync_grad|need_update|should_(step|update)|is_(update|last_micro)|boundary|do_(step|update)/i.test(name)
      )
        return true;
      if (next.kind === "Name" && !seen.has(name)) {
        seen.add(name);
        pending.push(...assignedTo(body, name));
      }
    }
    pushParts(next, pending);
  }
  return false;
}

function isLiteralText(operand: Expression | undefined): boolean {
  return operand?.kind === "Literal" || operand?.kind === "Template";
}

function assignedTo(body: readonly Statement[], name: string): readonly Expression[] {
  const found: Expression[] = [];
  eachStatementInScope(body, (statement) => {
    if (statement.kind !== "Assign" || statement.value === undefined) return;
    if (statement.targets.some((target) => target.kind === "Name" && target.id === name)) found.push(statement.value);
  });
  // A name that the whole function computes with is no flag.
  return found.length <= 2 ? found.filter(({ kind }) => kind !== "Call" && kind !== "Literal") : [];
}
