import type { FormModule } from "../../syntax/form.js";
import { eachStatement } from "./visit.js";
import { memo } from "./memo.js";

/** Does a file time code? What it runs on is made up, so that nobody cares which numbers it draws. */
export const isBenchmark = memo(timesCode);

const modules = new Set([
  "timeit",
  "torch.utils.benchmark",
  "pyperf",
  "pytest_benchmark",
  "asv_runner",
  "line_profiler",
]);
const names = /(^|_)(bench(mark)?s?|time_it|timeit)(_|$)|^(profile|measure)_\w*(time|speed|latency|throughput|memory)/i;

function timesCode(form: FormModule): boolean {
  if (!/bench|time|profile|measure/i.test(form.text)) return false;
  let found = false;
  eachStatement(form.body, (statement) => {
    if (statement.kind === "Import")
      found ||= modules.has(statement.module) || statement.names.some(({ imported }) => imported === "timeit");
    else if (statement.kind === "FunctionStatement") found ||= names.test(statement.function.name ?? "");
  });
  return found;
}
