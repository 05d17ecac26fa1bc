import assert from "node:assert/strict";
import { restSections } from "../../../../src/project/facts/docs/rest.js";

const of = (...lines: readonly string[]) => restSections("README.rst", `${lines.join("\n")}\n`);

describe("the sections of a reStructuredText", () => {
  it("have levels by the order in which lines under headings appear", () => {
    const sections = of(
      "=====",
      "Title",
      "=====",
      "",
      "Text.",
      "",
      "Goal",
      "====",
      "x",
      "Detail",
      "~~~~~~",
      "",
      "Use",
      "===",
    );
    assert.deepEqual(
      sections.map(({ heading, level, line, words }) => `${line} ${level} ${heading} (${words})`),
      ["2 1 Title (1)", "7 2 Goal (1)", "10 3 Detail (0)", "13 2 Use (0)"],
    );
  });

  it("have the text that a reader sees", () => {
    const [section] = of(
      "A",
      "===",
      ".. image:: https://x/badge.svg",
      "   :target: https://x",
      ".. |ci| image:: https://x/y.svg",
      ".. a comment",
      "   of two lines",
      "",
      "|ci| See `the docs <https://x>`_, :func:`fit` and ``train.py`` **now**.",
      "",
      ".. note:: Mind",
      "",
      "   the gap",
      "",
      "- [x] done",
    );
    assert.equal(section?.text, "See the docs, fit and train.py now.\nMind\nthe gap\ndone");
    assert.deepEqual(section.boxes, { ticked: 1, open: 0 });
  });

  it("have their code apart", () => {
    const [section] = of(
      "A",
      "===",
      ".. code-block:: bash",
      "   :linenos:",
      "",
      "   make train",
      "   make test",
      "",
      "Then::",
      "",
      "    ./serve",
      "",
      ">>> fit()",
      "1",
    );
    assert.deepEqual(section?.code, [
      { language: "bash", text: "make train\nmake test\n", line: 6 },
      { language: "", text: "./serve\n", line: 11 },
      { language: "pycon", text: ">>> fit()\n1\n", line: 13 },
    ]);
    assert.equal(section.text, "Then:");
  });

  it("are one without a heading where there is none", () => {
    assert.deepEqual(
      of("Only text", "", "-----", "", "more").map(({ heading, text }) => [heading, text]),
      [["", "Only text\nmore"]],
    );
  });
});
