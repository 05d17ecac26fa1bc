import type { FunctionForm, Statement } from "../../syntax/form.js";
import type { Span } from "../../syntax/span.js";
import { scopeOf, surroundingsOf } from "../code/surroundings.js";
import { eachExpression, eachStatementInScope } from "../code/visit.js";
import type { Model } from "../model.js";
import type { TensorLeak } from "./leaks.js";

interface Edit extends Span {
  readonly newText: string;
}

/** The edit that wraps the body of a function in a tidy: of one that runs straight through and waits for nothing. */
export function tidyAround(model: Model, { call }: TensorLeak): Edit | undefined {
  const { functions, names } = surroundingsOf(model.form);
  const form = functions.get(call);
  if (form === undefined || form.isAsync || form.isGenerator || !names.has("tf")) return undefined;
  const first = form.body[0];
  const last = form.body.at(-1);
  if (first === undefined || last === undefined || !isStraight(model, form)) return undefined;
  const open = model.form.text.lastIndexOf("{", first.start);
  if (open < form.start || !/^\s*$/.test(model.text({ start: open + 1, end: first.start }))) return undefined;
  const body = model.text({ start: first.start, end: last.end });
  // A text over several lines would change with its indentation.
  if (/`[^`]*\n[^`]*`/.test(body)) return undefined;
  const indent = /[^\n]*$/.exec(model.form.text.slice(0, first.start))?.[0] ?? "";
  if (!/^\s+$/.test(indent)) return undefined;
  const inner = body.replace(/\n(?=.)/g, "\n  ");
  return { start: first.start, end: last.end, newText: `return tf.tidy(() => {\n${indent}  ${inner}\n${indent}});` };
}

/** Without anything that a function inside another one cannot do, or that a tidy refuses. */
function isStraight(model: Model, form: FunctionForm): boolean {
  let isPlain = !/\b(arguments|new Promise|\.then\()/.test(model.text(form));
  eachStatementInScope(form.body, (statement) => {
    if (statement.kind === "Return" && statement !== form.body.at(-1)) isPlain = false;
    if (statement.kind === "FunctionStatement" || statement.kind === "Try") isPlain = false;
    // What is put into a variable of the outside would be gone after the tidy.
    if (statement.kind === "Assign" && statement.declares === undefined) isPlain = false;
  });
  eachExpression(form.body, (expression) => {
    if (expression.kind === "Await" || expression.kind === "Yield" || expression.kind === "AssignExpression")
      isPlain = false;
    if (expression.kind === "FunctionExpression" && expression.function.isAsync) isPlain = false;
  });
  return isPlain;
}

/** The edit that disposes a tensor behind the last statement that uses it, in the block that it is made in. */
export function disposalAfter(model: Model, { name, statement, isAlone }: TensorLeak): Edit | undefined {
  if (name === undefined || !isAlone) return undefined;
  const { names, blocks } = surroundingsOf(model.form);
  const block = blocks.get(statement) ?? [];
  const scope = scopeOf(model.form, name);
  const references = (names.get(name.id) ?? []).filter((one) => scopeOf(model.form, one) === scope);
  const last = references.reduce<Statement | undefined>((latest, reference) => {
    const around = block.find((one) => one.start <= reference.start && reference.end <= one.end);
    return around !== undefined && (latest === undefined || latest.start < around.start) ? around : latest;
  }, undefined);
  const isAllHere = references.every((one) => block.some(({ start, end }) => start <= one.start && one.end <= end));
  if (last === undefined || !isAllHere || leaves(last)) return undefined;
  const line = /[^\n]*$/.exec(model.form.text.slice(0, last.start))?.[0] ?? "";
  if (!/^\s*$/.test(line)) return undefined;
  const ends = model.form.text[last.end] === ";" ? last.end + 1 : last.end;
  return { start: ends, end: ends, newText: `\n${line}${name.id}.dispose();` };
}

/** Behind a `return` nothing is reached. */
function leaves(statement: Statement): boolean {
  let found = false;
  eachStatementInScope([statement], ({ kind }) => {
    found ||= kind === "Return" || kind === "Raise" || kind === "Jump";
  });
  return found;
}
