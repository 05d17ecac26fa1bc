import { deepEqual, equal, throws } from "node:assert/strict";
import { loadGuide } from "../../src/guide/load-guide.js";

const stage = { id: "data", title: "Data", summary: "Rows.", audience: "everyone" };
const reading = { id: "R-1", title: "A talk", stage: "data", order: 1, inSeed: true };
const passage = { anchor: "rows", title: "Rows", text: "Read them.", readings: ["R-1"] };
const topic = { id: "rows", title: "Rows", passages: [passage] };
const empty = { paths: [], goals: [], tools: [], items: [], snippets: [], snippetBodies: {}, rules: [] };
const source = { ...empty, stages: [stage], readings: [reading], topics: { data: [topic] } };
const tool = {
  id: "T-1",
  name: "A tool",
  stage: "data",
  area: "labelling",
  purpose: "To label.",
  url: "https://a.org",
};
const goal = { id: "LG-1", week: 1, text: "To read.", guide: "data/rows#rows" };
const item = {
  ...{ id: "DATA-01", stage: "data", question: "Is it read?", why: "To know.", readings: ["R-1"] },
  ...{ appliesWhen: "always", automation: "A", severity: "major", weight: 1, passLevel: "L3", attestedPoints: 0.5 },
  verdict: { pass: "it is" },
};
const body = { snippet: "SN-1", prefix: "pf-a", title: "A", description: "It does.", text: "f()" };
const path = {
  id: "new-hire",
  title: "New hire",
  summary: "Days.",
  steps: [{ kind: "read", of: "R-1", why: "First." }],
};

