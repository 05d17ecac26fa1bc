import { availableParallelism } from "node:os";
import type { Target } from "../project/targets.js";

/** How many threads check files: as many as were asked for, or as many as are worth it. */
export function workersFor(targets: readonly Target[], asked: number | undefined): number {
  // Without a project, what is known of it grows from file to file, so their order matters.
  if (!targets.every(({ root }) => root.isProject)) return 1;
  if (asked !== undefined) return asked;
  return targets.length < enoughForWorkers ? 1 : Math.min(availableParallelism(), mostWorkers);
}

/** Each thread has to get up to speed, and reads much of what the others import too, so small runs gain nothing. */
const enoughForWorkers = 600;
const mostWorkers = 4;

/** Source text that each thread keeps parsed, in UTF-16 units: enough for what the files of a large package import again and again. */
export const keptByEach = 6_000_000;
