import type { Call, Expression } from "../../../syntax/expressions.js";
import type { FunctionForm } from "../../../syntax/form.js";
import type { Span } from "../../../syntax/span.js";
import type { PythonFile } from "./python-file.js";

/** The value of a keyword argument. */
export function keyword(call: Call | undefined, ...names: readonly string[]): Expression | undefined {
  return call?.args.find(({ name }) => name !== undefined && names.includes(name))?.value;
}

/** The value of an argument that may be given by place or by name. */
export function argument(call: Call, place: number, name: string): Expression | undefined {
  const positional = call.args[place];
  return (
    keyword(call, name) ??
    (positional?.name === undefined && positional?.spread === "none" ? positional.value : undefined)
  );
}

/** The items of a list, tuple or set, also one that has a name; another expression is a list of itself. */
export function itemsIn(expression: Expression | undefined, file: PythonFile): readonly Expression[] {
  const value = file.valueOf(expression);
  if (value === undefined) return [];
  return value.kind === "Sequence" ? value.items : [value];
}

/** The strings in a list, or the one that it is. */
export function textsIn(expression: Expression | undefined, file: PythonFile): readonly string[] {
  return itemsIn(expression, file).flatMap((item) => file.textOf(item) ?? []);
}

/** A decorator as a call where it has arguments, with its path. */
export interface Decoration {
  readonly path: string;
  readonly call: Call | undefined;
}

export function decorationsOf(
  form: { readonly decorators: readonly Expression[] },
  file: PythonFile,
): readonly Decoration[] {
  return form.decorators.flatMap((decorator) => {
    const call = decorator.kind === "Call" ? decorator : undefined;
    const path = file.pathOf(call?.callee ?? decorator);
    return path === undefined ? [] : [{ path, call }];
  });
}

/** The functions with a decorator whose path matches. */
export function decorated(
  file: PythonFile,
  path: RegExp,
): readonly { readonly name: string; readonly form: FunctionForm; readonly decoration: Decoration }[] {
  return [...file.functions].flatMap(([name, form]) => {
    const decoration = decorationsOf(form, file).find((one) => path.test(one.path));
    return decoration === undefined ? [] : [{ name, form, decoration }];
  });
}

export function isInside(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** The value of an entry of a dictionary, `{"a": 1}` or `dict(a=1)`. */
export function entryOf(expression: Expression | undefined, key: string, file: PythonFile): Expression | undefined {
  const value = file.valueOf(expression);
  if (value?.kind === "Call") return keyword(value, key);
  if (value?.kind !== "Mapping") return undefined;
  return value.entries.find((entry) => entry.key?.kind === "Literal" && entry.key.value === key)?.value;
}

/** Is it something other than `None` and `False`? */
export function isGiven(expression: Expression | undefined): boolean {
  return (
    expression !== undefined &&
    !(expression.kind === "Literal" && (expression.value === null || expression.value === false))
  );
}

/** When something comes back: cron text, or the expression as written; nothing for `None`. */
export function scheduleText(expression: Expression | undefined, file: PythonFile): string | undefined {
  const value = file.valueOf(expression);
  if (value === undefined || !isGiven(value)) return undefined;
  return file.textOf(value) ?? file.sourceOf(value).replace(/\s+/g, " ").slice(0, 200);
}
