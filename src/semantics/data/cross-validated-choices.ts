import type { Expression } from "../../syntax/expressions.js";
import type { Loop } from "../../syntax/form.js";
import { callsGiving } from "../code/calls-giving.js";
import { comprehensionAround } from "../code/comprehensions.js";
import { eachStatement, pushExpressions, pushParts } from "../code/visit.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import type { Value } from "../values.js";
import { choicesAmong } from "./choices-among.js";
import { choicesOfBest } from "./choices.js";
import type { DataUse } from "./data-use.js";
import { lineageOf } from "./lineage.js";
import { usesOfData } from "./uses.js";

/** Candidates of which the one with the best cross-validated score is taken: a search written by hand. */
export interface CrossValidatedChoice {
  /** The comparison, or the call that finds the best. */
  readonly at: Expression;
  /** The cross-validation, and the rows that it is given. */
  readonly event: CallEvent;
  readonly data: Value;
  readonly isCall: boolean;
}

export function crossValidatedChoices(model: Model): readonly CrossValidatedChoice[] {
  if (!model.mentions(/cross_val/)) return [];
  const ofTwo = choicesOfBest(model).map(({ at, score, event }) => ({ at, scores: [score], event }));
  const found: CrossValidatedChoice[] = [];
  for (const { at, scores, event: choosing } of [...ofTwo, ...choicesAmong(model)]) {
    const uses = scores.flatMap((score) => crossValidationsBehind(model, score));
    const isSeveral = new Set(uses.map(({ event }) => event.call)).size > 1;
    for (const { event, data } of uses) {
      // The folds of one candidate are no candidates.
      const isRepeated =
        (event.loops !== undefined && event.loops !== choosing?.loops) ||
        comprehensionAround(model.form, event.call) !== undefined;
      if (isSeveral || isRepeated) found.push({ at, event, data, isCall: choosing !== undefined });
    }
  }
  return found;
}

function crossValidationsBehind(model: Model, score: Value): readonly DataUse[] {
  const events = new Set(lineageOf(model, score).flatMap(({ entity }) => callsGiving(model, entity)));
  return usesOfData(model).filter(({ kind, event }) => kind === "validate" && events.has(event));
}

/** Where the best of cross-validated scores is printed after the choice. */
export function printedChoices(model: Model): readonly Expression[] {
  const choices = crossValidatedChoices(model);
  if (choices.length === 0) return [];
  const kept = new Map<string, number>();
  for (const { at, isCall } of choices) {
    const after = loopAround(model, at)?.end ?? at.end;
    for (const text of keptTexts(model, at, isCall)) kept.set(text, Math.max(after, kept.get(text) ?? 0));
  }
  const calls = new Set(choices.map(({ at }) => at));
  return printedIn(model).filter((expression) => {
    if (calls.has(expression) && givesScore(model.text(expression))) return true;
    const after = kept.get(model.text(expression));
    return after !== undefined && expression.start >= after;
  });
}

/** `max(scores)` is a score, `np.argmax(scores)` and `max(scores, key=scores.get)` say which one. */
function givesScore(text: string): boolean {
  return /^(np\.|numpy\.)?(max|min|amax|amin|nanmax|nanmin)\(/.test(text) && !/key\s*=/.test(text);
}

/** What holds the best score: the other side of the comparison, the name of the result, an entry under its name. */
function keptTexts(model: Model, at: Expression, isCall: boolean): readonly string[] {
  if (at.kind === "Comparison")
    return at.operands.map((operand) => model.text(operand)).filter((text) => best.test(text));
  if (!isCall || at.kind !== "Call") return [];
  const names: string[] = [];
  eachStatement(model.form.body, (statement) => {
    if (statement.kind !== "Assign" || statement.value !== at) return;
    for (const target of statement.targets) {
      const scores = at.args[0]?.value;
      if (givesScore(model.text(at))) names.push(model.text(target));
      else if (scores !== undefined) names.push(`${model.text(scores)}[${model.text(target)}]`);
    }
  });
  return names;
}

const best = /best|top|highest|lowest|max|min/i;

function loopAround(model: Model, at: Expression): Loop | undefined {
  let found: Loop | undefined;
  eachStatement(model.form.body, (statement) => {
    if (statement.kind === "Loop" && statement.start <= at.start && at.end <= statement.end) found ??= statement;
  });
  return found;
}

/** All that is in a call of `print` or of a log. */
export function printedIn(model: Model): readonly Expression[] {
  const found: Expression[] = [];
  eachStatement(model.form.body, (statement) => {
    const pending: Expression[] = [];
    pushExpressions(statement, pending);
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (next.kind === "Call" && /^(print|log(ger|ging)?\.\w+)$/.test(model.text(next.callee)))
        for (const { value } of next.args) collect(value, found);
      else pushParts(next, pending);
    }
  });
  return found.sort((a, b) => a.start - b.start);
}

function collect(expression: Expression, into: Expression[]): void {
  const pending = [expression];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    into.push(next);
    pushParts(next, pending);
  }
}
