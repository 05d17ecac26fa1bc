import type { Expression } from "../../syntax/expressions.js";
import type { FunctionForm } from "../../syntax/form.js";
import { eachStatementInScope, pushExpressions, pushParts } from "../code/visit.js";
import { lastName, roleOfPlainName } from "./named-roles.js";
import type { Purpose } from "./splits.js";

/** `val_acc = hits[train_mask].mean()`: a score that is called after held-out rows, of rows that one mask chooses. */
export function maskOfScore(target: Expression, value: Expression): Expression | undefined {
  const words = (lastName(target) ?? "").toLowerCase().split("_");
  if (!words.some((word) => /^(acc|accuracy|loss|score|f1|auc|auroc|err|error|hits|correct|mae|mse|rmse)$/.test(word)))
    return undefined;
  const pending = [value];
  let found: Expression | undefined;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const role = next.kind === "Subscript" ? roleOfPlainName(next.index) : undefined;
    if (next.kind === "Subscript" && isMask(next.index)) found = next.index;
    else if (role === "validation" || role === "test") return undefined;
    pushParts(next, pending);
  }
  return found;
}

/** A mask or indices that are called after the training part. */
export function isMask(index: Expression): boolean {
  return /mask|idx|index|indices/i.test(lastName(index) ?? "") && roleOfPlainName(index) === "train";
}

/** Loops and masks of the training part in a function that is called for the held-out one and reads no other. */
export function readInEvaluation({ name, params, body }: FunctionForm): [Expression | undefined, Purpose | undefined] {
  const [, word] = /^_?(?:run_|do_)?(val|test|eval)/i.exec(name ?? "") ?? [];
  const wanted = word === undefined ? undefined : word.toLowerCase() === "test" ? "test" : "validation";
  if (wanted === undefined || /train|fit|adapt|knn/i.test(name ?? "")) return [undefined, undefined];
  const own = new Set(params.map((param) => param.name));
  const read: { wrong?: Expression; other?: Expression } = {};
  eachStatementInScope(body, (statement) => {
    const expressions: Expression[] = [];
    pushExpressions(statement, expressions);
    for (let next = expressions.pop(); next !== undefined; next = expressions.pop()) {
      const role = roleOfPlainName(next);
      const isLoader = statement.kind === "Loop" && /loader|iter|dl$|gen|set|data/i.test(lastName(next) ?? "");
      if (next.kind === "Attribute" && next.name === "backward") read.other = next;
      // The masks of objects in pictures are answers, and choose no rows.
      const isChoosing = next.kind !== "Name" || !/masks$/i.test(next.id);
      if (role === "train" && (isLoader || (isChoosing && isMask(next))) && !own.has(lastName(next) ?? "")) {
        if (read.wrong === undefined || next.start < read.wrong.start) read.wrong = next;
      } else if (
        (role === "test" || role === "validation") &&
        /loader|iter|dl$|gen|set|data|mask|idx|^[xy]/i.test(lastName(next) ?? "") &&
        !/acc|loss/.test(lastName(next) ?? "")
      )
        read.other = next;
      pushParts(next, expressions);
    }
  });
  return read.other !== undefined ? [undefined, undefined] : [read.wrong, wanted];
}
