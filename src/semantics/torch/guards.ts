import type { Expression } from "../../syntax/expressions.js";
import type { Branch, Loop, Statement } from "../../syntax/form.js";
import type { Span } from "../../syntax/span.js";
import { frames, innermostShared } from "../code/frames.js";
import { memo } from "../code/memo.js";
import { statementsAround } from "../code/statements-around.js";
import { eachStatementInScope, nestedBlocks, pushParts } from "../code/visit.js";
import type { BranchFrame, CallEvent, Frame } from "../follow/run.js";
import type { Unit } from "../follow/unit.js";
import { alternatives, truth, type Value } from "../values.js";

/** The branches that one event stands under and another does not: the conditions on which only the first happens. */
export function guardsBetween(event: CallEvent, other: CallEvent): readonly BranchFrame[] {
  return event.branches === undefined
    ? []
    : branchesUpTo(event.branches, innermostShared(event.branches, other.branches));
}

function branchesUpTo(from: BranchFrame | undefined, end: BranchFrame | undefined): readonly BranchFrame[] {
  const found: BranchFrame[] = [];
  for (let branch = from; branch !== undefined && branch !== end; branch = branch.parent) found.push(branch);
  return found;
}

/** Do two events stand on different sides of one condition, be it written once or in several places? */
export function excludeEachOther(a: CallEvent, b: CallEvent): boolean {
  if (a.branches === b.branches || a.branches === undefined || b.branches === undefined) return false;
  const others = exclusions(a.branches);
  let answer = others.get(b.branches);
  if (answer === undefined) {
    answer = areOpposed(a.branches, b.branches);
    others.set(b.branches, answer);
  }
  return answer;
}

/** What was found out about a branch and others: the same few are compared for every two calls in them. */
const exclusions = memo((_: BranchFrame) => new WeakMap<BranchFrame, boolean>());

function areOpposed(a: BranchFrame, b: BranchFrame): boolean {
  const shared = innermostShared(a, b);
  const ofA = branchesUpTo(a, shared);
  const ofB = branchesUpTo(b, shared);
  const [one, other] = [ofA.at(-1), ofB.at(-1)];
  if (one === undefined || other === undefined) return false;
  if (one.branch === other.branch && one.taken !== other.taken) return true;
  const known = new Map<string, boolean>();
  for (const guard of ofA) for (const [atom, holds] of impliedBy(guard)) known.set(atom, holds);
  return ofB.some((guard) => impliedBy(guard).some(([atom, holds]) => known.has(atom) && known.get(atom) !== holds));
}

type Atom = readonly [text: string, holds: boolean];

const impliedBy = memo(({ frame, branch, taken }: BranchFrame) => implications(frame.unit, branch.test, taken));

/** What is certain where a test came out so: of `a and not b` that came out true, that a holds and b does not. */
function implications(unit: Unit, test: Expression, outcome: boolean): readonly Atom[] {
  const text = (span: Span) => unit.form.text.slice(span.start, span.end).replace(/\s+/g, " ");
  if (test.kind === "Operation") {
    const { operator, operands } = test;
    const [first] = operands;
    if (operator === "not" && first !== undefined) return implications(unit, first, !outcome);
    if (operator === (outcome ? "and" : "or"))
      return operands.flatMap((operand) => implications(unit, operand, outcome)).concat([[text(test), outcome]]);
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
const handlersAround = memo((event: CallEvent): readonly Handler[] => {
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
});

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
  const same = new Set(guardsBetween(other, event).flatMap(impliedBy).map(String));
  for (const guard of guardsBetween(event, other)) {
    const { branch, test, frame } = guard;
    // The other one happens under the same test, written a second time.
    if (same.size > 0 && impliedBy(guard).every((atom) => same.has(String(atom)))) continue;
    // A flag that the caller set, or left at its default, comes out so in every turn.
    if (truth(test) !== undefined) continue;
    if (countsTurns(bodyOf(frame), branch.test) || isRemainder(test)) return branch.test;
  }
  return skippingGuard(event, other);
}

/** A test whose answer a function works out: `return self.seen % self.every == 0`. */
function isRemainder(test: Value): boolean {
  return alternatives(test).some(
    (option) =>
      option.kind === "entity" &&
      option.origin.how === "operation" &&
      (option.origin.operator === "%" ? option.from[0]?.kind !== "literal" : option.from.some(isRemainder)),
  );
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
    for (const before of skipsIn(statement)) {
      if (inside !== undefined && before.start >= inside.start) break;
      if (other.unit === unit && other.call.start > before.end) continue;
      if (countsTurns(bodyOf(frame), before.test)) return before.test;
    }
  }
  return undefined;
}

/** The tests of a loop by which it goes on to its next turn, or ends. */
const skipsIn = memo((loop: Loop): readonly Branch[] =>
  nestedBlocks(loop)
    .flat()
    .filter((statement) => statement.kind === "Branch")
    .filter(({ otherwise, body }) => otherwise.length === 0 && endsInJump(body)),
);

/** Is a test about how many turns there were: a remainder in it, or in what a flag in it was made of? */
export function countsTurns(body: readonly Statement[], test: Expression): boolean {
  const known = countingTests(body);
  let found = known.get(test);
  if (found === undefined) {
    found = isAboutTurns(body, test);
    known.set(test, found);
  }
  return found;
}

const countingTests = memo((_: readonly Statement[]) => new WeakMap<Expression, boolean>());

function isAboutTurns(body: readonly Statement[], test: Expression): boolean {
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
