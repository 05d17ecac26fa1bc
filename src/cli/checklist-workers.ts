import type { CheckProjectOptions } from "../checklist/check-project.js";
import type { Root } from "../project/roots.js";
import { checkInWorkers, type CheckInWorkersOptions } from "./check-in-workers.js";
import { keptByEach, workersFor } from "./worker-count.js";

/** Finds what the rules find by several threads, where there is enough to do for them. */
export function checkForChecklist(
  { folder }: Root,
  config: boolean,
  options: Pick<CheckInWorkersOptions, "script" | "onRuleError" | "onDeath">,
): NonNullable<CheckProjectOptions["check"]> {
  return (targets) => {
    const count = workersFor(targets, undefined);
    if (count < 2) return undefined;
    const choices = { config, itemRules: true };
    return checkInWorkers(targets, {
      ...options,
      ...{ count, settings: { choices, only: [], maxKept: keptByEach, base: folder, code: true } },
    });
  };
}
