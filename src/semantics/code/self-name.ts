import type { CallEvent } from "../follow/run.js";

/** What the method that makes a call names its own object; undefined in a plain function. */
export function selfName({ frame: { closure } }: CallEvent): string | undefined {
  return closure?.owner === undefined ? undefined : closure.form.params[0]?.name;
}
