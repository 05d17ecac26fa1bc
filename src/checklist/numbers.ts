import type { TestPoints } from "./ml-test-score.js";
import type { ItemResult } from "./result.js";

/** What the results of a run count for in the ML Test Score. */
export function testPointsOf(items: readonly ItemResult[]): readonly TestPoints[] {
  return items.flatMap(({ mlTest, verdict }) =>
    mlTest === undefined ? [] : [{ ...mlTest, applies: verdict !== "n/a" }],
  );
}

/** The items that wait for a person. */
export function openQuestions(items: readonly ItemResult[]): readonly string[] {
  return items.filter(({ asks }) => asks.length > 0).map(({ id }) => id);
}
