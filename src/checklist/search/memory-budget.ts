import { numberOf } from "../../engine/checklist-config.js";
import type { CodeFile, GuardFact } from "../../project/facts/code-facts.js";
import type { Objection } from "../evidence.js";
import type { ChecklistProject } from "../project.js";
import { isHardGuard } from "./hard-guards.js";
import { numbersComparedIn } from "./metric-gates.js";

/** What measures memory. */
export const memoryMeters =
  /^(?:tracemalloc\.\w+|memory_profiler\.\w+|torch\.cuda\.max_memory_allocated|resource\.getrusage|psutil\..*memory_info)$/;

/** The team's `budgets.memoryMb` where no test holds memory to it, or only to a higher limit. */
export function openMemoryBudget({ config, code, tests }: ChecklistProject): readonly Objection[] {
  const budget = numberOf(config, "budgets.memoryMb");
  if (budget === undefined) return [];
  const running = new Set(
    tests.filter(({ skipped }) => skipped === undefined).map(({ path, name }) => `${path}#${name}`),
  );
  const limits = code.flatMap((file) =>
    measuring(file).filter(({ guard }) => file.role === "source" || running.has(`${file.path}#${guard.within}`)),
  );
  const within = limits.find(({ guard }) => numbersComparedIn(guard).every((limit) => inMegabytes(limit) <= budget));
  if (within !== undefined) return [];
  const told = { allows: "partial", rule: "budgets.memoryMb" } as const;
  const [first] = limits;
  if (first === undefined) {
    const what = `Nothing holds memory to the team's budget of ${budget} MB`;
    return [{ ...told, path: ".preflight/config.yaml", line: 1, what }];
  }
  const what = `\`${first.guard.text}\` allows more memory than the team's budget of ${budget} MB`;
  return [{ ...told, path: first.path, line: first.guard.line, what }];
}

/** Comparisons in functions that measure memory; a function that takes times as well compares these too. */
function measuring({ path, calls, guards }: CodeFile): readonly { readonly path: string; readonly guard: GuardFact }[] {
  const functions = new Set(calls.filter((call) => memoryMeters.test(call.path ?? "")).map(({ within }) => within));
  return guards
    .filter((guard) => functions.has(guard.within) && isHardGuard(guard) && guard.comparisons.length > 0)
    .filter(({ mentions }) => mentions.some((word) => /memory|peak|rss|alloc|\bmb\b|_mb$|bytes/i.test(word)))
    .map((guard) => ({ path, guard }));
}

/** Meters give bytes, and people divide them; nobody has a budget of a million megabytes. */
function inMegabytes(limit: number): number {
  return limit >= 1_000_000 ? limit / 1_000_000 : limit;
}
