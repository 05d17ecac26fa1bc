import type { Call } from "../syntax/expressions.js";
import type { Span } from "../syntax/span.js";
import type { CallEvent } from "../semantics/follow/run.js";
import type { Unit } from "../semantics/follow/unit.js";
import type { Model } from "../semantics/model.js";
import type { Report, ReportEdit } from "./rule.js";

/** The user's own code in a message: on one line, and cut where nobody would read on. */
export function shorten(text: string, longest = 60): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

/** The shortest span that says which call is meant: the function's name, or `receiver.method` where that is on one line. */
export function nameOf(model: Model, { callee }: Call): Span {
  if (callee.kind !== "Attribute") return callee;
  const isLong =
    model.text(callee).includes("\n") || (callee.object.kind !== "Name" && callee.object.kind !== "Attribute");
  return isLong ? callee.nameSpan : callee;
}

/** The edit that adds a keyword argument at the end of a call, before a trailing comma. */
export function addArgument(model: Model, call: Call, argument: string): Span & { readonly newText: string } {
  const last = call.args.at(-1);
  if (last === undefined) return { start: call.argsEnd, end: call.argsEnd, newText: argument };
  const rest = model.text({ start: last.end, end: call.argsEnd });
  // A parenthesis after the argument's own end belongs to the argument.
  const start = /^[\s,]*$/.test(rest) ? last.end : call.argsEnd;
  return { start, end: start, newText: `, ${argument}` };
}

export type Related = NonNullable<Report["related"]>;
type Fixes = NonNullable<Report["fixes"]>;

/** The other place of a finding, in whatever file it is. */
export function alsoAt({ start, end }: Span, { path }: Pick<Unit, "path">, message: string): Related {
  return [{ at: { start, end, path }, message }];
}

/** The place of a call, for related information. */
export function placeInFile({ call, unit }: CallEvent, message: string): Related {
  return alsoAt(call, unit, message);
}

/** A fix that changes what the program does; none where one of its edits cannot be written. */
export function suggest(title: string, ...edits: readonly (ReportEdit | undefined)[]): Fixes {
  const known = edits.flatMap((edit) => edit ?? []);
  return known.length === edits.length ? [{ title, safety: "suggestion", edits: known }] : [];
}

/** The edit that writes something in the place of a stretch of the file. */
export function replace({ start, end }: Span, newText: string): ReportEdit {
  return { start, end, newText };
}
