import type { Expression } from "../../syntax/expressions.js";
import type { Assign, FormModule } from "../../syntax/form.js";
import { eachStatement } from "./visit.js";

/** The assignment that writes a target. */
export function assignmentTo(form: FormModule, target: Expression): Assign | undefined {
  let found: Assign | undefined;
  eachStatement(form.body, (statement) => {
    if (statement.kind === "Assign" && statement.targets.includes(target)) found = statement;
  });
  return found;
}
