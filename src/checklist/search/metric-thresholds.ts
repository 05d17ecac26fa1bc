import { isTexts } from "../../engine/checklist-config.js";
import type { ComparisonFact } from "../../project/facts/code-facts.js";
import type { Objection } from "../evidence.js";
import type { ChecklistProject } from "../project.js";
import { isHardGuard } from "./hard-guards.js";
import { isLaxer } from "./metric-gates.js";
import { writtenAs } from "./values.js";

/** Limits of metrics that the team set, `metric.thresholds`, and that no gate of the code holds, or only a laxer one. */
export function openThresholds(
  { code, config }: Pick<ChecklistProject, "code" | "config">,
  plain: (name: string) => string,
): readonly Objection[] {
  const guards = code.flatMap((file) =>
    file.role !== "source" && file.role !== "test"
      ? []
      : file.guards.filter(isHardGuard).map((guard) => ({ guard, path: file.path })),
  );
  return thresholdsOf(config.settings["metric.thresholds"]).flatMap(([name, threshold]): readonly Objection[] => {
    const wanted = plain(name);
    const own = guards.filter(
      ({ guard }) => guard.comparisons.length > 0 && guard.mentions.some((one) => plain(one) === wanted),
    );
    const lax = own.find(({ guard }) => {
      // One test may hold several metrics to limits of their own.
      const about = guard.comparisons.filter((one) => wordsOf(one).some((word) => plain(word) === wanted));
      const comparisons = about.length === 0 ? guard.comparisons : about;
      return isLaxer({ guard: { ...guard, comparisons }, metrics: [name] }, threshold);
    });
    if (own.length > 0 && lax === undefined) return [];
    const told = { allows: "partial", rule: "metric.thresholds" } as const;
    if (lax === undefined) {
      const what = `Nothing stops a model that misses the team's threshold of \`${name}\`, ${threshold}`;
      return [{ ...told, path: ".preflight/config.yaml", line: 1, what }];
    }
    const what = `\`${lax.guard.text}\` asks less than the team's threshold of \`${name}\`, ${threshold}`;
    return [{ ...told, path: lax.path, line: lax.guard.line, what }];
  });
}

function wordsOf({ left, right }: ComparisonFact): readonly string[] {
  return [left, right].flatMap((value) => writtenAs(value).match(/[A-Za-z_]\w*/g) ?? []);
}

function thresholdsOf(value: ChecklistProject["config"]["settings"][string] | undefined): readonly [string, number][] {
  if (value === undefined || typeof value !== "object" || isTexts(value)) return [];
  return Object.entries(value).flatMap(([name, limit]): readonly [string, number][] => {
    return typeof limit === "number" ? [[name, limit]] : [];
  });
}
