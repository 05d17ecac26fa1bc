import type { Comparison, Expression } from "../../syntax/expressions.js";
import type { Branch } from "../../syntax/form.js";
import { comparedPairs, type ComparedPair } from "../code/comparisons.js";
import { eachStatement, pushExpressions, pushParts } from "../code/visit.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import type { Value } from "../values.js";
import { perModel } from "../code/per-model.js";

/** A place where one thing is preferred to another by a number: the better one is kept. */
export interface Choice {
  /** The comparison, or the call that finds the best. */
  readonly at: Expression;
  /** The number that decides, as it is and as it is written. */
  readonly score: Value;
  readonly written: Expression;
  /** The call that finds the best. */
  readonly event: CallEvent | undefined;
}

/** `if score > best:` with what is kept, and `best = max(best, score)`, in order of the source. */
export const choicesOfBest = perModel((model): readonly Choice[] => [
  ...comparedWithBest(model),
  ...largestOfTwo(model),
  ...toldToStopper(model),
]);

function comparedWithBest(model: Model): readonly Choice[] {
  const pairs = comparedPairs(model).filter(({ operator }) => /^[<>]=?$/.test(operator));
  if (pairs.length === 0) return [];
  const branches = branchesByComparison(model);
  return pairs.flatMap((pair) => {
    const branch = branches.get(pair.comparison);
    const kept = keptSide(model, pair, branch);
    if (kept === undefined) return [];
    const score = kept === "left" ? pair.rightValue : pair.leftValue;
    const written = kept === "left" ? pair.right : pair.left;
    return score === undefined ? [] : [{ at: pair.comparison, score, written, event: undefined }];
  });
}

/** The side that holds the best so far: what the branch sets to the other side, or what is called so. */
function keptSide(
  model: Model,
  { left, right }: ComparedPair,
  branch: Branch | undefined,
): "left" | "right" | undefined {
  const [leftText, rightText] = [model.text(left), model.text(right)];
  if (branch !== undefined) {
    const assigned = new Map<string, string>();
    eachStatement([...branch.body, ...branch.otherwise], (statement) => {
      if (statement.kind !== "Assign" || statement.value === undefined) return;
      for (const target of statement.targets) assigned.set(model.text(target), model.text(statement.value));
    });
    if (assigned.get(leftText) === rightText) return "left";
    if (assigned.get(rightText) === leftText) return "right";
  }
  if (isCalledBest(left) === isCalledBest(right)) return undefined;
  return isCalledBest(left) ? "left" : "right";
}

function isCalledBest(expression: Expression): boolean {
  if (expression.kind === "Name") return best.test(expression.id);
  if (expression.kind === "Attribute") return best.test(expression.name);
  if (expression.kind === "Subscript")
    return (
      isCalledBest(expression.object) ||
      (expression.index.kind === "Literal" && best.test(String(expression.index.value)))
    );
  // `score > best - tolerance`.
  return (
    expression.kind === "Operation" && /^[-+*]$/.test(expression.operator) && isCalledBest(expression.operands[0]!)
  );
}

const best =
  /(^|_)(best|top|highest|lowest|record)(_|$)|^best|(^|_)(max|min)_\w*(acc|loss|score|f1|auc|metric|err|rmse|mae|mse|r2)|Best/;

function branchesByComparison(model: Model): ReadonlyMap<Comparison, Branch> {
  const found = new Map<Comparison, Branch>();
  eachStatement(model.form.body, (statement) => {
    if (statement.kind !== "Branch") return;
    const pending: Expression[] = [];
    pushExpressions(statement, pending);
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (next.kind === "Comparison") found.set(next, statement);
      pushParts(next, pending);
    }
  });
  return found;
}

function largestOfTwo(model: Model): readonly Choice[] {
  return model.calls.flatMap((event): readonly Choice[] => {
    const { path, call, args } = event;
    if (path !== "builtins.max" && path !== "builtins.min") return [];
    const [first, second] = call.args;
    if (first === undefined || second === undefined || call.args.length !== 2 || second.name !== undefined) return [];
    const side = isCalledBest(first.value) ? 1 : isCalledBest(second.value) ? 0 : undefined;
    const score = side === undefined ? undefined : args.positional[side];
    if (side === undefined || score === undefined) return [];
    return [{ at: call, score, written: call.args[side]!.value, event }];
  });
}

/** `early_stopping(score, net)` of a class that is not in sight: it keeps the best score and the state that goes with it. */
function toldToStopper(model: Model): readonly Choice[] {
  return model.calls.flatMap((event): readonly Choice[] => {
    const { call, args, entered, callee } = event;
    if (callee?.kind === "class" || (callee?.kind === "closure" && entered)) return [];
    const called =
      call.callee.kind === "Attribute" && /^(step|update|check)$/.test(call.callee.name)
        ? call.callee.object
        : call.callee;
    const name = called.kind === "Name" ? called.id : called.kind === "Attribute" ? called.name : "";
    const [score] = args.positional;
    const written = call.args[0];
    if (!/^(early_?stop(p(er|ing))?|stopper)$/i.test(name) || score === undefined || written?.name !== undefined)
      return [];
    return written === undefined || callee?.kind === "symbol"
      ? []
      : [{ at: call, score, written: written.value, event }];
  });
}
