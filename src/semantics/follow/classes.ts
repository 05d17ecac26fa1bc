import type { ClassStatement } from "../../syntax/form.js";
import { boundNames, cellToAssign, environment, type Environment } from "./environment.js";
import { evaluate } from "./evaluate.js";
import { execute } from "./execute.js";
import type { Run } from "./run.js";
import type { UserClass } from "../values.js";

/** Runs a class body in a scope of its own and binds the class. */
export function executeClass(run: Run, scope: Environment, statement: ClassStatement): void {
  for (const decorator of statement.decorators) evaluate(run, scope, decorator);
  const bases = statement.bases.map((base) => evaluate(run, scope, base));
  const members: Environment & { owner: UserClass | undefined } = {
    ...environment(boundNames(statement.body, "python"), scope),
    owner: undefined,
  };
  const made: UserClass = { kind: "class", form: statement, unit: run.frame.unit, bases, members };
  members.owner = made;
  if (statement.name !== undefined) run.store.set(cellToAssign(scope, statement.name), made);
  execute(run, members, statement.body);
}
