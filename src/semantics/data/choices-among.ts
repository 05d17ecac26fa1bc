import type { Call, Expression } from "../../syntax/expressions.js";
import type { FunctionForm, Statement } from "../../syntax/form.js";
import { eachExpression, eachStatement } from "../code/visit.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { alternatives, type Value } from "../values.js";
import { nameGiven } from "./own-names.js";
import { perModel } from "../code/per-model.js";

/** A call that finds the best of several scores. */
export interface ChoiceAmong {
  readonly at: Expression;
  readonly event: CallEvent | undefined;
  /** The scores, or the curve of them. */
  readonly scores: readonly Value[];
  /** The function that works out a score for each of several: `key=lambda net: net.score(X, y)`. */
  readonly scoredBy?: FunctionForm | undefined;
}

/** `max(scores)`, `max(scores, key=scores.get)`, `np.argmax(scores)`, `results.idxmax()`, `sorted(results)[-1]`. */
export function choicesAmong(model: Model): readonly ChoiceAmong[] {
  const found = model.calls.flatMap((event): readonly ChoiceAmong[] => {
    const chosen = chosenFrom(event);
    if (chosen === undefined) return [];
    const scoredBy = keyFunction(event);
    const keys = scoredBy === undefined ? [] : model.returns.filter(({ form }) => form === scoredBy);
    const scores = [...keys.map(({ value }) => value), ...contents(model, chosen, 0)];
    return scores.length === 0 || !isTaken(model, event) ? [] : [{ at: event.call, event, scores, scoredBy }];
  });
  return [...found, ...comparedScores(model)];
}

function keyFunction({ args }: CallEvent): FunctionForm | undefined {
  const key = args.named.get("key");
  return key?.kind === "closure" ? key.form : undefined;
}

/** `if score_a > score_b: model = a` with an `else` that takes the other one. */
function comparedScores(model: Model): readonly ChoiceAmong[] {
  const found: ChoiceAmong[] = [];
  eachStatement(model.form.body, (statement) => {
    if (statement.kind !== "Branch" || statement.test.kind !== "Comparison") return;
    const { operators, operands } = statement.test;
    if (operands.length !== 2 || !/^[<>]=?$/.test(operators[0] ?? "")) return;
    const [one, other] = [statement.body, statement.otherwise].map((body) => assignedIn(model, body));
    if (one === undefined || other === undefined || ![...one].some((name) => other.has(name))) return;
    const scores = operands.flatMap((operand) => model.valueOf(operand) ?? []);
    if (scores.length === 2) found.push({ at: statement.test, event: undefined, scores });
  });
  return found;
}

function assignedIn(model: Model, body: readonly Statement[]): ReadonlySet<string> {
  return new Set(
    body.flatMap((statement) =>
      statement.kind === "Assign" ? statement.targets.map((target) => model.text(target)) : [],
    ),
  );
}

/** A sorted table is looked at, unless its first or last row is taken; the largest value of a plot's axis chooses nothing. */
function isTaken(model: Model, { call, method, path }: CallEvent): boolean {
  const name = method ?? path ?? "";
  const isSorting = /(sort|sorted|sort_values|nlargest|nsmallest|most_common)$/.test(name);
  const made = isSorting ? (nameGiven(model.form, call) ?? receiverName(call)) : undefined;
  const { ends, drawings } = usesOfTables(model);
  if (isSorting) return ends.some((rows) => rows === call || (rows.kind === "Name" && rows.id === made));
  return !drawings.some(
    (drawing) => drawing !== call && drawing.argsEnd >= call.end && drawing.callee.end <= call.start,
  );
}

/** What the first or last row is taken of, and the calls that draw. */
const usesOfTables = perModel((model) => {
  const ends: Expression[] = [];
  const drawings: Call[] = [];
  eachExpression(model.form.body, (expression) => {
    if (expression.kind === "Subscript" && isEnd(model, expression.index)) {
      const { object } = expression;
      ends.push(object.kind === "Attribute" && /^(iloc|index|values)$/.test(object.name) ? object.object : object);
    } else if (
      expression.kind === "Call" &&
      expression.callee.kind === "Attribute" &&
      /lim|plot|line|scatter|annotate|scale|ticks|hist|bar$/.test(expression.callee.name)
    )
      drawings.push(expression);
  });
  return { ends, drawings };
});

function receiverName({ callee }: Call): string | undefined {
  return callee.kind === "Attribute" && callee.object.kind === "Name" ? callee.object.id : undefined;
}

/** `0`, `-1`. */
function isEnd(model: Model, index: Expression): boolean {
  return /^(0|-1)$/.test(model.text(index));
}

function chosenFrom({ path, method, receiver, args }: CallEvent): Value | undefined {
  if (path === "builtins.max" || path === "builtins.min")
    return args.positional.length === 1 ? args.positional[0] : undefined;
  if (path !== undefined && /^numpy\.(nan)?arg(max|min)$|^numpy\.(nan)?(max|min|amax|amin)$/.test(path))
    return args.positional[0];
  if (path === "builtins.sorted") return args.positional[0];
  if (method !== undefined && /^(idxmax|idxmin|nlargest|nsmallest|argmax|argmin|sort_values|most_common)$/.test(method))
    return receiver;
  return method === "sort" ? receiver : undefined;
}

/** What is in a container, or in what was made of one; a curve stands for itself. */
function* contents(model: Model, value: Value, depth: number): Iterable<Value> {
  for (const option of alternatives(value)) {
    if (option.kind === "tuple") for (const item of option.items) yield* contents(model, item, depth + 1);
    if (option.kind !== "entity" || depth > 5) continue;
    const held = [...(option.items ?? []), ...model.heldBy(option)];
    const inner =
      held.length === 0 && option.origin.how === "call" && isWrapper(option.origin.path, option.origin.method)
        ? [option.origin.receiver, ...option.origin.args.positional].filter((part) => part !== undefined)
        : held;
    if (inner.length === 0) yield option;
    for (const part of inner) yield* contents(model, part, depth + 1);
  }
}

function isWrapper(path: string | undefined, method: string | undefined): boolean {
  return (
    /^(numpy\.(array|asarray)|pandas\.(DataFrame|Series)|builtins\.(list|tuple|dict|zip|enumerate))(\.\w+)?$/.test(
      path ?? "",
    ) || /^(items|values|keys|to_numpy|set_index|tolist)$/.test(method ?? "")
  );
}
