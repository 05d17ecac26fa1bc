import type { ChecklistItem } from "../guide/content.js";
import type { Verdict } from "./verdict.js";

/** What a verdict counts for in the score of a stage; undefined for what is left out of it. */
export function pointsOf(
  verdict: Verdict,
  { attestedPoints }: Pick<ChecklistItem, "attestedPoints">,
): number | undefined {
  switch (verdict) {
    case "pass":
      return 1;
    case "attested":
      return attestedPoints;
    case "partial":
      return 0.5;
    case "fail":
    case "human":
    case "unknown":
      return 0;
    case "n/a":
      return undefined;
  }
}
