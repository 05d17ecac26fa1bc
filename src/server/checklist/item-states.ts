import type { ChecklistResult, ItemResult } from "../../checklist/result.js";
import type { GuideItemNode } from "../../protocol.js";
import type { ChecklistNumbers, ItemState } from "../../protocol-checklist.js";

/** What a view shows of each item after a run, or before the first one. */
export function itemStates(
  items: readonly GuideItemNode[],
  result: ChecklistResult | undefined,
): ReadonlyMap<string, ItemState> {
  const answers = new Map(result?.items.map((item) => [item.id, stateOf(item)]));
  return new Map(items.map(({ id }) => [id, answers.get(id) ?? "not-run"]));
}

function stateOf({ verdict, level, reason, severity }: ItemResult): ItemState {
  return { verdict, level, reason, isBlocker: severity === "blocker" };
}

export function checklistNumbers(result: ChecklistResult | undefined): ChecklistNumbers | null {
  if (result === undefined) return null;
  const { mlTestScore, stages, overall, openQuestions, gate } = result;
  return {
    ...{ mlTestScore: mlTestScore.final, label: mlTestScore.label, overall: overall ?? null },
    stages: Object.fromEntries(stages.flatMap(({ stage, score }) => (score === undefined ? [] : [[stage, score]]))),
    ...{ openQuestions: openQuestions.length, isReady: gate.ready },
  };
}
