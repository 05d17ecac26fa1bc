import { deepEqual, throws } from "node:assert/strict";
import { defineRule } from "../../src/rules/rule.js";
import { expectFindings } from "./expect-findings.js";
import { inMemoryWorkspace } from "./in-memory-workspace.js";

/** Reports every `bad(...)` by its span in the text, so that these tests need nothing but text. */
const rule = defineRule({
  meta: {
    id: "test-only",
    stage: "testing",
    languages: ["python", "typescript"],
    severity: "warning",
    preset: "all",
    summary: "A call is bad",
    why: "It says so.",
    fix: "Call something else.",
    guide: "testing/held-out-evaluation#score-unseen-rows",
    libraries: [],
    topics: [],
    since: "0.1.0",
  },
  examples: [],
  *check(model) {
    for (const match of model.form.text.matchAll(/bad\([^)]*\)/g)) {
      yield { at: { start: match.index, end: match.index + match[0].length }, message: "This is bad." };
    }
  },
});

describe("expectFindings", () => {
  it("compares place and message", () =>
    expectFindings(rule, ["x = bad(1)", "    ~~~~~~ This is bad.", "y = bad()", "    ~~~~~ This is bad."].join("\n")));

  it("takes tildes without a message for any message", () => expectFindings(rule, "x = bad(1)\n    ~~~~~~"));

  it("puts several marks under one line", () =>
    expectFindings(rule, "bad(1), bad(2)\n~~~~~~ This is bad.\n        ~~~~~~ This is bad."));

  it("marks a finding of several lines on its first", () => expectFindings(rule, "x = bad(1,\n    ~~~~~~\n  2)"));

  it("keeps tabs before a mark", () => expectFindings(rule, "if x:\n\tbad(1)\n\t~~~~~~ This is bad."));

  it("reads TypeScript", () =>
    expectFindings(rule, "const x = bad(1);\n          ~~~~~~ This is bad.", { language: "typescript" }));

  it("accepts silence about a program without marks", () => expectFindings(rule, "x = good(1)"));

  const wrong: readonly [title: string, source: string][] = [
    ["a finding that is not marked", "x = bad(1)"],
    ["a mark without a finding", "x = good(1)\n    ~~~~~~~"],
    ["another place", "x = bad(1)\n     ~~~~~"],
    ["another message", "x = bad(1)\n    ~~~~~~ This is good."],
  ];
  for (const [title, source] of wrong) it(`refuses ${title}`, () => throws(() => expectFindings(rule, source)));

  it("lets no rule throw unseen", () => {
    const broken = defineRule({
      ...rule,
      *check() {
        yield { at: { start: 0, end: 1 }, message: "Before." };
        throw new Error("broken");
      },
    });
    throws(() => expectFindings(broken, "x = 1\n~ Before."), /test-only threw/);
  });
});

describe("inMemoryWorkspace", () => {
  const workspace = inMemoryWorkspace({ "pkg/a.py": "", "pkg/sub/__init__.py": "", "main.py": "", "web/a.ts": "" });
  const cases: readonly [from: string, module: string, level: number, path: string | undefined][] = [
    ["main.py", "pkg.a", 0, "pkg/a.py"],
    ["main.py", "pkg.sub", 0, "pkg/sub/__init__.py"],
    ["pkg/other.py", "a", 0, "pkg/a.py"],
    ["pkg/other.py", "a", 1, "pkg/a.py"],
    ["pkg/sub/other.py", "a", 2, "pkg/a.py"],
    ["web/main.ts", "./a.js", 0, "web/a.ts"],
    ["web/main.ts", "a", 0, undefined],
    ["main.py", "numpy", 0, undefined],
  ];
  for (const [from, module, level, path] of cases) {
    it(`finds ${path ?? "nothing"} for ${".".repeat(level)}${module} in ${from}`, () =>
      deepEqual(workspace.resolve(from, module, level)?.path, path));
  }
});
