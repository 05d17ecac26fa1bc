import { percent } from "../checklist/gate.js";
import type { ChecklistReport } from "../report/checklist/checklist-report.js";

/**
 * Why a run is not good enough, for standard error and the exit code; nothing when it is. What was asked for decides: that
 * nothing got worse, that the overall readiness is high enough, or both; the gate when neither was.
 */
export function reasonsToFail({ result, changes }: ChecklistReport, minScore: number | undefined): readonly string[] {
  const { gate, overall } = result;
  const worse = changes?.comparison.worse ?? [];
  const reasons: string[] = [];
  if (worse.length > 0) {
    const ids = worse.map(({ id }) => id).join(", ");
    reasons.push(`${plural(worse.length, "item")} got worse since ${changes?.since ?? ""}: ${ids}.`);
  }
  // Where no stage that counts applies, there is no number that could be too low.
  if (minScore !== undefined && overall !== undefined && overall < minScore) {
    reasons.push(`the overall readiness is ${percent(overall)}, below ${percent(minScore)}.`);
  }
  if (changes === undefined && minScore === undefined && !gate.ready) {
    reasons.push(`the gate fails, ${plural(gate.obstacles.length, "obstacle")}.`);
  }
  return reasons;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
