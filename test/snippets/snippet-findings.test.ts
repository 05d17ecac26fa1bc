import { deepEqual, equal } from "node:assert/strict";
import { analyze } from "../../src/engine/analyze.js";
import { rules } from "../../src/rules/index.js";
import { inMemoryWorkspace } from "../rules/in-memory-workspace.js";
import { read } from "../rules/read.js";
import { programsIn, wholeProgram } from "./snippet-programs.js";

interface Program {
  readonly path: string;
  readonly text: string;
  /** The part that findings count in. */
  readonly start: number;
  readonly end: number;
}

/** What all rules say about part of a program, and what its parser has against it. */
function complaints({ path, text, start, end }: Program): readonly string[] {
  const document = read(path, text);
  const findings = analyze(document, {
    rules: new Map(rules.map((rule) => [rule, rule.meta.severity])),
    workspace: inMemoryWorkspace({ [path]: text }),
    onRuleError: (rule, _, error) => {
      throw new Error(`${rule} threw`, { cause: error });
    },
  });
  const [firstLine, lastLine] = [lineOf(text, start), lineOf(text, end)];
  return [
    ...document.form.errors.map((error) => JSON.stringify(error)),
    ...findings
      .filter((finding) => finding.start.line >= firstLine && finding.start.line <= lastLine)
      .map((finding) => `${finding.start.line - firstLine + 1}: ${finding.rule}: ${finding.message}`),
  ];
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

describe("our own rules on snippets", () => {
  for (const program of programsIn("python")) {
    const { body, code } = program;
    it(`say nothing about ${body.prefix} in Python`, () => {
      deepEqual(complaints({ path: "example.py", text: code, start: 0, end: code.length }), []);
      deepEqual(complaints({ path: "example.py", ...wholeProgram(program) }), [], "with what it is given");
    });
  }

  for (const [language, path] of [
    ["typescript", "example.ts"],
    ["javascript", "example.js"],
  ] as const) {
    for (const { body, code } of programsIn(language)) {
      it(`say nothing about ${body.prefix} in ${language}`, () => {
        deepEqual(complaints({ path, text: code, start: 0, end: code.length }), []);
      });
    }
  }

  it("would say something", () => {
    const text =
      "import torch\nmodel.eval()\nfor x, y in test_loader:\n    out = model(x)\n    loss = criterion(out, y)\n";
    equal(complaints({ path: "example.py", text, start: 0, end: text.length }).length > 0, true);
  });
});
