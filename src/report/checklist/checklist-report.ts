import type { Comparison } from "../../checklist/compare.js";
import type { ChecklistResult } from "../../checklist/result.js";

/** All that a run of the checklist has to say. */
export interface ChecklistReport {
  /** The name of the project. */
  readonly project: string;
  /** The day of the run, as `2026-05-31`. */
  readonly date: string;
  readonly result: ChecklistResult;
  /** What changed, and since what: a branch, a file, an earlier day. */
  readonly changes?: { readonly since: string; readonly comparison: Comparison } | undefined;
  /** Where the guide is hosted, when it is. */
  readonly docsUrl?: string | undefined;
}
