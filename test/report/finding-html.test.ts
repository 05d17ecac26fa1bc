import { equal, ok } from "node:assert/strict";
import { findingHtml, type ShownFinding } from "../../src/report/finding-html.js";
import type { Finding } from "../../src/rules/rule.js";

const text = [
  "def score(model, loader):",
  "    total = 0",
  "    for x, y in loader:",
  "        z = model(x) < 3",
  "        total += z",
  "",
  "    return total",
  "# the end",
].join("\r\n");

const finding: Finding = {
  ...{ rule: "some-rule", path: "src/a.py", severity: "warning", stage: "testing", guide: "testing/x#y", fixes: [] },
  ...{ message: "Call `eval()` <first>", start: { line: 4, column: 13 }, end: { line: 4, column: 21 } },
  related: [
    {
      ...{ path: "src/b.py", message: "It is made here" },
      ...{ start: { line: 1, column: 1 }, end: { line: 1, column: 2 } },
    },
  ],
};

function shown(changes: Partial<ShownFinding> = {}): string {
  const addressOf: ShownFinding["addressOf"] = (path, { start }) => `file:///${path}#L${start.line},${start.column}`;
  return findingHtml({ finding, text, addressOf, relatedTexts: new Map(), others: [], ...changes });
}

/** The lines of code as a reader sees them. */
function code(html: string): readonly string[] {
  const [, lines = ""] = /<pre[^>]*><code>([\s\S]*?)\n<\/code>/.exec(html) ?? [];
  return lines.replace(/<\/?span[^>]*>/g, "").split("\n");
}

describe("findingHtml", () => {
  it("shows the lines around with their numbers, and marks the place", () => {
    const lines = code(shown());
    equal(lines.length, 7);
    equal(lines[0], "1  def score(model, loader):");
    equal(lines[3], "4          z = <mark>model(x)</mark> &lt; 3");
    equal(lines[6], "7      return total");
    equal(shown().match(/<mark>/g)?.length, 1);
  });

  it("leaves out the indentation that all lines have", () => {
    const deep = ["    a", "        b(c)", "    d"].join("\n");
    const html = shown({
      text: deep,
      finding: { ...finding, start: { line: 2, column: 9 }, end: { line: 2, column: 13 } },
    });
    equal(code(html).join("|"), "1  a|2      <mark>b(c)</mark>|3  d");
  });

  it("marks every line of a place of several, and the first of many", () => {
    const html = shown({ finding: { ...finding, start: { line: 3, column: 5 }, end: { line: 5, column: 19 } } });
    equal(html.match(/<mark>/g)?.length, 3);
    ok(html.includes("<mark>total += z</mark>"));
    const long = Array.from({ length: 60 }, (_, index) => `line${index}`).join("\n");
    const many = shown({
      text: long,
      finding: { ...finding, start: { line: 1, column: 1 }, end: { line: 60, column: 3 } },
    });
    equal(many.match(/<mark>/g)?.length, 12);
    equal(code(many).length, 15);
  });

  it("says the message with its code, and nothing of it as tags", () => {
    ok(shown().includes("<p>Call <code>eval()</code> &lt;first&gt;.</p>"));
  });

  it("links to the place, to related ones with their code, and to others of the file", () => {
    const html = shown({
      relatedTexts: new Map([["src/b.py", "b = 1\nc = 2\n"]]),
      others: [{ ...finding, start: { line: 7, column: 5 } }],
    });
    ok(html.includes('<a href="file:///src/a.py#L4,13">src/a.py, line 4</a>'));
    ok(html.includes('<p>It is made here. <a href="file:///src/b.py#L1,1">src/b.py, line 1</a></p>'));
    ok(html.includes("<mark>b</mark> = 1"));
    ok(html.includes('Also found in this file: <a href="file:///src/a.py#L7,5">line 7</a>.'));
  });

  it("cannot be moved by what stands in the file", () => {
    ok(!shown({ text: text.replace("z = model", "z =\u202emodel") }).includes("\u202e"));
  });
});
