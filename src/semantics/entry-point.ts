import type { CallEvent, Frame } from "./run.js";

/** Does a call happen when the file is run as a script: at its top level, or in a function that is called from there? */
export function happensInScript({ frame }: CallEvent): boolean {
  for (let at: Frame | undefined = frame; at !== undefined; at = at.caller) if (at.isRoot) return false;
  return true;
}
