import type { CallFact, CodeFile, FactValue } from "../../project/facts/code-facts.js";
import { onceForEach } from "../../project/facts/once-for.js";
import { isSupervisedMetric } from "../../knowledge/metrics.js";
import { argumentOf, writtenAs } from "./values.js";

/** Columns whose values code learns from, or compares predictions with: `model.fit(x, rows["late"])`. */
export function labelColumns(code: readonly CodeFile[]): ReadonlySet<string> {
  return new Set(labelsIn(code));
}

const labelsIn = onceForEach((file: CodeFile): readonly string[] =>
  file.role !== "source" && file.role !== "notebook"
    ? []
    : file.calls.flatMap((call) => columnIn(truthOf(call), call, file) ?? []),
);

function truthOf(call: CallFact): FactValue | undefined {
  if (isSupervisedMetric(call.path ?? "")) return argumentOf(call, "y_true", 0);
  return /^(?:fit|partial_fit|cross_val_score|cross_validate|train_test_split)$/.test(call.name)
    ? argumentOf(call, "y", call.name.startsWith("cross_") ? 2 : 1)
    : undefined;
}

/** `rows["late"]`, `rows.pop("late")`, or a name that stands for one of them. */
function columnIn(value: FactValue | undefined, { within }: CallFact, { assigns }: CodeFile): string | undefined {
  const direct = columnOf(value);
  if (direct !== undefined || value === undefined) return direct;
  const name = writtenAs(value);
  const set = assigns.filter((one) => one.within === within && one.target === name);
  return set.length === 1 ? columnOf(set[0]?.value) : undefined;
}

function columnOf(value: FactValue | undefined): string | undefined {
  if (value?.kind === "call" && value.name === "pop") return writtenAs(value.positional[0]);
  return /\[["']([^"'\]]+)["']\](?:\.(?:values|to_numpy\(\)|astype\(\w+\)))?$/.exec(writtenAs(value))?.[1];
}
