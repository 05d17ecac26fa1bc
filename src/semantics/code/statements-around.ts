import type { ClassStatement, FormModule, Statement } from "../../syntax/form.js";
import type { Span } from "../../syntax/span.js";
import { nestedBlocks } from "./visit.js";

/** The statements around a place, outermost first, from the function that it stands in (or the top level) inwards. */
export function statementsAround(form: FormModule, place: Span): readonly Statement[] {
  let around: Statement[] = [];
  let block: readonly Statement[] = form.body;
  for (;;) {
    const next = block.find((statement) => statement.start <= place.start && place.end <= statement.end);
    if (next === undefined) return around;
    if (next.kind === "FunctionStatement") {
      around = [];
      block = next.function.body;
    } else if (next.kind === "ClassStatement") {
      around = [];
      block = next.body;
    } else {
      around.push(next);
      block = nestedBlocks(next).flat();
    }
  }
}

/** The innermost class that a place stands in. */
export function classAround(form: FormModule, place: Span): ClassStatement | undefined {
  let found: ClassStatement | undefined;
  let block: readonly Statement[] = form.body;
  for (;;) {
    const next = block.find((statement) => statement.start <= place.start && place.end <= statement.end);
    if (next === undefined) return found;
    if (next.kind === "ClassStatement") found = next;
    block =
      next.kind === "FunctionStatement"
        ? next.function.body
        : next.kind === "ClassStatement"
          ? next.body
          : nestedBlocks(next).flat();
  }
}