describe("loadGuide", () => {
  it("fills in what may be left out", () => {
    const guide = loadGuide(source);
    const absent = {
      label: "A talk",
      url: undefined,
      addressFound: false,
      note: undefined,
      group: undefined,
      rows: [],
    };
    deepEqual(guide.readings[0], { ...reading, ...absent });
    const [read] = guide.stages[0]?.topics[0]?.passages ?? [];
    deepEqual(read, { ...passage, rows: [], layout: "bullets", columns: [], points: [] });
  });

  it("reads the lists beside the stages", () => {
    const lists = {
      paths: [path],
      goals: [goal],
      tools: [tool],
      items: [item],
      snippets: [{ id: "SN-1", title: "A", guide: "data/rows#rows" }],
      snippetBodies: { python: [body], typescript: [{ ...body, text: "f(a«: A»)\n  «type A = 1;»\ng()\n" }] },
    };
    const guide = loadGuide({ ...source, ...lists });
    deepEqual(guide.paths[0]?.steps[0], { kind: "read", of: "R-1", why: "First.", ours: false, rows: [] });
    equal(guide.goals[0]?.guide, "data/rows#rows");
    equal(guide.tools[0]?.status, "active");
    deepEqual(guide.tools[0].detect.imports, []);
    deepEqual(guide.items[0]?.snippets, []);
    equal(guide.snippets[0]?.title, "A");
    deepEqual(
      guide.snippets[0].bodies.map(({ language, text }) => [language, text]),
      [
        ["python", "f()"],
        ["typescript", "f(a: A)\n  type A = 1;\ng()"],
        ["javascript", "f(a)\ng()"],
      ],
    );
  });

  it("orders readings", () => {
    const guide = loadGuide({ ...source, readings: [{ ...reading, id: "R-2", order: 2 }, reading] });
    deepEqual(
      guide.readings.map((item) => item.id),
      ["R-1", "R-2"],
    );
  });

  it("accepts a stage without topics yet", () => {
    equal(loadGuide({ ...source, topics: {} }).stages[0]?.topics.length, 0);
  });

  const faulty: readonly [title: string, change: object, message: RegExp][] = [
    ["something that is no list", { stages: { data: stage } }, /stages: a list is expected/],
    ["an entry that is no mapping", { readings: ["R-1"] }, /readings\[0\]: a mapping is expected/],
    ["an empty text", { stages: [{ ...stage, title: " " }] }, /stages\[0\]\.title: a text is expected/],
    ["an id that does not fit an address", { topics: { data: [{ ...topic, id: "My Rows" }] } }, /kebab-case/],
    ["a number in quotes", { readings: [{ ...reading, order: "1" }] }, /readings\[0\]\.order: a number is expected/],
    ["a word for a boolean", { readings: [{ ...reading, inSeed: "yes" }] }, /inSeed: true or false is expected/],
    ["a field that nobody reads", { readings: [{ ...reading, titel: "A" }] }, /readings\[0\]\.titel: nothing is known/],
    [
      "a kind of step that there is not",
      { paths: [{ ...path, steps: [{ kind: "go" }] }] },
      /steps\[0\]\.kind: one of `read`/,
    ],
    [
      "a step to nowhere",
      { paths: [{ ...path, steps: [{ kind: "read", why: "First." }] }] },
      /unknown reading \(none\)/,
    ],
    [
      "a stop that is of something",
      { paths: [{ ...path, steps: [{ kind: "stop", of: "R-1", why: "Enough." }] }] },
      /a step stop, which is of nothing/,
    ],
    ["a goal without an answer", { goals: [{ ...goal, guide: "data/rows#none" }] }, /unknown place data\/rows#none/],
    ["a tool of no stage", { tools: [{ ...tool, stage: "moon" }] }, /tools: T-1 names the unknown stage moon/],
    ["a tool without a site", { tools: [{ ...tool, url: "a.org" }] }, /tools: T-1 has no web address/],
    ["a question with an unknown reading", { items: [{ ...item, readings: ["R-9"] }] }, /unknown reading R-9/],
    ["a question for an unknown test", { items: [{ ...item, mlTestScore: "X1" }] }, /there is no test X1/],
    [
      "two questions for one test",
      { items: ["A-01", "A-02"].map((id) => ({ ...item, id, mlTestScore: "D1" })) },
      /D1 is answered twice/,
    ],
    ["a question with an unknown condition", { items: [{ ...item, appliesWhen: "often" }] }, /appliesWhen: one of/],
    ["a question with an unknown snippet", { items: [{ ...item, snippets: ["SN-9"] }] }, /unknown snippet SN-9/],
    ["a body of an unknown snippet", { snippetBodies: { python: [body] } }, /there is no snippet SN-1/],
    ["a snippet for an unknown place", { snippets: [{ id: "SN-1", title: "A", guide: "a/b#c" }] }, /unknown place a/],
    ["a stage for an unknown role", { stages: [{ ...stage, essentialFor: ["cook"] }] }, /unknown role cook/],
    [
      "a table without columns",
      { topics: { data: [{ ...topic, passages: [{ ...passage, layout: "table" }] }] } },
      /a table has two columns/,
    ],
    [
      "a point that links nowhere",
      { topics: { data: [{ ...topic, passages: [{ ...passage, points: [{ text: "Go.", url: "here" }] }] }] } },
      /here is no web address/,
    ],
    [
      "rows that are no list",
      { topics: { data: [{ ...topic, passages: [{ ...passage, rows: "S1" }] }] } },
      /list of texts/,
    ],
    ["a repeated reading", { readings: [reading, reading] }, /R-1 occurs twice/],
    ["a repeated topic", { topics: { data: [topic, topic] } }, /data: rows occurs twice/],
    [
      "a repeated anchor",
      { topics: { data: [{ ...topic, passages: [passage, passage] }] } },
      /data\/rows: rows occurs twice/,
    ],
    [
      "a title that leads elsewhere",
      { topics: { data: [{ ...topic, passages: [{ ...passage, title: "Read rows" }] }] } },
      /the title gives #read-rows/,
    ],
    ["topics of no stage", { topics: { data: [topic], moon: [] } }, /there is no stage moon/],
    ["a reading of no stage", { readings: [{ ...reading, stage: "moon" }] }, /unknown stage moon/],
    ["an address that opens nothing", { readings: [{ ...reading, url: "../talk.md" }] }, /no web address/],
    [
      "a passage without a reading",
      { topics: { data: [{ ...topic, passages: [{ ...passage, readings: [] }] }] } },
      /no reading/,
    ],
    [
      "an unknown reading",
      { topics: { data: [{ ...topic, passages: [{ ...passage, readings: ["R-9"] }] }] } },
      /reading R-9/,
    ],
  ];
  for (const [title, change, message] of faulty) {
    it(`refuses ${title}`, () => throws(() => loadGuide({ ...source, ...change }), message));
  }

  it("names every fault at once", () => {
    throws(() => loadGuide({ ...source, stages: [{ id: "data" }] }), /title.*\n.*summary.*\n.*audience/);
  });
});
