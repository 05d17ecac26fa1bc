import assert from "node:assert/strict";
import { createColors } from "picocolors";
import { textFindings, textSummary } from "../../src/report/text.js";
import type { Finding } from "../../src/rules/rule.js";
import { makeRule } from "../engine/make-rule.js";

const options = { colors: createColors(false), rules: [makeRule({ id: "a-rule", fix: "Do it right." })] };

describe("textFindings", () => {
  it("shows place, severity, message, rule, code, other places, fix and guide", () => {
    const finding = make({
      start: { line: 2, column: 5 },
      end: { line: 2, column: 9 },
      related: [
        { path: "b.py", start: { line: 3, column: 1 }, end: { line: 3, column: 2 }, message: "The split is here." },
      ],
    });
    assert.equal(
      textFindings("a.py", { text: "import torch\nx = call(1)\n" }, [finding], options),
      [
        "a.py",
        "  2:5  warning  Something is wrong.  a-rule",
        "    2 | x = call(1)",
        "      |     ^^^^",
        "    see: b.py:3:1 The split is here.",
        "    fix: Do it right.",
        "    guide: data/splitting#seeds",
        "",
        "",
      ].join("\n"),
    );
  });

  it("links to the team's own pages where there are such", () => {
    const text = textFindings(
      "a.py",
      { text: "x" },
      [make({ start: { line: 1, column: 1 }, end: { line: 1, column: 2 } })],
      {
        ...options,
        docsUrl: "https://docs.example.org/ml/",
      },
    );
    assert.match(text, /\n    rule: https:\/\/docs\.example\.org\/ml\/rules\/a-rule\.html\n/);
    assert.match(text, /\n    guide: https:\/\/docs\.example\.org\/ml\/guide\/data\/splitting\.html#seeds\n/);
  });

  it("is empty without findings", () => assert.equal(textFindings("a.py", { text: "" }, [], options), ""));

  it("marks a part of several lines to the end of its first", () =>
    expectFrame("f(\n  1)\n", [1, 1], [2, 5], "1 | f(", "  | ^^"));

  it("marks a place without width with one caret", () => expectFrame("f()\n", [1, 4], [1, 4], "1 | f()", "  |    ^"));

  it("shows tabs as spaces, with the carets in their place", () =>
    expectFrame("\tf()\tg()\n", [1, 6], [1, 9], "1 |     f()    g()", "  |            ^^^"));

  it("knows that some letters take two columns", () =>
    expectFrame('x = "あ😀" + y\n', [1, 13], [1, 14], '1 | x = "あ😀" + y', "  |              ^"));

  it("shows no control characters of a file", () =>
    expectFrame("x = 1\u001b[31m + y\n", [1, 14], [1, 15], "1 | x = 1 [31m + y", "  |              ^"));

  it("shows a very long line around the place", () => {
    const [code = "", carets = ""] = frame(`${"a".repeat(5000)}bad${"c".repeat(5000)}\n`, [1, 5001], [1, 5004]);
    assert.match(code, /^1 \| …a{40}badc+…$/);
    assert.equal(carets, `  | ${" ".repeat(41)}^^^`);
  });

  it("survives a place beyond the text", () => {
    assert.equal(frame("x\n", [9, 9], [9, 12]).length, 2);
  });
});

describe("textSummary", () => {
  it("counts findings by severity, files, and skipped files by reason", () => {
    const counts = { findings: { error: 1, warning: 2, info: 2, hint: 0 }, filesWithFindings: 2, checked: 5 };
    const skipped = [
      { path: "b.py", reason: "too-large", detail: "3 MB" },
      { path: "c.py", reason: "binary", detail: "a NUL byte" },
      { path: "d.py", reason: "too-large", detail: "4 MB" },
    ] as const;
    assert.equal(
      textSummary(counts, skipped, options),
      [
        "Skipped",
        "  b.py  too-large  3 MB",
        "  c.py  binary  a NUL byte",
        "  d.py  too-large  4 MB",
        "",
        "5 findings (1 error, 2 warnings, 2 info) in 2 files; 5 files checked, 1 skipped as binary, 2 skipped as too-large.",
        "",
      ].join("\n"),
    );
  });
});

function expectFrame(
  text: string,
  start: readonly [number, number],
  end: readonly [number, number],
  ...expected: readonly string[]
): void {
  assert.deepEqual(frame(text, start, end), expected);
}

function frame(text: string, start: readonly [number, number], end: readonly [number, number]): string[] {
  const finding = make({
    start: { line: start[0], column: start[1] },
    end: { line: end[0], column: end[1] },
  });
  return textFindings("a.py", { text }, [finding], options)
    .split("\n")
    .slice(2, 4)
    .map((line) => line.slice(4));
}

function make(parts: Partial<Finding> & Pick<Finding, "start" | "end">): Finding {
  return {
    rule: "a-rule",
    path: "a.py",
    severity: "warning",
    message: "Something is wrong.",
    stage: "data",
    guide: "data/splitting#seeds",
    related: [],
    fixes: [],
    ...parts,
  };
}
