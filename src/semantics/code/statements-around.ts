import type { ClassStatement, FormModule, Statement } from "../../syntax/form.js";
import type { Span } from "../../syntax/span.js";
import { nestedBlocks } from "./visit.js";

/** The statements around a place, outermost first, from the function that it stands in (or the top level) inwards. */
export function statementsAround(form: FormModule, place: Span): readonly Statement[] {
  let around: Statement[] = [];
  for (let next = statementAt([form.body], place); next !== undefined; next = statementAt(blocksOf(next), place)) {
    if (next.kind === "FunctionStatement" || next.kind === "ClassStatement") around = [];
    else around.push(next);
  }
  return around;
}

function blocksOf(statement: Statement): readonly (readonly Statement[])[] {
  if (statement.kind === "FunctionStatement") return [statement.function.body];
  return statement.kind === "ClassStatement" ? [statement.body] : nestedBlocks(statement);
}

/** The statement of some blocks that a place stands in. Those of a block follow each other, so that few need a look. */
function statementAt(blocks: readonly (readonly Statement[])[], place: Span): Statement | undefined {
  for (const block of blocks) {
    let [low, high] = [0, block.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (block[middle]!.end < place.end) low = middle + 1;
      else high = middle;
    }
    const found = block[low];
    if (found !== undefined && found.start <= place.start) return found;
  }
  return undefined;
}

/** The innermost class that a place stands in. */
export function classAround(form: FormModule, place: Span): ClassStatement | undefined {
  let found: ClassStatement | undefined;
  for (let next = statementAt([form.body], place); next !== undefined; next = statementAt(blocksOf(next), place)) {
    if (next.kind === "ClassStatement") found = next;
  }
  return found;
}
