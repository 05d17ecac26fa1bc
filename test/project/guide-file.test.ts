import { deepEqual, equal, ok } from "node:assert/strict";
import { builtInGuide } from "../../src/guide/guide.js";
import { readGuideFile } from "../../src/project/guide-file.js";

const guide = builtInGuide();
const problemsOf = (text: string) => readGuideFile(text, guide).problems;
/** The problems as `line:column words`, with the text that each marks. */
const shown = (text: string) =>
  problemsOf(text).map(({ start, end, message }) => {
    const marked = text
      .split("\n")
      [start.line - 1]?.slice(start.column - 1, start.line === end.line ? end.column - 1 : undefined);
    return [start.line, marked, message];
  });

describe("readGuideFile", () => {
  it("gives the guide as it ships for an empty file", () => {
    const { guide: same, problems } = readGuideFile("# nothing yet\n", guide);
    deepEqual(problems, []);
    deepEqual(same.stages, guide.stages);
  });

  it("gives the guide that the file asks for", () => {
    const { guide: changed, problems } = readGuideFile("stages:\n  - id: data\n    title: Records\n", guide);
    deepEqual(problems, []);
    equal(changed.stages.find(({ id }) => id === "data")?.title, "Records");
  });

  it("marks each mistake at its line", () => {
    const text = [
      "stages:",
      "  - id: data",
      "    titel: Records",
      "  - id: law",
      "    title: Law",
      "readings:",
      "  - id: R-000-01",
      "    roles: [new-hire, cook]",
      "  - title: Ours",
      "tools: T-dvc",
      "",
    ].join("\n");
    deepEqual(shown(text), [
      [
        3,
        "titel: Records",
        "Nothing is known by this name; there is `id`, `hide`, `before`, `after`, `title`, `summary`, `audience`.",
      ],
      [4, "id: law", "There is no stage `law`; to add it, give `summary` too."],
      [8, "cook", "There is no role `cook`."],
      [9, "title: Ours", "A text is expected."],
      [10, "tools: T-dvc", "A list is expected."],
    ]);
  });

  it("marks a mistake in something nested", () => {
    const text =
      "topics:\n  - id: data/splitting\n    passages:\n      - title: Ours\n        text: No.\n        readings: [own]\n";
    deepEqual(shown(text), [[6, "own", "There is no reading `own`."]]);
  });

  it("follows aliases", () => {
    const { guide: changed, problems } = readGuideFile(
      "stages:\n  - {id: data, title: &t A}\n  - {id: team, title: *t}\n",
      guide,
    );
    deepEqual(problems, []);
    equal(changed.stages.find(({ id }) => id === "team")?.title, "A");
  });

  for (const [what, text, message] of [
    ["half-written YAML", "stages:\n  - id: [data\n", /^This is not YAML/],
    ["a key that is set twice", "stages: []\nstages: []\n", /^This is not YAML/],
    ["an alias of nothing", "stages: *none\n", /none/],
    ["a text", "hello\n", /^A mapping is expected\.$/],
    ["a list", "- id: data\n", /^A mapping is expected\.$/],
  ] as const) {
    it(`changes nothing and says so for ${what}`, () => {
      const { guide: same, problems } = readGuideFile(text, guide);
      equal(problems.length, 1, JSON.stringify(problems));
      ok(message.test(problems[0]?.message ?? ""), problems[0]?.message);
      deepEqual(same.stages, guide.stages);
    });
  }

  it("never throws, whatever stands in the file", () => {
    const whole =
      "stages:\n  - id: law\n    title: Law\n    summary: |\n      Long.\n    after: data\ntools: [{id: x, detect: {imports: [a]}}]\n";
    for (let length = 0; length <= whole.length; length++)
      ok(readGuideFile(whole.slice(0, length), guide).guide.stages.length > 0);
  });
});
