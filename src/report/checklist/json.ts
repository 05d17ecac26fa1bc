import type { Comparison } from "../../checklist/compare.js";
import { checklistContract } from "../../checklist/contract.js";
import type { ChecklistReport } from "./checklist-report.js";

/** A run as `--format json` prints it: one line, the contract's fields, and what changed where that was asked for. */
export function checklistJson({ result, changes }: ChecklistReport): string {
  const more = changes === undefined ? {} : { changes: { since: changes.since, ...changesOf(changes.comparison) } };
  return `${JSON.stringify({ ...checklistContract(result), ...more })}\n`;
}

function changesOf({ better, worse, moved, added, removed }: Comparison): Omit<Changes, "since"> {
  return { better, worse, moved, added, removed };
}

/** Items with their verdict and level before and after, and those that only one of the runs has. */
export interface Changes extends Pick<Comparison, "better" | "worse" | "moved" | "added" | "removed"> {
  readonly since: string;
}
