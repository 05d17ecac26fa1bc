import type { CodeFile, GuardFact } from "../../project/facts/code-facts.js";
import type { ChecklistProject } from "../project.js";
import { isHardGuard } from "./hard-guards.js";
import { isMetricName } from "./metric-names.js";

/** A test of the product's code or of its tests that compares a metric with a limit, and stops when it is missed. */
export interface MetricGate {
  readonly file: CodeFile;
  readonly guard: GuardFact;
  readonly metrics: readonly string[];
}

export function metricGates({ code }: Pick<ChecklistProject, "code">): readonly MetricGate[] {
  return code.flatMap((file) => {
    if (file.role !== "source" && file.role !== "test") return [];
    return file.guards.flatMap((guard): readonly MetricGate[] => {
      if (!isHardGuard(guard)) return [];
      if (!guard.comparisons.some(({ operator }) => /^[<>]=?$/.test(operator))) return [];
      const metrics = guard.mentions.filter(isMetricName);
      return metrics.length === 0 ? [] : [{ file, guard, metrics }];
    });
  });
}
