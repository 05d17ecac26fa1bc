import type { BranchFrame, CallEvent } from "../follow/run.js";

/** Do two calls stand on different sides of one branch, so that a run makes one of them only? */
export function areExclusive(a: CallEvent, b: CallEvent): boolean {
  const taken = new Map<BranchFrame["branch"], boolean>();
  for (let at = a.branches; at !== undefined; at = at.parent) taken.set(at.branch, at.taken);
  for (let at = b.branches; at !== undefined; at = at.parent) {
    const other = taken.get(at.branch);
    if (other !== undefined && other !== at.taken) return true;
  }
  return false;
}
