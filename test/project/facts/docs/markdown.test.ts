import assert from "node:assert/strict";
import { markdownSections } from "../../../../src/project/facts/docs/markdown.js";

const of = (...lines: readonly string[]) => markdownSections("README.md", `${lines.join("\n")}\n`);

const headings = (...lines: readonly string[]): readonly string[] =>
  of(...lines).map(({ heading, level, line, words }) => `${line} ${"#".repeat(level)} ${heading} (${words})`);

describe("the sections of a Markdown text", () => {
  it("begin at headings of any kind, with lines and words", () => {
    assert.deepEqual(
      headings(
        "Before it.",
        "",
        "# Fraud *model*",
        "Two words",
        "",
        "Goal",
        "----",
        "",
        '<h3 align="center">',
        "Use</h3>",
        "",
        "One",
      ),
      ["1   (2)", "3 # Fraud model (2)", "6 ## Goal (0)", "9 ### Use (1)"],
    );
  });

  it("have the text that a reader sees: no pictures, comments or tags", () => {
    const [section] = of(
      "# A",
      "[![build](https://x/b.svg)](https://x) ![pic](a.png)",
      "",
      "See [the *docs*](x.md) and `train.py`.<br>",
      "<!-- hidden words -->",
      "",
      "- first",
      "- second",
    );
    assert.equal(section?.text, "See the docs and train.py.\nfirst\nsecond");
    assert.equal(section.words, 7);
  });

  it("have tables row by row", () => {
    const [section] = of("# Results", "| model | F1 |", "|---|---|", "| base | 0.71 |");
    assert.equal(section?.text, "model | F1\nbase | 0.71");
  });

  it("have their code apart, with its language and the line it begins on", () => {
    const [section] = of(
      "# Run",
      "```bash",
      "make train",
      "```",
      "~~~{.python}",
      "x = 1",
      "~~~",
      "",
      "    indented",
      "",
    );
    assert.deepEqual(section?.code, [
      { language: "bash", text: "make train\n", line: 3 },
      { language: "python", text: "x = 1\n", line: 6 },
      { language: "", text: "indented\n", line: 9 },
    ]);
    assert.equal(section.words, 0);
  });

  it("count boxes to tick", () => {
    const [section] = of("# Ethics", "- [x] consent", "- [ ] bias", "- [X] licence", "", "Not a [ ] box");
    assert.deepEqual(section?.boxes, { ticked: 2, open: 1 });
    assert.match(section.text, /^consent\nbias/);
  });

  it("have the front matter at the first, with its lines", () => {
    const sections = of("---", "license: mit", "tags:", "- vision", "---", "# Card", "Text");
    assert.deepEqual(sections[0]?.frontMatter, [
      { key: "license", value: "mit", line: 2 },
      { key: "tags.0", value: "vision", line: 4 },
    ]);
    assert.deepEqual(
      sections.map(({ heading, line }) => `${line} ${heading}`),
      ["1 ", "6 Card"],
    );
    assert.equal(of("---", "A rule above", "", "---", "B")[0]?.frontMatter, undefined);
  });

  it("count words where no space is between them", () => {
    assert.equal(of("# 说明", "本项目训练一个模型")[0]?.words, 5);
  });
});

describe("a section of a template", () => {
  // In two parts, so that no search for open work finds it here.
  const mark = ["TO", "DO"].join("");

  for (const text of [
    "[More Information Needed]",
    "Lorem ipsum dolor sit amet.",
    "A short description of the project.",
    "One paragraph of project description goes here",
    `${mark}: write this`,
    "Coming soon!",
    "{{ cookiecutter.description }}",
    "Add your results here.",
    "Contact [your name] for access",
  ]) {
    it(`is one that says "${text}"`, () => assert.equal(of("# A", text)[0]?.isTemplate, true));
  }

  for (const text of [
    "The model predicts fraud for card payments within 50 ms.",
    "Here we describe how labels are made.",
    "Everything is written to <project-folder>/dist.",
    `The model is trained on two years of payments, and its threshold is set so that at most one in a thousand is stopped.\n\n${mark}: add a plot`,
    "",
  ]) {
    it(`is none that says "${text.slice(0, 40)}"`, () => assert.equal(of("# A", text)[0]?.isTemplate, false));
  }
});
