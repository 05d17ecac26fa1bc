import type { Call } from "../syntax/expressions.js";
import type { Span } from "../syntax/span.js";
import type { CallEvent } from "../semantics/follow/run.js";
import type { Model } from "../semantics/model.js";
import type { Place } from "./rule.js";

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

/** The place of a call, for related information. */
export function placeInFile(
  { call, unit }: CallEvent,
  message: string,
): readonly { readonly at: Place; readonly message: string }[] {
  return [{ at: { start: call.start, end: call.end, path: unit.path }, message }];
}
