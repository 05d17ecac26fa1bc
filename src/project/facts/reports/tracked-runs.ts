import type { TrackedRuns } from "../file-facts.js";

/** Collects what the runs of a tracker wrote down. */
export interface RunNotes {
  readonly metric: (name: string) => void;
  readonly param: (name: string) => void;
  readonly commit: () => void;
  readonly of: (path: string, runs: number) => TrackedRuns;
}

export function runNotes(): RunNotes {
  const metrics = new Set<string>();
  const params = new Set<string>();
  let hasCommit = false;
  const add = (names: Set<string>) => (name: string) => {
    if (names.size < mostNames) names.add(name);
  };
  return {
    metric: add(metrics),
    param: add(params),
    commit: () => {
      hasCommit = true;
    },
    of: (path, runs) => ({ path, runs, metrics: [...metrics].sort(), params: [...params].sort(), hasCommit }),
  };
}

const mostNames = 500;
