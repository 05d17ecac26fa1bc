import { equal, fail } from "node:assert/strict";
import { analyze } from "../../src/engine/analyze.js";
import { rules } from "../../src/rules/index.js";
import type { Finding, Rule } from "../../src/rules/rule.js";
import type { WorkspaceFacts } from "../../src/semantics/workspace.js";
import type { Language } from "../../src/syntax/form.js";
import { inMemoryWorkspace } from "./in-memory-workspace.js";
import { firstLineOf } from "./notebook-program.js";
import { examplePath, read } from "./read.js";

export interface ExpectOptions {
  /** "python" when left out. */
  readonly language?: Language;
  /** Where the program stands in the workspace; `example.py` or `example.ts` when left out. */
  readonly path?: string;
  /** Other files of the workspace, by their paths from its root. */
  readonly files?: Readonly<Record<string, string>>;
  readonly facts?: Partial<WorkspaceFacts>;
}

/**
 * Asserts that a rule finds exactly what tildes mark. A line of tildes stands under the code that a finding marks,
 * followed by its message, or by nothing when the message does not matter:
 *
 *     train, test = train_test_split(rows)
 *                   ~~~~~~~~~~~~~~~~ This split changes on every run: pass `random_state`.
 *
 * A finding of several lines is marked on its first, up to the end of that line. A source without tildes must be silent.
 */
export function expectFindings(ruleOrId: Rule | string, source: string, options: ExpectOptions = {}): void {
  const { code, marks } = readMarks(source);
  const found = findingsOf(ruleOrId, code, options).map((finding) => toMark(finding, code));
  const silent = marks.filter((mark) => mark.message === "").map(placeOf);
  const shown = found.map((mark) => (silent.includes(placeOf(mark)) ? { ...mark, message: "" } : mark));
  equal(render(code, shown), render(code, marks));
}

/** What one rule finds in a program. A rule that throws fails the test. */
export function findingsOf(ruleOrId: Rule | string, code: string, options: ExpectOptions = {}): Finding[] {
  const rule = typeof ruleOrId === "string" ? ruleOf(ruleOrId) : ruleOrId;
  const path = options.path ?? examplePath(options.language ?? "python");
  return analyze(read(path, code), {
    rules: new Map([[rule, rule.meta.severity]]),
    workspace: inMemoryWorkspace({ ...options.files, [path]: code }, options.facts),
    onRuleError: (id, _, error) => {
      throw new Error(`${id} threw`, { cause: error });
    },
  });
}

function ruleOf(id: string): Rule {
  return rules.find((rule) => rule.meta.id === id) ?? fail(`There is no rule ${id}.`);
}

/** Lines of the whole program from 1 and columns from 0, within the line. */
interface Mark {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

const markLine = /^(?<indent>\s*)(?<tildes>~+)(?:$|\s+(?<message>.*))/;

function readMarks(source: string): { readonly code: string; readonly marks: readonly Mark[] } {
  const code: string[] = [];
  const marks: Mark[] = [];
  for (const text of source.split("\n")) {
    const { indent, tildes, message } = markLine.exec(text)?.groups ?? {};
    if (indent === undefined || tildes === undefined) {
      code.push(text);
    } else {
      marks.push({
        line: code.length,
        start: indent.length,
        end: indent.length + tildes.length,
        message: message?.trim() ?? "",
      });
    }
  }
  return { code: code.join("\n"), marks };
}

function toMark({ start, end, message, cell }: Finding, code: string): Mark {
  const line = start.line + (cell === undefined ? 0 : firstLineOf(code, cell) - 1);
  const lineLength = code.split("\n")[line - 1]?.length ?? 0;
  return {
    line,
    start: start.column - 1,
    end: end.line === start.line ? end.column - 1 : lineLength,
    message,
  };
}

function placeOf({ line, start, end }: Mark): string {
  return `${line}:${start}-${end}`;
}

/** The program with its marks, so that a difference reads like the program. */
function render(code: string, marks: readonly Mark[]): string {
  return code
    .split("\n")
    .flatMap((text, index) => {
      const here = marks.filter((mark) => mark.line === index + 1).sort((a, b) => a.start - b.start || a.end - b.end);
      // A tab before the mark stays a tab, so that it stands under its code.
      const under = here.map(({ start, end, message }) =>
        `${text.slice(0, start).replace(/[^\t]/g, " ")}${"~".repeat(end - start)} ${message}`.trimEnd(),
      );
      return [text, ...under];
    })
    .join("\n");
}
