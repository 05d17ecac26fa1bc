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

/** A gate lets through what a threshold would stop. A limit that is no plain number is taken to be the team's. */
export function isLaxer({ guard, metrics }: Pick<MetricGate, "guard" | "metrics">, threshold: number): boolean {
  const isLess = metrics.every((name) => lessIsBetter.test(name));
  return numbersComparedIn(guard).some((limit) => (isLess ? limit > threshold : limit < threshold));
}

/** The plain numbers with which a test compares something. */
export function numbersComparedIn({ comparisons }: Pick<GuardFact, "comparisons">): readonly number[] {
  return comparisons.flatMap(({ left, right }) =>
    [left, right].flatMap((value) =>
      value.kind === "literal" && typeof value.value === "number" ? [value.value] : [],
    ),
  );
}

const lessIsBetter =
  /loss|error|mae|mse|mape|perplexity|wer|cer|deviance|latency|duration|seconds|memory|size|drift|gap|disparity/i;
