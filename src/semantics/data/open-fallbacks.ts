import type { Expression } from "../../syntax/expressions.js";
import type { Statement } from "../../syntax/form.js";
import { eachStatement, pushParts } from "../code/visit.js";
import type { Model } from "../model.js";
import { roleOfPlainName } from "./named-roles.js";

/**
 * Statements that say openly what they do when they put the training part in the place of a held-out one:
 * `val = train if val is None else val`, the same in an `if`, and `return train, train` where there is no validation part.
 */
export function openFallbacks(model: Model): ReadonlySet<Statement> {
  const found = new Set<Statement>();
  eachStatement(model.form.body, (statement) => {
    if (statement.kind !== "Branch" && statement.kind !== "Try") return;
    const blocks = statement.kind === "Branch" ? [statement.body, statement.otherwise] : [statement.body];
    const bodies = statement.kind === "Try" ? statement.handlers.map(({ body }) => body) : blocks;
    const asks = statement.kind === "Branch" && asksForHeldOut(statement.test);
    for (const body of bodies) for (const inner of body) if (inner.kind !== "Return" || asks) found.add(inner);
  });
  return found;
}

/** `X_val is None`, `not test_set`, `len(val) == 0`. */
function asksForHeldOut(test: Expression): boolean {
  const left: Expression[] = [test];
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    const role = one.kind === "Name" || one.kind === "Attribute" ? roleOfPlainName(one) : undefined;
    if (role === "validation" || role === "test") return true;
    pushParts(one, left);
  }
  return false;
}
