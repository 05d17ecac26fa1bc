import type { Expression } from "../../syntax/expressions.js";
import type { Statement } from "../../syntax/form.js";
import { eachStatement } from "../code/visit.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { alternatives, type Value } from "../values.js";

/** A call that finds the best of several scores. */
export interface ChoiceAmong {
  readonly at: Expression;
  readonly event: CallEvent | undefined;
  /** The scores, or the curve of them. */
  readonly scores: readonly Value[];
}

/** `max(scores)`, `max(scores, key=scores.get)`, `np.argmax(scores)`, `results.idxmax()`, `sorted(results)[-1]`. */
export function choicesAmong(model: Model): readonly ChoiceAmong[] {
  const found = model.calls.flatMap((event): readonly ChoiceAmong[] => {
    const chosen = chosenFrom(event);
    if (chosen === undefined) return [];
    const scores = [...contents(model, chosen, 0)];
    return scores.length === 0 ? [] : [{ at: event.call, event, scores }];
  });
  return [...found, ...comparedScores(model)];
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
