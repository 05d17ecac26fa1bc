/** What the score of a stage is made from. */
export interface Scored {
  readonly stage: string;
  readonly weight: number;
  /** Undefined for what is left out. */
  readonly points: number | undefined;
}

export interface StageScore {
  readonly stage: string;
  /** From 0 to 1; undefined when none of its items applies. */
  readonly score: number | undefined;
  /** How many of its items apply. */
  readonly applicable: number;
}

/** The score of each stage, in the order in which the items name them: the weighted mean of the points of what applies. */
export function stageScores(items: readonly Scored[]): readonly StageScore[] {
  return [...new Set(items.map(({ stage }) => stage))].map((stage) => {
    const applicable = items.filter((item) => item.stage === stage && item.points !== undefined);
    const weights = sum(applicable.map(({ weight }) => weight));
    const points = sum(applicable.map(({ weight, points: given = 0 }) => weight * given));
    return { stage, score: weights === 0 ? undefined : points / weights, applicable: applicable.length };
  });
}

/** How ready the whole is: as its weakest part, never the mean. */
export function overallScore(scores: readonly StageScore[]): number | undefined {
  const decisive = scores.flatMap(({ stage, score }) => (decisiveStages.has(stage) ? (score ?? []) : []));
  return decisive.length === 0 ? undefined : Math.min(...decisive);
}

/** The stages that decide how ready the whole is. */
export const decisiveStages: ReadonlySet<string> = new Set(["data", "training", "testing", "deployment", "monitoring"]);

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
