import { isSupervisedMetric, predicting } from "../../knowledge/metrics.js";
import type { Expression } from "../../syntax/expressions.js";
import { givenArguments, type GivenArgument } from "../code/given-arguments.js";
import type { CallEvent } from "../follow/run.js";
import type { Model } from "../model.js";
import { alternatives } from "../values.js";
import { lastName, roleOfPlainName } from "./named-roles.js";
import { roleByName } from "./own-names.js";
import { purposeIn } from "./roles.js";
import type { Purpose } from "./splits.js";

/** Rows of one part that are scored with the answers of the training part, or the other way round. */
export interface WrongPair {
  /** What is of the training part. */
  readonly at: Expression;
  readonly wanted: "validation" | "test";
}

/** `model.score(X_test, y_train)`, `accuracy_score(y_train, model.predict(X_test))`, `validation_data=(X_val, y_train)`. */
export function wrongPairsIn(model: Model): readonly WrongPair[] {
  return model.calls.flatMap((event): readonly WrongPair[] => {
    const pair = pairOf(event);
    if (pair?.length !== 2) return [];
    const [first, second] = pair.map(({ value }) => purposeIn(model, value));
    const wanted = first === "train" ? second : second === "train" ? first : undefined;
    const wrong = pair[first === "train" ? 0 : 1]!;
    return wanted === undefined || wanted === "train" || !isPartItself(wrong) ? [] : [{ at: wrong.expression, wanted }];
  });
}

/** The rows and the answers that a call compares. */
function pairOf(event: CallEvent): readonly Pick<GivenArgument, "value" | "expression">[] | undefined {
  const { path, method, callee } = event;
  const given = givenArguments(event);
  const watched = given.find(({ name }) => name === "validation_data");
  if (watched?.expression.kind === "Sequence" && watched.value.kind === "tuple") {
    const { items } = watched.value;
    return watched.expression.items.flatMap((expression, index) => {
      const value = items[index];
      return value === undefined ? [] : [{ expression, value }];
    });
  }
  const isScore = method === "score" || method === "evaluate";
  if (callee?.kind === "closure" || !(isScore || (path !== undefined && isSupervisedMetric(path)))) return undefined;
  return given
    .filter(({ name }) => name === undefined || /^(X|x|y|y_true|y_pred|y_score|y_prob)$/.test(name))
    .slice(0, 2);
}

/** By its name, or what is predicted for it; a mean of the training answers is a baseline, which belongs to any part. */
function isPartItself({ expression, value }: Pick<GivenArgument, "value" | "expression">): boolean {
  if (roleOfPlainName(expression) === "train") return true;
  const [only] = alternatives(value);
  return only?.kind === "entity" && only.origin.how === "call" && predicting.has(only.origin.method ?? "");
}

/** `f(out[test_mask], y[train_mask])`: rows of the one with answers of the other. */
export function mismatched(given: readonly Expression[]): [Expression | undefined, Purpose | undefined] {
  if (given.length !== 2) return [undefined, undefined];
  const roles = given.map((item) =>
    item.kind === "Subscript" && isAnyMask(item.index) ? roleOfPlainName(item.index) : roleByName(item),
  );
  const masked = given.every((item) => item.kind === "Subscript" && isAnyMask(item.index));
  if (!masked || roles[0] === roles[1]) return [undefined, undefined];
  const index = roles.indexOf("train");
  const wrong = given[index];
  return index < 0 || wrong?.kind !== "Subscript" ? [undefined, undefined] : [wrong.index, roles[1 - index]];
}

function isAnyMask(index: Expression): boolean {
  return /mask|idx|index/i.test(lastName(index) ?? "");
}
