import type { MlTestScore } from "./ml-test-score.js";
import type { ItemResult } from "./result.js";
import type { StageScore } from "./score.js";

/** Is the project ready, and if not, what stands in its way? */
export interface Gate {
  readonly ready: boolean;
  readonly obstacles: readonly Obstacle[];
  /** Blockers that the team left out; they stop nothing and are named all the same. */
  readonly waivedBlockers: readonly { readonly id: string; readonly reason: string }[];
}

export interface Obstacle {
  readonly kind: "blocker" | "stage" | "ml-test-score";
  /** The item or the stage. */
  readonly of: string | undefined;
  readonly text: string;
}

export interface GateLimits {
  readonly stageMinimum: number;
  /** The ML Test Score has to be above it. */
  readonly mlTestScoreTarget: number;
}

/** A blocker that nobody has answered stops the gate as one that fails does: silence is no pass. */
export function gate(
  items: readonly ItemResult[],
  stages: readonly StageScore[],
  score: MlTestScore,
  limits: GateLimits,
): Gate {
  const blockers = items.filter(({ severity }) => severity === "blocker");
  const obstacles: Obstacle[] = blockers.flatMap(({ id, question, verdict }) => {
    const state = openStates[verdict];
    return state === undefined ? [] : [{ kind: "blocker", of: id, text: `${id} ${state}: ${question}` }];
  });
  for (const { stage, score: reached } of stages) {
    if (reached !== undefined && reached < limits.stageMinimum) {
      const text = `The score of ${stage} is ${percent(reached)}, below ${percent(limits.stageMinimum)}.`;
      obstacles.push({ kind: "stage", of: stage, text });
    }
  }
  if (score.final <= limits.mlTestScoreTarget) {
    const text = `The ML Test Score is ${rounded(score.final)}, not above ${rounded(limits.mlTestScoreTarget)}.`;
    obstacles.push({ kind: "ml-test-score", of: undefined, text });
  }
  const waived = blockers.filter((item) => item.waived).map(({ id, reason }) => ({ id, reason }));
  return { ready: obstacles.length === 0, obstacles, waivedBlockers: waived };
}

/** Why a blocker is open, by its verdict. */
const openStates: Readonly<Record<string, string | undefined>> = {
  fail: "fails",
  human: "waits for a person",
  unknown: "could not be judged",
};

/** Rounded down, so that 59.6 % is not shown as the 60 % that it misses. */
export function percent(share: number): string {
  return `${Math.floor(share * 100 + 1e-9)} %`;
}

/** With two places at most. */
export function rounded(number: number): string {
  return String(Math.round(number * 100) / 100);
}
