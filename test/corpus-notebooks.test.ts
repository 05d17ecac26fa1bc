import { deepEqual, ok } from "node:assert/strict";
import { analyze } from "../src/engine/analyze.js";
import { rules } from "../src/rules/index.js";
import { LineIndex } from "../src/syntax/line-index.js";
import { notebookForm } from "../src/syntax/notebook/notebook-form.js";
import { readNotebook } from "../src/syntax/notebook/read-notebook.js";
import { readPython } from "../src/syntax/python/lower.js";
import type { FormModule } from "../src/syntax/form.js";
import type { Finding } from "../src/rules/rule.js";
import { readCorpus, type CorpusCase } from "./corpus-cases.js";
import { inMemoryWorkspace } from "./rules/in-memory-workspace.js";

const severities = new Map(
  rules.filter(({ meta }) => !meta.id.startsWith("notebook-")).map((rule) => [rule, rule.meta.severity]),
);
const fewest = 300;

/** Every program of one Python file, cut into cells between its statements: a notebook says what the script says, at the same words. */
describe("corpus as notebooks", () => {
  let compared = 0;
  const programs = readCorpus("test/corpus").filter(
    ({ path, files }) => path.endsWith(".py") && Object.keys(files).length === 1,
  );
  for (const program of programs)
    it(program.place, () => {
      const { starts, notebook } = cutIntoCells(program.text, random(program.place.length + program.text.length));
      const cells = JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: notebook });
      const read = readNotebook(cells);
      ok(!("problem" in read));
      const script = findingsOf(program, readPython(program.text), (finding) => lineOf(finding, 0));
      const asNotebook = findingsOf(program, notebookForm(read), (finding) =>
        lineOf(finding, starts.get(finding.cell ?? 0) ?? Number.NaN),
      );
      deepEqual(asNotebook, script);
      compared += script.length;
    });
  after(() => {
    console.log(`${compared} findings compared`);
    ok(compared >= fewest, `only ${compared} findings were compared`);
  });
});

interface Cut {
  /** For each cell with code, how many lines of the script stand before it. */
  readonly starts: ReadonlyMap<number, number>;
  readonly notebook: readonly { cell_type: string; metadata: object; source: string; outputs: readonly [] }[];
}

function cutIntoCells(text: string, next: () => number): Cut {
  const lines = text.split("\n");
  const index = new LineIndex(text);
  const borders = readPython(text)
    .body.map(({ start }) => index.position(start))
    // Of two statements in one line the second begins no line.
    .filter(({ column, line }) => column === 1 && line > 1 && next() < 0.4)
    .map(({ line }) => firstLineOf(lines, line));
  const starts = new Map<number, number>();
  const notebook: Cut["notebook"][number][] = [];
  const begins = [0, ...new Set(borders)];
  for (const [position, from] of begins.entries()) {
    if (next() < 0.2) notebook.push({ cell_type: "markdown", metadata: {}, source: "# A heading", outputs: [] });
    const source = lines.slice(from, begins[position + 1] ?? lines.length).join("\n");
    notebook.push({ cell_type: "code", metadata: {}, source, outputs: [] });
    starts.set(notebook.length, from);
  }
  return { starts, notebook };
}

/** How many lines stand before a statement with its decorators and the comments right above it. */
function firstLineOf(lines: readonly string[], line: number): number {
  let before = line - 1;
  while (before > 0 && /^[@#]/.test(lines[before - 1]!)) before--;
  return before;
}

function lineOf(finding: Finding, before: number): string {
  const { start, end } = finding;
  return `${finding.rule} ${start.line + before}:${start.column}-${end.line + before}:${end.column}: ${finding.message}`;
}

function findingsOf({ path, facts }: CorpusCase, form: FormModule, toLine: (finding: Finding) => string): string[] {
  const onRuleError = (rule: string, at: string, error: unknown): void => {
    throw new Error(`${rule} failed on ${at}`, { cause: error });
  };
  return analyze({ path, form }, { rules: severities, workspace: inMemoryWorkspace({}, facts), onRuleError })
    .map(toLine)
    .sort();
}

/** Numbers that look random and are the same in every run: a linear congruence, as in Numerical Recipes. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
