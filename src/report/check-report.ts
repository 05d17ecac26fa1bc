import type { Finding } from "../rules/rule.js";
import type { SkippedFile } from "../project/skipped.js";

/** All that a run of `check` has to say. */
export interface CheckReport {
  readonly findings: readonly Finding[];
  readonly checked: number;
  readonly skipped: readonly SkippedFile[];
}
