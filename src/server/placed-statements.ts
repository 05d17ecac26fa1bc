import { surroundingsOf } from "../semantics/code/surroundings.js";
import { eachStatement } from "../semantics/code/visit.js";
import type { FormModule, Statement } from "../syntax/form.js";
import type { Span } from "../syntax/span.js";
import { lineStart } from "./text-lines.js";

/** A statement with the block that it stands in. */
export interface Placed {
  readonly statement: Statement;
  readonly block: readonly Statement[];
}

/** The statements around a place, outermost first, those around the functions that it stands in too. */
export function placedAround(form: FormModule, place: Span): readonly Placed[] {
  return blocksWith(form, ({ start, end }) => start <= place.start && place.end <= end)
    .toSorted((a, b) => a.statement.start - b.statement.start || b.statement.end - a.statement.end)
    .filter(({ statement }) => !isBareResult(form, statement));
}

/** Does a statement begin its line, so that lines can be put above it? What a declaration is preceded by is part of it. */
export function beginsLine({ text }: FormModule, { start }: Span): boolean {
  const before = text.slice(lineStart(text, start), start);
  return (
    /^[ \t]*(?:export[ \t]+(?:default[ \t]+)?)?$/.test(before) &&
    !/^(?:elif|else|except|finally)\b/.test(text.slice(start, start + 7))
  );
}

/** The blocks that are bodies of classes: no statement can be put among their members. */
export function isClassBody(form: FormModule, block: readonly Statement[]): boolean {
  let found = false;
  eachStatement(form.body, (statement) => {
    found ||= statement.kind === "ClassStatement" && statement.body === block;
  });
  return found;
}

function blocksWith(form: FormModule, holds: (statement: Statement) => boolean): readonly Placed[] {
  const found: Placed[] = [];
  for (const [statement, block] of surroundingsOf(form).blocks) if (holds(statement)) found.push({ statement, block });
  return found;
}

/** What a lambda gives is a statement to whoever follows the code, and none to whoever writes it. */
function isBareResult({ text }: FormModule, statement: Statement): boolean {
  return statement.kind === "Return" && !text.startsWith("return", statement.start);
}
