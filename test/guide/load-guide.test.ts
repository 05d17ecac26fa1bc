import { deepEqual, equal, throws } from "node:assert/strict";
import { loadGuide } from "../../src/guide/load-guide.js";

const stage = { id: "data", title: "Data", summary: "Rows.", audience: "everyone" };
const reading = { id: "R-1", title: "A talk", stage: "data", order: 1, inSeed: true };
const passage = { anchor: "rows", title: "Rows", text: "Read them.", readings: ["R-1"] };
const topic = { id: "rows", title: "Rows", passages: [passage] };
const source = { stages: [stage], readings: [reading], topics: { data: [topic] } };

describe("loadGuide", () => {
  it("fills in what may be left out", () => {
    const guide = loadGuide(source);
    deepEqual(guide.readings[0], { ...reading, label: "A talk", url: undefined, note: undefined });
    deepEqual(guide.stages[0]?.topics[0]?.passages[0]?.rows, []);
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
