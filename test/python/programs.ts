import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { rules } from "../../src/rules/index.js";
import type { Example, Rule } from "../../src/rules/rule.js";
import { applyFix } from "../rules/apply-fix.js";
import { findingsOf } from "../rules/expect-findings.js";
import { pathOf } from "../rules/read.js";
import { programsIn, wholeProgram } from "../snippets/snippet-programs.js";

/** A program to run, and what it is given; test/python/worker.py reads it. */
export interface Program {
  /** `rule#2`: the second example of the rule; `rule#2 fixed 1`: its bad program after the first of its fixes. */
  readonly id: string;
  readonly group: string;
  /** The entry of the table that says what it is given. */
  readonly entry: string;
  readonly code: string;
  readonly path: string;
  readonly common: Givens;
  readonly given: Givens;
  readonly files: Givens;
  /** A Python expression that is evaluated first. */
  readonly before?: string;
  /** Runs after the program: calls of what it defines, which would else prove nothing but that it parses. */
  readonly then?: string;
  /** `tests`: a script, then each of its functions that are called `test_...`. */
  readonly run: "script" | "tests" | "pytest";
  /** Why it cannot run here. */
  readonly notRun?: string;
}

/** Python expressions by the names or paths they stand for. */
type Givens = Readonly<Record<string, string>>;

export interface Entry {
  readonly before?: string;
  readonly given?: Givens;
  readonly files?: Givens;
  readonly then?: string;
  readonly run?: "pytest";
  readonly notRun?: string;
}

export interface Table {
  readonly common: Givens;
  readonly programs: Readonly<Record<string, Entry | null>>;
}

export function readTable(path = "test/python/given.yaml"): Table {
  return parse(readFileSync(path, "utf8"), { merge: true }) as Table;
}

/** Every Python program that people are shown and that must run. */
export function programs(table = readTable()): readonly Program[] {
  const examples = rules.flatMap((rule) =>
    rule.examples.flatMap((example, index) =>
      (example.language ?? "python") === "python"
        ? ofExample(rule, example, `${rule.meta.id}#${index + 1}`, table)
        : [],
    ),
  );
  return [...examples, ...snippets()];
}

/** A snippet's program brings what it is given along. */
function snippets(): readonly Program[] {
  const rest = { group: "snippets", path: "snippet.py", run: "tests", common: {}, given: {}, files: {} } as const;
  return programsIn("python").map((snippet) => {
    const id = `snippet ${snippet.body.prefix}`;
    return { id, entry: id, code: wholeProgram(snippet).text, ...rest };
  });
}

function ofExample(rule: Rule, example: Example, id: string, table: Table): readonly Program[] {
  const good = program("good examples", id, id, pathOf(example, "good"), example.good, table);
  const fixes = findingsOf(rule, example.bad, { path: pathOf(example, "bad") }).flatMap((finding) => finding.fixes);
  const fixed = fixes.map((fix, index) =>
    program(
      "fixed bad examples",
      `${id} fixed ${index + 1}`,
      id,
      pathOf(example, "bad"),
      applyFix(fix, example.bad),
      table,
    ),
  );
  return [good, ...fixed];
}

function program(group: string, id: string, entryId: string, path: string, code: string, table: Table): Program {
  const entry = { ...table.programs[entryId], ...table.programs[id] };
  return {
    id,
    group,
    entry: entryId,
    // A notebook is a script whose cells are comments, and so is what they put out.
    path: path.replace(/\.ipynb$/, ".py"),
    code,
    common: table.common,
    given: entry.given ?? {},
    files: entry.files ?? {},
    run: entry.run ?? "script",
    ...(entry.before === undefined ? {} : { before: entry.before }),
    ...(entry.then === undefined ? {} : { then: entry.then }),
    ...(entry.notRun === undefined ? {} : { notRun: entry.notRun }),
  };
}
