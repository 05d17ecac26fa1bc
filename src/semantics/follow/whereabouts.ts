import type { Run } from "./run.js";

/** Where code is being followed, to come back to after a call or a module. */
export type Whereabouts = Pick<Run, "frame" | "loops" | "branches" | "alive" | "depth">;

export function whereabouts({ frame, loops, branches, alive, depth }: Run): Whereabouts {
  return { frame, loops, branches, alive, depth };
}

export function goTo(run: Run, { frame, loops, branches, alive, depth }: Whereabouts): void {
  run.frame = frame;
  run.loops = loops;
  run.branches = branches;
  run.alive = alive;
  run.depth = depth;
}
