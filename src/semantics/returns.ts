import type { CallEvent } from "./run.js";
import { eachStatementInScope } from "./visit.js";

/** Does the function in which a call happens hand something back, to callers that nobody in sight knows? */
export function returnsSomething({ frame }: CallEvent): boolean {
  if (frame.closure === undefined || !frame.isRoot) return false;
  let found = false;
  eachStatementInScope(frame.closure.form.body, (statement) => {
    found ||= statement.kind === "Return" && statement.value !== undefined;
  });
  return found;
}
