import { reaches } from "./evidence.js";
import type { RecordedItem, RunRecord } from "./trend.js";
import type { Verdict } from "./verdict.js";

/** What changed from one run to another. */
export interface Comparison {
  readonly better: readonly ItemChange[];
  readonly worse: readonly ItemChange[];
  /** Neither: left out or waived now, or no longer so. A blocker among them deserves a look. */
  readonly moved: readonly ItemChange[];
  /** Items that only one of the runs has. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly mlTestScore: NumberChange;
  readonly stages: readonly (NumberChange & { readonly stage: string })[];
  readonly openQuestions: NumberChange;
}

export interface ItemChange {
  readonly id: string;
  readonly before: RecordedItem;
  readonly after: RecordedItem;
}

export interface NumberChange {
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** What of a run is compared. */
export type ComparedRun = Pick<RunRecord, "items" | "mlTestScore" | "stages" | "openQuestions">;

/** Compares item by item, and within a verdict level by level: evidence that got weaker is worse before the verdict says so. */
export function compareRuns(before: ComparedRun, after: ComparedRun): Comparison {
  const changes = Object.entries(after.items).flatMap(([id, item]): ItemChange[] => {
    const known = before.items[id];
    return known === undefined || sameItem(known, item) ? [] : [{ id, before: known, after: item }];
  });
  const direction = (change: ItemChange): number => directionOf(change.before, change.after);
  const stages = [...new Set([...Object.keys(before.stages), ...Object.keys(after.stages)])];
  return {
    better: changes.filter((change) => direction(change) > 0),
    worse: changes.filter((change) => direction(change) < 0),
    moved: changes.filter((change) => direction(change) === 0),
    added: Object.keys(after.items).filter((id) => !Object.hasOwn(before.items, id)),
    removed: Object.keys(before.items).filter((id) => !Object.hasOwn(after.items, id)),
    mlTestScore: { before: before.mlTestScore, after: after.mlTestScore },
    stages: stages.map((stage) => ({ stage, before: before.stages[stage], after: after.stages[stage] })),
    openQuestions: { before: before.openQuestions, after: after.openQuestions },
  };
}

function sameItem(a: RecordedItem, b: RecordedItem): boolean {
  return a.verdict === b.verdict && a.level === b.level;
}

function directionOf(before: RecordedItem, after: RecordedItem): number {
  const [from, to] = [ranks[before.verdict], ranks[after.verdict]];
  if (from === undefined || to === undefined) return 0;
  if (from !== to) return to - from;
  return reaches(after.level, before.level) ? 1 : -1;
}

/** What does not apply is neither better nor worse than anything. */
const ranks: Readonly<Record<Verdict, number | undefined>> = {
  ...{ fail: 0, unknown: 1, human: 2, partial: 3, attested: 4, pass: 5 },
  "n/a": undefined,
};
